const pool = new Pool({ host, database, ssl: { ca: readFileSync("db-ca.pem"), servername: host } });

function answer(socket, orders) {
  if (!socket.authorized) return socket.destroy();
  socket.write(orders.next());
}

function member(user, res) {
  if (!user.authorized) return res.end();
  res.send(user.name);
}

function createApp() {
  const app = express();
  app.use(helmet());
  app.use(requireHttps);
  app.get("/", (req, res) => res.send(home));
  return app;
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
