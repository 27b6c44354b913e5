/** Tells guards, open routes and sensitive routes by the names in them. Pure. */

import type { RouteDraft } from "./draft.ts";
import type { GuardKind, Lack, OuterGuard } from "./route.ts";
import type { RouteMatchers } from "./routeWords.ts";
import { comparesPassword, signsSomebodyIn } from "./signingIn.ts";

export const guardKinds: readonly GuardKind[] = ["authorization", "validation", "rate limit", "csrf", "owner"];

export const outerGuards: readonly OuterGuard[] = [...guardKinds, "role"];

export const lacks: readonly Lack[] = [...outerGuards, "log"];

/** @param names With their members: "requireAuth", "req.user", "passport.authenticate". */
export function guardOf(kind: GuardKind, names: readonly string[], words: RouteMatchers): string | undefined {
  return names.find((name) => words.guard(kind, name) && !words.isOpen(name));
}

/** Asks what the caller may do, and not only who it is. */
export function roleOf(names: readonly string[], words: RouteMatchers): string | undefined {
  return names.find((name) => words.has("privileges", name) && !words.isOpen(name));
}

export function isOpen(names: readonly string[], words: RouteMatchers): boolean {
  return names.some((name) => words.isOpen(name));
}

/** @param names of the handler: a webhook is open where it checks who signed the call. */
export function isPublicPath(
  { path, method, handler }: Pick<RouteDraft, "path" | "method" | "handler">,
  names: readonly string[],
  words: RouteMatchers,
): boolean {
  if (method === "OPTIONS" || method === "HEAD") return true;
  if (words.has("hook-paths", path)) return names.some((name) => words.has("signatures", name));
  if ((path === "/" || path === "") && method !== "POST") return method === "GET" || method === "ANY";
  if (method === "GET" && words.has("documentation", path)) return true;
  const isPublic = /^\/?\*/.test(path) || words.has("public-paths", path);
  // Somebody's password is no sign-in.
  if (/[:{<[]\w*id\b/i.test(path)) return isPublic;
  if (isPublic || words.has("sensitive-paths", path) || words.has("leaving-paths", path)) return true;
  if (method !== "POST" || !names.some((name) => comparesPassword.test(name))) return false;
  // `POST /session` and its like take a name and a password.
  return words.has("sign-in-paths", path) || (handler !== undefined && signsSomebodyIn(handler, names));
}

export function isSensitivePath(path: string, method: string, words: RouteMatchers): boolean {
  return method !== "GET" && method !== "DELETE" && words.has("sensitive-paths", path) && !words.has("leaving-paths", path);
}
