/** Which places are the last that run before a function is left, and which calls never come back. */

import type { Match } from "../patterns/match.ts";
import type { Node } from "../tree/node.ts";

/** Whether the function, or the file, is left right after the statement that a match stands in. */
export function isAtExit({ node }: Match): boolean {
  for (let at = node; at?.parent; at = at.parent) {
    if (at.kind === "return" || at.kind === "throw") return true;
    const { parent } = at;
    if (parent.kind === "function") return true;
    if (parent.kind === "loop" && at.role === "body") return false;
    if (parent.kind === "try" && at.role !== "finally" && parent.children.at(-1)?.role === "finally") return false;
    if (isList(parent) && at.role === "statement" && parent.children.at(-1) !== at) return false;
  }
  return true;
}

function isList({ kind }: Node): boolean {
  return kind === "block" || kind === "file" || kind === "case";
}

const endings = new Set(
  (
    "abort flask.abort bottle.abort flask_restful.abort flask_smorest.abort werkzeug.exceptions.abort sys.exit exit quit os._exit os.abort " +
    "parser.error parser.exit ap.error ap.exit process.exit process.abort program.error program.help " +
    "ctx.throw this.ctx.throw next/navigation.redirect next/navigation.permanentRedirect next/navigation.notFound " +
    "@sveltejs/kit.error @sveltejs/kit.redirect"
  ).split(" "),
);

/** @param name Of a function, as imports resolve it. */
export function neverReturns(name: string): boolean {
  return endings.has(name);
}
