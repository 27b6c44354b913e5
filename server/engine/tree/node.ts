/** The generic tree: one shape for all languages, so that one matcher and one data flow serve them all. */

import type { LanguageId } from "./rawTree.ts";

/**
 * What a node is. Children stand in source order, each with its role (in brackets, `?` may be absent, `*` any number).
 * Parentheses, punctuation and expression statements leave no node: a statement list holds the bare expression.
 *
 * file [statement*] · block [statement*]
 * name: an identifier, `this`, `self`, `super`; `text` is the identifier
 * call (`text` = its type arguments, such as "<T>", where a plain name is called), new [callee, argument*] · keywordArgument (`text` = name) [value] · spread (`text` = "*", "**" or "...") [value]
 * member (`text` = property name) [object, property] (the property is a `name`); optional chaining is the same
 * index [object, argument*] · slice (`text` = which parts are there, such as "_:_" or "::_") [argument*]
 * assign (`text` = "=", "+=", ...) [target, type?, value]
 * declare (`text` = "const", "let", "var"; "" for a bare annotation in Python) [target, type?, value?], one per declarator
 * string (`text` = cooked value; no children) · template [stringPart | interpolation]*: template literal and f-string
 * stringPart (`text` = cooked text) · interpolation [value] (format specifications and conversions are children of role `other`)
 * number, boolean, null, regex (`text` = source text of the literal; booleans "true" and "false")
 * unary, update (`text` = operator) [value] · binary (`text` = operator; also `and or && || ?? in not in is ...`) [left, right]
 * conditional [condition, then, else] · await, yield [value?]
 * array, tuple, set [element*] · object [pair | spread | function]* · pair (`text` = "[]" for a computed key) [key, value] (a plain key is a `string`; `{a}` is pair of string and name)
 * comprehension (`text` = "array", "set", "object", "generator") [element, clause*] with loop and branch nodes as clauses
 * function (`text` = "async", "generator", "arrow", "get", "set" and modifiers joined by spaces) [decorator*, name?, parameter*, returnType?, body]
 *   the body of an expression arrow is the bare expression; lambda is a function with "arrow"
 * parameter (`text` = "", "*", "**", "..." or "/") [decorator*, other*, target?, type?, default?] (the target is a name or a pattern; Python's
 *   bare "*" and "/" have none)
 * class (`text` = "abstract" or "") [decorator*, name?, base*, type*, body] · field (`text` = its modifiers, such as "private static") [decorator*, name, type?, value?]
 * decorator [value]
 * import (`text` = module name, with leading dots in Python) [binding*]; binding (`text` = imported name; "*" the namespace, "default",
 *   "" the module itself) [name?] (the local name). `require("m")` stays a call.
 * export (`text` = "default", "from m" or "") [value?]: the declared thing as its child
 * return, throw [value?] · break, continue · delete [value*] · global [name*] · assert [value*]
 * branch [condition, then, else?] (elif is a branch in `else`) · loop (`text` = "for", "for-of", "for-in", "async-for-in", "while", "do")
 *   [init?, condition?, update?] or [target, value]; then [body, else?] (the body of "do" comes first). A body that is a lone
 *   statement is a block of its own, whose `type` is empty; so are the branches of `if`.
 * try [body, catch*, else?, finally?] · catch [type?, name?, body]
 * switch [value, case*] · case [value?, condition?, statement*] (no value: default) · with (`text` = "async" or ""; `with a, b` is a `with b` in the body of a `with a`) [withItem, body] · withItem [value, target?]
 * jsxElement (`text` = tag) [tag, attribute*, child*] · jsxAttribute (`text` = name) [value?] · jsxText (`text`)
 * type: a type annotation or a type-level declaration, children as in the grammar
 * other: what the language file does not map; `type` is the grammar's name, children are kept, leaf tokens carry `text`
 *
 * Only in patterns: metavariable (`text` = "$X"), ellipsis, ellipsisMetavariable (`text` = "$...X"), deep [value],
 * typedMetavariable (`text` = "$X", `type` = the type), cast (`text` = its form, `type` = the type) [value].
 */
