/** A look at a pattern and a piece of code that most candidates fail, without binding anything. */

import { childOf, type Kind, type Node } from "../tree/node.ts";
import { latestWrite } from "./constants.ts";
import { heldFunction, isSequence, type Run, type StringTest } from "./matchRun.ts";
import { isPlainKey } from "./parsePattern.ts";
import { isMetavariable } from "./patternSource.ts";
import { requiredModule } from "./scopes.ts";

/** What may be known to be a literal. */
const constantKinds: ReadonlySet<Kind> = new Set<Kind>([
  "string",
  "stringPart",
  "number",
  "boolean",
  "template",
  "binary",
  "unary",
  "conditional",
  "name",
  "member",
]);

/** Never false where `matchNode` has an outcome; true where only it can tell. Counts no steps, since it does little. */
export function mayMatch(run: Run, pattern: Node, node: Node): boolean {
  switch (pattern.kind) {
    case "metavariable":
      return mayBind(run, pattern.text, node);
    case "name":
      return node.kind === "name"
        ? pattern.text === node.text || run.facts.imported.has(node.text)
        : node.kind === "call" && requiredModule(node) !== undefined;
    case "member":
      return mayBeMember(run, pattern, node);
    case "string":
      return mayBeString(run, pattern, node);
    case "number":
    case "boolean":
      return node.kind === "number" || node.kind === "boolean" ? node.kind === pattern.kind : constantKinds.has(node.kind);
    case "call":
    case "new":
      return mayBeCall(run, pattern, node);
    case "assign":
      return mayBeAssigned(run, pattern, node);
    case "object":
      return mayBeObject(run, pattern, node);
    case "index":
      return node.kind === "index" && bothMay(run, pattern.children[0], node.children[0]);
    case "function":
      return mayBeFunction(run, pattern, node);
    case "binary":
      return mayBeOperation(run, pattern, node);
    case "return":
      return mayBeReturned(run, pattern, node);
    case "tuple":
      return mayBeList(run, pattern.children, tupleParts(node) ?? node.children, 0);
    case "branch":
      return node.kind === "branch" && bothMay(run, childOf(pattern, "condition"), childOf(node, "condition"));
    case "loop":
    case "try":
    case "catch":
    case "switch":
    case "conditional":
    case "await":
    case "jsxElement":
    case "class":
      return node.kind === pattern.kind;
    default:
      return true;
  }
}

/** What is asked of a metavariable's text; where it stands twice, the first may be written otherwise than the second. */
function mayBind({ tests, repeated, context, facts }: Run, name: string, node: Node): boolean {
  const test = tests === undefined || repeated.has(name) ? undefined : tests.get(name);
  if (!test || (node.kind === "name" && facts.imported.has(node.text))) return true;
  return test(node.kind === "name" ? node.text : context.tree.text.slice(node.start, node.end));
}

function bothMay(run: Run, pattern: Node | undefined, node: Node | undefined): boolean {
  return !pattern || (node !== undefined && mayMatch(run, pattern, node));
}

function mayBeMember(run: Run, pattern: Node, node: Node): boolean {
  const object = pattern.children[0];
  const property = pattern.children[1];
  if (property?.kind === "ellipsis" || !object || !property) return true;
  if (node.kind === "name") return run.facts.imported.has(node.text);
  if (node.kind === "call") return requiredModule(node) !== undefined;
  if (node.kind !== "member" || (property.kind === "name" && property.text !== node.text)) return false;
  return bothMay(run, object, node.children[0]);
}

function mayBeString(run: Run, pattern: Node, node: Node): boolean {
  const { text } = pattern;
  if (isPlainKey(pattern) || pattern.role === "key") return node.kind === "string" || node.role === "name";
  if (node.kind === "string" && isMetavariable(text))
    return run.repeated.has(text) || run.tests?.get(text)?.(node.text) !== false;
  if (node.kind !== "string" || text === "..." || isMetavariable(text) || text.startsWith("$...") || run.strings.has(pattern))
    return constantKinds.has(node.kind) && node.kind !== "number" && node.kind !== "boolean";
  return node.text === text;
}

