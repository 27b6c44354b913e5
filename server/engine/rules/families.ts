/** Rules that begin with the same kind of data: one look at a file tells which of them have anything to find there. */

import type { CompiledFormula } from "../patterns/compileFormula.ts";
import { type Compiled, type CompiledRule, type CompiledTaint, isTaint, type TaintRule } from "./compileRule.ts";
import { type Rule, staysWithinFile, type TaintPart } from "./rule.ts";

/** Two rules or more. */
export interface Family {
  readonly rules: ReadonlySet<Rule>;
}

/** A sink of one of several rules. */
export type OwnedSink = Compiled<TaintPart> & { readonly owner: Rule };

/** @returns The rules in their order, those of a family with it. */
export function markFamilies(rules: readonly CompiledRule[]): readonly CompiledRule[] {
  const members = new Map<CompiledFormula, Map<string, Set<Rule>>>();
  const familyOf = (compiled: CompiledRule): Set<Rule> | undefined => {
    if (!isTaint(compiled) || !mayJoin(compiled)) return undefined;
    const [first] = compiled.body.sources;
    if (!first) return undefined;
    const byKey = members.get(first.formula) ?? new Map<string, Set<Rule>>();
    members.set(first.formula, byKey);
    const key = JSON.stringify([compiled.rule.options, staysWithinFile(compiled.rule)]);
    const found = byKey.get(key) ?? new Set<Rule>();
    byKey.set(key, found);
    return found;
  };
  const sets = rules.map((compiled) => {
    const set = familyOf(compiled);
    return set?.add(compiled.rule);
  });
  const families = new Map<ReadonlySet<Rule>, Family>();
  return rules.map((compiled, at) => {
    const set = sets[at];
    if (!set || set.size < 2) return compiled;
    const family = families.get(set) ?? { rules: set };
    families.set(set, family);
    return { ...compiled, family };
  });
}

/** What other rules look for may add to what is found of this one, and takes nothing from it. */
function mayJoin({ rule, body, matching }: TaintRule): boolean {
  const { sources, sinks, propagators } = body;
  return (
    rule.trusted === true &&
    rule.profile === "precise" &&
    !matching &&
    rule.options["taint_unify_mvars"] !== true &&
    sinks.every(({ requires }) => !requires) &&
    sources.every(({ control, requires, label, fromCaller }) => !control && !requires && label === undefined && !fromCaller) &&
    propagators.every(({ requires, label }) => !requires && label === undefined)
  );
}

const bodies = new WeakMap<readonly CompiledRule[], Map<Family, CompiledTaint>>();

/** What any rule of a family looks for. @param rules The compiled rules of a language. @returns Always the same body. */
export function bodyOfFamily(family: Family, rules: readonly CompiledRule[]): CompiledTaint {
  const byFamily = bodies.get(rules) ?? new Map<Family, CompiledTaint>();
  bodies.set(rules, byFamily);
  const known = byFamily.get(family);
  if (known) return known;
  const body = bodyOfAll(rules.filter(isTaint).filter(({ rule }) => family.rules.has(rule)));
  byFamily.set(family, body);
  return body;
}

/** Every source and propagator once, every sink with its rule. */
function bodyOfAll(rules: readonly TaintRule[]): CompiledTaint {
  return {
    mode: "taint",
    sources: withoutRepeated(rules.flatMap(({ body }) => body.sources)),
    sinks: rules.flatMap(({ rule, body }) => body.sinks.map((sink): OwnedSink => ({ ...sink, owner: rule }))),
    sanitizers: [],
    propagators: withoutRepeated(rules.flatMap(({ body }) => body.propagators)),
  };
}

/** The same formula is compiled once for a language. */
function withoutRepeated<Part extends Compiled<TaintPart>>(parts: readonly Part[]): Part[] {
  const seen = new Map<CompiledFormula, Set<string>>();
  return parts.filter(({ formula, needs: _, ...rest }) => {
    const keys = seen.get(formula) ?? new Set<string>();
    seen.set(formula, keys);
    const key = JSON.stringify(Object.entries(rest).sort());
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}
