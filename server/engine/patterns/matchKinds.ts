/** How patterns of each kind match, where that is more than "the same kind with the same children". */

import { childOf, childrenOf, type Kind, type Node, type Role } from "../tree/node.ts";
import { type Bound, bind, noOutcome, type Outcomes } from "./bindings.ts";
import { matchClass, matchDecorator, matchFunction, matchParameter } from "./matchDefinitions.ts";
import { matchImport } from "./matchImports.ts";
import { chain, distinct, isArrowBody, type Matcher, matchAnyOrder, matchList, matchSame, type Run } from "./matchRun.ts";
import { matchBlock, matchStatements } from "./matchStatements.ts";
import { isMetavariable } from "./patternSource.ts";

/** Children by role; a role that the pattern lacks must be lacking in the code, unless it is in `optional`. */
function byRoles(roles: readonly Role[], optional: readonly Role[] = []): Matcher {
  return (run, pattern, node, bound) => {
    if (pattern.kind !== node.kind || pattern.text !== node.text) return noOutcome;
    let outcomes: Outcomes = [bound];
    for (const role of roles) {
      const wanted = childOf(pattern, role);
      const found = childOf(node, role);
      if (!wanted && (!found || optional.includes(role))) continue;
      if (!wanted) return noOutcome;
      outcomes = chain(outcomes, (next) => matchOptional(run, wanted, found, next));
    }
    return outcomes;
  };
}

/** An ellipsis also stands for nothing. */
function matchOptional(run: Run, pattern: Node, node: Node | undefined, bound: Bound): Outcomes {
  if (!node) return pattern.kind === "ellipsis" ? [bound] : noOutcome;
  return run.match(run, pattern, node, bound);
}

/** `f(...)` and `new F(...)`: keyword arguments in any order, the others in theirs. */
const matchCall: Matcher = (run, pattern, node, bound) => {
  if (pattern.kind !== node.kind) return noOutcome;
  const callee = pattern.children[0];
  const nodeCallee = node.children[0];
  if (!callee || !nodeCallee || nodeCallee.role !== "callee") return noOutcome;
  const called = run.match(run, callee, nodeCallee, bound);
  if (called.length === 0) return noOutcome;
  return chain(called, (next) => matchArguments(run, pattern.children.slice(1), node.children.slice(1), next));
};

function matchArguments(run: Run, patterns: readonly Node[], nodes: readonly Node[], bound: Bound): Outcomes {
  const at = patterns.findIndex(({ kind }) => kind === "keywordArgument");
  const keyword = patterns[at];
  if (!keyword) return matchList(run, patterns, nodes, bound);
  const rest = patterns.filter((_, index) => index !== at);
  const outcomes: Bound[] = [];
  for (const [index, node] of nodes.entries()) {
    if (node.kind !== "keywordArgument") continue;
    for (const next of run.match(run, keyword, node, bound))
      outcomes.push(
        ...matchArguments(
          run,
          rest,
          nodes.filter((_, other) => other !== index),
          next,
        ),
      );
  }
  return outcomes;
}

const matchKeyword: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "keywordArgument") return noOutcome;
  const named = matchText(pattern, node, bound);
  const [value] = pattern.children;
  const [nodeValue] = node.children;
  return chain(named, (next) => (value && nodeValue ? run.match(run, value, nodeValue, next) : noOutcome));
};

/** The text itself, or a metavariable in its place. */
function matchText(pattern: Node, node: Node, bound: Bound): Outcomes {
  if (isMetavariable(pattern.text)) {
    const span = { start: node.start, end: node.start + node.text.length };
    return bind(bound, pattern.text, { span, text: node.text, nodes: [] });
  }
  return pattern.text === node.text ? [bound] : noOutcome;
}

/** `x = y` is also met by declarations, fields and `x += ...`; a type is not asked for. */
const matchAssign: Matcher = (run, pattern, node, bound) => {
  const plain = pattern.text === "=";
  const compatible =
    node.kind === "assign"
      ? node.text === pattern.text || (plain && node.text.endsWith("="))
      : plain && node.role !== "init" && (node.kind === "declare" || node.kind === "field");
  return compatible ? matchAssigned(run, pattern, node, bound) : noOutcome;
};

