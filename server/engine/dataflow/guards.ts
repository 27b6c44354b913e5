/** Checks after which a value is no longer what an attacker chose: allow-lists, equality with a constant, type checks. */

import { heldBy } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { definitionsFor } from "../patterns/scopes.ts";
import { childOf, childrenOf, type Kind, type Node, type Tree } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import { isAnchored } from "./anchored.ts";
import { knownValue } from "./constantInputs.ts";
import { emptyUnlessChecked } from "./emptyValues.ts";
import { isOwnElement } from "./ownElements.ts";
import { addressBehind } from "./parsedAddress.ts";
import { guardKey, placeOf, placeRead, readPlace, writePlace } from "./places.ts";
import type { Run } from "./run.ts";
import { joinStates } from "./state.ts";
import { isTruthy } from "./staticValue.ts";
import { takenFrom } from "./takenFrom.ts";
import { clean, flowsIn } from "./value.ts";

const equal = new Set(["==", "===", "is"]);
const unequal = new Set(["!=", "!==", "is not", "<>"]);
/** Methods of a collection that say whether it holds the argument. */
const membership = new Set(["includes", "has", "contains", "hasOwnProperty", "hasOwn"]);
/** Functions that say whether the first argument has a property of the name that the second one is. */
const ownership = new Set(["Object.hasOwn", "Object.prototype.hasOwnProperty.call", "Reflect.has", "_.has"]);
/** Methods of a text that say that it has only letters or digits. */
const plainText = new Set(["isdigit", "isdecimal", "isnumeric", "isalnum", "isalpha", "isidentifier"]);
const numberChecks = new Set(["Number.isInteger", "Number.isSafeInteger", "Number.isFinite"]);
const harmlessTypes = new Set("number boolean bigint undefined int float bool UUID uuid.UUID Decimal".split(" "));

/** What a variable may hold that says something of another one. */
const conditions: ReadonlySet<Kind> = new Set<Kind>(["call", "binary", "unary", "await"]);

/**
 * Changes the state to what is known when a condition came out as `outcome`. Only sound conclusions: anything else leaves the state
 * as it is.
 */
export function narrow(run: Run, condition: Node, outcome: boolean): void {
  if (!run.state || --run.budget.left <= 0) return;
  const constant = knownValue(run, condition);
  if (constant !== undefined) {
    // The other branch of a constant condition never runs.
    if (isTruthy(constant) !== outcome) run.state = undefined;
    return;
  }
  const [first, second] = condition.children;
  if (condition.kind === "await" && first) {
    narrow(run, first, outcome);
    return;
  }
  if (condition.kind === "name") {
    const held = heldCondition(run, condition);
    if (held) narrow(run, held, outcome);
    return;
  }
  if (condition.kind === "unary" && (condition.text === "!" || condition.text === "not") && first) {
    narrow(run, first, !outcome);
    return;
  }
  applyChecks(run, condition, outcome);
  if (condition.kind === "binary" && first && second) {
    narrowBinary(run, condition.text, first, second, outcome);
    run.narrowLists(run, condition, outcome);
  }
  if (condition.kind !== "call") return;
  const asked = truthOf(condition);
  if (asked) narrow(run, asked, outcome);
  if (outcome) narrowCall(run, condition);
  run.narrowLists(run, condition, outcome);
  run.narrowByCall(run, condition, outcome);
}

/** `bool(x)`, `Boolean(x)`: as true as what it is given. */
function truthOf({ children: [callee, given, another] }: Node): Node | undefined {
  return callee?.kind === "name" && /^(?:bool|Boolean)$/.test(callee.text) && !another ? given : undefined;
}

const joins = new Set(["&&", "||", "and", "or"]);

/**
 * What sanitizers of the rule say of a condition that came out so. Those by side effect say it of both outcomes: in `a or b` that came
 * out false, `b` was looked at too.
 */
function applyChecks(run: Run, condition: Node, outcome: boolean): void {
  if (condition.kind === "binary" && joins.has(condition.text)) return;
  const { checks, sanitizers } = run.roles;
  const speaks = ({ start, end }: Node): boolean =>
    checks.startsIn(start, end) || (run.precise && sanitizers.startsIn(start, end));
  const stack = speaks(condition) ? [condition] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const checked = checks.at(node).some((check) => check.outcome === outcome);
    if (checked || (run.precise && sanitizers.at(node).some((hit) => hit.bySideEffect))) forget(run, node);
    const address = checked ? addressBehind(run, node) : undefined;
    if (address) forget(run, address);
    for (const child of node.children) if (speaks(child)) stack.push(child);
  }
}

