/** Assignments and declarations. */

import { childOf, type Node } from "../tree/node.ts";
import { type Bound, bind, bindingOf, noOutcome, type Outcomes } from "./bindings.ts";
import { chain, distinct, heldFunction, type Matcher, matchList, type Run } from "./matchRun.ts";
import { matchDeclaredType } from "./matchTypes.ts";

/** JavaScript's `x ||= y` is `x || (x = y)` to Semgrep. */
const conditional: ReadonlySet<string> = new Set(["||=", "&&=", "??="]);

/** What a part gets that is not there, in `({a = 1}) => {}`, is no assignment to Semgrep. */
const defaults: ReadonlySet<string> = new Set(["assignment_pattern", "object_assignment_pattern"]);

/** `x = y` is also met by declarations, fields and in JavaScript by `x += ...`, which is `x = x + ...`. */
export const matchAssign: Matcher = (run, pattern, node, bound) => {
  const python = run.context.tree.language === "python";
  const plain = pattern.text === "=" || pattern.text === ":=";
  if (plain && !run.facts.precise && node.kind === "parameter" && isTakenApart(node))
    return matchAssigned(run, pattern, node, bound);
  if (defaults.has(node.type) && !run.facts.precise && !defaults.has(pattern.type)) return noOutcome;
  const hasLongForm = !plain && !python && (run.facts.precise || !conditional.has(pattern.text));
  if (hasLongForm && node.kind === "assign" && node.text === "=") return matchLongForm(run, pattern, node, bound);
  if (python && !run.facts.precise && plain && (isChained(pattern) || isChained(node)))
    return matchChained(run, pattern, node, bound);
  if (node.kind === "assign") {
    if (python && !run.context.matching.vardef_assign && isVariableDefinition(node)) return noOutcome;
    if (plain && !python && isUpdate(node)) return matchUpdated(run, pattern, node, bound);
    const same =
      node.text === pattern.text ||
      (plain && (python ? node.text === ":=" || node.text === "=" : conditional.has(node.text) && !isNested(run, pattern)));
    return same ? matchAssigned(run, pattern, node, bound) : noOutcome;
  }
  return plain && run.context.matching.vardef_assign && isDefinition(node, run)
    ? matchAssigned(run, pattern, node, bound)
    : noOutcome;
};

function isDefinition(node: Node, { facts }: Run): boolean {
  if (node.role === "init") return false;
  if (node.kind === "declare" || isDefaultExport(node)) return true;
  return node.kind === "field" ? !heldFunction(node) : !facts.precise && isGivenName(node);
}

/** `b as a` of an `export` is `const a = b` to Semgrep. */
export function isGivenName({ type, start, children: [own, other] }: Node): boolean {
  return type === "export_specifier" && other !== undefined && own?.start === start;
}

/** `({a} = {}) => {}` assigns to `{a}`, to Semgrep; `(a = 1) => {}` is no assignment. */
export function isTakenApart(node: Node): boolean {
  const target = childOf(node, "target")?.kind;
  return (target === "object" || target === "array") && childOf(node, "default") !== undefined;
}

/** What a node that is no default export assigns to, and what. */
function sidesOf(node: Node): readonly [Node | undefined, Node | undefined] {
  if (node.kind === "other") return [node.children[1], node.children[0]];
  return [
    childOf(node, node.kind === "field" ? "name" : "target"),
    childOf(node, node.kind === "parameter" ? "default" : "value"),
  ];
}

/** An assignment that is a part of what the pattern asks for, such as `f($X = $Y)`. */
function isNested({ facts }: Run, { role, parent }: Node): boolean {
  return !facts.precise && parent !== undefined && parent.kind !== "deep" && role !== "statement";
}

/** Python's `x = y = 1`, or a part of one. */
function isChained(node: Node): boolean {
  const links = (outer: Node | undefined, inner: Node | undefined): boolean =>
    outer?.kind === "assign" && inner?.kind === "assign" && inner.role === "value" && inner.text === "=";
  return links(node, childOf(node, "value")) || links(node.parent, node);
}

