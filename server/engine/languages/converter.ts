/** Turns a grammar's tree into the generic tree, driven by one table per language. */

import type { Cast, Comment, Kind, Role, Tree } from "../tree/node.ts";
import type { RawTree } from "../tree/rawTree.ts";
import { SyntaxNode } from "../tree/syntaxNode.ts";
import { type Piece, type TakenOver, type TreeMemo, takeOver } from "./treeMemo.ts";

/** Converts grammar node `i`; appends nothing by itself. */
export type Handler = (c: Converter, i: number, role: Role) => SyntaxNode;
/** Converts grammar node `i` to any number of nodes, such as the declarators of one statement. */
export type ListHandler = (c: Converter, i: number, role: Role, into: SyntaxNode[]) => void;

/** What a language says about its grammar, by the names of node types. */
export interface GrammarTable {
  readonly handlers: Readonly<Record<string, Handler>>;
  readonly lists: Readonly<Record<string, ListHandler>>;
  /** Types that stand for the expression inside them, such as parentheses. */
  readonly transparent: ReadonlySet<string>;
}

/** A table resolved to the symbol ids of one loaded grammar. */
interface ResolvedTable {
  readonly handlers: readonly (Handler | undefined)[];
  readonly lists: readonly (ListHandler | undefined)[];
  readonly transparent: Uint8Array;
}

const named = 1;
const missing = 2;
const error = 4;
const extra = 8;

const castForms: Readonly<Record<string, Cast["form"] | undefined>> = {
  as_expression: "as",
  satisfies_expression: "satisfies",
  non_null_expression: "!",
};

const heads: ReadonlySet<string> = new Set(["if_statement", "while_statement", "do_statement", "switch_statement"]);

/** Deeper nesting becomes one `other` node that is reported, so that no later recursion can overflow. */
export const maxDepth = 400;

const resolved = new WeakMap<readonly string[], ResolvedTable>();
const fieldIds = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** One conversion. Public members are for the language files. */
export class Converter {
  readonly raw: RawTree;
  readonly text: string;
  /** What was nested too deeply to convert. */
  readonly tooDeep: Comment[] = [];
  casts = new Map<SyntaxNode, Cast[]>();
  brackets = new Map<SyntaxNode, Comment>();
  depth = 0;
  /** Decorators that were met before the node that they belong to. */
  decorators: number[] = [];
  readonly #table: ResolvedTable;
  readonly #fields: ReadonlyMap<string, number>;

  constructor(raw: RawTree, table: GrammarTable) {
    this.raw = raw;
    this.text = raw.text;
    this.#table = resolveTable(raw.typeNames, table);
    this.#fields = resolveFields(raw.fieldNames);
  }

  /** Name of the grammar's node type. */
  type(i: number): string {
    return this.raw.typeNames[this.raw.type[i] ?? 0] ?? "";
  }

  source(i: number): string {
    return this.text.slice(this.raw.start[i], this.raw.end[i]);
  }

  isNamed(i: number): boolean {
    return ((this.raw.flags[i] ?? 0) & (named | extra)) === named;
  }

  /** First child in a field, or -1. */
  field(i: number, name: string): number {
    const id = this.#fields.get(name);
    if (id === undefined) return -1;
    const { next, field } = this.raw;
    const end = next[i] ?? 0;
    for (let child = i + 1; child < end; child = next[child] ?? end) if (field[child] === id) return child;
    return -1;
  }

  fieldName(i: number): string {
    return this.raw.fieldNames[this.raw.field[i] ?? 0] ?? "";
  }

  /** Named children without comments. */
  named(i: number): number[] {
    const { next, flags } = this.raw;
    const result: number[] = [];
    const end = next[i] ?? 0;
    for (let child = i + 1; child < end; child = next[child] ?? end) {
      const flag = flags[child] ?? 0;
      if ((flag & (named | extra)) === named) result.push(child);
    }
    return result;
  }

  /** All children without comments, keywords and punctuation included. */
  children(i: number): number[] {
    const { next, flags } = this.raw;
    const result: number[] = [];
    const end = next[i] ?? 0;
    for (let child = i + 1; child < end; child = next[child] ?? end) if (((flags[child] ?? 0) & extra) === 0) result.push(child);
    return result;
  }

