/** In which order the parts of a formula narrow down what its patterns found. */

import type { Node } from "../tree/node.ts";
import { anchorName } from "./candidates.ts";
import type { CompiledNode } from "./compileFormula.ts";
import type { Pattern } from "./parsePattern.ts";

/** One part: what a match must lie in or go together with, or must not be. */
export interface Step {
  readonly how: "inside" | "both" | "not";
  readonly of: CompiledNode;
}

interface Order {
  /** What is looked for in the whole file, the fastest first: the rest only looks near it. */
  readonly first: readonly CompiledNode[];
  readonly steps: readonly Step[];
}

/**
 * A sequence of statements is dear to look for, so what one node excludes goes before it, where that comes to the same: where none of its
 * metavariables is bound in between.
 *
 * @param precise Also before a choice of sequences that something must lie in: to Semgrep it may lie in what was found, and is what is
 *   excluded then.
 */
export function orderOf(
  positive: readonly CompiledNode[],
  inside: readonly CompiledNode[],
  not: readonly CompiledNode[],
  precise: boolean,
): Order {
  // Without a pattern beside them the insides are what is found first.
  if (positive.length === 0) return { first: inside, steps: not.map(excluding) };
  const around = precise ? positive.filter((part) => isNarrowing(part) && hasSequence(part)) : [];
  const first = around.length < positive.length ? positive.filter((part) => !around.includes(part)) : positive;
  const cut = inside.findIndex(hasSequence);
  const lone = cut < 0 ? inside : inside.slice(0, cut);
  const after = [...(first === positive ? [] : around.map(joining)), ...(cut < 0 ? [] : inside.slice(cut).map(narrowing))];
  const early = earlyOnes(first, after, not);
  return {
    first: first.toSorted((a, b) => costOf(a) - costOf(b)),
    steps: [
      ...lone.map(narrowing),
      ...[...early].map(excluding),
      ...after,
      ...not.filter((part) => !early.has(part)).map(excluding),
    ],
  };
}

function earlyOnes(
  first: readonly CompiledNode[],
  after: readonly Step[],
  not: readonly CompiledNode[],
): ReadonlySet<CompiledNode> {
  const candidates = after.length === 0 ? [] : not.filter(isLone);
  if (candidates.length === 0) return new Set();
  const known = new Set(first.flatMap((part) => [...bindsAlways(part)]));
  const later = new Set(after.flatMap(({ of }) => [...named(of)].filter((name) => !known.has(name))));
  return new Set(candidates.filter((part) => ![...named(part)].some((name) => later.has(name))));
}

function narrowing(of: CompiledNode): Step {
  return { how: "inside", of };
}

function joining(of: CompiledNode): Step {
  return { how: "both", of };
}

function excluding(of: CompiledNode): Step {
  return { how: "not", of };
}

/** Whether it only says where something must lie. */
function isNarrowing(formula: CompiledNode): boolean {
  switch (formula.op) {
    case "inside":
      return true;
    case "any":
      return formula.of.every(isNarrowing);
    case "all":
      return formula.positive.every(isNarrowing) && formula.positive.length + formula.inside.length > 0;
    default:
      return false;
  }
}

function isLone(formula: CompiledNode): boolean {
  const part = formula.op === "inside" ? formula.of : formula;
  return part.op === "pattern" && part.pattern.nodes.length === 1;
}

function hasSequence(formula: CompiledNode): boolean {
  switch (formula.op) {
    case "pattern":
      return formula.pattern.nodes.length > 1;
    case "inside":
      return hasSequence(formula.of);
    case "any":
      return formula.of.some(hasSequence);
    case "all":
      return [...formula.positive, ...formula.inside].some(hasSequence);
    default:
      return false;
  }
}

/** Metavariables that it names anywhere; what a regex calls its groups too. */
function named(formula: CompiledNode): Set<string> {
  switch (formula.op) {
    case "pattern":
      return new Set(formula.pattern.nodes.flatMap(metavariablesOf));
    case "regex":
      return new Set(Array.from(formula.source.matchAll(groups), ([, name]) => `$${name}`));
    case "words":
      return new Set();
    case "inside":
      return named(formula.of);
    case "any":
      return new Set(formula.of.flatMap((part) => [...named(part)]));
    case "all": {
      const parts = [...formula.positive, ...formula.inside, ...formula.anywhere].flatMap((part) => [...named(part)]);
      return new Set([...parts, ...formula.where.flatMap((one) => (one.op === "pattern" ? [...named(one.formula)] : []))]);
    }
  }
}

/** Metavariables that each of its matches binds. */
function bindsAlways(formula: CompiledNode): Set<string> {
  switch (formula.op) {
    case "pattern":
      return named(formula);
    case "regex":
    case "words":
      return new Set();
    case "inside":
      return bindsAlways(formula.of);
    case "any": {
      const [first, ...others] = formula.of.map(bindsAlways);
      return new Set([...(first ?? [])].filter((name) => others.every((other) => other.has(name))));
    }
    case "all":
      return new Set([...formula.positive, ...formula.inside].flatMap((part) => [...bindsAlways(part)]));
  }
}

const groups = /\(\?P?<([A-Z_][A-Z_0-9]*)>/g;
const metavariable = /\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*/g;

function metavariablesOf({ text, children }: Node): string[] {
  return [...(text.match(metavariable) ?? []), ...children.flatMap(metavariablesOf)];
}

/** How much of a file has to be looked at, roughly. */
function costOf(formula: CompiledNode): number {
  switch (formula.op) {
    case "pattern":
      return patternCost(formula.pattern);
    case "regex":
    case "words":
      return 3;
    case "inside":
      return costOf(formula.of);
    case "any":
      return Math.max(0, ...formula.of.map(costOf));
    case "all":
      return Math.min(6, ...[...formula.positive, ...formula.inside].map(costOf));
  }
}

function patternCost({ nodes }: Pattern): number {
  const [only, second] = nodes;
  if (!only || second) return 4;
  if (only.kind === "metavariable" || only.kind === "ellipsis" || only.kind === "deep") return 6;
  if (anchorName(only) !== "") return 0;
  return only.kind === "call" || only.kind === "member" || only.kind === "name" || only.kind === "string" ? 5 : 2;
}
