/** Branches, loops, `try`, `with` and `switch`. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { type Bound, bind, bindingOf, noOutcome, type Outcomes } from "./bindings.ts";
import { bindMarked, byRoles, chain, type Matcher, matchAnyOrder, matchList, matchOptional, type Run } from "./matchRun.ts";
import { matchStatements } from "./matchStatements.ts";

/** `if (x) ...` without `else` is met by one that has it; without a body (`if (x)`) by any. */
export const matchBranch: Matcher = (run, pattern, node, bound) => matchParts(run, pattern, onlyBranch(run, node) ?? node, bound);

const matchParts = byRoles(["condition", "then", "else"], ["then", "else"]);

/** Python: an `else` that holds nothing but an `if` is an `elif`. */
function onlyBranch(run: Run, { kind, role, children }: Node): Node | undefined {
  const only = kind === "block" && role === "else" && children.length === 1 ? children[0] : undefined;
  return only?.kind === "branch" && run.context.tree.language === "python" ? only : undefined;
}

/** To Semgrep `of x` is what `in $X` stands for: not `x` itself. */
function matchOf(run: Run, wanted: Node, found: Node, bound: Bound): Outcomes {
  if (wanted.kind === "metavariable") return bindMarked(run, wanted.text, found, " of", bound);
  return wanted.kind === "ellipsis" ? [bound] : noOutcome;
}

const alsoIn: ReadonlySet<string> = new Set(["for-of", "async-for-in"]);

const headOf = ["init", "condition", "update", "target", "value"] as const;

/** `for (...)` is met by every `for` loop, and `for (x in y)` by `for (x of y)` and `async for`. */
export const matchLoop: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "loop") return noOutcome;
  const [body, nodeBody] = [childOf(pattern, "body"), childOf(node, "body")];
  const [init, nodeInit] = [childOf(pattern, "init"), childOf(node, "init")];
  const bodies = (outcomes: Outcomes): Outcomes =>
    chain(outcomes, (next) => (body ? (nodeBody ? run.match(run, body, nodeBody, next) : noOutcome) : [next]));
  if (init?.kind === "ellipsis" && !childOf(pattern, "condition") && !childOf(pattern, "update"))
    return node.text.startsWith("for") ? bodies([bound]) : noOutcome;
  if (pattern.text !== node.text && !(pattern.text === "for-in" && alsoIn.has(node.text))) return noOutcome;
  const isOf = !run.facts.precise && node.text === "for-of" && pattern.text === "for-in";
  // A metavariable stands for an expression, and a declaration is none.
  if (init?.kind === "metavariable" && nodeInit?.kind === "declare") return noOutcome;
  if (pattern.text === "for" && !run.facts.precise) return bodies(matchHead(run, pattern, node, bound));
  const last = childOf(pattern, "else");
  if (last && !childOf(node, "else")) return noOutcome;
  let outcomes: Outcomes = [bound];
  for (const role of last ? ([...headOf, "else"] as const) : headOf) {
    const [wanted, found] = [childOf(pattern, role), childOf(node, role)];
    if (!wanted && found) return noOutcome;
    if (wanted && found && isOf && role === "value") outcomes = chain(outcomes, (next) => matchOf(run, wanted, found, next));
    else if (wanted) outcomes = chain(outcomes, (next) => matchOptional(run, wanted, found, next));
  }
  return bodies(outcomes);
};

/** `for (a; b; c)`: each part of the pattern asks for one, `...` too; several declarations are met by as many. */
function matchHead(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  return (["init", "condition", "update"] as const).reduce<Outcomes>(
    (outcomes, role) => {
      const [wanted, found] = [childrenOf(pattern, role), childrenOf(node, role)];
      if (wanted.length !== found.length) return noOutcome;
      return chain(outcomes, (next) => matchList(run, wanted, found, next));
    },
    [bound],
  );
}

export const matchTry: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "try") return noOutcome;
  const [wanted, found] = [childrenOf(pattern, "catch"), childrenOf(node, "catch")];
  return chain(byRoles(["body", "else", "finally"])(run, pattern, node, bound), (next) =>
    wanted.length > found.length ? noOutcome : matchAnyOrder(run, wanted, found, next),
  );
};

