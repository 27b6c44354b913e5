/** What a function expression of JavaScript gives back without saying so: the expressions that it can end with. */

import { childOf, type Kind, type Node } from "../tree/node.ts";

export const statementKinds: ReadonlySet<Kind> = new Set([
  "block",
  "declare",
  "return",
  "throw",
  "break",
  "continue",
  "delete",
  "global",
  "assert",
  "branch",
  "loop",
  "try",
  "switch",
  "case",
  "with",
  "import",
  "export",
  "field",
  "function",
  "class",
  "other",
  "metavariable",
  "ellipsis",
  "ellipsisMetavariable",
]);

const functions: ReadonlySet<string> = new Set(["function_expression", "generator_function"]);

/** Whether an expression is a statement with which a function expression ends, also at the end of a branch of it. */
export function isImplicitReturn(node: Node): boolean {
  return isGiven(node) && isEnding(node);
}

/** To Semgrep a function does not give back what it only makes, chooses or assigns; it does give back a call that is assigned. */
function isGiven(node: Node): boolean {
  if (node.kind === "delete") return true;
  if (node.kind !== "assign") return !statementKinds.has(node.kind) && !kept.has(node.kind);
  if (conditional.has(node.text)) return true;
  const value = childOf(node, "value");
  if (node.text !== "=" || !value || childOf(node, "target")?.kind !== "name") return false;
  return calls.has(value.kind) || (value.kind === "unary" && value.text === "typeof");
}

const kept: ReadonlySet<Kind> = new Set(["new", "conditional", "update", "object", "function", "class"]);
const calls: ReadonlySet<Kind> = new Set(["call", "template", "jsxElement"]);
const conditional: ReadonlySet<string> = new Set(["||=", "&&=", "??="]);

function isEnding(node: Node): boolean {
  const { parent, role } = node;
  switch (parent?.kind) {
    case "block":
      if (parent.children.at(-1) !== node) return false;
      return functions.has(parent.parent?.type ?? "") || isEnding(parent);
    case "branch":
      return (role === "then" || role === "else") && isEnding(parent);
    case "catch":
      return role === "body" && isEnding(parent);
    case "try":
      return (role === "finally" || !childOf(parent, "finally")) && isEnding(parent);
    case "case":
      return isLastOfCase(node, parent) && isEnding(parent);
    case "switch":
      return role === "case" && isEnding(parent);
    default:
      return false;
  }
}

/** Nothing is run behind it: `break` follows, or no other case does. */
function isLastOfCase(node: Node, { children, parent }: Node): boolean {
  const next = children[children.indexOf(node) + 1];
  return next ? next.kind === "break" : parent?.children.at(-1) === node.parent;
}

/** The expressions with which a function with this body can end. */
export function implicitReturns(body: Node): readonly Node[] {
  if (!functions.has(body.parent?.type ?? "")) return [];
  const found: Node[] = [];
  const stack = body.children.slice(-1);
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isImplicitReturn(node)) found.push(node);
    else if (node.kind === "block") stack.push(...node.children.slice(-1));
    else if (node.kind === "case") stack.push(...node.children.slice(-2));
    else if (inner.has(node.kind))
      stack.push(...node.children.filter(({ kind }) => statementKinds.has(kind) || kind === "catch"));
  }
  return found;
}

const inner: ReadonlySet<Kind> = new Set(["branch", "try", "catch", "switch"]);
