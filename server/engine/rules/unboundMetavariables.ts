/** Metavariables that a rule speaks of and that none of its patterns binds: what asks for one never holds. Pure. */

import type { Condition, Formula, Rule, RulePlace, RuleProblem, TaintPart } from "./rule.ts";

const metavariables = /\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*/g;

/** @returns One for each place, in the order of the rule; such a rule runs all the same, as it does in Semgrep. */
export function unboundMetavariables(rule: Rule): RuleProblem[] {
  const formulas = formulasOf(rule);
  if (formulas.length === 0) return [];
  const unbound = formulas.flatMap((formula) => unboundIn(formula, new Set()));
  const bound = new Set(formulas.flatMap((formula) => [...boundBy(formula)]));
  // A message names what is found, which may be code of other kinds, such as `$HOME` of a shell.
  for (const [key, text] of [["message", rule.message] as const, ["fix", rule.fix ?? ""] as const])
    for (const name of namesIn(text)) if (!bound.has(name)) unbound.push({ key, name, place: rule.place });
  return unbound.map(({ key, name, place }) => ({
    kind: "warning",
    ruleId: rule.id,
    key,
    message: `\`${key}\` speaks of ${name}, which no pattern binds${key === "message" || key === "fix" ? "" : " there"}`,
    place: place ?? rule.place,
  }));
}

interface Unbound {
  readonly key: string;
  readonly name: string;
  readonly place?: RulePlace | undefined;
}

function formulasOf({ body }: Rule): readonly Formula[] {
  if (body.mode === "search" || body.mode === "removed") return [body.formula];
  if (body.mode !== "taint") return [];
  const parts: readonly TaintPart[] = [...body.sources, ...body.sinks, ...body.sanitizers, ...body.propagators];
  return parts.map(({ formula }) => formula);
}

function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.match(metavariables) ?? []);
}

/** What a match of the formula may bind; what is looked for nowhere binds nothing. */
function boundBy(formula: Formula): ReadonlySet<string> {
  switch (formula.op) {
    case "pattern":
      return namesIn(formula.source);
    case "regex":
      return groupsOf(formula.source);
    case "not":
      return new Set();
    case "inside":
    case "anywhere":
      return boundBy(formula.of);
    case "any":
      return union(formula.of.map(boundBy));
    case "all":
      return union([
        ...formula.of.map(boundBy),
        ...formula.where.map((condition) => (condition.op === "pattern" ? boundBy(condition.formula) : new Set<string>())),
      ]);
  }
}

/** `$1`, and for groups with a name `$NAME`. */
function groupsOf(source: string): ReadonlySet<string> {
  return new Set([...source.matchAll(/\(\?P?<([A-Za-z_]\w*)>/g)].map(([, name = ""]) => `$${name}`));
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** @param outer What the formulas around it bind. */
function unboundIn(formula: Formula, outer: ReadonlySet<string>): Unbound[] {
  switch (formula.op) {
    case "pattern":
    case "regex":
      return [];
    case "not":
    case "inside":
    case "anywhere":
      return unboundIn(formula.of, outer);
    case "any":
      return formula.of.flatMap((part) => unboundIn(part, outer));
    case "all": {
      const bound = union([outer, boundBy(formula)]);
      const focused = formula.focus.flat().filter((name) => !bound.has(name));
      return [
        ...formula.of.flatMap((part) => unboundIn(part, bound)),
        ...formula.where.flatMap((condition) => unboundInCondition(condition, bound)),
        ...focused.map((name) => ({ key: "focus-metavariable", name })),
      ];
    }
  }
}

function unboundInCondition(condition: Condition, bound: ReadonlySet<string>): Unbound[] {
  if (condition.op === "comparison") {
    const missing = [...namesIn(condition.expression)].filter((name) => !bound.has(name));
    return missing.map((name) => ({ key: "metavariable-comparison", name, place: condition.place }));
  }
  const { metavariable: name } = condition;
  const place = condition.op === "pattern" ? undefined : condition.place;
  const own = /^\$\d+$/.test(name) || bound.has(name) ? [] : [{ key: `metavariable-${condition.op}`, name, place }];
  return condition.op === "pattern" ? [...own, ...unboundIn(condition.formula, bound)] : own;
}
