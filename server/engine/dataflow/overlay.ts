/** What the parts of one object leave of another one's. */

import { heldBy } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { childOf, type Node } from "../tree/node.ts";
import { keyOfConstant } from "./places.ts";
import type { Run } from "./run.ts";
import { isTainted, join, partOf, type Value, withPart } from "./value.ts";

/**
 * `{ ...given, ...settings }`: under the keys that the second is known to have stands what it has there.
 *
 * @param over The expression of the second, where there is one.
 */
export function overlaid(run: Run, value: Value, over: Node | undefined, part: Value): Value {
  if (!over || !run.dialect.keysAreFields || !isTainted(value)) return join(value, part);
  const made = heldBy(over, factsOf(run.module.context).definitions);
  let result = join(value, part);
  for (const pair of made?.kind === "object" ? made.children : []) {
    const key = pair.kind === "pair" ? childOf(pair, "key") : undefined;
    const name = key && keyOfConstant(run, key);
    if (name !== undefined) result = withPart(result, [name], partOf(part, name));
  }
  return result;
}
