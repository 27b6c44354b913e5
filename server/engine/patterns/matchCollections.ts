/** Arrays, tuples, dictionaries, objects and what is taken out of them. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { type Bound, bind, bindingOf, noOutcome, type Outcomes } from "./bindings.ts";
import { hasFlags, matchSignature } from "./matchDefinitions.ts";
import { chain, heldFunction, isSequence, type Matcher, matchAnyOrder, matchList, matchSame, type Run } from "./matchRun.ts";
import { declaredObject, tupleParts } from "./mayMatch.ts";
import { isMetavariable } from "./patternSource.ts";

function isOpen(pattern: Node): boolean {
  return pattern.children.length === 1 && pattern.children[0]?.kind === "ellipsis";
}

/** JavaScript objects: in any order, others may be there too. Python dictionaries: in any order, others only where an ellipsis is. */
export const matchObject: Matcher = (run, pattern, node, bound) => {
  const python = run.context.tree.language === "python";
  const anything = python && isOpen(pattern);
  if (anything && (node.kind === "set" || (node.kind === "comprehension" && ["set", "object"].includes(node.text))))
    return [bound];
  if (node.kind !== "object") {
    const held = declaredObject(run, node);
    return held ? matchObject(run, pattern, held, bound) : noOutcome;
  }
  if (anything) return [bound];
  if (pattern.children.length === 0 && python) return node.children.length === 0 ? [bound] : noOutcome;
  const wanted = pattern.children.filter(({ kind }) => !isSequence(kind));
  // With `**d` in it, a dictionary is a set to Semgrep.
  if (python && hasSplat(node) && !hasSplat(pattern)) return noOutcome;
  const whole = python || !run.context.matching.implicit_ellipsis;
  if (whole && wanted.length === pattern.children.length && wanted.length !== node.children.length) return noOutcome;
  return matchAnyOrder(run, wanted, node.children, bound);
};

function hasSplat({ children }: Node): boolean {
  return children.some(({ kind }) => kind === "spread");
}

/** `key: function () {}`, `key: () => {}` and `key() {}` are the same, and not what `key: $X` means. */
export const matchPair: Matcher = (run, pattern, node, bound) => {
  if (run.context.tree.language === "python") return matchSame(run, pattern, node, bound);
  if (pattern.type === "object_assignment_pattern") return matchSame(run, pattern, node, bound);
  const [key, value] = pattern.children;
  const method = node.kind === "function" ? node : heldFunction(node);
  if (!key || !value) return noOutcome;
  if (!method) {
    const [nodeKey] = node.children;
    const [, nodeValue] = node.children;
    // Recorded: `{a = 1}` in a pattern that takes an object apart is no `a: $X`.
    const unseen = node.type === "object_assignment_pattern" && !run.facts.precise;
    if (node.kind !== "pair" || unseen || !nodeKey || !nodeValue) return noOutcome;
    // A function with a name of its own is no method.
    if (value.kind === "function" && nodeValue.kind === "function" && !childrenOf(value, "name")[0]) return noOutcome;
    const [wanted, found] = [withoutDefault(run, value), withoutDefault(run, nodeValue)];
    return chain(matchKey(run, pattern, node, bound), (next) => run.match(run, wanted, found, next));
  }
  const name = method === node ? childrenOf(node, "name")[0] : node.children[0];
  if (!name || (value.kind !== "ellipsis" && (value.kind !== "function" || !hasFlags(run, value, method)))) return noOutcome;
  return chain(run.match(run, key, name, bound), (next) =>
    value.kind === "ellipsis" ? [next] : matchSignature(run, value, method, next),
  );
};

/** `[key]: x` is not `key: x`, but a metavariable is met by both. */
function matchKey(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const [key] = pattern.children;
  const [nodeKey] = node.children;
  if (!key || !nodeKey) return noOutcome;
  if (key.kind === "string" && isMetavariable(key.text) && (nodeKey.kind !== "string" || node.text !== "") && pattern.text === "")
    return bind(bound, key.text, bindingOf(run.context.tree, [nodeKey], nodeKey.start));
  if (pattern.text !== node.text && !(pattern.text === "" && key.kind === "metavariable")) return noOutcome;
  return run.match(run, key, nodeKey, bound);
}

