import { createHash, timingSafeEqual } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import { pool } from "./db";

/** Lets a request pass that carries the key of a session, and puts the user's id beside it. */
export async function requireUser(req: Request, res: Response, next: NextFunction) {
  const key = createHash("sha256").update(req.get("x-session") ?? "").digest();
  const { rows } = await pool.query("SELECT user_id, key FROM sessions WHERE key = $1 AND expires > now()", [key]);
  const [session] = rows;
  if (!session || !timingSafeEqual(session.key, key)) {
    res.status(401).json({ error: "Please sign in." });
    return;
  }
  res.locals.userId = session.user_id;
  next();
}
