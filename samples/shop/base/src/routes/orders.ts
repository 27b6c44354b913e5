import { Router } from "express";
import { pool } from "../db";

export const orders = Router();

orders.get("/", async (req, res) => {
  const { rows } = await pool.query("SELECT id, total, placed FROM orders WHERE user_id = $1", [res.locals.userId]);
  res.json(rows);
});

orders.get("/:id", async (req, res) => {
  const { rows } = await pool.query("SELECT * FROM orders WHERE id = $1 AND user_id = $2", [req.params.id, res.locals.userId]);
  if (rows.length === 0) return res.status(404).json({ error: "No such order." });
  res.json(rows[0]);
});
