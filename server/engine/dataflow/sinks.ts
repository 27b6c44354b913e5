/** Where data reaches a sink: whether the sink asks for what arrives. */

import { meets, unlabelled } from "./labels.ts";
import type { SinkHit } from "./roles.ts";
import type { Run } from "./run.ts";
import type { Flow } from "./value.ts";

/** @param flows All that arrives at once, since a sink may ask for several labels together. */
export function reportSink(run: Run, sink: SinkHit, flows: readonly Flow[]): void {
  if (meetsRequirement(run, sink, flows)) for (const flow of flows) run.reach(sink, flow);
}

/** Whether the data that arrives has the labels that the sink asks for. */
function meetsRequirement(run: Run, { requires, match }: SinkHit, flows: readonly Flow[]): boolean {
  return meets(requires ?? unlabelled, (metavariable) => {
    if (metavariable === undefined) return flows;
    const binding = match.bindings.get(metavariable);
    return (binding && run.inSinkParts.get(binding)) ?? [];
  });
}