export const matchCatch: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "catch") return noOutcome;
  const javascript = run.context.tree.language !== "python";
  if (!javascript && !run.facts.precise && isPlain(pattern) && isPlain(node)) return matchExcept(run, pattern, node, bound);
  const outcomes = byRoles(["type", "body"], ["type"])(run, pattern, node, bound);
  if (!javascript && !childOf(pattern, "type") && childOf(node, "type")) return noOutcome;
  const [name, nodeName] = [childOf(pattern, "name"), childOf(node, "name")];
  if (!name) return nodeName && childOf(pattern, "type")?.kind !== "ellipsis" ? noOutcome : outcomes;
  if (javascript && !run.facts.precise && !(nodeName && !isTyped(node)) && !isTyped(pattern))
    return name.kind === "metavariable" ? chain(outcomes, (next) => bindCaught(run, name, node, next)) : noOutcome;
  if (!nodeName) return javascript && name.kind === "metavariable" ? outcomes : noOutcome;
  return chain(outcomes, (next) => run.match(run, name, nodeName, next));
};

function isTyped(node: Node): boolean {
  return childOf(node, "type") !== undefined;
}

/** `e: T` is no variable by itself, and where nothing is named the keyword stands for it: so Semgrep counts. */
function bindCaught({ context }: Run, { text: metavariable }: Node, node: Node, bound: Bound): Outcomes {
  const [name, type] = [childOf(node, "name"), childOf(node, "type")];
  const span = name && type ? { start: name.start, end: type.end } : { start: node.start, end: node.start + "catch".length };
  return bind(bound, metavariable, { span, text: context.tree.text.slice(span.start, span.end), nodes: [] });
}

/** With types of exceptions, and without a name for one. */
function isPlain(node: Node): boolean {
  return childOf(node, "type") !== undefined && childOf(node, "name") === undefined;
}

/** Python: `except (A, B)` is a list of types and `except A` one of a single type, so that no `$X` is a list. */
function matchExcept(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const [body, nodeBody] = [childOf(pattern, "body"), childOf(node, "body")];
  const types = matchList(run, exceptionsOf(pattern), exceptionsOf(node), bound);
  return chain(types, (next) => (body && nodeBody ? run.match(run, body, nodeBody, next) : [next]));
}

function exceptionsOf(node: Node): readonly Node[] {
  const type = childOf(node, "type");
  return type?.kind === "tuple" ? type.children : type ? [type] : [];
}

/** `with` is met by `async with` too. */
export const matchWith: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "with" || (pattern.text !== "" && pattern.text !== node.text)) return noOutcome;
  const [item, found] = [childOf(pattern, "item"), childOf(node, "item")];
  const [body, nodeBody] = [childOf(pattern, "body"), childOf(node, "body")];
  const items = item && found ? run.match(run, item, found, bound) : noOutcome;
  return chain(items, (next) => (body && nodeBody ? run.match(run, body, nodeBody, next) : [next]));
};

/** In `with $X` the metavariable stands for all of `a as b`. */
export const matchWithItem: Matcher = (run, pattern, node, bound) => {
  const value = childOf(pattern, "value");
  if (node.kind === "withItem" && value?.kind === "metavariable" && !childOf(pattern, "target") && childOf(node, "target"))
    return bind(bound, value.text, bindingOf(run.context.tree, [node], node.start));
  return byRoles(["value", "target"])(run, pattern, node, bound);
};

/** The cases of the pattern in any order; others may be there. */
export const matchSwitch: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "switch") return noOutcome;
  const written = childrenOf(pattern, "case");
  const cases = written.filter(({ kind }) => kind !== "ellipsis");
  // Semgrep reads these as the method `switch` of a class.
  if (!run.facts.precise && written.length > cases.length && !cases.some((one) => childOf(one, "value"))) return noOutcome;
  return chain(byRoles(["value"])(run, pattern, node, bound), (next) =>
    matchAnyOrder(run, cases, childrenOf(node, "case"), next),
  );
};

export const matchCase: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "case") return noOutcome;
  return chain(byRoles(["value", "condition"])(run, pattern, node, bound), (next) =>
    matchStatements(run, statementsOf(pattern), statementsOf(node), next),
  );
};

function statementsOf(node: Node): Node[] {
  return childrenOf(node, "statement");
}