  /** Whether a keyword or punctuation stands directly under the node. */
  hasToken(i: number, token: string): boolean {
    const { next, flags } = this.raw;
    const end = next[i] ?? 0;
    for (let child = i + 1; child < end; child = next[child] ?? end)
      if (((flags[child] ?? 0) & named) === 0 && this.type(child) === token) return true;
    return false;
  }

  /** Whether a node of a type stands directly under the node. */
  hasNamed(i: number, type: string): boolean {
    const { next } = this.raw;
    const end = next[i] ?? 0;
    for (let child = i + 1; child < end; child = next[child] ?? end) if (this.type(child) === type) return true;
    return false;
  }

  /** The first keyword or punctuation directly under the node. */
  firstToken(i: number): string {
    const { next, flags } = this.raw;
    const end = next[i] ?? 0;
    for (let child = i + 1; child < end; child = next[child] ?? end)
      if (((flags[child] ?? 0) & named) === 0) return this.type(child);
    return "";
  }

  /** Converts one node to one node. */
  node(start: number, role: Role): SyntaxNode {
    const i = this.inner(start);
    const handler = this.#table.handlers[this.raw.type[i] ?? 0];
    if (this.depth >= maxDepth) return this.#tooDeep(i, role);
    this.depth++;
    const node = handler ? handler(this, i, role) : this.other(i, role);
    this.depth--;
    if (i !== start) this.noteAround(start, i, node);
    return node;
  }

  /** Converts one node to any number of nodes. */
  list(i: number, role: Role, into: SyntaxNode[]): void {
    const list = this.#table.lists[this.raw.type[i] ?? 0];
    if (list) list(this, i, role, into);
    else into.push(this.node(i, role));
  }

  /** Converts all named children. */
  lists(i: number, role: Role): SyntaxNode[] {
    const into: SyntaxNode[] = [];
    for (const child of this.named(i)) this.list(child, role, into);
    return into;
  }

  make(kind: Kind, role: Role, text: string, i: number, children: readonly SyntaxNode[]): SyntaxNode {
    return new SyntaxNode(kind, role, text, this.type(i), this.raw.start[i] ?? 0, this.raw.end[i] ?? 0, children);
  }

  leaf(kind: Kind, role: Role, text: string, i: number): SyntaxNode {
    return this.make(kind, role, text, i, []);
  }

  /** What the language file does not map: children are kept, a leaf carries its text. */
  other(i: number, role: Role, kind: Kind = "other", childRole: Role = "other"): SyntaxNode {
    const children = this.lists(i, childRole);
    return this.make(kind, role, children.length === 0 ? this.source(i) : "", i, children);
  }

  /** Skips parentheses and the like, without recursion. */
  inner(start: number): number {
    let i = start;
    const { transparent } = this.#table;
    const { type, next, flags } = this.raw;
    while (transparent[type[i] ?? 0] === 1) {
      const end = next[i] ?? 0;
      let found = -1;
      for (let child = i + 1; child < end; child = next[child] ?? end) {
        const flag = flags[child] ?? 0;
        if (found < 0 && (flag & (named | extra | error)) === named) found = child;
      }
      if (found < 0) return i;
      i = found;
    }
    return i;
  }

  /** Remembers the brackets between, and what is said there of the type. */
  noteAround(start: number, inner: number, node: SyntaxNode): void {
    for (let i = inner; i > start; ) {
      i = this.raw.parent[i] ?? -1;
      if (this.type(i) === "parenthesized_expression" && !this.#isHead(i))
        this.brackets.set(node, { start: this.raw.start[i] ?? 0, end: this.raw.end[i] ?? 0 });
      const form = castForms[this.type(i)];
      // `x as const` has no type to name; to Semgrep it is `x`.
      if (form && (form === "!" || this.named(i).length > 1))
        this.addCast(node, { form, type: form === "!" ? "" : this.source(this.named(i).at(-1) ?? i) });
    }
  }

  /** The brackets of `if (x)` and the like are the statement's own. */
  #isHead(i: number): boolean {
    const field = this.fieldName(i);
    return (
      (field === "condition" || field === "value") &&
      heads.has(this.type(this.raw.parent[i] ?? 0)) &&
      this.raw.language !== "python"
    );
  }

