/** JavaScript, JSX and TypeScript: grammar nodes to generic nodes. */

import type { Node, Role } from "../tree/node.ts";
import { SyntaxNode } from "../tree/syntaxNode.ts";
import type { Converter, GrammarTable, Handler, ListHandler } from "./converter.ts";
import { cookString } from "./cookString.ts";
import { classHandler, functionHandler, memberList, methodHandler, parameterHandlers } from "./javascriptFunctions.ts";
import { jsxHandlers, jsxLists } from "./javascriptJsx.ts";
import { exportHandler, importHandler } from "./javascriptModules.ts";
import { asBlock, binary, leaf, operatorOf, positional, shape } from "./shapes.ts";
import { typeHandlers } from "./typescriptTypes.ts";

const nothing: ListHandler = () => {};

const quoted: Handler = (c, i, role) => {
  const source = c.source(i);
  const end = source.length > 1 && source.endsWith(source.charAt(0)) ? -1 : undefined;
  return c.leaf("string", role, cookString(source.slice(1, end), false), i);
};

/** A plain property name as key is a string, so that `{a: 1}` and `{"a": 1}` are the same. */
const plainKey = leaf("string");

function pairForm(c: Converter, i: number): string {
  const key = c.field(i, "key");
  return key >= 0 && c.type(key) === "computed_property_name" ? "[]" : "";
}

const shorthand: Handler = (c, i, role) =>
  c.make("pair", role, "", i, [c.leaf("string", "key", c.source(i), i), c.leaf("name", "value", c.source(i), i)]);

const shorthandDefault: Handler = (c, i, role) => {
  const [left = i, right] = c.named(i);
  const name = c.leaf("name", right === undefined ? "value" : "target", c.source(left), left);
  const value = right === undefined ? name : c.make("assign", "value", "=", i, [name, c.node(right, "value")]);
  return c.make("pair", role, "", i, [c.leaf("string", "key", c.source(left), left), value]);
};

const template: Handler = (c, i, role) => {
  const parts: SyntaxNode[] = [];
  let from = (c.raw.start[i] ?? 0) + 1;
  const close = (c.raw.end[i] ?? 0) - 1;
  const literal = (end: number): void => {
    if (end > from)
      parts.push(new SyntaxNode("stringPart", "part", cookString(c.text.slice(from, end), false), "", from, end, []));
  };
  for (const child of c.named(i)) {
    if (c.type(child) !== "template_substitution") continue;
    literal(c.raw.start[child] ?? 0);
    parts.push(c.make("interpolation", "part", "", child, c.lists(child, "value")));
    from = c.raw.end[child] ?? 0;
  }
  literal(Math.max(from, close));
  return c.make("template", role, "", i, parts);
};

/** The `type` of the call in `await f<T>(x)`, which to the grammar, and to Semgrep, is a call of `await f`. */
export const prefixedCallType = "prefixed_call";

/** Types that the grammar reads as the callee of a generic call that they should hold: `await f<T>(x)`. */
const prefixes: ReadonlySet<string> = new Set(["await_expression", "unary_expression", "yield_expression"]);

/** `f(...)`, `new F(...)` and a tagged template, which is a call with the template as its argument. */
function callHandler(kind: "call" | "new", calleeField: string): Handler {
  return (c, i, role) => {
    const callee = c.field(i, calleeField);
    if (kind === "call" && isAwait(c, callee)) {
      const awaited = awaitedCall(c, i, role);
      if (awaited) return awaited;
    }
    if (callee >= 0 && prefixes.has(c.type(callee)) && c.field(i, "type_arguments") >= 0) return prefixedCall(c, i, callee, role);
    const children = callee < 0 ? [] : [c.node(callee, "callee")];
    pushArguments(c, i, children);
    const types = kind === "call" && callee >= 0 && c.type(callee) === "identifier" ? c.field(i, "type_arguments") : -1;
    return onLastOperand(c, callee, c.make(kind, role, types < 0 ? "" : c.source(types), i, children));
  };
}

/** The grammar of JavaScript reads `await (x).y` as a call of something named `await`, which is a word of the language. */
function isAwait({ raw, text }: Converter, callee: number): boolean {
  const start = raw.start[callee] ?? 0;
  return callee >= 0 && raw.end[callee] === start + 5 && text.startsWith("await", start);
}

