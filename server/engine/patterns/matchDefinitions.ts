/** Functions, classes and decorators: a pattern that says less is met by code that says more. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { type Bound, noOutcome, type Outcomes } from "./bindings.ts";
import { bindNode, chain, heldFunction, type Matcher, matchAnyOrder, matchList, type Run } from "./matchRun.ts";
import { matchBody, matchStatement } from "./matchStatements.ts";
import { matchDeclaredType } from "./matchTypes.ts";

const askedFor = ["async", "generator", "get", "set", "static", "readonly", "abstract", "public", "protected", "private"];

export const matchFunction: Matcher = (run, pattern, node, bound) => {
  const held = heldFunction(node);
  const found = held ?? node;
  // The name of a function expression is not asked for.
  const name = pattern.type === "function_expression" ? undefined : childOf(pattern, "name");
  if (found.kind !== "function" || (name?.kind !== "ellipsis" && !sameForm(run, pattern, name, found, held !== undefined)))
    return noOutcome;
  if (!name && !run.facts.precise && isHeld(node)) return noOutcome;
  if (!run.context.matching.arrow_is_function && formOf(pattern) !== formOf(node)) return noOutcome;
  if (!mayFit(run, pattern, found, node)) return noOutcome;
  if (name && pattern.text !== "") {
    if (!hasFlags(run, pattern, found)) return noOutcome;
  }
  if (!name || name.kind === "ellipsis") return matchSignature(run, pattern, found, bound);
  const nodeName = held ? node.children[0] : childOf(found, "name");
  const named = nodeName ? matchFunctionName(run, name, nodeName, bound) : noOutcome;
  return chain(named, (next) => matchSignature(run, pattern, found, next, node));
};

/** Whether a function is `async`, `static`, ... where the pattern is. */
export function hasFlags(run: Run, pattern: Node, node: Node): boolean {
  const flags = flagsOf(run, node);
  return flagsOf(run, pattern).every((flag) => !askedFor.includes(flag) || flags.includes(flag));
}

/** To Semgrep a function of Python with decorators is not `async`, in patterns and in code. */
function flagsOf({ context, facts }: Run, { text, children }: Node): string[] {
  if (!facts.precise && context.tree.language === "python" && children[0]?.role === "decorator") return [];
  return text.split(" ");
}

/** How a function is written. */
function formOf(node: Node): "arrow" | "expression" | "method" | "declaration" {
  const found = heldFunction(node);
  if (node.text.split(" ").includes("arrow")) return "arrow";
  if (found || node.type === "method_definition") return "method";
  return childOf(node, "name") && node.type !== "function_expression" ? "declaration" : "expression";
}

/** Most functions are none of a pattern's: their form tells, before anything is bound. */
function mayFit(run: Run, pattern: Node, node: Node, decorated: Node): boolean {
  const parameters = childrenOf(node, "parameter");
  let at = 0;
  for (const wanted of pattern.children) {
    if (wanted.role === "decorator" && wanted.kind !== "ellipsis" && !childOf(decorated, "decorator")) return false;
    if (wanted.role !== "parameter") continue;
    if (wanted.kind === "ellipsis" || wanted.kind === "ellipsisMetavariable") break;
    const parameter = parameters[at++];
    if (!parameter || !mayStandFor(run, childOf(wanted, "target"), parameter)) return false;
  }
  const [body, code] = [childOf(pattern, "body"), childOf(node, "body")];
  const [first] = body?.kind === "block" && code?.kind === "block" ? body.children : [];
  return (
    first?.kind !== "string" ||
    (code?.children[0] !== undefined && matchStatement(run, first, code.children[0], undefined).length > 0)
  );
}

function mayStandFor(run: Run, target: Node | undefined, parameter: Node): boolean {
  const code = childOf(parameter, "target");
  if (!target || !code || parameter.text !== "") return true;
  if (target.kind === "object" || target.kind === "array") return code.kind === target.kind;
  const test = target.kind === "metavariable" ? run.tests?.get(target.text) : undefined;
  return !test || test(run.context.tree.text.slice(code.start, code.end));
}

