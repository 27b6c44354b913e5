/** How statements change the state: branches, loops, exceptions, jumps. */

import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { callMethod } from "./callKnown.ts";
import { knownValue } from "./constantInputs.ts";
import { evaluateAll } from "./expressions.ts";
import { forget, isConstant, isOwnValue, narrow } from "./guards.ts";
import { deleteElement } from "./lists.ts";
import { assignTo } from "./places.ts";
import { raisedId } from "./raised.ts";
import type { Handlers, JumpTarget, Run } from "./run.ts";
import { loopInTurn } from "./sequences.ts";
import { bindName, joinStates, nameIn, openScope, type State, shareName } from "./state.ts";
import { staticValue } from "./staticValue.ts";
import { evaluateTry, mayThrow, throwValue } from "./tries.ts";
import { anyPart, clean, flowsIn, listPart, type Value, whole } from "./value.ts";

export const statementHandlers: Handlers = {
  file: evaluateBlock,
  block: (run, node) => {
    const outer = run.scope;
    run.scope = blockOf(run, node);
    evaluateBlock(run, node);
    run.scope = outer;
    return clean;
  },
  branch: evaluateBranch,
  loop: evaluateLoop,
  try: evaluateTry,
  switch: evaluateSwitch,
  with: (run, node) => {
    for (const item of childrenOf(node, "item")) run.evaluate(item);
    const body = childOf(node, "body");
    if (body) run.evaluate(body);
    return clean;
  },
  withItem: (run, node) => {
    const value = childOf(node, "value");
    const target = childOf(node, "target");
    const manager = value ? run.evaluate(value) : clean;
    const held = value && run.precise ? (callMethod(run, value, "__enter__", manager) ?? manager) : manager;
    // Recorded: in the documented language what is opened into a field is lost.
    if (target && (run.precise || target.kind !== "member")) assignTo(run, target, held, false);
    return held;
  },
  throw: (run, node) => {
    const [thrown, ...others] = node.children;
    const isValue = run.precise && thrown !== undefined;
    const value = isValue ? run.evaluate(thrown) : evaluateAll(run, node);
    if (isValue) for (const other of others) run.evaluate(other);
    run.sinkInput = { node, flows: flowsIn(value) };
    if (isValue) throwValue(run, raisedId(run, thrown), value);
    mayThrow(run);
    run.state = undefined;
    return value;
  },
  break: (run) => {
    const target = run.jumps.at(-1);
    if (target) target.breaks = joinStates(target.breaks, run.state);
    run.state = undefined;
    return clean;
  },
  continue: (run) => {
    const target = run.jumps.findLast(({ kind }) => kind === "loop");
    if (target) target.continues = joinStates(target.continues, run.state);
    run.state = undefined;
    return clean;
  },
  delete: (run, node) => {
    // The documented language leaves a deleted variable as it was.
    const value = evaluateAll(run, node);
    for (const target of node.children) deleteElement(run, target);
    return run.precise ? clean : value;
  },
  global: (run, node) => {
    for (const child of node.children) shareOuter(run, child.text);
    return clean;
  },
  assert: (run, node) => {
    const value = evaluateAll(run, node);
    const [condition] = node.children;
    if (run.precise && condition) narrow(run, condition, true);
    return value;
  },
  export: evaluateAll,
  decorator: evaluateAll,
};

/** Recorded: in the documented language a block is no scope. */
export function blockOf(run: Run, node: Node): Run["scope"] {
  return run.dialect.assignmentDeclares || !run.precise ? run.scope : openScope("block", node.start, run.scope);
}

function evaluateBlock(run: Run, node: Node): Value {
  for (const statement of node.children) {
    if (!run.state || run.budget.left <= 0) return clean;
    run.evaluate(statement);
  }
  return clean;
}

/** `global x`, `nonlocal x`: the name stands for the variable further out. */
function shareOuter(run: Run, name: string): void {
  let at = run.scope.outer;
  while (at && nameIn(at, name) === undefined && at.outer) at = at.outer;
  if (at) shareName(run.scope, name, nameIn(at, name) ?? bindName(at, name));
}