/** `x = y = 1` assigns to the targets `x, y`; what is in it is no assignment of its own. */
function matchChained(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  if (node.kind !== "assign" || node.text !== "=" || node.parent?.kind === "assign") return noOutcome;
  const [wanted, found] = [linksOf(pattern), linksOf(node)];
  const [target] = wanted.targets;
  if (!target || !wanted.value || !found.value || childOf(pattern, "type")) return noOutcome;
  const targets =
    wanted.targets.length === 1 && target.kind === "metavariable"
      ? bind(bound, target.text, bindingOf(run.context.tree, found.targets, node.start))
      : matchList(run, partsOf(wanted.targets), partsOf(found.targets), bound);
  const { value } = wanted;
  return chain(targets, (next) => (found.value ? run.match(run, value, found.value, next) : noOutcome));
}

function linksOf(node: Node): { readonly targets: readonly Node[]; readonly value: Node | undefined } {
  const targets: Node[] = [];
  let at: Node | undefined = node;
  for (; at?.kind === "assign" && at.text === "="; at = childOf(at, "value")) {
    const target = childOf(at, "target");
    if (target) targets.push(target);
  }
  return { targets, value: at };
}

function partsOf(targets: readonly Node[]): readonly Node[] {
  const [only, second] = targets;
  return only?.kind === "tuple" && !second ? only.children : targets;
}

/** Python: an assignment with a type, or in the body of a class. */
function isVariableDefinition(node: Node): boolean {
  return childOf(node, "type") !== undefined || (node.parent?.kind === "block" && node.parent.parent?.kind === "class");
}

/** `export default x` declares something. */
function isDefaultExport(node: Node): boolean {
  return node.kind === "export" && node.text === "default" && node.children[0]?.kind !== undefined;
}

function isUpdate(node: Node): boolean {
  return node.text !== "=" && node.text !== ":=" && !conditional.has(node.text);
}

/** `x += y` against `x = x + y`. */
function matchLongForm(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const [target, nodeTarget] = [childOf(pattern, "target"), childOf(node, "target")];
  const [value, nodeValue] = [childOf(pattern, "value"), childOf(node, "value")];
  const [left, right] = nodeValue?.children ?? [];
  if (
    nodeValue?.kind !== "binary" ||
    `${nodeValue.text}=` !== pattern.text ||
    !target ||
    !nodeTarget ||
    !value ||
    !left ||
    !right
  )
    return noOutcome;
  return chain(run.match(run, target, nodeTarget, bound), (first) =>
    chain(run.match(run, target, left, first), (next) => run.match(run, value, right, next)),
  );
}

/** `x = x + y` or `x = $Y` against `x += y`. */
function matchUpdated(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const [target, nodeTarget] = [childOf(pattern, "target"), childOf(node, "target")];
  const [value, nodeValue] = [childOf(pattern, "value"), childOf(node, "value")];
  if (!target || !nodeTarget || !value || !nodeValue) return noOutcome;
  return chain(run.match(run, target, nodeTarget, bound), (first) => {
    if (value.kind === "metavariable") return bind(first, value.text, bindingOf(run.context.tree, [node], node.start));
    if (value.kind === "ellipsis") return [first];
    const [left, right] = value.children;
    if (value.kind !== "binary" || `${value.text}=` !== node.text || !left || !right) return noOutcome;
    return chain(run.match(run, left, nodeTarget, first), (next) => run.match(run, right, nodeValue, next));
  });
}

