/** Tells what is put in the place of a removed guard under a name that no rule knows. Pure. */

import type { Guard } from "../engine/guards/guard.ts";
import { linesOf } from "./changedLines.ts";
import type { Side } from "./side.ts";
import { wordsOf } from "./words.ts";

/** Lines of a function that is given to a router. */
const mostLines = 12;

const kinds: readonly { readonly rule: RegExp; readonly names: RegExp; readonly bodies: RegExp }[] = [
  {
    rule: /\.permission-check-removed$/,
    names: /admin|role|permi|scope|polic|owner|abilit|access|staff|acl$|rbac|can[A-Z_]|authori[sz]e|restrict|privileg|superuser/i,
    bodies: /\b403\b|[fF]orbidden|isAdmin|is_admin|\broles?\b/,
  },
  {
    rule: /\.sign-in-check-removed$/,
    names:
      /auth|jwt|log_?in|sign(?:ed)?_?in|guard|protect|verif|passport|identity|token|clerk|admin|role|(?:require|current)_?user/i,
    bodies: /jwtVerify\(|\bverify\w*\(|authenticate\w*\(|\b401\b|[uU]nauthori[sz]ed/,
  },
];

/** What is put before a router's routes. */
const layer = /^\s*(?:await\s+)?([\w$.]+)\.(addHook|use|register|onRequest|onBeforeHandle|before_request|guard)\((.*)/s;

/** Makes ready what a check needs, and asks nobody. */
const onlyPrepares = /^\s*(?:fastify|cors|cookie|session|helmet|require|import|jwt|express|formbody|multipart)/i;

/** Whether a hook, middleware, plugin or decorator that the change wrote there is named after what went, or asks for it. */
export function hasStandIn(guard: Guard, side: Side): boolean {
  const { ruleId } = guard.finding;
  if (ruleId.endsWith(".csrf-check-removed")) return addedLines(guard, side).some((text) => takesNoLink.test(text));
  // `isValidPassword` is a check of what comes in by its name.
  if (/\.password-check-removed$/.test(ruleId) || (/\.validation-removed$/.test(ruleId) && /password/i.test(guard.name)))
    return addedLines(guard, side).some((text) => comparesHash.test(text));
  const kind = kinds.find(({ rule }) => rule.test(ruleId));
  if (!kind) return false;
  const line = side.baseLines.lineText(linesOf(side.baseLines, guard.finding.span).start);
  const before = new Set(wordsOf(line));
  const isNamed = (code: string): boolean =>
    wordsOf(code.replace(/(["'`])(?:(?!\1).)*\1/g, "")).some((word) => !before.has(word) && kind.names.test(word));
  const receiver = layer.exec(line)?.[1];
  if (receiver !== undefined)
    return layersOf(receiver, guard, side).some(({ given, body }) => isNamed(given) || kind.bodies.test(body));
  // `@roles.admin` in the place of `@admin_required`.
  return /^\s*@/.test(line) && addedLines(guard, side).some((text) => /^\s*@/.test(text) && isNamed(text));
}

/** Decorators by which a view answers no link. */
const takesNoLink = /^\s*@[\w.]+\.(?:post|put|patch|delete)\(|^\s*@.*methods\s*=\s*[[(](?!.*["']GET["']).*["']POST["']/;

/** A call that is handed the password and what is kept of it, and that something goes by. */
const comparesHash =
  /(?:=(?!=)|\bif\b|\breturn\b|&&|\band\b).*\w\((?=[^;]*(?:hash|digest|encrypted|hashed|verifier)\w*\s*[,)])(?=[^;]*password\w*\s*[,)\]])/i;

/** Changed lines in the place of a guard on which no guard is recognized. */
function addedLines(guard: Guard, side: Side): string[] {
  const own = linesOf(side.baseLines, guard.finding.span);
  const hunk = side.hunks.find(({ base }) => base.start < own.end && own.start < base.end);
  if (!hunk) return [];
  return numbers(hunk.current)
    .filter((line) => !isKnown(line, guard, side))
    .map((line) => side.lines.lineText(line));
}

/** What the change put before the routes of a router. */
function layersOf(receiver: string, guard: Guard, side: Side): { readonly given: string; readonly body: string }[] {
  return side.hunks
    .flatMap(({ current }) => numbers(current).map((line) => ({ line, end: current.end })))
    .filter(({ line }) => !isKnown(line, guard, side))
    .flatMap(({ line, end }) => {
      const [, to, method, given = ""] = layer.exec(side.lines.lineText(line)) ?? [];
      if (to !== receiver || (method === "register" && onlyPrepares.test(given))) return [];
      const written = /=>|\bfunction\b/.test(given);
      const body = written
        ? numbers({ start: line, end: Math.min(end, line + mostLines) })
            .map((at) => side.lines.lineText(at))
            .join("\n")
        : "";
      return [{ given: written ? "" : given, body }];
    });
}

function isKnown(line: number, { finding: { ruleId } }: Guard, { current, lines }: Side): boolean {
  return (current?.guards?.found ?? []).some((one) => {
    const { start, end } = linesOf(lines, one.finding.span);
    return one.covers.includes(ruleId) && start <= line && line < end;
  });
}

function numbers({ start, end }: { readonly start: number; readonly end: number }): number[] {
  return Array.from({ length: end - start }, (_, at) => start + at);
}