/** `await (x)`; what follows it belongs to the `x`: see `onLastOperand`. */
function awaitedCall(c: Converter, i: number, role: Role): SyntaxNode | undefined {
  const list = c.field(i, "arguments");
  const [only, second] = list < 0 ? [] : c.named(list);
  if (only === undefined || second !== undefined || c.type(only) === "spread_element" || c.type(list) !== "arguments")
    return undefined;
  const value = c.node(only, "value");
  c.brackets.set(value, { start: c.raw.start[list] ?? 0, end: c.raw.end[list] ?? 0 });
  return new SyntaxNode("await", role, "", awaitedType, c.raw.start[i] ?? 0, c.raw.end[i] ?? 0, [value]);
}

/** The `type` of an `await` that the grammar read as a call. */
const awaitedType = "awaited_call";

function pushArguments(c: Converter, i: number, into: SyntaxNode[]): void {
  const list = c.field(i, "arguments");
  if (list < 0) return;
  if (c.type(list) === "arguments") for (const argument of c.named(list)) c.list(argument, "argument", into);
  else into.push(c.node(list, "argument"));
}

/** Puts `await`, `typeof`, ... around the call again. */
function prefixedCall(c: Converter, i: number, prefix: number, role: Role): SyntaxNode {
  const operand = c.named(prefix).at(-1);
  if (operand === undefined) return c.other(i, role);
  const nested = prefixes.has(c.type(operand));
  const inner = nested ? prefixedCall(c, i, operand, "value") : genericCall(c, i, operand);
  const type = c.type(prefix);
  const kind = type === "await_expression" ? "await" : type === "yield_expression" ? "yield" : "unary";
  const text = kind === "unary" ? operatorOf(c, prefix) : "";
  return new SyntaxNode(kind, role, text, type, c.raw.start[prefix] ?? 0, c.raw.end[i] ?? 0, [inner]);
}

function genericCall(c: Converter, i: number, callee: number): SyntaxNode {
  const children = [c.node(callee, "callee")];
  pushArguments(c, i, children);
  return new SyntaxNode("call", "value", "", prefixedCallType, c.raw.start[callee] ?? 0, c.raw.end[i] ?? 0, children);
}

const member: Handler = (c, i, role) => {
  const object = c.field(i, "object");
  const property = c.field(i, "property");
  const text = property < 0 ? "" : c.source(property);
  const children = object < 0 ? [] : [c.node(object, "object")];
  if (property >= 0) children.push(c.leaf("name", "property", text, property));
  const type = c.hasNamed(i, "optional_chain") ? "optional_chain" : c.type(i);
  const found = new SyntaxNode("member", role, text, type, c.raw.start[i] ?? 0, c.raw.end[i] ?? 0, children);
  return onLastOperand(c, object, found);
};

const index = shape("index", { fields: { object: "object", index: "argument" } });

const indexHandler: Handler = (c, i, role) => onLastOperand(c, c.field(i, "object"), index(c, i, role));

/**
 * The grammar of TypeScript takes `!` for looser than operators: it reads `a + b!.c` as `(a + b)!.c`. What follows the `!` belongs to the
 * last operand.
 *
 * @param found a member, an index or a call. @param on the grammar's node of what it is taken from, below zero for none.
 */
function onLastOperand(c: Converter, on: number, found: SyntaxNode): SyntaxNode {
  const loose = found.children[0];
  if (loose?.type === awaitedType && !isBracketed(c, on)) return intoAwait(c, loose, found);
  if (!loose || on < 0 || (loose.kind !== "binary" && loose.kind !== "unary") || isBracketed(c, on)) return found;
  return moved(loose, found, found.children.slice(1), found.role);
}

/** `await (x).y` awaits `(x).y`. */
function intoAwait(c: Converter, awaited: SyntaxNode, found: SyntaxNode): SyntaxNode {
  const [value] = awaited.children;
  if (!value) return found;
  const { kind, text, type, end, role } = found;
  value.role = awaited.role;
  const start = c.brackets.get(value)?.start ?? value.start;
  const inner = new SyntaxNode(kind, "value", text, type, start, end, [value, ...found.children.slice(1)]);
  return new SyntaxNode("await", role, "", awaitedType, awaited.start, end, [inner]);
}

function isBracketed(c: Converter, i: number): boolean {
  let at = i;
  while (c.type(at) === "non_null_expression") {
    const [inner] = c.named(at);
    if (inner === undefined) return false;
    at = inner;
  }
  return c.type(at) === "parenthesized_expression";
}

function moved(operation: Node, suffix: Node, rest: readonly Node[], role: Role): SyntaxNode {
  const operands = operation.children.slice(0, -1);
  const last = operation.children.at(-1);
  if (!last) return copy(suffix, role, suffix.start, [operation, ...rest]);
  // In brackets it ends before the operation does.
  const goesOn = (last.kind === "binary" || last.kind === "unary") && last.end === operation.end;
  const base = copy(last, suffix.children[0]?.role ?? "object", last.start, last.children);
  const operand = goesOn ? moved(last, suffix, rest, last.role) : copy(suffix, last.role, last.start, [base, ...rest]);
  const { kind, text, type, start } = operation;
  return new SyntaxNode(kind, role, text, type, start, suffix.end, [...operands, operand]);
}

