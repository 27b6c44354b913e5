/** Finds the call that a query is written at where the program runs it through a function of its own. Pure. */

import type { PathStep } from "../../findings/finding.ts";
import { endOfPath } from "../../findings/finding.ts";
import { indexLines } from "../../tree/lineIndex.ts";
import { childOf, childrenOf, type Node, type Tree } from "../../tree/node.ts";
import type { Span } from "../../tree/span.ts";
import type { FixContext } from "../fix.ts";
import type { Driver } from "./drivers.ts";
import { driverOfCall } from "./neighbours.ts";
import type { Refused } from "./queryParts.ts";

export interface QueryCall {
  readonly call: Node;
  readonly query: Node;
  /** The name that is called, without its object. */
  readonly method: string;
}

/** The call of a method whose first argument lies at `span`; else the outermost that holds it there, or is there itself. A callback holds nothing. */
export function queryCallAt(tree: Tree, span: Span): QueryCall | undefined {
  const isMethod = ({ call }: QueryCall): boolean => childOf(call, "callee")?.kind === "member";
  return (
    firstCall(tree, span, (call) => isMethod(call) && isAt(call.query, span)) ??
    firstCall(tree, span, (call) => isMethod(call) && (holdsPlainly(call.query, span) || isAt(call.call, span)))
  );
}

function firstCall(tree: Tree, span: Span, test: (call: QueryCall) => boolean): QueryCall | undefined {
  let found: QueryCall | undefined;
  const visit = (node: Node): void => {
    if (found || node.start > span.start || node.end < span.end) return;
    const query = node.kind === "call" ? childrenOf(node, "argument")[0] : undefined;
    const callee = childOf(node, "callee");
    const call = query && callee && { call: node, query, method: callee.text };
    if (call && test(call)) found = call;
    node.children.forEach(visit);
  };
  visit(tree.root);
  return found;
}

function holdsPlainly(node: Node, span: Span): boolean {
  if (node.start > span.start || node.end < span.end || node.kind === "function") return false;
  const inner = node.children.find((child) => child.start <= span.start && child.end >= span.end);
  return !inner || isAt(inner, span) || holdsPlainly(inner, span);
}

function isAt({ start, end }: Node, span: Span): boolean {
  return start === span.start && end === span.end;
}

/**
 * Where the program has a function that runs its queries, the values go to that function, which has to hand them to the driver.
 *
 * @returns The call at which the query is written, and the driver behind it; `undefined` where the driver itself is called there.
 */
export function throughWrapper(context: FixContext): { readonly call: QueryCall; readonly driver: Driver } | Refused | undefined {
  const { tree, finding } = context;
  const sink = endOfPath(finding.path);
  const inner = sink && finding.path[finding.path.indexOf(sink) + 1];
  const run = inner ?? (sink?.elsewhere ? sink : undefined);
  if (run) {
    const call = firstCall(tree, finding.span, ({ call: node, query }) => isAt(inner ? query : node, finding.span));
    return call
      ? behind(call, runIn(run, context), placeOf(run))
      : { refused: "the call that runs the query could not be found" };
  }
  const own = queryCallAt(tree, finding.span);
  if (own?.query.kind !== "name" || !parametersOf(functionAround(own.call)).includes(own.query.text)) return undefined;
  const handed = finding.path.findLast(({ note, elsewhere }) => !elsewhere && note.startsWith("handed to "));
  const call = handed && firstCall(tree, handed.span, ({ call: node }) => isAt(node, handed.span));
  return call && behind(call, { tree, call: own }, "");
}

interface Runs {
  readonly tree: Tree;
  readonly call: QueryCall;
}

function runIn({ span, elsewhere }: PathStep, { tree: here, treeOf }: FixContext): Runs | undefined {
  const tree = elsewhere ? treeOf(elsewhere.path) : here;
  if (!tree) return undefined;
  const lines = elsewhere && indexLines(tree.text);
  const offset = ({ line, character }: { line: number; character: number }): number => (lines?.lineStart(line) ?? 0) + character;
  const call = queryCallAt(tree, elsewhere ? { start: offset(elsewhere.start), end: offset(elsewhere.end) } : span);
  return call && { tree, call };
}

function placeOf({ elsewhere }: PathStep): string {
  return elsewhere ? ` (${elsewhere.path}:${elsewhere.start.line + 1})` : "";
}

