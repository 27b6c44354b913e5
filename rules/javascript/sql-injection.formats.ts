import express from "express";
import format from "pg-format";
import { pool } from "./db";

const app = express();
app.get("/people", async (req, res) => {
  // ok: javascript.sql-injection
  await pool.query(format("SELECT * FROM people WHERE name = %L ORDER BY %I", req.query.name, req.query.sort));
  // ruleid: javascript.sql-injection
  await pool.query(format("SELECT * FROM people WHERE %s", req.query.where));
  res.end();
});
