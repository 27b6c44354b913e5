const express = require("express");
const { Database } = require("node-sqlite3-wasm");

const app = express();
const db = new Database();
db.run("CREATE TABLE users (name TEXT, mail TEXT)");
db.run("INSERT INTO users VALUES ('ann', 'a@x'), ('bob', 'b@x')");

app.get("/user", (req, res) => {
  res.json(db.all("SELECT mail FROM users WHERE name = '" + req.query.name + "'"));
});

module.exports = app;
