/** Finds the expressions that build a query: the argument itself, or what is assigned to the variable that it names. Pure. */

import { childOf, type Node, type Tree } from "../../tree/node.ts";
import { type QueryPart, queryParts, type Refused } from "./queryParts.ts";

export interface QueryBuild {
  /** In the order in which they run; together they give the text of the query. */
  readonly expressions: readonly { readonly node: Node; readonly parts: readonly QueryPart[] }[];
}

const wholeQuery =
  "the query begins with a value; keep the SQL in the program, and choose names and sort orders from a list of allowed ones";

/** @param query the first argument of `call`. */
export function queryBuild(query: Node, call: Node, tree: Tree, text: string): QueryBuild | Refused {
  const nodes = query.kind === "name" ? assignedExpressions(query, call) : [query];
  if ("refused" in nodes) return nodes;
  const expressions: { node: Node; parts: readonly QueryPart[] }[] = [];
  for (const node of nodes) {
    const parts = queryParts(node, text);
    if ("refused" in parts) return parts;
    if (parts[0]?.kind !== "text") return { refused: wholeQuery };
    if (tree.comments.some((comment) => comment.start >= node.start && comment.end <= node.end))
      return { refused: "a comment stands inside the query" };
    expressions.push({ node, parts });
  }
  if (query.kind === "name") {
    const refused = whyNotMoved(expressions, nodes, call);
    if (refused) return { refused };
  }
  return { expressions };
}

/** What is assigned to the variable, with `=` once and then with `+=`, straight down to the call. */
export function assignedExpressions(query: Node, call: Node): readonly Node[] | Refused {
  const scope = enclosing(query, (node) => node.kind === "function" || node.kind === "file");
  const uses = scope ? namesIn(scope, query.text).filter((node) => node !== query) : [];
  const assignments = uses
    .map((use) => use.parent)
    .filter((node): node is Node => node?.kind === "declare" || node?.kind === "assign");
  if (assignments.length === 0) return { refused: `where ${query.text} comes from cannot be told` };
  if (assignments.length !== uses.length || assignments.some((node, index) => childOf(node, "target") !== uses[index])) {
    return { refused: `${query.text} is used for something else too` };
  }
  const [first, ...later] = assignments;
  const list = first?.parent;
  const isPlain =
    first &&
    (first.kind === "declare" || first.text === "=") &&
    later.every((node) => node.kind === "assign" && node.text === "+=");
  const statement = list ? enclosing(call, (node) => node.parent === list) : undefined;
  if (!list || !isPlain || !statement || assignments.some((node) => node.parent !== list || node.end > statement.start)) {
    return { refused: `${query.text} is put together in branches` };
  }
  if (runsAgain(call, statement)) return { refused: "the query runs in a loop or another function" };
  const values = assignments.map((node) => childOf(node, "value"));
  return values.every((value): value is Node => value !== undefined)
    ? values
    : { refused: `where ${query.text} comes from cannot be told` };
}

/** Whether the statement can run the call more than once, or later; what a loop goes over is evaluated once. */
function runsAgain(call: Node, statement: Node): boolean {
  for (let node = call; node !== statement; ) {
    const { parent, role } = node;
    if (!parent || parent.kind === "function" || (parent.kind === "loop" && role !== "value")) return true;
    if (parent.kind === "comprehension" && role === "clause" && parent.children.find((child) => child.role === role) !== node)
      return true;
    if (parent.kind === "comprehension" && role === "element") return true;
    node = parent;
  }
  return false;
}

/** The values are evaluated where the query runs from now on: that must give the same. */
function whyNotMoved(expressions: QueryBuild["expressions"], nodes: readonly Node[], call: Node): string | undefined {
  const values = expressions.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === "value" ? [part.node] : [])));
  const list = nodes[0]?.parent?.parent;
  const statements = list?.children ?? [];
  const start = nodes[0]?.parent?.start ?? 0;
  const first = statements.findIndex((statement) => statement.start === start);
  const last = statements.findIndex((statement) => statement.start <= call.start && statement.end >= call.end);
  const between = statements.slice(first + 1, last).filter((statement) => !nodes.some((node) => node.parent === statement));
  for (const value of values) {
    if (holds(value, (node) => ["await", "yield", "assign", "update", "delete"].includes(node.kind)))
      return "a value has a side effect";
    if (between.length > 0 && holds(value, (node) => node.kind === "call" || node.kind === "new"))
      return "a value is computed, and other statements stand before the query";
    const names = new Set<string>();
    holds(value, (node) => {
      if (node.kind === "name") names.add(node.text);
      return false;
    });
    const changes = (node: Node): boolean =>
      (node.kind === "assign" || node.kind === "declare" || node.kind === "update") &&
      holds(childOf(node, "target") ?? node, (part) => part.kind === "name" && names.has(part.text));
    if (between.some((statement) => holds(statement, changes))) return "a value changes before the query runs";
  }
  return undefined;
}

function holds(node: Node, test: (node: Node) => unknown): boolean {
  return Boolean(test(node)) || node.children.some((child) => holds(child, test));
}

export function enclosing(node: Node, test: (node: Node) => boolean): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) if (test(at)) return at;
  return undefined;
}

/** Uses of a variable; names of properties and keys are strings or stand in the role `property`. */
export function namesIn(scope: Node, text: string): Node[] {
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (node.kind === "name" && node.text === text && node.role !== "property") found.push(node);
    node.children.forEach(visit);
  };
  visit(scope);
  return found;
}