function matchAssigned(run: Run, pattern: Node, node: Node, bound: Bound): Outcomes {
  const target = childOf(pattern, "target");
  const value = childOf(pattern, "value");
  const type = childOf(pattern, "type");
  const nodeTarget = childOf(node, node.kind === "field" ? "name" : "target");
  const nodeValue = childOf(node, "value");
  const nodeType = childOf(node, "type");
  if (!target || !nodeTarget || (value && !nodeValue) || (type && !nodeType)) return noOutcome;
  const updated = node.kind === "assign" && node.text !== pattern.text && node.text !== ":=";
  if (updated && value?.kind !== "metavariable" && value?.kind !== "ellipsis") return noOutcome;
  // Few values are strings, so those are tried before anything is bound.
  if (value?.kind === "string" && nodeValue && run.match(run, value, nodeValue, bound).length === 0) return noOutcome;
  return chain(run.match(run, target, nodeTarget, bound), (first) =>
    chain(type && nodeType ? run.match(run, type, nodeType, first) : [first], (next) => {
      if (!value || !nodeValue) return [next];
      return run.match(run, value, updated ? node : nodeValue, next);
    }),
  );
}

/** `var` is met by any declaration, `const` and `let` by their own. */
const matchDeclare: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "declare" || (pattern.text !== "var" && pattern.text !== node.text)) return noOutcome;
  if (!childOf(pattern, "value") && childOf(node, "value")) return noOutcome;
  return matchAssigned(run, pattern, node, bound);
};

const matchField: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "field" || (pattern.text !== "" && pattern.text !== node.text)) return noOutcome;
  let outcomes: Outcomes = [bound];
  for (const role of ["name", "type", "value"] as const) {
    const wanted = childOf(pattern, role);
    const found = childOf(node, role);
    if (wanted) outcomes = chain(outcomes, (next) => matchOptional(run, wanted, found, next));
    else if (role === "value" && found) return noOutcome;
  }
  return outcomes;
};

/** `a + ... + b` is met by a chain of that operator with anything between. */
const matchBinary: Matcher = (run, pattern, node, bound) => {
  if (node.kind === "assign" && node.text === `${pattern.text}=`) return matchList(run, pattern.children, node.children, bound);
  if (node.kind !== "binary" || node.text !== pattern.text) return noOutcome;
  const operands = operandsOf(pattern, pattern.text);
  if (!operands.some(({ kind }) => isSequence(kind))) return matchList(run, pattern.children, node.children, bound);
  return distinct(matchList(run, operands, operandsOf(node, pattern.text), bound));
};

function operandsOf(node: Node, operator: string): Node[] {
  if (node.kind !== "binary" || node.text !== operator) return [node];
  return node.children.flatMap((child) => operandsOf(child, operator));
}

/** JavaScript objects: in any order, others may be there too. Python dictionaries: as written. */
const matchObject: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "object") return noOutcome;
  if (run.context.tree.language === "python") return matchList(run, pattern.children, node.children, bound);
  return matchAnyOrder(
    run,
    pattern.children.filter(({ kind }) => !isSequence(kind)),
    node.children,
    bound,
  );
};

function isSequence(kind: Kind): boolean {
  return kind === "ellipsis" || kind === "ellipsisMetavariable";
}

/** Parts in order; `...` among them stands for any text and interpolations. */
const matchTemplate: Matcher = (run, pattern, node, bound) => {
  if (node.kind === "template") return matchList(run, pattern.children, node.children, bound);
  const plain = pattern.children.every(({ kind }) => kind === "stringPart" || kind === "ellipsis");
  if (node.kind !== "string" || !plain || pattern.children.some(({ kind }) => kind === "ellipsis")) return noOutcome;
  return pattern.children.map(({ text }) => text).join("") === node.text ? [bound] : noOutcome;
};

const matchRegex: Matcher = (_run, pattern, node, bound) => {
  if (node.kind !== "regex") return noOutcome;
  return pattern.text === node.text || pattern.text === "/.../" ? [bound] : noOutcome;
};

/** `if (x) ...` without `else` is met by one that has it; without a body (`if (x)`) by any. */
const matchBranch = byRoles(["condition", "then", "else"], ["then", "else"]);

/** `for (...)` is met by every `for` loop. */
const matchLoop: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "loop") return noOutcome;
  const init = childOf(pattern, "init");
  if (init?.kind === "ellipsis" && !childOf(pattern, "condition") && !childOf(pattern, "update")) {
    const body = childOf(pattern, "body");
    const nodeBody = childOf(node, "body");
    if (!node.text.startsWith("for")) return noOutcome;
    return body && nodeBody ? run.match(run, body, nodeBody, bound) : [bound];
  }
  return byRoles(["init", "condition", "update", "target", "value", "body", "else"], ["body", "else"])(run, pattern, node, bound);
};

const matchTry: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "try") return noOutcome;
  const [wanted, found] = [childrenOf(pattern, "catch"), childrenOf(node, "catch")];
  return chain(byRoles(["body", "else", "finally"])(run, pattern, node, bound), (next) =>
    wanted.length > found.length ? noOutcome : matchAnyOrder(run, wanted, found, next),
  );
};

