/** Which literal an expression is known to be: strings and concatenations of them, numbers, and variables that only hold such. */

import { childOf, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { type Constant, calculated, either, joined, signed } from "./calculated.ts";
import { isDead } from "./deadCode.ts";
import { fixedFields } from "./fixedFields.ts";
import { reachingWrites } from "./reachingWrites.ts";
import { type Definition, type Definitions, definitionsFor } from "./scopes.ts";

/** Work left for one question, and how deep variables may refer to one another. */
interface Effort {
  steps: number;
  readonly depth: number;
  /** Regexes count as literals too. */
  readonly regexes?: boolean;
  /** What something is said of, such as `"a" as string`: to Semgrep a variable does not hold the literal then. */
  readonly casts?: Tree["casts"];
  /** The assignments of the file; then entries of tables are looked at, too. */
  readonly assignments?: readonly Node[];
  /** As Semgrep counts: by the ways through a function, and a field with a decorator keeps what it is written with. */
  readonly documented?: boolean;
}

export const usualEffort: Effort = { steps: 2000, depth: 0 };
const maxDepth = 20;
const mostWrites = 200;

/** @returns undefined for what is not known to be a constant. */
export function constantOf(node: Node, definitions: Definitions, effort: Effort = { ...usualEffort }): Constant | undefined {
  if (--effort.steps < 0) return undefined;
  switch (node.kind) {
    case "string":
    case "stringPart":
      return { type: "string", value: node.text };
    case "number":
    case "boolean":
      return { type: node.kind, value: node.text };
    case "regex":
      return effort.regexes ? { type: "regex", value: node.text } : undefined;
    case "template":
      return templateConstant(node, definitions, effort);
    case "binary": {
      const [left, right] = node.children;
      const python = node.type === "binary_operator";
      if (!left || !right || (node.text !== "+" && !python)) return undefined;
      const [first, second] = [constantOf(left, definitions, effort), constantOf(right, definitions, effort)];
      return (python && calculated(node.text, first, second)) || (node.text === "+" ? joined(first, second) : undefined);
    }
    case "unary": {
      const [value] = node.children;
      return value && signed(node, constantOf(value, definitions, effort));
    }
    case "conditional": {
      const [then, otherwise] = [childOf(node, "then"), childOf(node, "else")];
      if (!then || !otherwise) return undefined;
      return either(constantOf(then, definitions, effort), constantOf(otherwise, definitions, effort));
    }
    case "name":
      return nameConstant(node, definitions, effort);
    case "member":
      return fieldConstant(node, definitions, effort);
    case "index":
      return effort.assignments && entryConstant(node, definitions, effort.assignments, effort);
    default:
      return undefined;
  }
}

/** The regex that a variable is known to be, as it is written. */
export function regexConstant(node: Node, definitions: Definitions): string | undefined {
  const constant = constantOf(node, definitions, { ...usualEffort, regexes: true });
  return constant?.type === "regex" ? constant.value : undefined;
}

function templateConstant(node: Node, definitions: Definitions, effort: Effort): Constant | undefined {
  let result: Constant | undefined = { type: "string", value: "" };
  for (const part of node.children) {
    if (part.kind === "stringPart") result = joined(result, { type: "string", value: part.text });
    else result = joined(result, interpolated(part, node.children.length === 1, definitions, effort));
  }
  return result;
}

/** What is known stays some text in whatever form Python writes it; a number alone in a template of JavaScript stays one. */
function interpolated(part: Node, alone: boolean, definitions: Definitions, effort: Effort): Constant | undefined {
  const [value, ...forms] = part.children;
  const known = value && constantOf(value, definitions, effort);
  if (part.type !== "interpolation")
    return known?.type === "number" && !alone && forms.length === 0 ? { ...known, type: "string" } : known;
  const held = forms.flatMap((form) => form.children.flatMap(({ children: [inner] }) => inner ?? []));
  if (!known || !["string", "number"].includes(known.type) || !held.every((inner) => constantOf(inner, definitions, effort)))
    return undefined;
  // `{x=}` and `{x!r}` show more than the value.
  return value?.end === part.end - 1 && known.value !== undefined ? { type: "string", value: known.value } : { type: "string" };
}

/** A name holds a constant when the last assignment before the use, or every assignment there is, gives it one. */
function nameConstant(
  node: Node,
  definitions: Definitions,
  effort: Effort,
  values = writesBefore(node, definitions, effort.documented),
): Constant | undefined {
  if (!values || effort.depth >= maxDepth) return undefined;
  const deeper = { ...effort, depth: effort.depth + 1 };
  let result: Constant | undefined;
  for (const [at, written] of values.entries()) {
    if (written.value && effort.casts?.has(written.value)) return undefined;
    const constant = written.value
      ? constantOf(written.value, definitions, deeper)
      : updatedConstant(written, definitions, deeper);
    effort.steps = deeper.steps;
    result = at === 0 ? constant : either(result, constant);
    if (!result) return undefined;
  }
  return result;
}

/** What `x += y` gives: never in a loop, where it may have run before. */
function updatedConstant({ node }: Definition, definitions: Definitions, effort: Effort): Constant | undefined {
  const update = node.parent;
  const [, value] = update?.children ?? [];
  if (update?.kind !== "assign" || node !== update.children[0] || !value || outermostLoop(update)) return undefined;
  const operator = update.text.slice(0, -1);
  const added = constantOf(value, definitions, effort);
  const before = added && nameConstant(node, definitions, effort, writesOf(node, definitions, effort.documented));
  const sum = operator === "+" ? joined(before, added) : undefined;
  return sum ?? (update.type === "augmented_assignment" ? calculated(operator, before, added) : undefined);
}

/** What gave a variable the value that a use of it reads, any of them; undefined for what is no variable, and when it is not known. */
export function writesBefore(node: Node, definitions: Definitions, documented = false): readonly Definition[] | undefined {
  if (node.role === "property" || node.role === "name" || node.role === "target") return undefined;
  return writesOf(node, definitions, documented);
}

function writesOf(node: Node, definitions: Definitions, documented = false): readonly Definition[] | undefined {
  const declared = definitionsFor(definitions, node, node.text);
  const scope = declared[0]?.scope;
  if (declared.some(({ kind, node: name }) => kind !== "variable" && name.parent?.kind !== "loop")) return undefined;
  const written = scope ? writesTo(definitions, node, declared, scope) : undeclaredWrites(definitions, node.text);
  // A variable that is written everywhere costs much to ask about, and is hardly ever a constant.
  if (written.length > mostWrites) return undefined;
  const here = functionOf(node);
  const own = !scope || here === functionOf(scope, true);
  if (documented && here && scope && own) return documentedWrites(node, written, declared, here, definitions);
  const before = own ? lastBefore(node, written) : undefined;
  const values = before ?? (scope ? written.filter(({ value }) => value !== undefined || written.length > 1) : []);
  return values.length > 0 ? values : undefined;
}

/** What Semgrep knows of a variable of the same function: what is written on each way to the use, or else the only value of a constant. */
function documentedWrites(
  node: Node,
  written: readonly Definition[],
  declared: readonly Definition[],
  here: Node,
  definitions: Definitions,
): readonly Definition[] | undefined {
  const [first] = declared;
  const scope = first?.scope ?? here;
  if (written.some((write) => functionOf(write.node) !== here)) return written.length > 1 ? written : undefined;
  const reaching = reachingWrites(node, written, here, scope, definitions);
  if (reaching && !reaching.unset && reaching.writes.length > 0) return reaching.writes;
  const [only, another] = written;
  const constant = only?.value && !another && (scope.kind === "file" || only.node.parent?.type === "variable_declarator");
  return constant ? written : undefined;
}

/** The one write whose value a use of the variable surely reads; `undefined` when there is none. */
export function latestWrite(node: Node, definitions: Definitions, documented = false): Definition | undefined {
  if (node.role === "property" || node.role === "name" || node.role === "target") return undefined;
  const declared = definitionsFor(definitions, node, node.text);
  const [first] = declared;
  const given = (definition: Definition): boolean => ["declare", "withItem"].includes(definition.node.parent?.kind ?? "");
  if (declared.some((definition) => definition.kind !== "variable" && !given(definition))) return undefined;
  const written = first ? writesTo(definitions, node, declared, first.scope) : undeclaredWrites(definitions, node.text);
  if (written.length > mostWrites) return undefined;
  const here = functionOf(node);
  const own = !first || here === functionOf(first.scope, true);
  const before =
    documented && here && first ? documentedWrites(node, written, declared, here, definitions) : lastBefore(node, written);
  const [only, second] = own ? (before ?? []) : written;
  return second ? undefined : only;
}

/** What a variable surely holds there, as it is written; any other expression as it stands. */
export function heldBy(node: Node, definitions: Definitions): Node | undefined {
  return node.kind === "name" ? latestWrite(node, definitions)?.value : node;
}

/**
 * Whether Semgrep looks for what a variable holds: not before the first value is written, in Python not in a function within the one
 * that has the variable nor where a class has it, and in code that nothing reaches only if the file has it or it keeps its first value.
 */
export function mayBeKnown(node: Node, definitions: Definitions): boolean {
  const declared = definitionsFor(definitions, node, node.text);
  const [first] = declared;
  if (!first) return true;
  const written = writesTo(definitions, node, declared, first.scope);
  if (written.length > 0 && written.every((write) => write.node.start > node.start)) return false;
  const { scope } = first;
  if (scope.kind === "file") return true;
  const keeps = first.node.parent?.type === "variable_declarator" && written.length === 1;
  if (!keeps && scope.kind === "class") return false;
  return keeps || (functionOf(node) === functionOf(scope, true) && !isDead(node));
}

/** Assignments to a name that is declared nowhere. */
function undeclaredWrites(definitions: Definitions, name: string): readonly Definition[] {
  const all = definitions.get(name) ?? [];
  return all.every(({ kind }) => kind === "assignment") ? all : [];
}

/** `this.x` in a class whose field `x` has a literal as its value. */
function fieldConstant(node: Node, definitions: Definitions, effort: Effort): Constant | undefined {
  const [object] = node.children;
  if (object?.kind !== "name" || object.text !== "this") return undefined;
  for (let at = node.parent; at; at = at.parent)
    if (at.kind === "class") {
      const value = fixedFields(at, effort.documented === true).get(node.text);
      return value && constantOf(value, definitions, effort);
    }
  return undefined;
}

/** `MODES.fast`, `MODES["fast"]`, where `MODES` is an object that is written down and that no assignment of the file changes. */
export function entryConstant(
  node: Node,
  definitions: Definitions,
  assignments: readonly Node[],
  effort: Effort = { ...usualEffort },
): Constant | undefined {
  const [object, index, another] = node.children;
  const name = node.kind === "member" ? node.text : index?.kind === "string" && !another ? index.text : undefined;
  if (name === undefined || object?.kind !== "name" || effort.depth >= maxDepth) return undefined;
  const written = latestWrite(object, definitions)?.value;
  const list = written?.kind === "call" && /\.freeze$/.test(nameOfCallee(written)) ? childOf(written, "argument") : written;
  if (list?.kind !== "object" || list.children.some(({ kind, text }) => kind !== "pair" || text === "[]")) return undefined;
  const value = list.children.find(({ children: [key] }) => key?.kind === "string" && key.text === name)?.children[1];
  if (!value || assignments.some(({ children: [target] }) => isPartOf(target, object.text))) return undefined;
  return constantOf(value, definitions, { ...effort, depth: effort.depth + 1 });
}

function nameOfCallee(call: Node): string {
  const [callee] = call.children;
  return callee?.kind === "member" ? `.${callee.text}` : "";
}

function isPartOf(target: Node | undefined, name: string): boolean {
  const [object] = target?.children ?? [];
  return (target?.kind === "member" || target?.kind === "index") && object?.kind === "name" && object.text === name;
}

/** Declarations with a value, and assignments from anywhere that mean the same variable. */
function writesTo(definitions: Definitions, node: Node, declared: readonly Definition[], scope: Node): Definition[] {
  const assignments = assignmentsByScope(definitions, node.text).get(scope) ?? [];
  const initialised = declared.filter(({ node: name, value }) => value !== undefined || name.parent?.kind !== "declare");
  return [...initialised, ...assignments];
}

/** Whether a variable is given a value there and, as Semgrep counts, nowhere else; `declared` are its declarations, none for what nothing declares. */
export function isOnlyWrite({ node }: Definition, declared: readonly Definition[], definitions: Definitions): boolean {
  const [first] = declared;
  const free = ({ kind, node: name }: Definition): boolean =>
    kind === "assignment" && definitionsFor(definitions, name, name.text).length === 0;
  const all = first ? writesTo(definitions, node, declared, first.scope) : (definitions.get(node.text) ?? []).filter(free);
  return all.every((one) => one.node === node || !isCounted(one));
}

/** Functions and imports are none, nor what `with` opens and an object pattern gives. */
function isCounted({ kind, node: { parent } }: Definition): boolean {
  return kind !== "import" && !(parent && ["function", "class", "withItem", "pair"].includes(parent.kind));
}

const grouped = new Notes<Definitions, Map<string, Map<Node, Definition[]>>>();

/** A name's assignments by the scope of the variable that they mean, found once. */
function assignmentsByScope(definitions: Definitions, name: string): ReadonlyMap<Node, readonly Definition[]> {
  const byName = grouped.get(definitions) ?? new Map<string, Map<Node, Definition[]>>();
  grouped.set(definitions, byName);
  let groups = byName.get(name);
  if (groups) return groups;
  groups = new Map();
  for (const definition of definitions.get(name) ?? []) {
    const scope = definition.kind === "assignment" ? definitionsFor(definitions, definition.node, name)[0]?.scope : undefined;
    if (!scope) continue;
    const group = groups.get(scope);
    if (group) group.push(definition);
    else groups.set(scope, [definition]);
  }
  byName.set(name, groups);
  return groups;
}

function functionOf(node: Node, self = false): Node | undefined {
  for (let at = self ? node : node.parent; at; at = at.parent) if (at.kind === "function" || at.kind === "file") return at;
  return undefined;
}

/**
 * The writes that can be the latest one at the use: the last that surely runs before it, and those after that which may run.
 * Undefined when none surely runs before, or a loop around the use could run others first.
 */
function lastBefore(use: Node, writes: readonly Definition[]): Definition[] | undefined {
  const own = functionOf(use);
  if (writes.some(({ node }) => functionOf(node) !== own)) return undefined;
  const last = lastWrites(use, writes);
  const loop = last?.[0] && outermostLoop(use, last[0].node);
  return loop && writes.some(({ node }) => node.start > use.start && node.end <= loop.end) ? undefined : last;
}

function lastWrites(use: Node, writes: readonly Definition[]): Definition[] | undefined {
  const earlier = writes
    .filter(({ node }) => node.end <= use.start && !within(use, node))
    .sort((a, b) => a.node.start - b.node.start);
  for (let at = earlier.length - 1; at >= 0; at--) {
    const write = earlier[at];
    if (write && surelyRunsBefore(write.node, use)) return earlier.slice(at);
    const then = write ? earlier.findIndex((other) => inBothBranches(other.node, write.node, use)) : -1;
    if (then >= 0) return earlier.slice(then);
  }
  return undefined;
}

function within(use: Node, target: Node): boolean {
  const assignment = target.parent;
  if (assignment?.kind === "loop") return false;
  return assignment !== undefined && use.start >= assignment.start && use.end <= assignment.end;
}

/** @param beside What is not to lie in the body of the loop. */
function outermostLoop(node: Node, beside?: Node): Node | undefined {
  let found: Node | undefined;
  for (let at = node.parent; at && at.kind !== "function"; at = at.parent)
    if (at.kind === "loop" && !(beside && isInBody(beside, at))) found = at;
  return found;
}

function isInBody({ start, end }: Node, loop: Node): boolean {
  const body = childOf(loop, "body");
  return body !== undefined && body.start <= start && end <= body.end;
}

/** The statement of the write stands in a block that also holds the use, so nothing but order decides. */
function surelyRunsBefore(write: Node, use: Node): boolean {
  let statement: Node = write;
  while (statement.parent && statement.role !== "statement") {
    if (["conditional", "function", "binary"].includes(statement.kind)) return false;
    statement = statement.parent;
  }
  const block = statement.parent;
  if (!block) return false;
  for (let at = use.parent; at; at = at.parent) if (at === block) return true;
  return false;
}

/** One write in `then` and one in `else` of a branch that surely runs before the use. */
function inBothBranches(one: Node, other: Node, use: Node): boolean {
  const [then, otherwise] = [statementOf(one)?.parent, statementOf(other)?.parent];
  const branch = then?.parent;
  if (then?.role !== "then" || otherwise?.role !== "else" || !branch || otherwise.parent !== branch) return false;
  return branch.end <= use.start && surelyRunsBefore(branch, use);
}

function statementOf(node: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) if (at.role === "statement") return at;
  return undefined;
}
