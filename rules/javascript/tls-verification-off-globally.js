// ruleid: javascript.tls-verification-off-globally
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
// ruleid: javascript.tls-verification-off-globally
process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
// ruleid: javascript.tls-verification-off-globally
process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = 0;
// ok: javascript.tls-verification-off-globally
process.env.NODE_ENV = "production";
// ok: javascript.tls-verification-off-globally
const c = https.createServer({ minVersion: "TLSv1.2", key, cert });
// ok: javascript.tls-verification-off-globally
const d = tls.connect({ host, port: 443 });
