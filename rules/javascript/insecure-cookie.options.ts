import { getIronSession } from "iron-session";

const opts = { httpOnly: false };
export const later = { httpOnly: true, secure: false };
const good = { httpOnly: true, secure: true };

export function signIn(res: Response, token: string) {
  // ruleid: javascript.insecure-cookie
  res.cookie("session", token, opts);
  // ruleid: javascript.insecure-cookie
  res.cookie("session", token, later);
  // ok: javascript.insecure-cookie
  res.cookie("session", token, good);
}

// ruleid: javascript.insecure-cookie
const sealed = { cookieName: "shop", password: process.env.SEAL, cookieOptions: { secure: false, httpOnly: true } };
// ok: javascript.insecure-cookie
const better = { cookieName: "shop", password: process.env.SEAL, cookieOptions: { secure: production, httpOnly: true } };
