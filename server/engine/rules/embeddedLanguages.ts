/** Which languages rules ask for besides that of a file: `metavariable-pattern` with a `language`, and patterns for JavaScript that have types. */

import { mayHaveTypes } from "../patterns/patternSource.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import type { Formula, Rule } from "./rule.ts";

/** Their grammars are needed with that of any file. Each once. */
export function embeddedLanguages(rules: readonly Rule[]): LanguageId[] {
  const found = new Set<LanguageId>();
  for (const { body, languages, profile } of rules) {
    if (body.mode === "secrets" || body.mode === "routes") continue;
    const parts = body.mode !== "taint" ? [body] : [...body.sources, ...body.sinks, ...body.sanitizers, ...body.propagators];
    for (const { formula } of parts) collect(formula, found);
    const script = profile !== "precise" && languages.includes("javascript");
    if (script && parts.some(({ formula }) => hasTypes(formula))) found.add("typescript");
  }
  return [...found];
}

function hasTypes(formula: Formula): boolean {
  switch (formula.op) {
    case "pattern":
      return mayHaveTypes(formula.source);
    case "all":
      return (
        formula.of.some(hasTypes) || formula.where.some((condition) => condition.op === "pattern" && hasTypes(condition.formula))
      );
    case "any":
      return formula.of.some(hasTypes);
    case "not":
    case "inside":
    case "anywhere":
      return hasTypes(formula.of);
    default:
      return false;
  }
}

function collect(formula: Formula, into: Set<LanguageId>): void {
  switch (formula.op) {
    case "all":
      for (const part of formula.of) collect(part, into);
      for (const condition of formula.where) {
        if (condition.op !== "pattern") continue;
        const { language } = condition;
        if (language && language !== "generic" && language !== "regex") into.add(language);
        collect(condition.formula, into);
      }
      return;
    case "any":
      for (const part of formula.of) collect(part, into);
      return;
    case "not":
    case "inside":
    case "anywhere":
      collect(formula.of, into);
      return;
    default:
  }
}
