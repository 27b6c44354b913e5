const audit = fs.createWriteStream("/var/log/app/audit.log", { flags: "a" });
const out = fs.createWriteStream("/srv/export/orders.csv");

app.post("/login", (req, res) => {
  // ruleid: javascript.log-injection
  audit.write(`failed login for ${req.body.username}\n`);
  // ruleid: javascript.log-injection
  fs.appendFileSync("logs/access.txt", req.ip + " " + req.query.page + "\n");
  // ok: javascript.log-injection
  audit.write(`failed login for ${JSON.stringify(req.body.username)}\n`);
  // ok: javascript.log-injection
  out.write(`${req.body.username};${req.body.age}\n`);
});
function note(action, user) {
  const line = `${action} user=${user}\n`;
  // ruleid: javascript.log-injection
  audit.write(line);
}
app.post("/items", (req, res) => {
  note("create", req.headers["x-user"]);
  res.sendStatus(201);
});
module.exports = function auditTrail(file) {
  const lines = fs.createWriteStream(file, { flags: "a" });
  const copy = fs.createWriteStream(file, { flags: "w" });
  return (req, res, next) => {
    res.on("finish", () => {
      // ruleid: javascript.log-injection
      lines.write(`${Date.now()} ${req.get("user-agent")} ${res.statusCode}\n`);
      // ok: javascript.log-injection
      lines.write(`${Date.now()} ${JSON.stringify(req.get("user-agent"))} ${res.statusCode}\n`);
      // ok: javascript.log-injection
      copy.write(`${req.get("user-agent")}\n`);
    });
    next();
  };
};