/** A type is not asked for; of several targets each can be meant. */
function matchAssigned(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const [target, value, type] = [childOf(pattern, "target"), childOf(pattern, "value"), childOf(pattern, "type")];
  const nodeType = childOf(node, "type");
  const [nodeTarget, nodeValue] = isDefaultExport(node) ? [node, node.children[0]] : sidesOf(node);
  if (!target || !nodeTarget || (value && !nodeValue) || (type && !nodeType)) return noOutcome;
  // Python: a field or an element with a type is no variable that `$X: int` declares.
  if (type && target.kind === "metavariable" && (nodeTarget.kind === "member" || nodeTarget.kind === "index")) return noOutcome;
  const sides = [[nodeTarget, nodeValue] as const, ...pairsOf(nodeTarget, nodeValue)];
  return distinct(
    sides.flatMap(([left, right]) => {
      // Few values are strings, so those are tried before anything is bound.
      if (value?.kind === "string" && right && run.match(run, value, right, bound).length === 0) return noOutcome;
      return chain(isDefaultExport(left) ? matchUnnamed(target, bound) : run.match(run, target, left, bound), (first) =>
        chain(type && nodeType ? matchDeclaredType(run, type, nodeType, first) : [first], (next) =>
          value && right ? run.match(run, value, right, next) : [next],
        ),
      );
    }),
  );
}

function matchUnnamed(target: Node, bound: Bound): Outcomes {
  return target.kind === "metavariable" ? [bound] : noOutcome;
}

/** `a, b = 1, 2` also assigns each. */
function pairsOf(target: Node, value: Node | undefined): (readonly [Node, Node])[] {
  if (target.kind !== "tuple" || value?.kind !== "tuple" || target.children.length !== value.children.length) return [];
  if ([...target.children, ...value.children].some(({ kind }) => kind === "spread")) return [];
  return target.children.flatMap((left, at) => {
    const right = value.children[at];
    return right ? [[left, right] as const] : [];
  });
}

/** `var` is met by any declaration, `const` and `let` by their own; without a value, by one without. */
export const matchDeclare: Matcher = (run, pattern, node, bound) => {
  if (isConstantField(node) && pattern.text !== "let") return matchAssigned(run, pattern, node, bound);
  const exported = pattern.text !== "let" && (isDefaultExport(node) || (!run.facts.precise && isGivenName(node)));
  const anyKeyword = pattern.text === "var" && run.context.matching.let_is_var;
  if (!exported && (node.kind !== "declare" || (!anyKeyword && pattern.text !== node.text))) return noOutcome;
  // What a loop begins with is no statement.
  if (node.role === "init" && pattern.role !== "init") return noOutcome;
  if (!childOf(pattern, "value") && (exported || childOf(node, "value"))) return noOutcome;
  const target = childOf(pattern, "target");
  const takesApart = node.kind === "declare" && ["object", "array"].includes(childOf(node, "target")?.kind ?? "");
  return takesApart && target?.kind === "metavariable"
    ? matchTakenApart(run, pattern, node, bound)
    : matchAssigned(run, pattern, node, bound);
};

/** `readonly x = 1` of a class is a constant. */
function isConstantField(node: Node): boolean {
  return node.kind === "field" && /\breadonly\b/.test(node.text) && childOf(node, "value") !== undefined && !heldFunction(node);
}

/** `const {a} = f()` declares one nameless variable, of which only the keyword can be shown; its value is the assignment `{a} = f()`. */
function matchTakenApart(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const [name, value, type] = [childOf(pattern, "target"), childOf(pattern, "value"), childOf(pattern, "type")];
  const [target, taken] = [childOf(node, "target"), childOf(node, "value")];
  if (node.role === "init" || type || !name || !value || !target || !taken) return noOutcome;
  const nameless = { text: node.text, span: { start: target.start, end: target.end }, nodes: [] };
  return chain(bind(bound, name.text, nameless), (next) => {
    if (value.kind === "metavariable") return bind(next, value.text, bindingOf(run.context.tree, [node], node.start));
    if (value.kind === "ellipsis") return [next];
    if (value.kind === "assign") return matchAssigned(run, value, node, next);
    return value.kind === "deep" ? run.match(run, value, taken, next) : noOutcome;
  });
}