/** Where an object or a list is taken apart, what a part gets that is not there does not count: `{a: b = 1}` is `{a: b}`. */
function withoutDefault({ facts }: Run, node: Node): Node {
  return node.type === "assignment_pattern" && !facts.precise ? (childOf(node, "target") ?? node) : node;
}

/** `[...]` is met by comprehensions too. */
export const matchArray: Matcher = (run, pattern, node, bound) => {
  if (node.kind === "comprehension" && node.text === "array" && isOpen(pattern)) return [bound];
  if (node.type !== "array_pattern" || run.facts.precise) return matchSame(run, pattern, node, bound);
  const parts = (list: readonly Node[]): readonly Node[] => list.map((part) => withoutDefault(run, part));
  return matchList(run, parts(pattern.children), parts(node.children), bound);
};

/**
 * To Semgrep an entry of a dictionary and an index of several parts are tuples too, and what a loop or a `with` gives several names
 * to is none.
 */
export const matchTuple: Matcher = (run, pattern, node, bound) => {
  if (run.facts.precise || run.context.tree.language !== "python") return matchSame(run, pattern, node, bound);
  const parts = pattern.parent && node.kind === "tuple" ? node.children : tupleParts(node);
  return parts ? matchList(run, pattern.children, parts, bound) : noOutcome;
};

/** With `**d` in it, a dictionary is a set to Semgrep. */
export const matchSet: Matcher = (run, pattern, node, bound) =>
  !run.facts.precise && node.kind === "object" && hasSplat(node)
    ? matchList(run, pattern.children, node.children, bound)
    : matchSame(run, pattern, node, bound);

/** The element is one expression; to Semgrep an entry of a dictionary is one too. */
export const matchComprehension: Matcher = (run, pattern, node, bound) => {
  const [element, ...clauses] = pattern.children;
  const [nodeElement, ...nodeClauses] = node.children;
  if (node.kind !== "comprehension" || !element || !nodeElement) return noOutcome;
  const entry = pattern.text === "set" && node.text === "object" && !run.facts.precise;
  if (pattern.text !== node.text && !entry) return noOutcome;
  return chain(run.match(run, element, nodeElement, bound), (next) => matchList(run, clauses, nodeClauses, next));
};

/** `a[i, j]` has a tuple as its one index; a slice is only met by a slice, and several with one among them are several accesses. */
export const matchIndex: Matcher = (run, pattern, node, bound) => {
  const [object, ...indices] = pattern.children;
  const [nodeObject, ...nodeIndices] = node.children;
  if (node.kind !== "index" || !object || !nodeObject) return noOutcome;
  return chain(run.match(run, object, nodeObject, bound), (next) => matchIndices(run, indices, nodeIndices, next));
};

const isSlice = ({ kind }: Node): boolean => kind === "slice";

function matchIndices(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  const [only] = patterns;
  const [first] = nodes;
  const sliced = nodes.some(isSlice);
  if (patterns.length !== 1 || !only) {
    const parts = nodes.length === 1 && first?.kind === "tuple" && !run.facts.precise ? first.children : nodes;
    const open = sliced && patterns.some(({ kind }) => isSequence(kind));
    return parts.length < 2 || open || sliced !== patterns.some(isSlice) ? noOutcome : matchList(run, patterns, parts, bound);
  }
  if (nodes.length < 2) return sliced === isSlice(only) ? matchList(run, patterns, nodes, bound) : noOutcome;
  if (sliced)
    return nodes.filter((node) => isSlice(node) === isSlice(only)).flatMap((node) => matchList(run, patterns, [node], bound));
  if (only.kind === "metavariable") return bind(bound, only.text, bindingOf(run.context.tree, nodes, 0));
  return matchList(run, only.kind === "tuple" ? only.children : patterns, nodes, bound);
}

/** `del ...` is met by the deletion of one thing. */
export const matchDelete: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "delete" || (isOpen(pattern) && node.children.length !== 1)) return noOutcome;
  return matchList(run, pattern.children, node.children, bound);
};
