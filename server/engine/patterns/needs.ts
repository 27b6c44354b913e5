/** What a file must contain for a formula to match, so that a rule that cannot match costs nothing. */

import type { Node } from "../tree/node.ts";
import type { CompiledCondition, CompiledNode } from "./compileFormula.ts";
import { isPlainKey } from "./parsePattern.ts";
import { isMetavariable } from "./patternSource.ts";

/** One of these sets must occur whole. No set, or an empty one: nothing is needed. */
export type Needs = readonly (readonly string[])[];

const nothing: Needs = [];
/** More alternatives are not worth testing. */
const maxSets = 24;

export function needsOf(formula: CompiledNode): Needs {
  const sets = needed(formula);
  return sets.some((set) => set.length === 0) ? nothing : sets.map((set) => [...new Set(set)]);
}

/** Never empty: one empty set where nothing is needed. */
function needed(formula: CompiledNode): Needs {
  switch (formula.op) {
    case "pattern": {
      const words: string[] = [];
      for (const node of formula.pattern.nodes) collectWords(node, words);
      return [words];
    }
    case "regex":
      return [[]];
    case "inside":
      return needed(formula.of);
    case "any": {
      const sets = formula.of.flatMap((part) => needed(part));
      return sets.length === 0 || sets.length > maxSets ? [[]] : sets;
    }
    case "all":
      return [...[...formula.positive, ...formula.inside].map(needed), ...formula.where.map(neededBy)].reduce(both, [[]]);
  }
}

/** `^(a|b)$` on a metavariable: one of these has to be there. */
function neededBy(condition: CompiledCondition): Needs {
  if (condition.op === "pattern") return condition.language ? [[]] : needed(condition.formula);
  const source = condition.source.replace(/^\^/, "");
  if (!source.endsWith("$")) return [[]];
  const inner = /^\((?:\?:)?([^()]*)\)\$$/.exec(source)?.[1] ?? source.slice(0, -1);
  const names = inner.split("|").map((name) => name.replaceAll("\\.", "."));
  return names.every((name) => /^[\w.]+$/.test(name)) && !/(?<!\\)\./.test(inner) ? names.map(wordsOf) : [[]];
}

function both(a: Needs, b: Needs): Needs {
  if (a.length * b.length <= maxSets) return a.flatMap((left) => b.map((right) => [...left, ...right]));
  return a.length <= b.length && a.some((set) => set.length > 0) ? a : b;
}

/** The words of a text as they are looked up: runs of letters, digits, `_` and `$`. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_$]+/gu) ?? [];
}

function collectWords(node: Node, into: string[]): void {
  switch (node.kind) {
    case "name":
      if (!isMetavariable(node.text)) into.push(...wordsOf(node.text));
      break;
    case "member":
      if (node.children[1]?.kind === "name") into.push(node.text);
      break;
    case "string":
      if (isPlainKey(node) && !isMetavariable(node.text)) into.push(...wordsOf(node.text));
      break;
    case "keywordArgument":
    case "jsxAttribute":
      if (!isMetavariable(node.text)) into.push(...wordsOf(node.text));
      break;
    case "import":
      if (!isMetavariable(node.text) && node.text !== "...") into.push(...wordsOf(node.text));
      break;
    case "binding":
      if (!isMetavariable(node.text) && node.text !== "*" && node.text !== "default") into.push(...wordsOf(node.text));
      break;
    default:
  }
  for (const child of node.children) collectWords(child, into);
}
