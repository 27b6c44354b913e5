/** How patterns of each kind match, where that is more than "the same kind with the same children". */

import { childOf, childrenOf, type Kind, type Node } from "../tree/node.ts";
import { type Bound, bind, bindingOf, noOutcome, type Outcomes } from "./bindings.ts";
import { regexConstant } from "./constants.ts";
import { isImplicitReturn } from "./implicitReturns.ts";
import { matchAssign, matchDeclare } from "./matchAssign.ts";
import { matchBinary } from "./matchBinary.ts";
import { matchAwait, matchCall, matchKeyword } from "./matchCalls.ts";
import {
  matchArray,
  matchComprehension,
  matchDelete,
  matchIndex,
  matchObject,
  matchPair,
  matchSet,
  matchTuple,
} from "./matchCollections.ts";
import { knownConstant } from "./matchContext.ts";
import {
  matchBranch,
  matchCase,
  matchCatch,
  matchLoop,
  matchSwitch,
  matchTry,
  matchWith,
  matchWithItem,
} from "./matchControl.ts";
import {
  matchClass,
  matchDecorator,
  matchDecorators,
  matchFunction,
  matchParameter,
  matchSignature,
} from "./matchDefinitions.ts";
import { matchExport } from "./matchExports.ts";
import { matchImport } from "./matchImports.ts";
import {
  byRoles,
  chain,
  distinct,
  heldFunction,
  isArrowBody,
  isSequence,
  type Matcher,
  matchAnyOrder,
  matchList,
  matchOptional,
  matchSame,
  matchText,
  type Run,
} from "./matchRun.ts";
import { matchBlock } from "./matchStatements.ts";
import { matchCast, matchDeclaredType, matchTypedMetavariable } from "./matchTypes.ts";
import { isWhole, numberOf } from "./numbers.ts";
import { isMetavariable } from "./patternSource.ts";

const matchField: Matcher = (run, pattern, node, bound) => {
  const method = heldFunction(pattern);
  if (method) {
    const found = heldFunction(node) ?? (node.type === "method_definition" ? node : undefined);
    const [name, nodeName] = [childOf(pattern, "name"), childOf(node, "name")];
    if (!found || !name || !nodeName) return noOutcome;
    const decorators = matchDecorators(run, pattern, node, bound);
    return chain(decorators, (before) =>
      chain(run.match(run, name, nodeName, before), (next) => matchSignature(run, method, found, next)),
    );
  }
  // What holds a function is a method to Semgrep.
  if (node.kind !== "field" || (!run.facts.precise && heldFunction(node))) return noOutcome;
  const modifiers = node.text.split(" ");
  if (pattern.text !== "" && !pattern.text.split(" ").every((modifier) => modifiers.includes(modifier))) return noOutcome;
  let outcomes = matchDecorators(run, pattern, node, bound);
  for (const role of ["name", "type", "value"] as const) {
    const wanted = childOf(pattern, role);
    const found = childOf(node, role);
    if (wanted && found && role === "type") outcomes = chain(outcomes, (next) => matchDeclaredType(run, wanted, found, next));
    else if (wanted) outcomes = chain(outcomes, (next) => matchOptional(run, wanted, found, next));
    else if (role === "value" && found) return noOutcome;
  }
  return outcomes;
};

/** Parts in order; `...` among them stands for any text and interpolations. What stands after a tag is not on its own. */
const matchTemplate: Matcher = (run, pattern, node, bound) => {
  const tag = node.parent?.kind === "call" && node.role === "argument" && node.end === node.parent.end;
  const tagged = pattern.parent?.kind === "call" && pattern.role === "argument" && pattern.end === pattern.parent.end;
  if (tag && !tagged) return noOutcome;
  if (!run.facts.precise && [pattern, node].filter(({ type }) => type === "concatenated_string").length === 1) return noOutcome;
  if (node.kind === "template") return matchList(run, pattern.children, node.children, bound);
  // Python: `f"a"` is the string.
  const [only] = pattern.children;
  const plain = pattern.children.length < 2 && (!only || only.kind === "stringPart") && run.context.tree.language === "python";
  return plain && node.kind === "string" && (only?.text ?? "") === node.text ? [bound] : noOutcome;
};

/** To Semgrep `{x!r}`, `{x:d}` and `{x=}` are more than the value that `{$X}` and `{...}` ask for. */
const matchInterpolation: Matcher = (run, pattern, node, bound) => {
  const asksForMore = pattern.children.length > 1 || run.facts.precise;
  if (!asksForMore && node.kind === "interpolation") {
    const { text, language } = run.context.tree;
    // `${"a"}` is text, in the pattern as in the code.
    const [asked] = pattern.children;
    if (language !== "python" && asked?.kind === "string" && asked.text === "...") return [bound];
    if (language !== "python" && node.children[0]?.kind === "string" && asked?.kind !== "string") return noOutcome;
    if (node.children.length > 1 || (language === "python" && /=\s*\}$/.test(text.slice(node.start, node.end)))) return noOutcome;
  }
  return matchSame(run, pattern, node, bound);
};