function mayBeCall(run: Run, pattern: Node, node: Node): boolean {
  if (node.kind !== pattern.kind) return false;
  const callee = pattern.children[0];
  const nodeCallee = node.children[0];
  if (!callee || !nodeCallee || !mayMatch(run, callee, nodeCallee)) return false;
  for (let at = 1; at < pattern.children.length; at++)
    if (pattern.children[at]?.kind === "keywordArgument") return haveKeywords(run, pattern, node);
  return mayBeList(run, pattern.children, node.children, 1);
}

function haveKeywords(run: Run, pattern: Node, node: Node): boolean {
  for (let at = 1; at < pattern.children.length; at++) {
    const wanted = pattern.children[at];
    if (wanted?.kind === "keywordArgument" && !node.children.some((one) => mayBeKeyword(run, wanted, one))) return false;
  }
  return true;
}

function mayBeKeyword(run: Run, { text, children }: Node, node: Node): boolean {
  if (node.kind !== "keywordArgument" || (text !== node.text && !isMetavariable(text))) return false;
  return bothMay(run, children[0], node.children[0]);
}

/** In order up to the first ellipsis; what stands behind it must be somewhere behind. */
function mayBeList(run: Run, patterns: readonly Node[], nodes: readonly Node[], from: number): boolean {
  let at = from;
  for (; at < patterns.length; at++) {
    const pattern = patterns[at];
    if (!pattern || isSequence(pattern.kind)) break;
    const node = nodes[at];
    if (!node || !mayMatch(run, pattern, node)) return false;
  }
  if (at === patterns.length) return nodes.length === patterns.length;
  for (let next = at + 1; next < patterns.length; next++) {
    const pattern = patterns[next];
    if (pattern && !isSequence(pattern.kind) && !hasSome(run, pattern, nodes, at)) return false;
  }
  return true;
}

function hasSome(run: Run, pattern: Node, nodes: readonly Node[], from: number): boolean {
  for (let at = from; at < nodes.length; at++) {
    const node = nodes[at];
    if (node && mayMatch(run, pattern, node)) return true;
  }
  return false;
}

/** What assigns in its own way. */
const otherForms: ReadonlySet<Kind> = new Set(["export", "parameter", "other"]);

function mayBeAssigned(run: Run, pattern: Node, node: Node): boolean {
  if (pattern.text !== "=" && pattern.text !== ":=") return mayBeUpdated(run, pattern, node);
  if (pattern.text !== "=" || otherForms.has(node.kind) || (node.kind === "assign" && node.text !== "=")) return true;
  const target = childOf(pattern, "target");
  const nodeTarget = childOf(node, node.kind === "field" ? "name" : "target");
  const value = childOf(pattern, "value");
  if (!target || nodeTarget?.kind === "tuple" || childOf(node, "value")?.kind === "assign") return true;
  return bothMay(run, target, nodeTarget) && (!value || bothMay(run, value, childOf(node, "value")));
}

/** `x += y`, which `x = x + y` may be. */
function mayBeUpdated(run: Run, pattern: Node, node: Node): boolean {
  if (node.kind !== "assign") return false;
  const value = childOf(node, "value");
  if (node.text === "=") return value?.kind === "binary" && `${value.text}=` === pattern.text;
  const wanted = childOf(pattern, "value");
  return (
    node.text === pattern.text && bothMay(run, childOf(pattern, "target"), childOf(node, "target")) && bothMay(run, wanted, value)
  );
}

/** `a[i] = v`: many rules ask for it, and few assignments are of this kind. */
export function isElementAssigned(pattern: Node): boolean {
  return pattern.kind === "assign" && pattern.text === "=" && childOf(pattern, "target")?.kind === "index";
}

/** What `mayMatch` says of the target of such a pattern. */
export function mayAssignElement(node: Node): boolean {
  if (otherForms.has(node.kind)) return node.kind === "export";
  if (node.kind === "assign" && node.text !== "=") return true;
  const target = childOf(node, node.kind === "field" ? "name" : "target");
  return target?.kind === "index" || target?.kind === "tuple" || childOf(node, "value")?.kind === "assign";
}

