/** Whether data is what a source, a sink or a propagator asks for. */

import { defaultLabel, isMet } from "../rules/requires.ts";
import type { Requirement } from "../rules/rule.ts";
import type { SourceHit } from "./roles.ts";
import { type Flow, joinFlows } from "./value.ts";

/** What a sink asks for that says nothing: data from a source that says nothing either. */
export const unlabelled: readonly Requirement[] = [{ labels: { op: "label", name: defaultLabel } }];

/** @param flowsOf The data in the part that a metavariable stands for; all that arrives for `undefined`. */
export function meets(requires: readonly Requirement[], flowsOf: (metavariable: string | undefined) => readonly Flow[]): boolean {
  return requires.every(({ metavariable, labels }) =>
    isMet(labels, (label) => flowsOf(metavariable).some(({ origin }) => origin.label === label)),
  );
}

/**
 * @param arrived Data that arrives at the sources, for those that ask for labels.
 * @returns One flow for each source that gives data where it stands, none twice.
 */
export function flowsFrom(sources: readonly SourceHit[], arrived: readonly Flow[]): readonly Flow[] {
  let flows: readonly Flow[] = [];
  for (const source of sources)
    if (source.control !== true && source.bySideEffect !== "only" && isWanted(source, arrived))
      flows = joinFlows(flows, [{ origin: source.origin, steps: undefined }]);
  return flows;
}

export function isWanted({ requires }: SourceHit, arrived: readonly Flow[]): boolean {
  return !requires || meets(requires, () => arrived);
}
