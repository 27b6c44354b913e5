const { Client } = require("pg");
const mysql = require("mysql2");
const readline = require("node:readline");

async function main() {
  const client = new Client();
  const term = process.argv[2];
  // ruleid: javascript.sql-from-program-input
  await client.query("select * from logs where message like '%" + term + "%'");
  // ok: javascript.sql-from-program-input
  await client.query("select * from logs where message like $1", [`%${term}%`]);
  const year = Number(process.argv[3]);
  // ok: javascript.sql-from-program-input
  await client.query(`select * from logs where year = ${year}`);
  const query = ["select * from logs where host = '", term, "'"].join("");
  // ruleid: javascript.sql-from-program-input
  await client.query(query);
}

const rl = readline.createInterface({ input: process.stdin });
const connection = mysql.createConnection({});
rl.question("Name? ", (answer) => {
  // ruleid: javascript.sql-from-program-input
  connection.query(`SELECT * FROM people WHERE name = "${answer}"`, print);
  // ok: javascript.sql-from-program-input
  connection.execute("SELECT * FROM people WHERE name = ?", [answer], print);
});
