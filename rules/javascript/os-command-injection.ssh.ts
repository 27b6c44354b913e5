import { Client } from "ssh2";

app.post("/restart", (req, res) => {
  const conn = new Client();
  // ruleid: javascript.os-command-injection
  conn.exec("systemctl restart " + req.body.service, () => res.end());
  // ok: javascript.os-command-injection
  conn.exec("systemctl restart web", () => res.end());
});
