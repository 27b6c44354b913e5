/** Whether data is what a source, a sink or a propagator asks for. */

import { defaultLabel, isMet } from "../rules/requires.ts";
import type { Requirement } from "../rules/rule.ts";
import type { Flow } from "./value.ts";

/** What a sink asks for that says nothing: data from a source that says nothing either. */
export const unlabelled: readonly Requirement[] = [{ labels: { op: "label", name: defaultLabel } }];

/** @param flowsOf The data in the part that a metavariable stands for; all that arrives for `undefined`. */
export function meets(requires: readonly Requirement[], flowsOf: (metavariable: string | undefined) => readonly Flow[]): boolean {
  return requires.every(({ metavariable, labels }) =>
    isMet(labels, (label) => flowsOf(metavariable).some(({ origin }) => origin.label === label)),
  );
}