function copy({ kind, text, type, end }: Node, role: Role, start: number, children: readonly Node[]): SyntaxNode {
  return new SyntaxNode(kind, role, text, type, start, end, children);
}

const unary: Handler = (c, i, role) => {
  const operator = operatorOf(c, i);
  const argument = c.field(i, "argument");
  const children = argument < 0 ? [] : [c.node(argument, "value")];
  return operator === "delete" ? c.make("delete", role, "", i, children) : c.make("unary", role, operator, i, children);
};

const branch: Handler = (c, i, role) => {
  const condition = c.field(i, "condition");
  const then = c.field(i, "consequence");
  const otherwise = c.field(i, "alternative");
  const children = condition < 0 ? [] : [c.node(condition, "condition")];
  if (then >= 0) children.push(body(c, then, "then"));
  const inElse = otherwise < 0 ? undefined : c.named(otherwise)[0];
  if (inElse !== undefined) children.push(c.type(inElse) === "if_statement" ? c.node(inElse, "else") : body(c, inElse, "else"));
  return c.make("branch", role, "", i, children);
};

function body(c: Converter, i: number, role: Role): SyntaxNode {
  return c.type(i) === "statement_block" ? c.node(i, role) : asBlock(c, i, role);
}

/** @param roles Roles of the header's parts by field. */
function loopHandler(text: (c: Converter, i: number) => string, roles: Readonly<Record<string, Role>>): Handler {
  return (c, i, role) => {
    const children: SyntaxNode[] = [];
    let inner: SyntaxNode | undefined;
    for (const child of c.named(i)) {
      const field = c.fieldName(child);
      if (field === "body") inner = body(c, child, "body");
      const childRole = roles[field];
      if (childRole !== undefined && c.type(child) !== "empty_statement") c.list(child, childRole, children);
    }
    // In source order: the body of `do ... while (x)` comes first.
    if (inner) children.splice(children.findIndex(({ start }) => start > inner.start) >>> 0, 0, inner);
    return c.make("loop", role, text(c, i), i, children);
  };
}

/** One node per declarator. A lone one spans the whole statement without its semicolon. */
const declarators: ListHandler = (c, i, role, into) => {
  const found = c.named(i).filter((child) => c.type(child) === "variable_declarator");
  const keyword = c.firstToken(i);
  for (const declarator of found) {
    const children: SyntaxNode[] = [];
    for (const [field, childRole] of [
      ["name", "target"],
      ["type", "type"],
      ["value", "value"],
    ] as const) {
      const child = c.field(declarator, field);
      if (child >= 0) children.push(c.node(child, childRole));
    }
    const start = found.length === 1 ? c.raw.start[i] : c.raw.start[declarator];
    into.push(new SyntaxNode("declare", role, keyword, c.type(declarator), start ?? 0, c.raw.end[declarator] ?? 0, children));
  }
};

const expressionStatement: ListHandler = (c, i, role, into) => {
  for (const child of c.named(i)) into.push(c.node(child, role));
};

const switchHandler: Handler = (c, i, role) => {
  const value = c.field(i, "value");
  const cases = c.field(i, "body");
  const children = value < 0 ? [] : [c.node(value, "value")];
  if (cases >= 0) for (const child of c.named(cases)) children.push(c.node(child, "case"));
  return c.make("switch", role, "", i, children);
};

const tryHandler: Handler = (c, i, role) => {
  const children: SyntaxNode[] = [];
  const block = c.field(i, "body");
  const handler = c.field(i, "handler");
  const last = c.field(i, "finalizer");
  if (block >= 0) children.push(c.node(block, "body"));
  if (handler >= 0) children.push(c.node(handler, "catch"));
  const lastBody = last < 0 ? -1 : c.field(last, "body");
  if (lastBody >= 0) children.push(c.node(lastBody, "finally"));
  return c.make("try", role, "", i, children);
};

/** `<T>x` stands for `x`. */
const assertion: Handler = (c, i, role) => {
  const [types, value] = c.named(i);
  if (types === undefined || value === undefined) return c.other(i, role);
  const node = c.node(value, role);
  const type = c.source(types).slice(1, -1).trim();
  if (type !== "const") c.addCast(node, { form: "as", type });
  return node;
};