/** JavaScript: recorded, `function f($...A, b)` finds nothing, as `$...A` is like a rest parameter; arrows and lone methods do. */
function isUnread(pattern: Node): boolean {
  const form = pattern.type === "method_definition" ? pattern.parent?.parent?.kind === "class" : restLast.has(pattern.type);
  if (!form) return false;
  const parameters = childrenOf(pattern, "parameter");
  return parameters.some(({ kind }, at) => kind === "ellipsisMetavariable" && at < parameters.length - 1);
}

const restLast: ReadonlySet<string> = new Set([
  "function_declaration",
  "function_expression",
  "generator_function",
  "generator_function_declaration",
]);

/**
 * Decorators, parameters, the type that is returned, and the body.
 *
 * @param decorated What the decorators stand before: the field that holds the function, or the function itself.
 */
export function matchSignature(run: Run, pattern: Node, node: Node, bound: Bound, decorated = node): Outcomes {
  if (!run.facts.precise && isUnread(pattern)) return noOutcome;
  let outcomes = matchDecorators(run, pattern, decorated, bound);
  outcomes = chain(outcomes, (next) => matchList(run, childrenOf(pattern, "parameter"), childrenOf(node, "parameter"), next));
  for (const role of ["returnType", "body"] as const) {
    const wanted = childOf(pattern, role);
    const code = childOf(node, role);
    if (wanted && !code) return noOutcome;
    if (wanted && code)
      outcomes = chain(outcomes, (next) =>
        role === "body" ? matchBody(run, wanted, code, next) : matchDeclaredType(run, wanted, code, next),
      );
  }
  return outcomes;
}

/**
 * A pattern with a name is met by declarations and methods, one without a name by function expressions;
 * `f() {...}` only by methods; Python's lambda only by lambdas.
 */
function sameForm({ facts }: Run, pattern: Node, name: Node | undefined, node: Node, held: boolean): boolean {
  if (pattern.type === "method_definition") return node.type === "method_definition" || held;
  const declared =
    node.role === "statement" || node.role === "element" || (node.role === "value" && node.parent?.kind === "export");
  if (pattern.type === "lambda" || node.type === "lambda") return pattern.type === node.type;
  if (name && node.type === "function_expression" && !held && !declared) return facts.precise && isNamedDefinition(node);
  if (name) return held || declared || childOf(node, "name") !== undefined;
  return !held && (!declared || !childOf(node, "name")) && node.type !== "method_definition";
}

/** `module.exports = function signIn() {}` defines as `function signIn() {}` does: the precise profile reads it so. */
function isNamedDefinition(node: Node): boolean {
  const holder = node.parent?.kind;
  return childOf(node, "name") !== undefined && node.role === "value" && (holder === "assign" || holder === "declare");
}

/** The function of `key: () => {}` is a method by that name and no function expression; the precise profile sees both. */
function isHeld(node: Node): boolean {
  return node.parent !== undefined && heldFunction(node.parent) === node;
}

function matchFunctionName(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  if (pattern.kind === "metavariable") return bindNode(run, pattern.text, node, bound);
  return pattern.text === node.text ? [bound] : noOutcome;
}

export function matchDecorators(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const wanted = childrenOf(pattern, "decorator").filter(({ kind }) => kind !== "ellipsis");
  if (wanted.length === 0) return [bound];
  const decorators = childrenOf(node, "decorator");
  const ordered = run.context.matching.decorators_order_matters;
  return ordered ? matchInOrder(run, wanted, decorators, bound) : matchAnyOrder(run, wanted, decorators, bound);
}

/** Others may stand between them. */
function matchInOrder(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  const [first, ...rest] = patterns;
  if (!first) return [bound];
  return nodes.flatMap((node, at) =>
    chain(run.match(run, first, node, bound), (next) => matchInOrder(run, rest, nodes.slice(at + 1), next)),
  );
}

/** `@f(...)` is met by `@f` too. */
export const matchDecorator: Matcher = (run, pattern, node, bound) => {
  const [value] = pattern.children;
  const [nodeValue] = node.children;
  if (node.kind !== "decorator" || !value || !nodeValue) return noOutcome;
  const [callee, ...rest] = value.children;
  const named = value.kind === "call" ? callee : value;
  // This one of Python's own is a keyword to Semgrep.
  if (named?.kind === "metavariable" && nodeValue.kind === "name" && keywordDecorators.has(nodeValue.text)) return noOutcome;
  if (value.kind === "call" && nodeValue.kind !== "call" && callee && rest.every(({ kind }) => kind === "ellipsis"))
    return run.match(run, callee, nodeValue, bound);
  const [nodeCallee] = nodeValue.children;
  // `@f` is `@f()`, but not `@f(x)`.
  if (value.kind !== "call" && nodeValue.kind === "call")
    return nodeCallee && nodeValue.children.length === 1 ? run.match(run, value, nodeCallee, bound) : noOutcome;
  return run.match(run, value, nodeValue, bound);
};