  addCast(node: SyntaxNode, cast: Cast): void {
    const casts = this.casts.get(node);
    if (casts) casts.push(cast);
    else this.casts.set(node, [cast]);
  }

  #tooDeep(i: number, role: Role): SyntaxNode {
    this.tooDeep.push({ start: this.raw.start[i] ?? 0, end: this.raw.end[i] ?? 0 });
    return this.make("other", role, "", i, []);
  }
}

/**
 * Converts a whole file; total for any tree.
 *
 * @param memo of the same document, where it was converted before: what did not change is taken over. The result is the same without it.
 */
export function convertTree(raw: RawTree, table: GrammarTable, memo?: TreeMemo): Tree {
  const converter = new Converter(raw, table);
  const children = convertWith(memo, converter);
  const root = new SyntaxNode("file", "", "", raw.typeNames[raw.type[0] ?? 0] ?? "", 0, raw.text.length, children);
  const { comments, errors } = commentsAndErrors(raw);
  if (converter.tooDeep.length > 0) errors.push(...converter.tooDeep);
  errors.sort((a, b) => a.start - b.start || a.end - b.end);
  return { language: raw.language, text: raw.text, root, comments, casts: converter.casts, brackets: converter.brackets, errors };
}

function convertWith(memo: TreeMemo | undefined, converter: Converter): SyntaxNode[] {
  const { raw } = converter;
  const statements = raw.count === 0 ? [] : converter.named(0);
  const taken: TakenOver | undefined = memo?.last && takeOver(memo.last, raw, statements);
  // Until this conversion is done the nodes belong to neither tree.
  if (memo) memo.last = undefined;
  if (taken) {
    converter.casts = taken.casts;
    converter.brackets = taken.brackets;
  }
  const pieces: Piece[] = [];
  for (const first of statements) {
    const nodes: SyntaxNode[] = [];
    const known = converter.decorators.length === 0 ? taken?.nodes.get(first) : undefined;
    if (!known) converter.list(first, "statement", nodes);
    pieces.push({ first, nodes: known ?? nodes });
    // What is left over belongs to nothing, as in code with errors; a later statement must not depend on it.
    if (known || nodes.length > 0) converter.decorators = [];
  }
  // A piece without a node, such as a decorator, is part of the next one.
  if (memo && converter.tooDeep.length === 0 && pieces.every(({ nodes }) => nodes.length > 0))
    memo.last = { raw, pieces, casts: converter.casts, brackets: converter.brackets };
  return pieces.flatMap(({ nodes }) => nodes);
}

function commentsAndErrors(raw: RawTree): { comments: Comment[]; errors: Comment[] } {
  const comments: Comment[] = [];
  const errors: Comment[] = [];
  for (let i = 0; i < raw.count; i++) {
    const flag = raw.flags[i] ?? 0;
    if ((flag & (extra | missing | error)) === 0) continue;
    const span = { start: raw.start[i] ?? 0, end: raw.end[i] ?? 0 };
    if ((flag & extra) !== 0) comments.push(span);
    else errors.push(span);
  }
  return { comments, errors };
}

function resolveTable(typeNames: readonly string[], table: GrammarTable): ResolvedTable {
  const known = resolved.get(typeNames);
  if (known) return known;
  const made: ResolvedTable = {
    handlers: typeNames.map((name) => table.handlers[name]),
    lists: typeNames.map((name) => table.lists[name]),
    transparent: Uint8Array.from(typeNames, (name) => (table.transparent.has(name) ? 1 : 0)),
  };
  resolved.set(typeNames, made);
  return made;
}

function resolveFields(names: readonly string[]): ReadonlyMap<string, number> {
  const known = fieldIds.get(names);
  if (known) return known;
  const made = new Map(names.map((name, id) => [name, id] as const));
  fieldIds.set(names, made);
  return made;
}
