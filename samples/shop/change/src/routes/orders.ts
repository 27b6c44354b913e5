import fs from "node:fs";
import path from "node:path";
import { Router } from "express";
import { pool } from "../db";

const INVOICES = "/var/lib/shop/invoices";
export const orders = Router();

orders.get("/", async (req, res) => {
  const { rows } = await pool.query("SELECT id, total, placed FROM orders WHERE user_id = $1", [res.locals.userId]);
  res.json(rows);
});

/** The orders of a period, for a spreadsheet. */
orders.get("/export", async (req, res) => {
  const { rows } = await pool.query("SELECT id, total, placed FROM orders WHERE user_id = $1 AND placed >= $2 ORDER BY placed", [
    res.locals.userId,
    req.query.since,
  ]);
  const lines = rows.map((row) => [row.id, row.total, new Date(row.placed).toISOString()].join(","));
  res.type("text/csv").send(["id,total,placed", ...lines].join("\n"));
});

orders.get("/:id", async (req, res) => {
  const { rows } = await pool.query("SELECT * FROM orders WHERE id = $1 AND user_id = $2", [req.params.id, res.locals.userId]);
  if (rows.length === 0) return res.status(404).json({ error: "No such order." });
  res.json(rows[0]);
});

orders.get("/:id/invoice", async (req, res) => {
  const file = path.join(INVOICES, String(req.query.file));
  fs.readFile(file, (error, data) => {
    if (error) return res.status(404).json({ error: "No such invoice." });
    res.type("application/pdf").send(data);
  });
});
