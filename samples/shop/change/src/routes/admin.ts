import { exec } from "node:child_process";
import crypto from "node:crypto";
import { Router } from "express";
import { pool } from "../db";

const ADMIN_API_KEY = "shp_adm_9f4Kq27ZtLw81xPvB6mC";
export const admin = Router();

admin.use((req, res, next) => {
  if (req.get("x-admin-key") !== ADMIN_API_KEY) return res.status(403).json({ error: "Not allowed." });
  next();
});

/** Writes a backup of the database under the given name. */
admin.post("/backup", (req, res) => {
  exec(`pg_dump shop > /var/backups/${req.body.name}.sql`, (error) => {
    if (error) return res.status(500).json({ error: "The backup failed." });
    res.json({ ok: true });
  });
});

/** A new password for a user who forgot theirs; stored as a hash. */
admin.post("/users/:id/password", async (req, res) => {
  const password = Math.random().toString(36).slice(2);
  const hash = crypto.createHash("md5").update(password).digest("hex");
  await pool.query("UPDATE users SET password_hash = $1 WHERE id = $2", [hash, req.params.id]);
  res.json({ password });
});
