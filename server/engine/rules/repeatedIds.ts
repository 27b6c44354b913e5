/** Rules whose id another rule has already: the first one runs, the others are named. Pure. */

import type { Rule, RulePlace, RuleProblem } from "./rule.ts";

/** @param first Where the rule stands that keeps the id. */
export function repeatedId(ruleId: string, place: RulePlace, first: RulePlace): RuleProblem {
  return { kind: "error", ruleId, key: "id", message: repeatedIdMessage(place, first), place };
}

export function repeatedIdMessage(place: RulePlace, first: RulePlace): string {
  const file = seenFrom(place.file, first.file);
  return `the id is taken by the rule on line ${first.line + 1}${file === "" ? "" : ` of ${file}`}`;
}

/**
 * Takes out what has an id that is taken, and adds the others to `taken`. A rule that is there twice because its file was named twice is
 * taken out without a problem.
 *
 * @param taken The place of each rule, by its id.
 */
export function withoutRepeatedIds(
  rules: readonly Rule[],
  taken: Map<string, RulePlace>,
): { readonly rules: readonly Rule[]; readonly problems: readonly RuleProblem[] } {
  const problems: RuleProblem[] = [];
  const kept = rules.filter(({ id, place }) => {
    const first = taken.get(id);
    if (first === undefined) taken.set(id, place);
    else if (first.file !== place.file) problems.push(repeatedId(id, place, first));
    return first === undefined;
  });
  return { rules: kept, problems };
}

/** The path of a file for somebody who has another one open: from the folder that both are in; empty for the same file. */
function seenFrom(file: string, other: string): string {
  if (file === other) return "";
  const [own, others] = [file.split("/"), other.split("/")];
  let shared = 0;
  while (shared < own.length - 1 && own[shared] === others[shared]) shared++;
  return others.slice(shared).join("/");
}