/** The text between interpolations. */
const matchPart: Matcher = (_run, pattern, node, bound) =>
  node.kind === "stringPart" ? matchText(pattern, node, bound) : noOutcome;

/** `yield ...` is met where something is handed out. */
const matchYield: Matcher = (run, pattern, node, bound) =>
  pattern.children.length > node.children.length ? noOutcome : matchSame(run, pattern, node, bound);

/** Flags are only asked for where the pattern has some. */
const matchRegex: Matcher = (run, pattern, node, bound) => {
  const isVariable = node.kind === "name" && !run.facts.precise && !run.facts.literalsOnly;
  const written = node.kind === "regex" ? node.text : isVariable ? regexConstant(node, run.facts.definitions) : undefined;
  if (written === undefined) return noOutcome;
  const source = pattern.text.endsWith("/") ? written.slice(0, written.lastIndexOf("/") + 1) : written;
  const [, open, flags] = /^\/(\$[A-Z_][A-Z_0-9]*|\.\.\.)(\/[a-z]*)$/.exec(pattern.text) ?? [];
  if (open === undefined || flags === undefined) return pattern.text === source ? [bound] : noOutcome;
  if (!source.endsWith(flags)) return noOutcome;
  if (open === "...") return [bound];
  const text = source.slice(1, -flags.length);
  return bind(bound, open, { span: { start: node.start, end: node.end }, text, nodes: [] });
};

/** `x++` is not `++x`. */
const matchUpdate: Matcher = (run, pattern, node, bound) =>
  (pattern.children[0]?.start === pattern.start) === (node.children[0]?.start === node.start)
    ? matchSame(run, pattern, node, bound)
    : noOutcome;

/** The same value, however it is written; in Python `1` is not `1.0`. */
const matchNumber: Matcher = (run, pattern, node, bound) => {
  const constant = knownConstant(node, run.facts);
  if (constant?.type !== "number" || constant.value === undefined) return noOutcome;
  if (constant.value === pattern.text) return [bound];
  if (run.context.tree.language === "python" && isWhole(constant.value) !== isWhole(pattern.text)) return noOutcome;
  return numberOf(constant.value) === numberOf(pattern.text) ? [bound] : noOutcome;
};

/** `-1` also by what is known to hold it. */
const matchUnary: Matcher = (run, pattern, node, bound) => {
  const outcomes = matchSame(run, pattern, node, bound);
  const [value] = pattern.children;
  if (outcomes.length > 0 || value?.kind !== "number" || pattern.text !== "-") return outcomes;
  const constant = knownConstant(node, run.facts);
  const same = constant?.type === "number" && constant.value !== undefined && numberOf(constant.value) === -numberOf(value.text);
  return same ? [bound] : noOutcome;
};

const matchBoolean: Matcher = (run, pattern, node, bound) => {
  const constant = knownConstant(node, run.facts);
  return constant?.type === "boolean" && constant.value === pattern.text ? [bound] : noOutcome;
};

/** `return ...` is met with and without a value; an arrow function's expression counts as returned. */
const matchReturn: Matcher = (run, pattern, node, bound) => {
  const [value] = pattern.children;
  const returned =
    node.kind === "return"
      ? node.children[0]
      : (isArrowBody(node) && (node.parent?.type !== "lambda" || run.context.matching.implicit_return)) ||
          (!run.facts.precise && run.context.matching.implicit_return && isImplicitReturn(node))
        ? node
        : undefined;
  if (node.kind !== "return" && !returned) return noOutcome;
  if (!value) return returned ? noOutcome : [bound];
  return matchOptional(run, value, returned, bound);
};

/** `raise ...` is met where something is raised. */
const matchThrow: Matcher = (run, pattern, node, bound) =>
  pattern.children.length > node.children.length ? noOutcome : byRoles(["value", "other"], ["other"])(run, pattern, node, bound);

/** `global a, b` is `global a` and `global b`. */
const matchGlobal: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "global" || node.children.length === 0) return noOutcome;
  const [only, second] = pattern.children;
  if (!only || second) return matchSame(run, pattern, node, bound);
  return distinct(node.children.flatMap((name) => run.match(run, only, name, bound)));
};

/** Children from the first one on; more may follow. */
function matchChildren(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  const [pattern, ...rest] = patterns;
  if (!pattern) return [bound];
  if (isSequence(pattern.kind) && !isBraced(pattern)) {
    const outcomes: Bound[] = [];
    for (let from = 0; from <= nodes.length && run.context.budget.left-- > 0; from++)
      outcomes.push(...matchChildren(run, rest, nodes.slice(from), bound));
    return distinct(outcomes);
  }
  const [node, ...others] = nodes;
  if (!node) return noOutcome;
  const expression = node.kind !== "jsxText" && node.kind !== "jsxElement";
  if (isBraced(pattern) && !expression) return noOutcome;
  return chain(matchChild(run, pattern, node, bound), (next) => matchChildren(run, rest, others, next));
}

/** `{$X}` and `{...}` stand for an expression in braces. */
function isBraced({ kind, type }: Node): boolean {
  return kind === "metavariable" || (kind === "ellipsis" && type === "identifier");
}

