const mysql = require("mysql2/promise");

const db = mysql.createPool({ database: "shop" });

app.post("/login", express.json(), async (req, res) => {
  const { name } = req.body;
  // ruleid: javascript.sql-injection
  const [rows] = await db.query(`SELECT id FROM users WHERE name = "${name}" AND pin = '${req.body.pin}'`);
  // ruleid: javascript.sql-injection
  const [others] = await db.query("SELECT id FROM users WHERE team = '" + req.params.team + "'");
  // ruleid: javascript.sql-injection
  const [found] = await db.query("SELECT id FROM users WHERE mail = '" + req.body.mail.trim() + "'");
  res.json([rows, others, found]);
});