/** The values of fixed keys are looked at too. */
function mayBeObject(run: Run, pattern: Node, node: Node): boolean {
  if (node.kind !== "object") {
    const held = declaredObject(run, node);
    if (held) return mayBeObject(run, pattern, held);
    return run.context.tree.language === "python" && (node.kind === "set" || node.kind === "comprehension");
  }
  for (let at = 0; at < pattern.children.length; at++) {
    const wanted = pattern.children[at];
    const key = wanted?.children[0];
    if (wanted?.kind !== "pair") continue;
    const isAsked = key?.kind === "string" && (isFixed(run, key) || keyTest(run, key) !== undefined);
    if (!(isAsked ? hasPair(run, key, wanted.children[1], node) : hasValue(run, wanted.children[1], node))) return false;
  }
  return true;
}

/** In the precise profile the object literal that a variable of JavaScript surely holds. */
export function declaredObject({ context, facts }: Run, node: Node): Node | undefined {
  if (node.kind !== "name" || !facts.precise || context.tree.language === "python") return undefined;
  const written = latestWrite(node, facts.definitions);
  const kind = written?.node.parent?.kind;
  const held = kind === "declare" || kind === "assign" ? written?.value : undefined;
  return held?.kind === "object" ? held : undefined;
}

function hasPair(run: Run, key: Node, value: Node | undefined, { children }: Node): boolean {
  for (let at = 0; at < children.length; at++) {
    const one = children[at];
    if (one && mayBePair(run, key, value, one)) return true;
  }
  return false;
}

/** Under any key. */
function hasValue(run: Run, value: Node | undefined, { children }: Node): boolean {
  for (let at = 0; at < children.length; at++) {
    const one = children[at];
    if (one && one.kind !== "spread" && (one.kind !== "pair" || mayBeValue(run, value, one.children[1]))) return true;
  }
  return false;
}

function mayBeValue(run: Run, value: Node | undefined, node: Node | undefined): boolean {
  if (!value || !node || node.kind === "function" || node.type === "assignment_pattern") return true;
  return value.type === "assignment_pattern" || mayMatch(run, value, node);
}

function mayBePair(run: Run, key: Node, value: Node | undefined, node: Node): boolean {
  if (node.kind === "spread") return false;
  if (node.kind !== "pair") return node.kind !== "function" || isKey(run, key, childOf(node, "name")?.text ?? "");
  const nodeKey = node.children[0];
  const nodeValue = node.children[1];
  if (nodeKey?.kind !== "string") return true;
  return nodeValue !== undefined && isKey(run, key, nodeKey.text) && mayBeValue(run, value, nodeValue);
}

/** What is asked of the text of a key that is a metavariable. */
function keyTest({ tests, repeated }: Run, { text }: Node): StringTest | undefined {
  return tests === undefined || repeated.has(text) ? undefined : tests.get(text);
}

function isKey(run: Run, key: Node, text: string): boolean {
  const test = keyTest(run, key);
  return test ? test(text) : text === key.text;
}

function isFixed(run: Run, key: Node): boolean {
  return key.text !== "..." && !isMetavariable(key.text) && !run.strings.has(key);
}

/** Its parameters in order up to the first ellipsis. */
function mayBeFunction(run: Run, pattern: Node, node: Node): boolean {
  const found = node.kind === "function" ? node : childOf(node, "value");
  if (found?.kind !== "function" || !mayBeCalled(run, pattern, node, found) || !mayHaveBody(pattern, found)) return false;
  let at = 0;
  let open = false;
  for (let child = 0; child < pattern.children.length; child++) {
    const wanted = pattern.children[child];
    if (wanted?.role !== "parameter") continue;
    if (isSequence(wanted.kind)) {
      open = true;
      break;
    }
    const parameter = nth(found, at++);
    if (!parameter || !mayBeParameter(run, wanted, parameter)) return false;
  }
  return (open || nth(found, at) === undefined) && mayBeDecorated(run, pattern, node);
}