/** The condition that a variable holds, when neither it nor a name in the condition is ever given another value. */
function heldCondition(run: Run, name: Node): Node | undefined {
  const { definitions } = factsOf(run.module.context);
  const [only, ...others] = definitionsFor(definitions, name, name.text);
  const held = only?.kind === "variable" ? only.value : undefined;
  if (!held || others.length > 0 || held.end > name.start || !conditions.has(held.kind)) return undefined;
  const stack = [held];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "name" && definitionsFor(definitions, node, node.text).length > 1) return undefined;
    stack.push(...node.children);
  }
  return held;
}

function narrowBinary(run: Run, operator: string, left: Node, right: Node, outcome: boolean): void {
  const both = operator === "&&" || operator === "and";
  if (both || operator === "||" || operator === "or") {
    if (both === outcome) {
      narrow(run, left, outcome);
      narrow(run, right, outcome);
    } else narrowEither(run, left, right, outcome);
    return;
  }
  // `re.fullmatch(FORM, x) is not None` came out true: it matched.
  const match = right.kind === "null" && (outcome ? unequal : equal).has(operator) ? matchIn(run, left) : undefined;
  if (match) narrowCall(run, match);
  if ((equal.has(operator) && outcome) || (unequal.has(operator) && !outcome)) {
    narrowTypeof(run, left, right);
    if (isConstant(run, right) || isOwnValue(run, right)) forget(run, left);
    else if (isConstant(run, left) || isOwnValue(run, left)) forget(run, right);
    return;
  }
  const held = heldByPosition(operator, left, right);
  if (held?.outcome === outcome && isTrustedCollection(run, held.collection)) forget(run, held.element);
  if ((operator === "in" && outcome) || (operator === "not in" && !outcome))
    if (isTrustedCollection(run, right)) forget(run, left);
}

/** The call that looks for a form, which a variable may hold. */
function matchIn(run: Run, node: Node): Node | undefined {
  const call = node.kind === "name" ? heldCondition(run, node) : node;
  const callee = call?.kind === "call" ? childOf(call, "callee") : undefined;
  return callee && /^(?:full)?match$/.test(callee.text) ? call : undefined;
}

/** `list.indexOf(x) >= 0`, `list.indexOf(x) === -1`: which outcome says that the list holds the element. */
function heldByPosition(
  operator: string,
  left: Node,
  right: Node,
): { readonly collection: Node; readonly element: Node; readonly outcome: boolean } | undefined {
  const callee = left.kind === "call" ? childOf(left, "callee") : undefined;
  const [collection] = callee?.kind === "member" && callee.text === "indexOf" ? callee.children : [];
  const [element] = childrenOf(left, "argument");
  if (!collection || !element) return undefined;
  const none = right.kind === "unary" && right.text === "-" && right.children[0]?.text === "1";
  const first = right.kind === "number" && right.text === "0";
  if ((none && (unequal.has(operator) || operator === ">")) || (first && operator === ">="))
    return { collection, element, outcome: true };
  if ((none && equal.has(operator)) || (first && operator === "<")) return { collection, element, outcome: false };
  return undefined;
}

/** `a || b` came out true, or `a && b` false: either of two states. */
function narrowEither(run: Run, left: Node, right: Node, outcome: boolean): void {
  const before = run.state?.fork();
  narrow(run, left, outcome);
  const empty = run.precise ? emptyUnlessChecked(left, right, outcome) : undefined;
  if (empty) forget(run, empty);
  const byLeft = run.state;
  run.state = before;
  narrow(run, left, !outcome);
  narrow(run, right, outcome);
  run.state = joinStates(byLeft, run.state);
}

function narrowCall(run: Run, call: Node): void {
  const callee = childOf(call, "callee");
  const args = childrenOf(call, "argument");
  const [first, second] = args;
  if (!callee) return;
  if (callee.kind === "member") {
    const [object] = callee.children;
    if (!object) return;
    if (membership.has(callee.text) && first && args.length === 1 && isTrustedCollection(run, object)) forget(run, first);
    const owned = ownership.has(dotted(callee)) ? second : undefined;
    if (owned && first && isTrustedCollection(run, first)) forget(run, owned);
    if (plainText.has(callee.text) && args.length === 0) forget(run, object);
    if (callee.text === "test" && first && isAnchored(regexOf(run, object))) forget(run, first);
    if (callee.text === "match" && first && args.length === 1 && isAnchored(regexOf(run, first))) forget(run, object);
  }
  const compiled = first && args.length === 1 ? compiledForm(run, callee) : undefined;
  if (first && compiled !== undefined && isAnchored(callee.text === "fullmatch" ? `^${compiled}$` : compiled)) forget(run, first);
  const name = run.resolveName(callee) ?? dotted(callee);
  if (first && numberChecks.has(name)) forget(run, first);
  if (name === "isinstance" && first && second && harmlessTypes.has(dotted(second))) forget(run, first);
  if ((name === "re.fullmatch" || name === "re.match") && first && second) {
    const form = run.resolveConstant(first) ?? (first.kind === "string" ? first.text : undefined);
    if (form !== undefined && isAnchored(name === "re.fullmatch" ? `^${form}$` : form)) forget(run, second);
  }
}

