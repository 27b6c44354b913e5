/** Which rules can match in a file, by the words that it holds: asking each rule of a large set takes longer than most rules do. */

import type { CompiledFormula } from "../patterns/compileFormula.ts";
import { hasAll } from "../patterns/needs.ts";
import type { CompiledBody, CompiledRule, CompiledTaint } from "./compileRule.ts";
import { isMet } from "./requires.ts";

/** Words that must all be there, and the sides of rules for which that is enough. */
interface WordSet {
  readonly words: readonly string[];
  readonly sides: number[];
}

/** Built once for the rules of a language. */
export class RulesByWord {
  /** By the longest word of each set, which the fewest files hold. */
  private readonly sets = new Map<string, WordSet[]>();
  /** Of each rule the sides that ask for words: one for a formula, up to two for sources and sinks. None: it can match anywhere. */
  private readonly sidesOf: readonly (readonly number[])[];
  private readonly count: number;

  constructor(rules: readonly CompiledRule[]) {
    const known = new Map<string, WordSet>();
    let count = 0;
    this.sidesOf = rules.map(({ body }) =>
      sidesOf(body).flatMap((formulas) => {
        if (formulas.some(({ needs }) => needs.length === 0 || needs.some((words) => words.length === 0))) return [];
        const side = count++;
        for (const { needs } of formulas) for (const words of needs) this.add(words, side, known);
        return [side];
      }),
    );
    this.count = count;
  }

  /** @returns For each rule, in their order, whether it can match in a file with these words. */
  in(texts: ReadonlySet<string>): readonly boolean[] {
    const met = new Uint8Array(this.count);
    for (const text of texts) {
      const sets = this.sets.get(text);
      if (!sets) continue;
      for (let at = 0; at < sets.length; at++) {
        const set = sets[at];
        if (set && hasAll(set.words, texts)) for (let i = 0; i < set.sides.length; i++) met[set.sides[i] ?? 0] = 1;
      }
    }
    return this.sidesOf.map((sides) => sides.every((side) => met[side] === 1));
  }

  private add(words: readonly string[], side: number, known: Map<string, WordSet>): void {
    const key = words.join(" ");
    const set = known.get(key);
    if (set) {
      if (set.sides.at(-1) !== side) set.sides.push(side);
      return;
    }
    const made: WordSet = { words, sides: [side] };
    known.set(key, made);
    const rarest = words.reduce((longest, word) => (word.length > longest.length ? word : longest), "");
    const sets = this.sets.get(rarest);
    if (sets) sets.push(made);
    else this.sets.set(rarest, [made]);
  }
}

/** Formulas of which one has to match, for each side that has to. A side without any matches nowhere. */
function sidesOf(body: CompiledBody): readonly (readonly CompiledFormula[])[] {
  if (body.mode === "secrets" || body.mode === "routes") return [];
  if (body.mode === "search" || body.mode === "removed") return [[body.formula]];
  return [body.sinks.map(({ formula }) => formula), firstSources(body.sources).map(({ formula }) => formula)];
}

/** Where data begins: what asks for the label of other data is only met behind that. */
export function firstSources(sources: CompiledTaint["sources"]): CompiledTaint["sources"] {
  const known = first.get(sources);
  if (known) return known;
  const found = sources.filter(({ requires = [] }) => requires.every(({ labels }) => isMet(labels, () => false)));
  const some = found.length > 0 ? found : sources;
  first.set(sources, some);
  return some;
}

/** Always the same list for the same one. */
const first = new WeakMap<CompiledTaint["sources"], CompiledTaint["sources"]>();