/** `$X` as text stands for a text. */
function matchChild(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  if (pattern.kind === "ellipsis") return [bound];
  if (pattern.kind !== "jsxText" || !isMetavariable(pattern.text)) return run.match(run, pattern, node, bound);
  return node.kind === "jsxText" ? bind(bound, pattern.text, bindingOf(run.context.tree, [node], node.start)) : noOutcome;
}

/** Attributes in any order, others may be there; children only where the pattern has some. */
const matchJsx: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "jsxElement") return noOutcome;
  const { matching } = run.context;
  if (!matching.xml_singleton_loose_matching && pattern.type !== node.type) return noOutcome;
  const [tag, nodeTag] = [childOf(pattern, "tag"), childOf(node, "tag")];
  // To Semgrep a dotted tag is one name, in which no `$X` stands for anything.
  if (tag?.kind === "member" && !run.facts.precise && hasMetavariable(tag)) return noOutcome;
  const tags = tag ? (nodeTag ? run.match(run, tag, nodeTag, bound) : noOutcome) : nodeTag ? noOutcome : [bound];
  const attributes = childrenOf(pattern, "attribute");
  const wanted = attributes.filter(({ kind }) => !isSequence(kind));
  const found = childrenOf(node, "attribute");
  const whole = !matching.xml_attrs_implicit_ellipsis && wanted.length === attributes.length;
  if (whole && wanted.length !== found.length) return noOutcome;
  const children = childrenOf(pattern, "child");
  const matchInside = matching.xml_children_ordered ? matchChildren : matchUnordered;
  return chain(tags, (first) =>
    chain(matchAnyOrder(run, wanted, found, first), (next) =>
      children.length === 0 ? [next] : matchInside(run, children, childrenOf(node, "child"), next),
    ),
  );
};

function hasMetavariable({ kind, children }: Node): boolean {
  return kind === "metavariable" || children.some(hasMetavariable);
}

/** All children, in any order; others only where an ellipsis is. */
function matchUnordered(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  const wanted = patterns.filter((pattern) => !isSequence(pattern.kind) || isBraced(pattern));
  if (wanted.length === patterns.length && wanted.length !== nodes.length) return noOutcome;
  return matchAnyOrder(run, wanted, nodes, bound);
}

const matchJsxAttribute: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "jsxAttribute") return noOutcome;
  const [value] = pattern.children;
  return chain(matchText(pattern, node, bound), (next) => {
    if (!value) return run.facts.precise || node.children.length === 0 ? [next] : noOutcome;
    if (node.children.length === 0 && value.kind === "metavariable") return [next];
    return matchOptional(run, value, node.children[0], next);
  });
};

/** A lone name in parentheses is the same as the name; a type node stands for what is in it. */
const matchType: Matcher = (run, pattern, node, bound) => {
  const [inner] = pattern.children;
  if (pattern.type === "type" && inner && pattern.children.length === 1) {
    const nodeInner = node.type === "type" ? node.children[0] : node;
    return nodeInner ? run.match(run, inner, nodeInner, bound) : noOutcome;
  }
  if (pattern.type !== node.type) return noOutcome;
  return matchSame(run, pattern, node, bound);
};

/** To Semgrep `$...X` stands for arguments, parameters and statements alone, and never for elements. */
function elements(matcher: Matcher): Matcher {
  return (run, pattern, node, bound) =>
    !run.facts.precise && pattern.children.some(({ kind }) => kind === "ellipsisMetavariable")
      ? noOutcome
      : matcher(run, pattern, node, bound);
}

/** By the pattern's kind. */
export const kindMatchers: Readonly<Partial<Record<Kind, Matcher>>> = {
  call: matchCall,
  new: matchCall,
  await: matchAwait,
  keywordArgument: matchKeyword,
  assign: matchAssign,
  declare: matchDeclare,
  field: matchField,
  binary: matchBinary,
  object: elements(matchObject),
  pair: matchPair,
  array: elements(matchArray),
  tuple: elements(matchTuple),
  set: elements(matchSet),
  comprehension: matchComprehension,
  index: matchIndex,
  update: matchUpdate,
  template: matchTemplate,
  stringPart: matchPart,
  interpolation: matchInterpolation,
  yield: matchYield,
  regex: matchRegex,
  number: matchNumber,
  unary: matchUnary,
  boolean: matchBoolean,
  branch: matchBranch,
  loop: matchLoop,
  try: matchTry,
  catch: matchCatch,
  with: matchWith,
  withItem: matchWithItem,
  return: matchReturn,
  export: matchExport,
  throw: matchThrow,
  delete: matchDelete,
  global: matchGlobal,
  switch: matchSwitch,
  case: matchCase,
  jsxElement: matchJsx,
  jsxAttribute: matchJsxAttribute,
  type: matchType,
  block: matchBlock,
  function: matchFunction,
  class: matchClass,
  parameter: matchParameter,
  decorator: matchDecorator,
  import: matchImport,
  cast: matchCast,
  typedMetavariable: matchTypedMetavariable,
};
