/** Python: grammar nodes to generic nodes. */

import type { Role } from "../tree/node.ts";
import { SyntaxNode } from "../tree/syntaxNode.ts";
import { type Converter, type GrammarTable, type Handler, type ListHandler, maxDepth } from "./converter.ts";
import { classHandler, decorated, functionHandler, lambdaHandler } from "./pythonFunctions.ts";
import { importFrom, importModules } from "./pythonImports.ts";
import { concatenated, stringHandler } from "./pythonStrings.ts";
import { binary, leaf, operatorOf, positional, shape } from "./shapes.ts";

const member: Handler = (c, i, role) => {
  const object = c.field(i, "object");
  const property = c.field(i, "attribute");
  const text = property < 0 ? "" : c.source(property);
  const children = object < 0 ? [] : [c.node(object, "object")];
  if (property >= 0) children.push(c.leaf("name", "property", text, property));
  return c.make("member", role, text, i, children);
};

/** `a.b.c` as nested members. */
const dottedName: Handler = (c, i, role) => {
  const parts = c.named(i);
  let node: SyntaxNode | undefined;
  for (const [at, part] of parts.entries()) {
    const last = at === parts.length - 1;
    const nodeRole = last ? role : "object";
    const end = c.raw.end[part] ?? 0;
    node = node
      ? new SyntaxNode("member", nodeRole, c.source(part), "attribute", c.raw.start[i] ?? 0, end, [
          node,
          c.leaf("name", "property", c.source(part), part),
        ])
      : c.leaf("name", nodeRole, c.source(part), part);
  }
  return node ?? c.other(i, role);
};

const call: Handler = (c, i, role) => {
  const callee = c.field(i, "function");
  const list = c.field(i, "arguments");
  const children = callee < 0 ? [] : [c.node(callee, "callee")];
  if (list >= 0) {
    if (c.type(list) === "argument_list") for (const argument of c.named(list)) children.push(c.node(argument, "argument"));
    // `f(x for x in y)` hands over what `[x for x in y]` does.
    else children.push(comprehension("array")(c, list, "argument"));
  }
  return c.make("call", role, "", i, children);
};

const keywordArgument: Handler = (c, i, role) => {
  const name = c.field(i, "name");
  const value = c.field(i, "value");
  return c.make("keywordArgument", role, name < 0 ? "" : c.source(name), i, value < 0 ? [] : [c.node(value, "value")]);
};

const assignment: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  const value = c.field(i, "right");
  for (const [field, childRole] of [
    ["left", "target"],
    ["type", "type"],
    ["right", "value"],
  ] as const) {
    const child = c.field(i, field);
    if (child >= 0) children.push(c.node(child, childRole));
  }
  return value < 0 ? c.make("declare", role, "", i, children) : c.make("assign", role, "=", i, children);
};

/** `a < b < c` is read from the left; the operators are tokens, so they are found by field. */
const comparison: Handler = (c, i, role) => {
  let left: SyntaxNode | undefined;
  let operator = "";
  const parts = c.children(i);
  const operands = parts.filter((part) => c.fieldName(part) !== "operators");
  let seen = 0;
  for (const part of parts) {
    if (c.fieldName(part) === "operators") {
      operator = c.source(part).replace(/\s+/g, " ");
      continue;
    }
    seen++;
    if (!left) left = c.node(part, "left");
    else {
      const right = c.node(part, "right");
      left = new SyntaxNode("binary", seen === operands.length ? role : "left", operator, c.type(i), left.start, right.end, [
        left,
        right,
      ]);
    }
  }
  return left ?? c.other(i, role);
};

