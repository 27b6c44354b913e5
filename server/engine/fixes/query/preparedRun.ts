/** Finds where a prepared statement that stands in a variable is run. Pure. */

import { childOf, childrenOf, type Node } from "../../tree/node.ts";
import { enclosing, namesIn } from "./queryBuild.ts";
import type { Refused } from "./queryParts.ts";

const runs = /^(?:run|get|all|iterate)$/;

/** @param call prepares the statement. @returns The one call that runs it, to which its values can be handed as they are there. */
export function preparedRun(call: Node): Node | Refused {
  const direct = runOf(call);
  if (direct) return direct;
  const declared = call.parent;
  const target = declared && (declared.kind === "declare" || declared.kind === "assign") && childOf(declared, "target");
  const scope = enclosing(call, ({ kind }) => kind === "function" || kind === "file");
  if (!declared || !target || target.kind !== "name" || !scope)
    return { refused: "where the prepared statement is run cannot be told" };
  const uses = namesIn(scope, target.text).filter((use) => use !== target);
  const found = uses.map((use) => runOf(use));
  const [only, ...others] = found;
  if (others.length > 0 || !only)
    return { refused: "the prepared statement is run in several places; hand over the values at each of them" };
  const list = declared.parent;
  const statement = enclosing(only, ({ parent }) => parent === list);
  if (!list || !statement || statement.start < declared.end || runsLater(only, statement))
    return { refused: "the prepared statement is run elsewhere, where its values may be others; hand them over there" };
  const between = list.children.filter(({ start, end }) => start >= declared.end && end <= statement.start);
  return mayChange(call, between) ? { refused: "a value may change before the prepared statement runs" } : only;
}

/** `node.run()`, and the like. */
function runOf(node: Node): Node | undefined {
  const member = node.parent?.kind === "member" && childOf(node.parent, "object") === node ? node.parent : undefined;
  const run = member?.parent;
  const isRun = run?.kind === "call" && childOf(run, "callee") === member && runs.test(member?.text ?? "");
  return isRun && childrenOf(run, "argument").length === 0 ? run : undefined;
}

function runsLater(run: Node, statement: Node): boolean {
  for (let at = run; at !== statement; ) {
    const { parent } = at;
    if (!parent || parent.kind === "function" || parent.kind === "loop") return true;
    at = parent;
  }
  return false;
}

const changing = new Set<Node["kind"]>(["assign", "update", "delete", "call", "new", "await", "yield"]);

/** Statements between the two that run something may change what the values are, unless these are constants. */
function mayChange(prepared: Node, between: readonly Node[]): boolean {
  const [query] = childrenOf(prepared, "argument");
  const own = query && holds(query, ({ kind }) => kind === "call" || kind === "new" || kind === "member" || kind === "index");
  const names = new Set<string>();
  if (query)
    holds(query, (node) => {
      if (node.kind === "name") names.add(node.text);
      return false;
    });
  const writes = (node: Node): boolean =>
    (node.kind === "assign" || node.kind === "update") &&
    holds(childOf(node, "target") ?? node, (part) => part.kind === "name" && names.has(part.text));
  return between.some(
    (statement) => holds(statement, writes) || (own === true && holds(statement, ({ kind }) => changing.has(kind))),
  );
}

function holds(node: Node, test: (node: Node) => boolean): boolean {
  return test(node) || node.children.some((child) => holds(child, test));
}