const keywordDecorators: ReadonlySet<string> = new Set(["staticmethod"]);

/** A default value and a type are only asked for where the pattern has them. */
export const matchParameter: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "parameter") return noOutcome;
  const [target, nodeTarget] = [childOf(pattern, "target"), childOf(node, "target")];
  // In JavaScript a metavariable is met by a rest parameter too.
  const rest = pattern.children.length === 1 && pattern.text === "" && node.text === "..." && target?.kind === "metavariable";
  if (rest) return bindNode(run, target.text, node, bound);
  if (pattern.text !== node.text) return noOutcome;
  if (!target || !nodeTarget) return target || nodeTarget ? noOutcome : [bound];
  if (!run.facts.precise && !sameParts(pattern, node, target, nodeTarget)) return noOutcome;
  if (node.text === "..." && !run.facts.precise && !childOf(pattern, "type") && childOf(node, "type")) return noOutcome;
  const modifiers = childrenOf(node, "other");
  if (!childrenOf(pattern, "other").every(({ text }) => modifiers.some((other) => other.text === text))) return noOutcome;
  let outcomes = chain(matchDecorators(run, pattern, node, bound), (next) => run.match(run, target, nodeTarget, next));
  for (const role of ["type", "default"] as const) {
    const wanted = childOf(pattern, role);
    const code = childOf(node, role);
    if (wanted && !code) return noOutcome;
    const match = role === "type" ? matchDeclaredType : run.match;
    if (wanted && code) outcomes = chain(outcomes, (next) => match(run, wanted, code, next));
  }
  return outcomes;
};

/** What takes an object or a list apart is another pattern with a default value, and with a type: so Semgrep counts. */
function sameParts(pattern: Node, node: Node, { kind }: Node, code: Node): boolean {
  if (kind !== "object" && kind !== "array")
    return (
      (code.kind !== "object" && code.kind !== "array") ||
      (childOf(pattern, "default") === undefined && childOf(pattern, "type") === undefined)
    );
  const role = childOf(node, "default") ? "default" : "type";
  return (childOf(node, role) === undefined) === (childOf(pattern, role) === undefined);
}

/** Bases from the first on; members in any order, others may be there. */
export const matchClass: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "class") return noOutcome;
  const [name, nodeName] = [childOf(pattern, "name"), childOf(node, "name")];
  if ((name && !nodeName) || (pattern.text !== "" && pattern.text !== node.text)) return noOutcome;
  // JavaScript: a class with a name is a declaration, one without is an expression.
  if (run.context.tree.language !== "python" && (node.type === "class") !== (name === undefined)) return noOutcome;
  const bases = childrenOf(pattern, "base");
  const nodeBases = childrenOf(node, "base");
  const open = bases.some(({ kind }) => kind === "ellipsis");
  let outcomes = name && nodeName ? run.match(run, name, nodeName, bound) : [bound];
  outcomes = chain(outcomes, (next) => matchDecorators(run, pattern, node, next));
  outcomes = chain(outcomes, (next) => matchList(run, bases, open ? nodeBases : nodeBases.slice(0, bases.length), next));
  outcomes = chain(outcomes, (next) => matchAnyOrder(run, childrenOf(pattern, "type"), childrenOf(node, "type"), next));
  const [body, nodeBody] = [childOf(pattern, "body"), childOf(node, "body")];
  if (!body || !nodeBody) return outcomes;
  const members = body.children.filter(({ kind }) => kind !== "ellipsis");
  const whole = !run.context.matching.implicit_ellipsis && members.length === body.children.length;
  if (whole && members.length !== nodeBody.children.length) return noOutcome;
  return chain(outcomes, (next) => matchMembers(run, members, nodeBody.children, next));
};

function matchMembers(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  return patterns.length === 0 ? [bound] : matchAnyOrder(run, patterns, nodes, bound);
}
