/** What the sources of a rule add to values and to the state. */

import type { Node } from "../tree/node.ts";
import { flowsFrom } from "./labels.ts";
import type { Run } from "./run.ts";
import { type Flow, joinFlows, type Value, whole } from "./value.ts";

/** A node's value with the data of the sources that it is or stands in. */
export function withSources(run: Run, node: Node, value: Value, arrived: readonly Flow[]): Value {
  const { sources } = run.roles;
  const here = sources.at(node);
  const around = sources.around(node);
  if (here.length === 0 && around.length === 0 && run.insideSources.length === 0) return value;
  if (node.kind === "function" || node.kind === "class" || node.kind === "block") return value;
  const flows = flowsFrom([...here, ...around, ...run.insideSources], arrived);
  return flows.length === 0 ? value : { flows: joinFlows(flows, value.flows), parts: value.parts };
}

/** Data that a parameter, or an expression on its own, brings with it. */
export function parameterSource(run: Run, node: Node): Value {
  const { sources } = run.roles;
  return whole(flowsFrom([...sources.at(node), ...sources.around(node), ...run.insideSources], []));
}
