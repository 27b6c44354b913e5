/** Puts an expression into a variable of its own before its statement. Pure. */

import type { Node, Tree } from "../../tree/node.ts";
import type { FixRefusal } from "../fix.ts";
import { enclosing } from "../query/queryBuild.ts";
import { assertionBehind } from "./fillTemplate.ts";
import { isTaken } from "./importNames.ts";

export interface NewVariable {
  readonly name: string;
  /** The line that gives it its value. */
  readonly line: string;
}

/** Text and paths are put together by these; anything else that runs may depend on what stands before it. */
const pure =
  /^(?:join|resolve|normalize|basename|dirname|str|String|Path|format|cwd|homedir|tmpdir|gettempdir|getcwd|get|query|param|get_argument|get_query_argument)$/;

/** @param metavariable `$FILE` proposes the name `file`. */
export function newVariable(metavariable: string, node: Node | undefined, tree: Tree): NewVariable | FixRefusal {
  if (!node) return { refused: "the expression could not be found" };
  if (!runsFirst(node)) return { refused: "the code runs only sometimes, or in a function without statements of its own" };
  if (changesThings(node)) return { refused: "a value has a side effect" };
  const source = tree.text.slice(node.start, node.end) + assertionBehind(node, tree);
  if (source.includes("\n")) return { refused: "the expression is written in several lines" };
  const base = metavariable.slice(1).toLowerCase();
  const around = enclosing(node, ({ kind }) => kind === "function") ?? tree.root;
  let name = base;
  for (let next = 2; isTaken(name, around); next++) name = `${base}${next}`;
  return { name, line: tree.language === "python" ? `${name} = ${source}` : `const ${name} = ${source};` };
}

/** Whether the statement runs it exactly once, before anything else that it does could matter. */
function runsFirst(node: Node): boolean {
  for (let at = node; at.role !== "statement"; ) {
    const { parent, role } = at;
    if (!parent) return false;
    if (parent.kind === "function" || parent.kind === "comprehension" || parent.kind === "class") return false;
    if (parent.kind === "conditional" && role !== "condition") return false;
    if (parent.kind === "binary" && role === "right" && /^(?:and|or|&&|\|\||\?\?)$/.test(parent.text)) return false;
    if (parent.kind === "branch" && (role !== "condition" || parent.role !== "statement")) return false;
    if (parent.kind === "loop" && (role !== "value" || parent.role !== "statement")) return false;
    if (parent.kind === "case" || parent.kind === "decorator" || parent.kind === "parameter") return false;
    if (parent.kind === "try" || parent.kind === "catch") return false;
    at = parent;
  }
  return true;
}

function changesThings(node: Node): boolean {
  if (["await", "yield", "assign", "update", "delete", "function"].includes(node.kind)) return true;
  const callee = node.kind === "call" || node.kind === "new" ? node.children.find(({ role }) => role === "callee") : undefined;
  const isPure = node.kind === "new" ? /^URL(?:SearchParams)?$/ : pure;
  return (callee !== undefined && !isPure.test(callee.text)) || node.children.some(changesThings);
}