/** Values are called so, and callbacks are not. */
const valuesName = /^(?:bind|param|arg|val|var|data|replace|input)/i;

/** @param runs The call of the driver in the function that `call` is of. */
function behind(call: QueryCall, runs: Runs | undefined, place: string): { call: QueryCall; driver: Driver } | Refused {
  const name = `${call.method}()${place}`;
  const around = runs && functionAround(runs.call.call);
  const [query, values] = parametersOf(around);
  const [given, handed] = runs ? childrenOf(runs.call.call, "argument") : [];
  const isThin = around && nameOfFunction(around) === call.method && query !== undefined && isName(given, query);
  const isBuiltThere = !isThin && given !== undefined && beginsWithText(given);
  if (isBuiltThere) return { refused: `the query is put together in ${name}; hand its values over beside it there` };
  if (!isThin) return { refused: `what ${name} does with the query before it runs cannot be told` };
  if (values === undefined || !valuesName.test(values) || !isName(handed, values))
    return { refused: `${name} hands no values to the database; give it a parameter for them first` };
  const changed = [query, values].find((parameter) => !isOnlyHandedOn(parameter, around, runs.call, [query, values]));
  if (changed !== undefined) return { refused: `${name} uses \`${changed}\` for more than handing it on, so it may be changed` };
  const driver = driverOfCall(runs.tree, runs.call.call, runs.call.method);
  if ("refused" in driver) return driver;
  return driver.passing === "statement" ? { refused: `${name} prepares the statement by itself` } : { call, driver };
}

/** `"SELECT ..." + x`, and no query of a caller's that goes on. */
function beginsWithText(node: Node): boolean {
  let at = node;
  while ((at.kind === "binary" || at.kind === "template") && at.children[0]) [at] = at.children;
  return at.kind === "string" || at.kind === "stringPart";
}

const logs = /^(?:console|log|logger|logging)$/i;

/** Whether a parameter is used for nothing but such a call as the one that runs the query, and for what is logged. */
function isOnlyHandedOn(parameter: string, around: Node, { method }: QueryCall, handed: readonly string[]): boolean {
  const runs = (call: Node): boolean =>
    childOf(call, "callee")?.text === method && handed.every((name, at) => isName(childrenOf(call, "argument")[at], name));
  const isFine = (use: Node): boolean => {
    if (use.role === "property" || (use.role === "target" && use.parent?.kind === "parameter")) return true;
    let at: Node = use;
    while (at.role !== "argument" && (at.parent?.kind === "pair" || at.parent?.kind === "object")) at = at.parent;
    const call = at.role === "argument" && at.parent?.kind === "call" ? at.parent : undefined;
    const logger = call && childOf(call, "callee")?.children[0];
    return (
      (call !== undefined && at === use && runs(call)) ||
      ((logger?.kind === "name" || logger?.kind === "member") && logs.test(logger.text))
    );
  };
  const visit = (node: Node): boolean => (isName(node, parameter) ? isFine(node) : node.children.every(visit));
  return visit(around);
}

function isName(node: Node | undefined, text: string): boolean {
  return node?.kind === "name" && node.text === text;
}

/** The nearest function that has a name: `new Promise((resolve) => ...)` in it is part of it. */
function functionAround(node: Node): Node | undefined {
  let at = node.parent;
  while (at && !(at.kind === "function" && nameOfFunction(at) !== undefined)) at = at.parent;
  return at;
}

function nameOfFunction(node: Node): string | undefined {
  const { parent } = node;
  const named = childOf(node, "name");
  if (named) return named.text;
  if (parent?.kind === "pair") return childOf(parent, "key")?.text;
  if (parent?.kind === "declare" || parent?.kind === "assign") return childOf(parent, "target")?.text;
  return parent?.kind === "field" ? childOf(parent, "name")?.text : undefined;
}

/** Names of the parameters that take one argument each, without the object that a Python method belongs to. */
function parametersOf(node: Node | undefined): readonly string[] {
  const names: string[] = [];
  for (const parameter of node ? childrenOf(node, "parameter") : []) {
    const target = childOf(parameter, "target");
    if (target?.kind !== "name" || parameter.text !== "") break;
    if (names.length > 0 || !/^(self|cls)$/.test(target.text)) names.push(target.text);
  }
  return names;
}