/** `elif` is a branch in `else`; the clauses stand side by side in the grammar, so they are nested from the last. */
const branch: Handler = (c, i, role) => {
  const clauses = c.named(i).filter((child) => c.fieldName(child) === "alternative");
  const nested = clauses.slice(0, Math.max(0, maxDepth - c.depth));
  let otherwise = nested.length < clauses.length ? flatClauses(c, i, clauses.slice(nested.length)) : undefined;
  const end = c.raw.end[i] ?? 0;
  const depth = c.depth;
  for (let at = nested.length - 1; at >= 0; at--) {
    const clause = nested[at] ?? 0;
    c.depth = depth + at;
    if (c.type(clause) === "else_clause") otherwise = clauseBlock(c, clause, "else");
    else {
      const children = conditionAndThen(c, clause);
      if (otherwise) children.push(otherwise);
      otherwise = new SyntaxNode("branch", "else", "", c.type(clause), c.raw.start[clause] ?? 0, end, children);
    }
  }
  c.depth = depth;
  const children = conditionAndThen(c, i);
  if (otherwise) children.push(otherwise);
  return c.make("branch", role, "", i, children);
};

/** More clauses than a tree may be deep: side by side again, so that nothing is lost. */
function flatClauses(c: Converter, i: number, clauses: readonly number[]): SyntaxNode {
  const start = c.raw.start[clauses[0] ?? i] ?? 0;
  const parts = clauses.flatMap((clause) =>
    c.type(clause) === "else_clause" ? [clauseBlock(c, clause, "else")] : conditionAndThen(c, clause),
  );
  c.tooDeep.push({ start, end: c.raw.end[i] ?? 0 });
  return new SyntaxNode("other", "else", "", "elif_clause", start, c.raw.end[i] ?? 0, parts);
}

function conditionAndThen(c: Converter, i: number): SyntaxNode[] {
  const condition = c.field(i, "condition");
  const then = c.field(i, "consequence");
  const children = condition < 0 ? [] : [c.node(condition, "condition")];
  if (then >= 0) children.push(c.node(then, "then"));
  return children;
}

/** `else:` and `finally:` stand for their block. */
function clauseBlock(c: Converter, clause: number, role: Role): SyntaxNode {
  const body = c.field(clause, "body");
  const block = body >= 0 ? body : (c.named(clause).find((child) => c.type(child) === "block") ?? -1);
  return block >= 0 ? c.node(block, role) : c.other(clause, role);
}

function loopHandler(text: string, roles: Readonly<Record<string, Role>>): Handler {
  return (c, i, role) => {
    const form = c.hasToken(i, "async") ? `async-${text}` : text;
    const children: SyntaxNode[] = [];
    for (const child of c.named(i)) {
      const childRole = roles[c.fieldName(child)];
      if (c.type(child) === "else_clause") children.push(clauseBlock(c, child, "else"));
      else if (childRole !== undefined) children.push(c.node(child, childRole));
    }
    return c.make("loop", role, form, i, children);
  };
}

const tryHandler: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  for (const child of c.named(i)) {
    const type = c.type(child);
    if (type === "block") children.push(c.node(child, "body"));
    else if (type === "else_clause") children.push(clauseBlock(c, child, "else"));
    else if (type === "finally_clause") children.push(clauseBlock(c, child, "finally"));
    else children.push(c.node(child, "catch"));
  }
  return c.make("try", role, "", i, children);
};

const exceptHandler: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  for (const child of c.named(i)) {
    const type = c.type(child);
    if (type === "block") children.push(c.node(child, "body"));
    else if (type === "as_pattern") valueAs(c, child, "type", "name", children);
    else children.push(c.node(child, c.fieldName(child) === "alias" ? "name" : "type"));
  }
  return c.make("catch", role, "", i, children);
};

/** `value as target` in `except` and `with`. */
function valueAs(c: Converter, i: number, valueRole: Role, targetRole: Role, into: SyntaxNode[]): void {
  const [value, target] = c.named(i);
  if (value !== undefined) into.push(c.node(value, valueRole));
  if (target !== undefined) into.push(c.node(target, targetRole));
}

