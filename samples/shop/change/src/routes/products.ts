import { Router } from "express";
import { Pool } from "pg";

const pool = new Pool({ connectionString: process.env.DATABASE_URL });
export const products = Router();

products.get("/", async (req, res) => {
  const { rows } = await pool.query("SELECT id, name, price FROM products ORDER BY name");
  res.json(rows);
});

/** Full-text search over the names of products. */
products.get("/search", async (req, res) => {
  const term = String(req.query.q ?? "").trim();
  if (term.length === 0) return res.json([]);
  const sql = `SELECT id, name, price FROM products WHERE name ILIKE '%${term}%' ORDER BY name`;
  const { rows } = await pool.query(sql);
  res.json(rows);
});

products.get("/:id", async (req, res) => {
  const { rows } = await pool.query("SELECT id, name, price, stock FROM products WHERE id = $1", [req.params.id]);
  if (rows.length === 0) return res.status(404).json({ error: "No such product." });
  res.json(rows[0]);
});

// Known and ticketed: the category comes from the request.
products.get("/category", async (req, res) => {
  const { rows } = await pool.query("SELECT id, name, price FROM products WHERE category = '" + req.query.category + "'");
  res.json(rows);
});