export type Kind =
  | "file"
  | "block"
  | "name"
  | "call"
  | "new"
  | "keywordArgument"
  | "spread"
  | "member"
  | "index"
  | "slice"
  | "assign"
  | "declare"
  | "string"
  | "template"
  | "stringPart"
  | "interpolation"
  | "number"
  | "boolean"
  | "null"
  | "regex"
  | "unary"
  | "update"
  | "binary"
  | "conditional"
  | "await"
  | "yield"
  | "array"
  | "tuple"
  | "set"
  | "object"
  | "pair"
  | "comprehension"
  | "function"
  | "parameter"
  | "class"
  | "field"
  | "decorator"
  | "import"
  | "binding"
  | "export"
  | "return"
  | "throw"
  | "break"
  | "continue"
  | "delete"
  | "global"
  | "assert"
  | "branch"
  | "loop"
  | "try"
  | "catch"
  | "switch"
  | "case"
  | "with"
  | "withItem"
  | "jsxElement"
  | "jsxAttribute"
  | "jsxText"
  | "type"
  | "other"
  | "metavariable"
  | "ellipsis"
  | "ellipsisMetavariable"
  | "deep"
  | "typedMetavariable"
  | "cast";

export type Role =
  | ""
  | "statement"
  | "callee"
  | "argument"
  | "value"
  | "object"
  | "property"
  | "target"
  | "type"
  | "left"
  | "right"
  | "condition"
  | "then"
  | "else"
  | "element"
  | "key"
  | "name"
  | "parameter"
  | "returnType"
  | "body"
  | "base"
  | "decorator"
  | "default"
  | "binding"
  | "init"
  | "update"
  | "catch"
  | "finally"
  | "case"
  | "item"
  | "tag"
  | "attribute"
  | "child"
  | "part"
  | "clause"
  | "other";

/** One node. Plain data; `parent` is the only link upwards. All nodes share one hidden class, so walking them is cheap. */
export interface Node {
  readonly kind: Kind;
  readonly role: Role;
  /** See `Kind`. Empty where the kind has none. */
  readonly text: string;
  /** The grammar's own node type, for `other` and for messages. */
  readonly type: string;
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly children: readonly Node[];
  readonly parent: Node | undefined;
  /** Which kinds of code are in it, as bits of `kindBits`: what a pattern needs and a node does not hold is not looked for. */
  readonly holds: number;
}

/** A comment; comments are kept beside the tree, in source order. */
export interface Comment {
  readonly start: number;
  readonly end: number;
}

/** What is said of an expression's type. */
export interface Cast {
  readonly form: "as" | "satisfies" | "!";
  /** The type as it is written; empty for `!`. */
  readonly type: string;
}

/** One file in the generic shape. */
export interface Tree {
  readonly language: LanguageId;
  readonly text: string;
  readonly root: Node;
  readonly comments: readonly Comment[];
  /** `x as T`, `<T>x`, `x satisfies T` and `x!`, which leave no node, by the expression that they are about; the innermost first. */
  readonly casts?: ReadonlyMap<Node, readonly Cast[]>;
  /** Where the outermost brackets around an expression begin and end; they leave no node either. */
  readonly brackets?: ReadonlyMap<Node, Comment>;
  /** Where the grammar could not read the text; empty for a file without syntax errors. */
  readonly errors: readonly { readonly start: number; readonly end: number }[];
  /** The tree of the whole file, where this is a part of it. */
  readonly whole?: Tree;
}

/** The first child of a role. */
export function childOf({ children }: Node, role: Role): Node | undefined {
  // By index, here and wherever every node passes through: code that runs for a second is not optimized, and an iterator then costs an object a turn.
  for (let at = 0; at < children.length; at++) {
    const child = children[at];
    if (child?.role === role) return child;
  }
  return undefined;
}

/** All children of a role, in source order. */
export function childrenOf(node: Node, role: Role): Node[] {
  return node.children.filter((child) => child.role === role);
}