function evaluateBranch(run: Run, node: Node): Value {
  const condition = childOf(node, "condition");
  if (condition) run.evaluate(condition);
  const before = run.state;
  if (!before) return clean;
  const after = (branch: Node | undefined, outcome: boolean): State | undefined => {
    run.state = before.fork();
    if (condition && run.precise) narrow(run, condition, outcome);
    if (branch && run.state) run.evaluate(branch);
    return run.state;
  };
  const yes = after(childOf(node, "then"), true);
  const no = after(childOf(node, "else"), false);
  run.state = joinStates(yes, no);
  return clean;
}

/** A chain of flows grows by one turn at most this often before nothing new can come. */
const maxTurns = 8;

function evaluateLoop(run: Run, node: Node): Value {
  const outer = run.scope;
  run.scope = blockOf(run, node);
  const init = childOf(node, "init");
  if (init) run.evaluate(init);
  const collection = childOf(node, "value");
  const elements = collection ? run.evaluate(collection) : clean;
  if (loopInTurn(run, node)) {
    run.scope = outer;
    return clean;
  }
  let exit: State | undefined;
  for (let turn = 0; turn < maxTurns && run.state; turn++) {
    const entry: State = run.state.fork();
    const end = evaluateTurn(run, node, elements);
    exit = joinStates(exit, end.left);
    const next = joinStates(entry, end.next);
    run.state = next;
    if (!next || next.same(entry)) break;
  }
  run.state = exit;
  const otherwise = childOf(node, "else");
  if (otherwise && run.state) run.evaluate(otherwise);
  run.scope = outer;
  return clean;
}

/** One turn: `left` is the state in which the loop may be over, `next` the one in which the next turn begins. */
function evaluateTurn(run: Run, node: Node, elements: Value): { left: State | undefined; next: State | undefined } {
  const condition = childOf(node, "condition");
  const target = childOf(node, "target");
  const body = childOf(node, "body");
  const update = childOf(node, "update");
  const jump: JumpTarget = { kind: "loop", breaks: undefined, continues: undefined };
  const bodyFirst = node.text === "do";
  let left: State | undefined;
  const test = (): void => {
    if (condition) run.evaluate(condition);
    const after = run.state?.fork();
    if (after) {
      const going = run.state;
      run.state = after;
      if (condition && run.precise) narrow(run, condition, false);
      left = joinStates(left, run.state);
      run.state = going;
    }
    if (condition && run.precise) narrow(run, condition, true);
  };
  if (!bodyFirst) test();
  if (target && run.state) assignTo(run, target, loopElement(run, node, target, elements), declaresTarget(node, target));
  run.jumps.push(jump);
  if (body && run.state) run.evaluate(body);
  run.jumps.pop();
  run.state = joinStates(run.state, jump.continues);
  if (update && run.state) run.evaluate(update);
  if (bodyFirst && run.state) test();
  return { left: joinStates(left, jump.breaks), next: run.state };
}

/** `for (k in o)`, and a loop over a dictionary, give keys, which are the program's unless the whole object is not. */
function loopElement(run: Run, node: Node, target: Node, elements: Value): Value {
  if (run.precise && !run.dialect.keysAreFields) return listPart(elements);
  if (run.precise) return node.text.endsWith("for-in") ? whole(elements.flows) : anyPart(elements);
  // Recorded: in the documented language a loop into a field, and one of JavaScript that takes its elements apart, loses them.
  const lost = target.kind === "member" || (run.dialect.keysAreFields && (target.kind === "object" || target.kind === "array"));
  return lost || run.options.onlyAssignments ? clean : whole(flowsIn(elements));
}

/** A JavaScript loop names a new variable unless the grammar shows a plain assignment target. */
function declaresTarget(node: Node, target: Node): boolean {
  return node.text !== "for" && node.type !== "for_statement" && target.kind !== "member" && target.kind !== "index";
}