const forIn: Handler = loopHandler((c, i) => (c.source(c.field(i, "operator")) === "of" ? "for-of" : "for-in"), {
  left: "target",
  right: "value",
});

const block = shape("block", { rest: "statement" });

const handlers: Record<string, Handler> = {
  identifier: leaf("name"),
  property_identifier: plainKey,
  private_property_identifier: leaf("name"),
  shorthand_property_identifier: shorthand,
  shorthand_property_identifier_pattern: shorthand,
  object_assignment_pattern: shorthandDefault,
  this: leaf("name"),
  super: leaf("name"),
  undefined: leaf("name"),
  meta_property: leaf("name"),
  import: leaf("name"),
  null: leaf("null"),
  true: leaf("boolean"),
  false: leaf("boolean"),
  number: leaf("number"),
  regex: leaf("regex"),
  string: quoted,
  template_string: template,
  call_expression: callHandler("call", "function"),
  new_expression: callHandler("new", "constructor"),
  member_expression: member,
  nested_identifier: member,
  subscript_expression: indexHandler,
  assignment_expression: shape("assign", { fields: { left: "target", right: "value" }, text: () => "=" }),
  augmented_assignment_expression: shape("assign", { fields: { left: "target", right: "value" }, text: operatorOf }),
  assignment_pattern: shape("assign", { fields: { left: "target", right: "value" }, text: () => "=" }),
  unary_expression: unary,
  update_expression: shape("update", { fields: { argument: "value" }, text: operatorOf }),
  binary_expression: binary,
  ternary_expression: shape("conditional", {
    fields: { condition: "condition", consequence: "then", alternative: "else" },
  }),
  await_expression: shape("await", { rest: "value" }),
  yield_expression: shape("yield", { rest: "value", text: (c, i) => (c.hasToken(i, "*") ? "*" : "") }),
  spread_element: shape("spread", { rest: "value", text: () => "..." }),
  rest_pattern: shape("spread", { rest: "value", text: () => "..." }),
  array: shape("array", { rest: "element" }),
  array_pattern: shape("array", { rest: "element" }),
  object: shape("object", { rest: "element" }),
  object_pattern: shape("object", { rest: "element" }),
  pair: shape("pair", { fields: { key: "key", value: "value" }, text: pairForm }),
  pair_pattern: shape("pair", { fields: { key: "key", value: "value" }, text: pairForm }),
  statement_block: block,
  class_static_block: (c, i, role) => {
    const inner = c.field(i, "body");
    return inner < 0 ? c.other(i, role) : block(c, inner, role);
  },
  if_statement: branch,
  for_statement: loopHandler(() => "for", { initializer: "init", condition: "condition", increment: "update" }),
  for_in_statement: forIn,
  while_statement: loopHandler(() => "while", { condition: "condition" }),
  do_statement: loopHandler(() => "do", { condition: "condition" }),
  switch_statement: switchHandler,
  switch_case: shape("case", { fields: { value: "value", body: "statement" } }),
  switch_default: shape("case", { fields: { body: "statement" } }),
  try_statement: tryHandler,
  catch_clause: shape("catch", { fields: { parameter: "name", type: "type", body: "body" } }),
  return_statement: positional("return", ["value"]),
  throw_statement: positional("throw", ["value"]),
  type_assertion: assertion,
  debugger_statement: leaf("other", () => "debugger"),
  break_statement: shape("break", { fields: { label: "other" } }),
  continue_statement: shape("continue", { fields: { label: "other" } }),
  ...parameterHandlers,
  function_declaration: functionHandler,
  function_expression: functionHandler,
  generator_function: functionHandler,
  generator_function_declaration: functionHandler,
  arrow_function: functionHandler,
  method_definition: methodHandler,
  class_declaration: classHandler,
  class: classHandler,
  abstract_class_declaration: classHandler,
  decorator: shape("decorator", { rest: "value" }),
  import_statement: importHandler,
  export_statement: exportHandler,
  ...jsxHandlers,
  ...typeHandlers,
};

/** One table for the JavaScript, TypeScript and TSX grammars, which share their node types. */
export const javascriptTable: GrammarTable = {
  handlers,
  lists: {
    expression_statement: expressionStatement,
    empty_statement: nothing,
    lexical_declaration: declarators,
    variable_declaration: declarators,
    using_declaration: declarators,
    decorator: memberList,
    hash_bang_line: nothing,
    ...jsxLists,
  },
  transparent: new Set([
    "parenthesized_expression",
    "computed_property_name",
    "as_expression",
    "satisfies_expression",
    "non_null_expression",
    "instantiation_expression",
  ]),
};
