/** How assignments and declarations pass untrusted data on. */

import { childOf, type Node } from "../tree/node.ts";
import { callSetter } from "./callKnown.ts";
import { deferLambda } from "./lambdas.ts";
import { addAtEnd, noteSize } from "./lists.ts";
import { assignTo, declareTargets, type Place, placeOf, readPlace } from "./places.ts";
import type { Run } from "./run.ts";
import { withoutChecked } from "./takenFrom.ts";
import { mayThrow } from "./tries.ts";
import { clean, type Flow, flowsIn, isTainted, joinFlows, stepped, type Value, whole } from "./value.ts";

/** Operators that give numbers. */
export const numeric = new Set(["-", "*", "/", "%", "**", "|", "&", "^", "<<", ">>", ">>>"]);

/** `const f = () => ...`: see lambdas.ts. */
function standsFor(run: Run, target: Node, source: Node, declares: boolean): boolean {
  assignTo(run, target, clean, declares);
  const place = placeOf(run, target, false);
  run.scopes.set(source, run.scope);
  return place !== undefined && deferLambda(run, place.id, source);
}

/** Assignments and declarations; with an operator the old value stays in the new one. */
export function evaluateAssign(run: Run, node: Node): Value {
  const target = childOf(node, "target");
  const source = childOf(node, "value");
  // Recorded: in the documented language `var` makes a new variable, too.
  const declares = node.kind === "declare" && (node.text !== "var" || !run.precise);
  if (!source) {
    if (target) declareTargets(run, target, declares);
    if (target && node.kind === "declare" && run.precise) assignTo(run, target, clean, declares);
    return clean;
  }
  if (!run.precise && target?.kind === "name" && source.kind === "function" && standsFor(run, target, source, declares))
    return clean;
  let value = run.evaluate(source);
  if (!target) return value;
  if (run.options.onlyAssignments && run.dialect.assignmentDeclares && isInChain(node, source)) value = clean;
  const compound = node.text !== "=" && node.kind === "assign" && node.text !== ":=" && node.text !== "";
  if (compound) {
    if (addAtEnd(run, node, target, value)) {
      run.sinkInput = { node, flows: flowsIn(value) };
      return value;
    }
    const old = run.evaluate(target);
    const isNumber = run.precise && run.dialect.arithmeticGivesNumbers && numeric.has(node.text.replace(/=$/, ""));
    value =
      isNumber || (run.options.onlyAssignments && !/^(?:\|\||&&|\?\?)=$/.test(node.text))
        ? clean
        : stepped(whole(joinFlows(flowsIn(old), flowsIn(value))), node, `added to \`${target.text || "it"}\``);
  }
  const isSink = run.roles.sinks.at(node).length > 0;
  const written = isSink ? placeOf(run, target, false) : undefined;
  // Recorded: the documented language counts what the target held before.
  const before = isSink && !run.precise ? heldBefore(run, target, written) : clean.flows;
  assignTo(run, target, run.precise ? withoutChecked(run, target, source, value) : value, declares);
  if (run.precise && target.kind === "member" && isTainted(value)) callSetter(run, target, value);
  if (!compound) noteSize(run, target, source);
  if (source.kind === "call" || source.kind === "new") mayThrow(run);
  const after = written ? flowsIn(readPlace(run, written)) : clean.flows;
  run.sinkInput = { node, flows: joinFlows(flowsIn(value), joinFlows(before, after)) };
  return value;
}

/** `a = b = c`: to the documented language no assignment where only these pass data on. */
function isInChain({ kind, parent }: Node, source: Node): boolean {
  return kind === "assign" && (source.kind === "assign" || parent?.kind === "assign");
}

/** What a target holds; of one that is no place, such as `f(x).y`, what it is found in, and always what chooses an element. */
function heldBefore(run: Run, target: Node, written: Place | undefined): readonly Flow[] {
  const { casts } = run.module.context.tree;
  let flows = written ? flowsIn(readPlace(run, written)) : clean.flows;
  let at: Node | undefined = target;
  for (; (at?.kind === "member" || at?.kind === "index") && !casts?.has(at); at = at.children[0])
    for (const child of at.children)
      if (child.role === "argument" && child.kind !== "slice") flows = joinFlows(flows, flowsIn(run.evaluate(child)));
  if (!at || at.kind === "conditional" || (at.kind === "name" && !casts?.has(at))) return flows;
  return joinFlows(flows, flowsIn(run.evaluate(at)));
}
