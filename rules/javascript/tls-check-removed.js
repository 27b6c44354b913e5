// ruleid: javascript.tls-check-removed
const pool = new Pool({ host, database, ssl: { servername: host } });

function answer(socket, orders) {
  // ruleid: javascript.tls-check-removed
  socket.write(orders.next());
}

function member(user, res) {
  // ok: javascript.tls-check-removed
  res.send(user.name);
}

function createApp() {
  const app = express();
  // ok: javascript.tls-check-removed
  app.get("/", (req, res) => res.send(home));
  return app;
}

function connect(host, port) {
  // ruleid: javascript.tls-check-removed
  const socket = tls.connect({ host, port, servername: host });
  socket.on("data", receive);
}

// ok: javascript.tls-check-removed
const agent = new https.Agent({ keepAlive: true, ca: certificates.internal });

function pinnedOptions() {
  return { ca: roots, timeout: 5000 };
}
function download(url, target) {
  // ok: javascript.tls-check-removed
  const options = pinnedOptions();
  return https.get(url, options, (answer) => answer.pipe(target));
}

// ok: javascript.tls-check-removed
const first = { host: "a", ca: rootA };
