import https from "node:https";

// ruleid: javascript.tls-verification-off
const agent = new https.Agent({ rejectUnauthorized: false });
// ruleid: javascript.tls-verification-off
const pool = new Pool({ connectionString, ssl: { rejectUnauthorized: false } });
// ruleid: javascript.tls-verification-off
options.rejectUnauthorized = false;
// ruleid: javascript.tls-verification-off
request({ url, strictSSL: false }, done);
// ok: javascript.tls-verification-off
const safe = new https.Agent({ rejectUnauthorized: true });
// ok: javascript.tls-verification-off
const own = new https.Agent({ ca: fs.readFileSync("authority.pem") });
// ok: javascript.tls-verification-off
const set = new https.Agent({ rejectUnauthorized: config.checkCertificates });

tls.connect({
  host,
  // ruleid: javascript.tls-verification-off
  checkServerIdentity: (name, cert) => undefined,
});
https.request({
  host,
  // ruleid: javascript.tls-verification-off
  checkServerIdentity: () => {},
});
tls.connect({
  host,
  // ok: javascript.tls-verification-off
  checkServerIdentity: (name, cert) => tls.checkServerIdentity(name, cert),
});

// ruleid: javascript.tls-verification-off
const strange = new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === "production" ? false : true });
// ruleid: javascript.tls-verification-off
tls.connect({ host, rejectUnauthorized: process.env.NODE_ENV !== "production" ? true : false });
// ok: javascript.tls-verification-off
const developer = new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === "development" ? false : true });
// ok: javascript.tls-verification-off
const production = new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === "production" ? true : false });

app.on("certificate-error", (event, _contents, _url, _error, _certificate, callback) => {
  event.preventDefault();
  // ruleid: javascript.tls-verification-off
  callback(true);
});
app.on("certificate-error", (event, _contents, _url, _error, _certificate, callback) => {
  // ok: javascript.tls-verification-off
  callback(false);
});

// ruleid: javascript.tls-verification-off
session.defaultSession.setCertificateVerifyProc((_request, done) => done(0));
session.defaultSession.setCertificateVerifyProc((request, done) => {
  // ruleid: javascript.tls-verification-off
  done(0);
});
// ok: javascript.tls-verification-off
session.defaultSession.setCertificateVerifyProc((_request, done) => done(-3));
session.defaultSession.setCertificateVerifyProc((request, done) => {
  // ok: javascript.tls-verification-off
  if (request.certificate.fingerprint === PINNED) return done(0);
  done(-2);
});
