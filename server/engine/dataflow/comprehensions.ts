/** `[f(x) for x in xs if x in ALLOWED]` and the other comprehensions of Python. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { arrivedAt } from "./arrivals.ts";
import { narrow } from "./guards.ts";
import { anyElement, assignTo } from "./places.ts";
import type { Run } from "./run.ts";
import { parameterSource } from "./sources.ts";
import { joinStates, openScope, type State } from "./state.ts";
import { anyKey, anyPart, clean, flowsIn, isTainted, join, listPart, someElement, type Value, whole, withPart } from "./value.ts";

/** Clauses bind their targets in a scope of their own, then the element runs. */
export function evaluateComprehension(run: Run, node: Node): Value {
  const outer = run.scope;
  run.scope = openScope("block", node.start, outer);
  // What holds for the elements that are taken says nothing of what comes after.
  let before: State | undefined;
  for (const clause of childrenOf(node, "clause")) {
    const target = childOf(clause, "target");
    const source = childOf(clause, "value");
    if (target && source) {
      const list = run.evaluate(source);
      const element = run.precise ? listPart(list) : run.options.onlyAssignments ? clean : anyPart(list);
      assignTo(run, target, element, true);
    } else {
      const condition = childOf(clause, "condition") ?? clause;
      run.evaluate(condition);
      if (!run.precise || condition === clause) continue;
      before ??= run.state?.fork();
      narrow(run, condition, true);
    }
  }
  let value = clean;
  for (const element of node.children)
    if (element.role !== "clause" && element.kind === "pair" && run.precise) {
      const held = withPart(whole(flowsIn(keyValue(run, element))), [anyKey], whole(flowsIn(run.evaluate(element))));
      run.scope = outer;
      if (before) run.state = joinStates(before, run.state);
      return held;
    } else if (element.role !== "clause") {
      const held = run.evaluate(element);
      if (run.precise || givesItsElements(node, element)) value = join(value, held);
      else if (isList(node)) value = join(value, join(parameterSource(run, element), whole(arrivedAt(run, element))));
    }
  run.scope = outer;
  if (before) run.state = joinStates(before, run.state);
  if (!run.precise) return isList(node) && isTainted(value) ? withPart(clean, [anyElement], value) : whole(flowsIn(value));
  return value.parts && value.flows.length === 0 && isList(node) ? withPart(clean, [someElement], value) : whole(flowsIn(value));
}

/** Recorded: the documented language loses what a set, a dictionary or a list of formatted texts or calls is made of, unless they are sources or a propagator brings something to them. */
function givesItsElements(node: Node, element: Node): boolean {
  return isList(node) && element.kind !== "template" && !hasCall(element);
}

function isList({ text }: Node): boolean {
  return text === "array" || text === "generator";
}

function hasCall(node: Node): boolean {
  return node.kind === "call" || node.children.some(hasCall);
}

/** What a key of a dictionary holds. */
export function keyValue(run: Run, child: Node): Value {
  const key = child.kind === "pair" ? childOf(child, "key") : undefined;
  return key ? run.evaluate(key) : clean;
}