const harmlessFlags = /^re\.(?:I|IGNORECASE|A|ASCII|U|UNICODE)$/;

/** The text of the regex in `FORM.fullmatch` and `FORM.match`, where `FORM = re.compile("...")`. */
function compiledForm(run: Run, callee: Node): string | undefined {
  const [object] = callee.children;
  if (callee.kind !== "member" || (callee.text !== "fullmatch" && callee.text !== "match") || !object) return undefined;
  const made = heldBy(object, factsOf(run.module.context).definitions);
  const maker = made?.kind === "call" ? childOf(made, "callee") : undefined;
  const [form, flags] = made ? childrenOf(made, "argument") : [];
  if (!maker || !form || (run.resolveName(maker) ?? dotted(maker)) !== "re.compile") return undefined;
  // In several lines each has its ends, and `(?m)` says the same.
  if (flags && !harmlessFlags.test(run.resolveName(flags) ?? dotted(flags))) return undefined;
  return form.kind === "string" ? form.text : run.resolveConstant(form);
}

/** `typeof x === "number"`: narrowed by the type, not by the value. */
function narrowTypeof(run: Run, left: Node, right: Node): void {
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const [operand] = side.children;
    if (side.kind === "unary" && side.text === "typeof" && operand && other.kind === "string" && harmlessTypes.has(other.text))
      forget(run, operand);
  }
}

/** From here on the place holds a value that the program chose. */
export function forget(run: Run, node: Node): void {
  const inner = sameText(run, node);
  if (inner) {
    forget(run, inner);
    return;
  }
  const place = placeRead(run, node);
  if (place?.exact) writePlace(run, place, clean);
  // What reads a source is untrusted again each time, unless the state says otherwise.
  const isElement = place?.exact === false && node.kind === "index";
  const taken = run.precise ? takenFrom(run, node) : undefined;
  if (taken) forgetPart(run, taken.from, taken.path);
  if (!run.frame.outcomes && !isElement && !run.begins.startsIn(node.start, node.end)) return;
  const key = guardKey(run, node);
  if (key !== undefined) run.state?.guard(key);
}

/** They name the same file, or write the same letters. */
const sameFile = /^(?:resolve|normalize|realpathSync)$/;
const sameLetters = /^(?:toLowerCase|toUpperCase|toString)$/;

/** `x or ""`, `str(x)`, `x := f()`, `path.resolve(x)`: what holds of these holds of `x`, or `x` is empty. */
function sameText(run: Run, node: Node): Node | undefined {
  const [first, second] = node.children;
  // `(x := f()) in ALLOWED`, `(x = f()) === "a"`.
  if (node.kind === "assign" && (node.text === ":=" || node.text === "=")) return first;
  if (node.kind === "binary" && (node.text === "or" || node.text === "||" || node.text === "??"))
    return second && isConstant(run, second) ? first : undefined;
  if (node.kind !== "call" || !first) return undefined;
  if (node.children.length === 1) return first.kind === "member" && sameLetters.test(first.text) ? first.children[0] : undefined;
  if (node.children.length !== 2) return undefined;
  if (first.kind === "name") return /^(?:str|String)$/.test(first.text) ? second : undefined;
  return first.kind === "member" && sameFile.test(first.text) && /^(?:path|fs)$/.test(first.children[0]?.text ?? "")
    ? second
    : undefined;
}

/** As `forget`, for a part of what an expression gives. */
export function forgetPart(run: Run, node: Node, path: readonly string[]): void {
  if (path.length === 0) {
    forget(run, node);
    return;
  }
  const place = placeOf(run, node, false);
  if (place?.exact) writePlace(run, { ...place, path: [...place.path, ...path] }, clean);
  const key = guardKey(run, node);
  if (key !== undefined) run.state?.guard(key + path.join(""));
}

/** Whether an expression is a value that stands in the program. */
export function isConstant(run: Run, node: Node): boolean {
  return (
    node.kind === "string" ||
    node.kind === "number" ||
    node.kind === "boolean" ||
    node.kind === "null" ||
    (node.kind === "name" && node.text === "undefined") ||
    run.resolveConstant(node) !== undefined
  );
}

