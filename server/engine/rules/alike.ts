/** Which rules of a team follow the same data, so that it is followed once for all of them. */

import type { CompiledFormula } from "../patterns/compileFormula.ts";
import { type Compiled, type CompiledRule, isTaint, type TaintRule } from "./compileRule.ts";
import type { TaintPart, TaintPropagator } from "./rule.ts";

type Part = Compiled<TaintPart> | Compiled<TaintPropagator>;

/** @returns The rules in their order, those that differ in their sinks alone with the same number in `together`. */
export function markAlike(rules: readonly CompiledRule[]): readonly CompiledRule[] {
  const numbers = new Map<CompiledFormula, number>();
  const numberOf = (formula: CompiledFormula): number => {
    const number = numbers.get(formula) ?? numbers.size;
    numbers.set(formula, number);
    return number;
  };
  // The same formula is compiled once for a language.
  const write = (parts: readonly Part[]): unknown[] =>
    parts.map(({ formula, needs: _, ...rest }) => [numberOf(formula), Object.entries(rest).sort()]);
  const groups = new Map<string, number>();
  return rules.map((compiled) => {
    if (!isTaint(compiled) || !mayJoin(compiled)) return compiled;
    const { sources, sanitizers, propagators } = compiled.body;
    const key = JSON.stringify([compiled.rule.options, write(sources), write(sanitizers), write(propagators)]);
    const together = groups.get(key) ?? groups.size;
    groups.set(key, together);
    return { ...compiled, together };
  });
}

/** What a rule of the first profile finds at one sink has nothing to do with its other sinks, unless they ask for more than data. */
function mayJoin({ rule, body }: TaintRule): boolean {
  const { sources, sinks, sanitizers } = body;
  return (
    rule.profile === "documented" &&
    sinks.every(({ within, requires, atExit }) => !within && !requires && !atExit) &&
    sources.every(({ control, requires }) => !control && !requires) &&
    sanitizers.every(({ notConflicting }) => !notConflicting)
  );
}