/** Where every statement is named, a longer body is another one; a docstring may stand before it. */
function mayHaveBody(pattern: Node, node: Node): boolean {
  const body = childOf(pattern, "body");
  const found = childOf(node, "body");
  if (body?.kind !== "block" || found?.kind !== "block" || found.children.length <= body.children.length + 1) return true;
  return body.children.some(({ kind }) => isSequence(kind) || kind === "metavariable");
}

/** By its own name, or that of the field which holds it. */
function mayBeCalled(run: Run, pattern: Node, node: Node, found: Node): boolean {
  const wanted = pattern.type === "function_expression" ? undefined : childOf(pattern, "name");
  if (wanted?.kind !== "name" && wanted?.kind !== "metavariable") return true;
  const name = heldFunction(node) ? node.children[0] : childOf(found, "name");
  if (wanted.kind === "name") return name?.text === wanted.text;
  return name !== undefined && (name.kind !== "name" || mayBind(run, wanted.text, name));
}

/** By what is named or called behind each `@`. */
function mayBeDecorated(run: Run, pattern: Node, node: Node): boolean {
  for (let at = 0; at < pattern.children.length; at++) {
    const wanted = pattern.children[at];
    if (wanted?.kind !== "decorator") continue;
    const named = calledIn(wanted);
    if (named && !node.children.some((one) => one.kind === "decorator" && bothMay(run, named, calledIn(one)))) return false;
  }
  return true;
}

function calledIn({ children }: Node): Node | undefined {
  const value = children[0];
  return value?.kind === "call" ? value.children[0] : value;
}

/** What an arrow function gives back without a `return` is a candidate too. */
function mayBeReturned(run: Run, pattern: Node, node: Node): boolean {
  const wanted = pattern.children[0];
  const value = node.kind === "return" ? node.children[0] : node;
  return !wanted || isSequence(wanted.kind) || value === undefined || mayMatch(run, wanted, value);
}

function mayBeParameter(run: Run, pattern: Node, node: Node): boolean {
  const target = childOf(pattern, "target");
  const code = childOf(node, "target");
  if (pattern.kind !== "parameter" || !target || !code || node.text !== "") return true;
  return target.kind === "object" || target.kind === "array"
    ? target.kind === code.kind && mayMatch(run, target, code)
    : mayMatch(run, target, code);
}

function mayBeOperation(run: Run, pattern: Node, node: Node): boolean {
  if (node.kind !== "binary") return node.kind === "assign";
  if (node.text !== pattern.text) return false;
  if (!ordered.has(pattern.text)) return true;
  const left = pattern.children[0];
  const right = pattern.children[1];
  if (left && (isSequence(left.kind) || left.kind === "binary")) return true;
  return bothMay(run, left, node.children[0]) && (!right || isSequence(right.kind) || bothMay(run, right, node.children[1]));
}

/** Their operands are matched as they stand. */
const ordered: ReadonlySet<string> = new Set(["===", "!==", "==", "!=", "<", ">", "<=", ">=", "+", "-", "in", "not in", "is"]);

/** The parameter at an index. */
function nth(node: Node, index: number): Node | undefined {
  let at = 0;
  for (let child = 0; child < node.children.length; child++) {
    const one = node.children[child];
    if (one?.role === "parameter" && at++ === index) return one;
  }
  return undefined;
}

const namedByTuple: ReadonlySet<Kind> = new Set(["loop", "withItem", "comprehension"]);

/** What a tuple of a pattern is compared with. */
export function tupleParts({ kind, type, role, parent, children }: Node): readonly Node[] | undefined {
  if (kind === "pair") return type === "pair" ? children : undefined;
  if (kind === "index")
    return children.length > 2 && !children.some((part) => part.kind === "slice") ? children.slice(1) : undefined;
  return kind === "tuple" && !(role !== "value" && parent && namedByTuple.has(parent.kind)) ? children : undefined;
}
