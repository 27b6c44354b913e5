const pool = new Pool({ host, database, ssl: { ca: readFileSync("db-ca.pem"), servername: host } });

function pageOf(req, res, next) {
  if (!req.secure) return res.redirect("https://" + req.hostname + req.url);
  res.locals.page = pages.find(req.path);
  next();
}

function connect(host, port) {
  const socket = tls.connect({ host, port, checkServerIdentity: pinned, servername: host });
  socket.on("data", receive);
}

const agent = new https.Agent({ keepAlive: true, ca: readFileSync("ca.pem") });

function download(url, target) {
  const options = { ca: roots, timeout: 5000 };
  return https.get(url, options, (answer) => answer.pipe(target));
}

const first = { host: "a", ca: rootA };
const second = { host: "b", ca: rootB };