/** `with a, b` is a `with b` in a `with a`. */
const withHandler: Handler = (c, i, role) => {
  const [clause, body] = [c.named(i).find((child) => c.type(child) === "with_clause"), c.field(i, "body")];
  const items = clause === undefined ? [] : c.named(clause).map((item) => c.node(item, "item"));
  const [text, end] = [c.hasToken(i, "async") ? "async" : "", c.raw.end[i] ?? 0];
  let inner = body < 0 ? undefined : c.node(body, "body");
  for (const item of items.slice(1).reverse()) {
    const nested = new SyntaxNode("with", "statement", text, c.type(i), item.start, end, inner ? [item, inner] : [item]);
    inner = new SyntaxNode("block", "body", "", "block", item.start, end, [nested]);
  }
  return c.make("with", role, text, i, [...items.slice(0, 1), ...(inner ? [inner] : [])]);
};

const withItem: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  const value = c.field(i, "value");
  const inner = value < 0 ? -1 : c.inner(value);
  if (inner >= 0 && c.type(inner) === "as_pattern") valueAs(c, inner, "value", "target", children);
  else if (inner >= 0) children.push(c.node(inner, "value"));
  return c.make("withItem", role, "", i, children);
};

const switchHandler: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  for (const child of c.named(i)) {
    if (c.fieldName(child) === "subject") children.push(c.node(child, "value"));
    else for (const clause of c.named(child)) children.push(c.node(clause, "case"));
  }
  return c.make("switch", role, "", i, children);
};

const caseHandler: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  for (const child of c.named(i)) {
    const field = c.fieldName(child);
    if (field === "consequence") for (const statement of c.named(child)) c.list(statement, "statement", children);
    else if (field === "guard") for (const condition of c.named(child)) children.push(c.node(condition, "condition"));
    else children.push(c.node(child, "value"));
  }
  return c.make("case", role, "", i, children);
};

function comprehension(text: string): Handler {
  return shape("comprehension", { fields: { body: "element" }, rest: "clause", text: () => text });
}

/** Which of start, stop and step are present, such as "start:stop" or ":stop". */
/** `[a::]` is `[a:]`. */
function sliceText(c: Converter, i: number): string {
  return c
    .children(i)
    .map((child) => (c.isNamed(child) ? "_" : ":"))
    .join("")
    .replace(/^(_?:_?):$/, "$1");
}

const interpolation: Handler = (c, i, role) => {
  const children = c.named(i).map((child) => c.node(child, c.fieldName(child) === "expression" ? "value" : "other"));
  return c.make("interpolation", role, "", i, children);
};

const expressionStatement: ListHandler = (c, i, role, into) => {
  const parts = c.named(i);
  const first = parts[0];
  if (parts.length === 1 && first !== undefined) into.push(c.node(first, role));
  else if (parts.length > 1)
    into.push(
      c.make(
        "tuple",
        role,
        "",
        i,
        parts.map((part) => c.node(part, "element")),
      ),
    );
};

const flat: ListHandler = (c, i, role, into) => {
  for (const child of c.named(i)) c.list(child, role, into);
};

const tuple = shape("tuple", { rest: "element" });
const splat = (text: string): Handler => shape("spread", { rest: "value", text: () => text });
/** A type is an expression: `List[int]` is an index. */
const type: Handler = (c, i, role) => {
  const [inner, ...others] = c.named(i);
  return inner === undefined || others.length > 0 ? c.other(i, role, "type") : c.node(inner, role);
};

const genericType: Handler = (c, i, role) => {
  const [name, parameters] = c.named(i);
  if (name === undefined || parameters === undefined) return c.other(i, role, "type");
  return c.make("index", role, "", i, [c.node(name, "object"), ...c.lists(parameters, "argument")]);
};

