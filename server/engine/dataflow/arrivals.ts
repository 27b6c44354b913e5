/** What propagators have taken and bring to a place, asked for where the place is read or written. */

import type { Node } from "../tree/node.ts";
import type { Run } from "./run.ts";
import { type Flow, joinFlows } from "./value.ts";

/** What propagators bring to a node. */
export function arrivedAt(run: Run, node: Node): readonly Flow[] {
  let flows: readonly Flow[] = [];
  if (run.propagated.size === 0) return flows;
  for (const hit of run.roles.bringsTo.at(node)) flows = joinFlows(flows, run.propagated.get(hit) ?? []);
  return flows;
}