function evaluateSwitch(run: Run, node: Node): Value {
  const subject = childOf(node, "value");
  const value = subject ? run.evaluate(subject) : clean;
  const before = run.state;
  const cases = childrenOf(node, "case");
  const jump: JumpTarget = { kind: "switch", breaks: undefined, continues: undefined };
  const falls = run.dialect.casesFallThrough;
  const entered = casesEntered(run, subject, cases);
  if (falls) run.jumps.push(jump);
  let after: State | undefined;
  let running: State | undefined;
  for (const one of cases) {
    run.state = entered.some((way) => way === one) ? before?.fork() : undefined;
    if (falls && run.precise) narrowCase(run, one, subject);
    if (falls) run.state = joinStates(run.state, running);
    if (run.state) evaluateCase(run, one, subject, value);
    running = run.state;
    if (!falls) after = joinStates(after, run.state);
  }
  if (falls) run.jumps.pop();
  after = joinStates(after, falls ? running : undefined);
  const mayPass = entered.includes(undefined);
  run.state = joinStates(joinStates(after, jump.breaks), mayPass ? before : undefined);
  return clean;
}

/** The cases that the switch may go to, and `undefined` when it may go to none: one only where all is constant. */
function casesEntered(run: Run, subject: Node | undefined, cases: readonly Node[]): readonly (Node | undefined)[] {
  const otherwise = cases.find((one) => childOf(one, "value") === undefined);
  const constant = run.precise && subject ? knownValue(run, subject) : undefined;
  if (constant === undefined) return [...cases, ...(otherwise ? [] : [undefined])];
  const possible: (Node | undefined)[] = [];
  for (const one of cases) {
    if (one === otherwise) continue;
    const [test, ...others] = childrenOf(one, "value");
    const tested = test && others.length === 0 ? staticValue(test, run.module.context) : undefined;
    const isCertain = tested === constant && childOf(one, "condition") === undefined;
    if (tested === undefined || tested === constant) possible.push(one);
    if (isCertain) return possible;
  }
  return [...possible, otherwise];
}

/** In a case for a constant the subject is that constant. */
function narrowCase(run: Run, one: Node, subject: Node | undefined): void {
  const test = childOf(one, "value");
  if (subject && test && run.state && isConstant(run, test)) forget(run, subject);
}

function evaluateCase(run: Run, one: Node, subject: Node | undefined, value: Value): void {
  const [test, ...others] = childrenOf(one, "value");
  if (test && run.state) bindCase(run, test, others.length === 0 ? subject : undefined, value);
  // `case "run", name:` takes apart what it matches, as `case ["run", name]:` does.
  for (const other of others) if (run.state) bindCase(run, other, undefined, value);
  for (const child of one.children) {
    if (!run.state || run.budget.left <= 0) return;
    if (child.role === "value") continue;
    // Recorded: the documented language does not look at the conditions of cases.
    if (child.role === "condition" && !run.precise) continue;
    run.evaluate(child);
    if (child.role === "condition") narrow(run, child, true);
  }
}

/** A constant case leaves nothing of the input; a pattern takes it apart. */
function bindCase(run: Run, test: Node, subject: Node | undefined, value: Value): void {
  if (run.dialect.casesFallThrough) {
    run.evaluate(test);
    return;
  }
  if (!run.precise) return;
  const [pattern, name] = test.type === "as_pattern" ? test.children : [test];
  if (!pattern || !isOfProgram(run, pattern)) {
    assignTo(run, test, whole(flowsIn(value)), false);
    return;
  }
  if (subject) forget(run, subject);
  if (name) assignTo(run, name, clean, false);
}

/** A literal, a dotted name that the program gives its value, or alternatives of these. */
function isOfProgram(run: Run, pattern: Node): boolean {
  const { children, kind, end } = pattern;
  const last = children.at(-1);
  // `("a" | "b")`, which is no tuple for want of a comma.
  if (kind === "tuple" && last && children.length === 1) return last.end + 1 === end && isOfProgram(run, last);
  // A `_` is no node, and comes last.
  if (pattern.type === "union_pattern") return last?.end === end && children.every((one) => isOfProgram(run, one));
  return (
    kind === "string" ||
    kind === "number" ||
    kind === "boolean" ||
    kind === "null" ||
    (kind === "member" && isOwnValue(run, pattern))
  );
}