const handlers: Record<string, Handler> = {
  identifier: leaf("name"),
  integer: leaf("number"),
  float: leaf("number"),
  true: leaf("boolean", () => "true"),
  false: leaf("boolean", () => "false"),
  none: leaf("null"),
  ellipsis: leaf("other"),
  string: stringHandler,
  concatenated_string: concatenated,
  interpolation,
  attribute: member,
  dotted_name: dottedName,
  call,
  keyword_argument: keywordArgument,
  list_splat: splat("*"),
  parenthesized_list_splat: splat("*"),
  list_splat_pattern: splat("*"),
  splat_pattern: shape("spread", { rest: "value", text: (c, i) => c.firstToken(i) }),
  dictionary_splat: splat("**"),
  dictionary_splat_pattern: splat("**"),
  subscript: shape("index", { fields: { value: "object", subscript: "argument" } }),
  slice: shape("slice", { rest: "argument", text: sliceText }),
  assignment,
  augmented_assignment: shape("assign", { fields: { left: "target", right: "value" }, text: operatorOf }),
  named_expression: shape("assign", { fields: { name: "target", value: "value" }, text: () => ":=" }),
  binary_operator: binary,
  boolean_operator: binary,
  comparison_operator: comparison,
  not_operator: shape("unary", { rest: "value", text: () => "not" }),
  unary_operator: shape("unary", { fields: { argument: "value" }, text: operatorOf }),
  conditional_expression: positional("conditional", ["then", "condition", "else"]),
  await: shape("await", { rest: "value" }),
  yield: shape("yield", { rest: "value", text: (c, i) => (c.hasToken(i, "from") ? "from" : "") }),
  list: shape("array", { rest: "element" }),
  list_pattern: shape("array", { rest: "element" }),
  tuple,
  tuple_pattern: tuple,
  pattern_list: tuple,
  expression_list: tuple,
  set: shape("set", { rest: "element" }),
  dictionary: shape("object", { rest: "element" }),
  pair: shape("pair", { fields: { key: "key", value: "value" } }),
  list_comprehension: comprehension("array"),
  set_comprehension: comprehension("set"),
  dictionary_comprehension: comprehension("object"),
  generator_expression: comprehension("generator"),
  for_in_clause: shape("loop", { fields: { left: "target", right: "value" }, text: () => "for-in" }),
  if_clause: shape("branch", { rest: "condition" }),
  lambda: lambdaHandler,
  function_definition: functionHandler,
  class_definition: classHandler,
  decorated_definition: decorated,
  decorator: shape("decorator", { rest: "value" }),
  block: shape("block", { rest: "statement" }),
  if_statement: branch,
  for_statement: loopHandler("for-in", { left: "target", right: "value", body: "body" }),
  while_statement: loopHandler("while", { condition: "condition", body: "body" }),
  try_statement: tryHandler,
  except_clause: exceptHandler,
  with_statement: withHandler,
  with_item: withItem,
  match_statement: switchHandler,
  case_clause: caseHandler,
  return_statement: positional("return", ["value"]),
  raise_statement: positional("throw", ["value", "other"]),
  break_statement: shape("break", {}),
  continue_statement: shape("continue", {}),
  delete_statement: (c, i, role) => {
    const lone = c.named(i);
    const only = lone[0];
    const list = lone.length === 1 && only !== undefined && c.type(only) === "expression_list" ? only : i;
    return c.make("delete", role, "", i, c.lists(list, "value"));
  },
  global_statement: shape("global", { rest: "name" }),
  nonlocal_statement: shape("global", { rest: "name" }),
  assert_statement: shape("assert", { rest: "value" }),
  import_from_statement: importFrom,
  future_import_statement: importFrom,
  type,
  type_alias_statement: (c, i, role) => c.other(i, role, "type"),
  generic_type: genericType,
  union_type: type,
  constrained_type: type,
  member_type: type,
  splat_type: type,
};

export const pythonTable: GrammarTable = {
  handlers,
  lists: { expression_statement: expressionStatement, import_statement: importModules, with_clause: flat },
  transparent: new Set(["parenthesized_expression", "case_pattern", "as_pattern_target"]),
};