const matchCatch: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "catch") return noOutcome;
  const javascript = run.context.tree.language !== "python";
  const outcomes = byRoles(["type", "body"], ["type"])(run, pattern, node, bound);
  if (!javascript && !childOf(pattern, "type") && childOf(node, "type")) return noOutcome;
  const [name, nodeName] = [childOf(pattern, "name"), childOf(node, "name")];
  if (!name) return nodeName && !javascript ? noOutcome : outcomes;
  if (!nodeName) return javascript ? outcomes : noOutcome;
  return chain(outcomes, (next) => run.match(run, name, nodeName, next));
};

/** One item is met by any item of the code; several by the first ones. */
const matchWith: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "with") return noOutcome;
  const [wanted, found] = [childrenOf(pattern, "item"), childrenOf(node, "item")];
  const [body, nodeBody] = [childOf(pattern, "body"), childOf(node, "body")];
  const only = wanted.length === 1 ? wanted[0] : undefined;
  const items = only
    ? distinct(found.flatMap((item) => run.match(run, only, item, bound)))
    : matchList(run, wanted, found.slice(0, wanted.length), bound);
  return chain(items, (next) => (body && nodeBody ? run.match(run, body, nodeBody, next) : [next]));
};

/** `return ...` is met with and without a value; an arrow function's expression counts as returned. */
const matchReturn: Matcher = (run, pattern, node, bound) => {
  const [value] = pattern.children;
  const returned = node.kind === "return" ? node.children[0] : isArrowBody(node) ? node : undefined;
  if (node.kind !== "return" && !returned) return noOutcome;
  if (!value) return returned ? noOutcome : [bound];
  return matchOptional(run, value, returned, bound);
};

/** Attributes in any order, others may be there; children only where the pattern has some. */
const matchJsx: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "jsxElement") return noOutcome;
  const [tag, nodeTag] = [childOf(pattern, "tag"), childOf(node, "tag")];
  const tags = tag ? (nodeTag ? run.match(run, tag, nodeTag, bound) : noOutcome) : nodeTag ? noOutcome : [bound];
  const attributes = childrenOf(pattern, "attribute").filter(({ kind }) => !isSequence(kind));
  const children = childrenOf(pattern, "child");
  return chain(tags, (first) =>
    chain(matchAnyOrder(run, attributes, childrenOf(node, "attribute"), first), (next) =>
      children.length === 0 ? [next] : matchList(run, children, childrenOf(node, "child"), next),
    ),
  );
};

const matchJsxAttribute: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "jsxAttribute") return noOutcome;
  const [value] = pattern.children;
  return chain(matchText(pattern, node, bound), (next) => (value ? matchOptional(run, value, node.children[0], next) : [next]));
};

/** A lone name in parentheses is the same as the name; a type node stands for what is in it. */
const matchType: Matcher = (run, pattern, node, bound) => {
  const [inner] = pattern.children;
  if (pattern.type === "type" && inner && pattern.children.length === 1) {
    const nodeInner = node.type === "type" ? node.children[0] : node;
    return nodeInner ? run.match(run, inner, nodeInner, bound) : noOutcome;
  }
  return matchSame(run, pattern, node, bound);
};

const matchDelete: Matcher = (run, pattern, node, bound) =>
  node.kind === "delete" ? matchList(run, pattern.children, node.children, bound) : noOutcome;

/** The cases of the pattern in any order; others may be there. */
const matchSwitch: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "switch") return noOutcome;
  const cases = childrenOf(pattern, "case").filter(({ kind }) => kind !== "ellipsis");
  return chain(byRoles(["value"])(run, pattern, node, bound), (next) =>
    matchAnyOrder(run, cases, childrenOf(node, "case"), next),
  );
};

const matchCase: Matcher = (run, pattern, node, bound) => {
  if (node.kind !== "case") return noOutcome;
  return chain(byRoles(["value", "condition"])(run, pattern, node, bound), (next) =>
    matchStatements(run, childrenOf(pattern, "statement"), childrenOf(node, "statement"), next),
  );
};

/** By the pattern's kind. */
export const kindMatchers: Readonly<Partial<Record<Kind, Matcher>>> = {
  call: matchCall,
  new: matchCall,
  keywordArgument: matchKeyword,
  assign: matchAssign,
  declare: matchDeclare,
  field: matchField,
  binary: matchBinary,
  object: matchObject,
  template: matchTemplate,
  regex: matchRegex,
  branch: matchBranch,
  loop: matchLoop,
  try: matchTry,
  catch: matchCatch,
  with: matchWith,
  withItem: byRoles(["value", "target"]),
  return: matchReturn,
  throw: byRoles(["value", "other"], ["other"]),
  delete: matchDelete,
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
};