/** A variable or a field of one that no untrusted data is in: what is equal to it is what the program holds. */
export function isOwnValue(run: Run, node: Node): boolean {
  if ((node.kind !== "name" && node.kind !== "member" && node.kind !== "index") || run.begins.startsIn(node.start, node.end))
    return false;
  const place = placeOf(run, node, false);
  return (place ? flowsIn(readPlace(run, place)).length === 0 : isOfFile(run, node)) && !isKeptBetweenCalls(run, node);
}

/** Begins with a variable or an import of another file, whose own statements are not run here: given once, and not by a source. */
function isOfFile(run: Run, node: Node): boolean {
  let base = node;
  while (base.kind !== "name") {
    const [object] = base.children;
    if (!object) return false;
    base = object;
  }
  const found = definitionsFor(factsOf(run.module.context).definitions, base, base.text);
  return (
    found.length > 0 &&
    !isKeptBetweenCalls(run, base) &&
    found.every(
      ({ kind, scope, value }) =>
        scope.kind === "file" && kind !== "other" && !(value && run.begins.startsIn(value.start, value.end)),
    )
  );
}

/** Something that a function leaves there may be untrusted the next time, whatever it holds now. */
function isKeptBetweenCalls(run: Run, node: Node): boolean {
  const { tree } = run.module.context;
  if (!leftIn(tree).has(node.text)) return false;
  if (node.kind !== "name") return true;
  const { frame } = run;
  const own = definitionsFor(factsOf(run.module.context).definitions, node, node.text);
  const isLocal = own.every(({ node: one }) => frame.node && frame.node.start <= one.start && one.end <= frame.node.end);
  return own.length === 0 || !isLocal;
}

const left = new Notes<Tree, ReadonlySet<string>>();

/** Variables and fields that functions other than constructors give values that do not stand in the program. */
function leftIn(tree: Tree): ReadonlySet<string> {
  const known = left.get(tree);
  if (known) return known;
  const names = new Set<string>();
  const stack: { readonly node: Node; readonly inside: boolean }[] = [{ node: tree.root, inside: false }];
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { node } = item;
    const name = node.kind === "function" ? childOf(node, "name")?.text : undefined;
    const inside = node.kind === "function" ? name !== "constructor" && name !== "__init__" : item.inside;
    const target = inside && node.kind === "assign" ? childOf(node, "target") : undefined;
    const value = target && childOf(node, "value");
    if (target && !(value && literalKinds.has(value.kind))) names.add(target.text);
    for (const child of node.children) stack.push({ node: child, inside });
  }
  left.set(tree, names);
  return names;
}

const literalKinds: ReadonlySet<Kind> = new Set<Kind>(["string", "number", "boolean", "null"]);

/** A literal list of constants, or a variable that no untrusted data is in. A text is no list: any part of it would do. */
export function isTrustedCollection(run: Run, node: Node): boolean {
  if (node.kind === "array" || node.kind === "tuple" || node.kind === "set" || node.kind === "object")
    return node.children.every((child) => (child.kind === "pair" ? true : isConstant(run, child)));
  if (node.kind !== "name" && node.kind !== "member") return isOwnElement(node) || isFreshCollection(run, node);
  if (run.resolveConstant(node) !== undefined) return false;
  const place = placeOf(run, node, false);
  return !place || flowsIn(readPlace(run, place)).length === 0;
}

/** `new Set(["a", "b"])`, `set(("a", "b"))`, `Object.keys(TABLE)`. */
function isFreshCollection(run: Run, node: Node): boolean {
  if (node.kind !== "new" && node.kind !== "call") return false;
  const callee = childOf(node, "callee");
  const name = callee ? dotted(callee) : "";
  const [first] = childrenOf(node, "argument");
  if (name === "os.listdir") return first === undefined || isConstant(run, first) || isOwnValue(run, first);
  if (name.endsWith(".keys") && !first && callee?.children[0]) return isTrustedCollection(run, callee.children[0]);
  if (!["Set", "Map", "set", "frozenset", "list", "tuple", "Object.keys", "Object.values"].includes(name)) return false;
  return first !== undefined && isTrustedCollection(run, first);
}

/** The text of a regex, or of the one that a variable always holds. */
export function regexOf(run: Run, node: Node): string {
  if (node.kind === "regex") return node.text;
  if (node.kind !== "name") return "";
  const [only, ...others] = definitionsFor(factsOf(run.module.context).definitions, node, node.text);
  return only?.kind === "variable" && only.value?.kind === "regex" && others.length === 0 ? only.value.text : "";
}

function dotted(node: Node): string {
  if (node.kind === "name") return node.text;
  const [object] = node.children;
  return node.kind === "member" && object ? `${dotted(object)}.${node.text}` : "";
}
