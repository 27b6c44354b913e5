/** Calls and their arguments. */

import { prefixedCallType } from "../languages/javascriptTable.ts";
import type { Node } from "../tree/node.ts";
import { type Bound, bind, noOutcome, type Outcomes } from "./bindings.ts";
import { bindMarked, chain, distinct, type Matcher, matchList, matchSame, matchSlice, matchText, type Run } from "./matchRun.ts";
import { isMetavariable } from "./patternSource.ts";

/** `f(...)` and `new F(...)`; a tagged template is also a call, and as a pattern only met by its like. */
export const matchCall: Matcher = (run, pattern, node, bound) => {
  if (pattern.kind !== node.kind || (isTagged(pattern) && !isTagged(node))) return noOutcome;
  const callee = pattern.children[0];
  const nodeCallee = node.children[0];
  if (!callee || !nodeCallee || nodeCallee.role !== "callee") return noOutcome;
  if (node.type === prefixedCallType && !run.facts.precise && callee.kind !== "metavariable") return noOutcome;
  const typed = pattern.text === "" || run.facts.precise ? [bound] : matchTypeArguments(pattern, node, bound);
  const marked = callee.kind === "metavariable" && pattern.text === "" && node.text.startsWith("<") && !run.facts.precise;
  const called = chain(typed, (next) =>
    marked ? bindMarked(run, callee.text, nodeCallee, node.text.slice(0, -1), next) : run.match(run, callee, nodeCallee, next),
  );
  if (called.length === 0) return noOutcome;
  return chain(called, (next) => matchArguments(run, pattern.children.slice(1), node.children.slice(1), next));
};

/** To Semgrep `await f<T>(x)` is a call of `await f`. */
export const matchAwait: Matcher = (run, pattern, node, bound) => {
  const [call] = node.children;
  if (node.kind !== pattern.kind || call?.type !== prefixedCallType || run.facts.precise)
    return matchSame(run, pattern, node, bound);
  const [wanted] = pattern.children;
  const [callee] = call.children;
  return wanted && callee && pattern.parent === undefined ? run.match(run, wanted, callee, bound) : noOutcome;
};

/** `f<T>(...)`, which only calls of plain names are asked for. */
function matchTypeArguments(pattern: Node, node: Node, bound: Bound): Outcomes {
  const [wanted, found] = [typesIn(pattern.text), typesIn(node.text)];
  if (node.text === "" || wanted.length !== found.length) return noOutcome;
  const span = { start: node.start, end: node.end };
  return wanted.reduce<Outcomes>(
    (outcomes, type, at) => {
      const text = found[at] ?? "";
      if (isMetavariable(type)) return chain(outcomes, (next) => bind(next, type, { span, text, nodes: [] }));
      return type === text ? outcomes : noOutcome;
    },
    [bound],
  );
}

/** Of `<A, B>`; those that hold others in a list are not taken apart. */
function typesIn(text: string): string[] {
  const inner = text.slice(1, -1).replace(/\s+/g, "");
  return /[<({[]/.test(inner) ? [inner] : inner.split(",");
}

/** The template ends where the call does: there is no closing parenthesis. */
function isTagged(call: Node): boolean {
  const argument = call.children[1];
  return argument?.kind === "template" && argument.end === call.end;
}

/** In order; a keyword argument takes the one of its name wherever it stands among those that are left. */
function matchArguments(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  const [pattern, ...rest] = patterns;
  if (!pattern || !patterns.some(({ kind }) => kind === "keywordArgument")) return matchList(run, patterns, nodes, bound);
  const outcomes: Bound[] = [];
  if (pattern.kind === "ellipsis" || pattern.kind === "ellipsisMetavariable") {
    for (let end = 0; end <= nodes.length && run.context.budget.left-- > 0; end++)
      for (const next of matchSlice(run, pattern, nodes.slice(0, end), bound))
        outcomes.push(...matchArguments(run, rest, nodes.slice(end), next));
    return distinct(outcomes);
  }
  const reachable = pattern.kind === "keywordArgument" ? nodes : nodes.slice(0, 1);
  for (const [at, node] of reachable.entries())
    for (const next of run.match(run, pattern, node, bound))
      outcomes.push(...matchArguments(run, rest, nodes.toSpliced(at, 1), next));
  return distinct(outcomes);
}

export const matchKeyword: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "keywordArgument") return noOutcome;
  const named = matchText(pattern, node, bound);
  const [value] = pattern.children;
  const [nodeValue] = node.children;
  return chain(named, (next) => (value && nodeValue ? run.match(run, value, nodeValue, next) : noOutcome));
};
