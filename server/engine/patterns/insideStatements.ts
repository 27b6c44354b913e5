/** What stands inside a statement: the expressions that a pattern for a statement is tried on, and the statements of what is nested. */

import { childOf, type Kind, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { statementKinds } from "./implicitReturns.ts";
import { heldFunction, isArrowBody, isExpressionPlace } from "./matchRun.ts";

/**
 * Expressions inside an expression statement, `return`, declaration or assignment, as far as Semgrep looks into them: into all of what is
 * returned or declared, and not into the kinds below in other statements. What is assigned to is not entered, nor are functions.
 */
export function expressionsIn(node: Node, precise: boolean): readonly Node[] {
  if (statementKinds.has(node.kind) && !entered.has(node.kind) && node.type !== "unary_expression") return [];
  const known = precise ? insidePrecise : inside;
  let found = known.get(node);
  if (!found) {
    found = !precise && isLookedThrough(node) ? allExpressions(node) : collectExpressions(node, precise);
    known.set(node, found);
  }
  return found;
}

const inside = new Notes<Node, readonly Node[]>();
const insidePrecise = new Notes<Node, readonly Node[]>();

/** What a `return` gives back is at the top of it; declarations are looked into all the same. */
export function returnedBy(node: Node, precise: boolean): readonly Node[] {
  const { kind, children } = node;
  if (kind === "declare" || kind === "field" || (kind === "assign" && childOf(node, "type"))) return expressionsIn(node, precise);
  return kind === "return" ? children.slice(0, 1) : [];
}

const entered: ReadonlySet<Kind> = new Set(["return", "declare", "field"]);
const notEntered: ReadonlySet<Kind> = new Set(["function", "class", "index", "conditional", "new", "jsxElement", "other"]);

function isLookedThrough(node: Node): boolean {
  const { kind } = node;
  return entered.has(kind) || (kind === "assign" && childOf(node, "type") !== undefined) || isArrowBody(node);
}

function collectExpressions(node: Node, precise: boolean): readonly Node[] {
  const closed = (kind: Kind): boolean => notEntered.has(kind) || (!precise && kind === "comprehension");
  const found: Node[] = [];
  const stack = closed(node.kind) ? [] : partsOf(node);
  for (let inner = stack.pop(); inner; inner = stack.pop()) {
    if (isExpressionPlace(inner)) found.push(inner);
    if (!closed(inner.kind)) stack.push(...partsOf(inner));
  }
  return found;
}

function partsOf({ kind, children }: Node): Node[] {
  return children.filter(({ role }) => role !== "target" || kind === "loop");
}

function allExpressions(node: Node): readonly Node[] {
  const found: Node[] = [];
  const stack = node.children.filter(({ role }) => role !== "target" && role !== "type" && role !== "name");
  for (let inner = stack.pop(); inner; inner = stack.pop()) {
    if (isExpressionPlace(inner)) found.push(inner);
    if (inner.kind !== "block" && inner.kind !== "class") stack.push(...expressionParts(inner));
  }
  return found;
}

/** Of a lambda what it gives; a class that is made and a key in brackets are no expressions of their own to Semgrep. */
function expressionParts({ kind, type, text, children }: Node): readonly Node[] {
  if (kind === "function") return type === "lambda" ? children.slice(-1) : [];
  return kind === "new" || (kind === "pair" && text === "[]") ? children.slice(1) : children;
}

/** Each statement of a list followed by the statements inside it, in source order. */
interface Nested {
  readonly nodes: Node[];
  /** For each of them the index of the statement of the list in which it stands. */
  readonly tops: number[];
  /** For each statement of the list where it stands among them. */
  readonly starts: number[];
}

type NestedNotes = Notes<Node, { readonly list: readonly Node[]; readonly all: Nested }>;

/** Kept with the first statement of the list. */
const nestedIn: NestedNotes = new Notes();
const nestedInPrecise: NestedNotes = new Notes();

export function nested(list: readonly Node[], precise: boolean): Nested {
  const notes = precise ? nestedInPrecise : nestedIn;
  const [first] = list;
  const known = first && notes.get(first);
  if (known?.list === list) return known.all;
  const all: Nested = { nodes: [], tops: [], starts: [] };
  for (const [top, node] of list.entries()) {
    all.starts.push(all.nodes.length);
    all.nodes.push(node);
    all.tops.push(top);
    if (precise) collectInside(node, top, all);
    else collectStatements(node, top, all, { open: true, lambdas: node.parent?.kind === "file" });
  }
  if (first) notes.set(first, { list, all });
  return all;
}

function collectInside(node: Node, top: number, into: Nested): void {
  for (const child of node.children) {
    if (child.role === "statement" || (isArrowBody(child) && child.parent === node)) {
      into.nodes.push(child);
      into.tops.push(top);
    }
    // Methods of an object literal are not statements of the function around it.
    if (!(child.kind === "function" && child.role === "element")) collectInside(child, top, into);
  }
}

/** @property open Whether statements found here count. @property lambdas Whether what a lambda of Python gives does. */
interface Entered {
  readonly open: boolean;
  readonly lambdas: boolean;
}

/**
 * As Semgrep does: the functions in expressions are entered, but of methods of an object or of a class in an expression only the
 * functions inside them; and lambdas of Python only among the statements of the file.
 */
function collectStatements(node: Node, top: number, into: Nested, how: Entered): void {
  const given = node.kind === "function" ? node.children.filter(({ role }) => role === "body") : node.children;
  const labelled = node.type === "labeled_statement" ? node.children.at(-1) : undefined;
  for (const child of given) {
    const isStatement = child.role === "statement" || child === labelled;
    if (how.open && (isStatement || (isArrowBody(child) && (how.lambdas || node.type !== "lambda")))) {
      into.nodes.push(child);
      into.tops.push(top);
    }
    if (child.role === "base") continue;
    const open = staysOpen(node, child, isStatement, how.open);
    collectStatements(child, top, into, open === how.open ? how : { ...how, open });
  }
}

function staysOpen(node: Node, child: Node, isStatement: boolean, open: boolean): boolean {
  if (child.kind === "class") return open && isStatement;
  if (child.kind !== "function" || isStatement || child.type === "lambda") return open;
  if (node.kind === "object" || (node.kind === "pair" && heldFunction(node) === child)) return false;
  return node.kind === "field" || node.parent?.kind === "class" ? open : true;
}
