/** What matching gives, shared by search and data flow. */

import type { Node, Tree } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";
import type { Constant } from "./calculated.ts";
import type { Matching } from "./matching.ts";
import type { VariableOf } from "./variables.ts";

/** Metavariable with its dollar sign -> the node(s) or text it stands for. */
export interface Binding {
  readonly span: Span;
  readonly text: string;
  /** As it is written in the file, for messages, where that is not the text. */
  readonly written?: string;
  /** One node, or several for an ellipsis metavariable or statements; empty for text from a regex or a string. */
  readonly nodes: readonly Node[];
  /** Tells variables of the same name apart; absent: they are taken for the same. */
  readonly variableOf?: VariableOf | undefined;
  /** What is known of a variable stands elsewhere, where it was given to it. */
  readonly elsewhere?: true;
  /** What stands before `?.` or with types is another thing than the same code without. */
  readonly mark?: string;
  /** A word of a text without grammar: digits count as a number. */
  readonly word?: true;
}
export type Bindings = ReadonlyMap<string, Binding>;

export interface Match {
  readonly span: Span;
  /** The matched node, or the first of a statement sequence; absent for a regex match. */
  readonly node: Node | undefined;
  readonly bindings: Bindings;
  /** Where the node itself stands, for whoever looks for it by its range, where Semgrep counts another one. */
  readonly exact?: Span | undefined;
  /** Of a sequence that ends with `...`: the shortest range that it matches too. */
  readonly shortest?: Span | undefined;
}

/** Counted work, so that results do not depend on the machine. */
export interface Budget {
  /** Steps left; the holder decrements it and stops at zero. */
  left: number;
}

/** Resolves what a name or a member chain stands for, following imports and aliases: "child_process.exec", "flask.request". */
export type ResolveName = (node: Node) => string | undefined;

/** The string that an expression is known to be, by literals and constants assigned once. */
export type ResolveConstant = (node: Node) => string | undefined;

/** A file made ready for matching; built once and shared by all rules. */
export interface MatchContext {
  readonly tree: Tree;
  readonly budget: Budget;
  /** What the options of the rules that are run on it ask for. */
  readonly matching: Matching;
  /** What a name or a member chain stands for, following imports and aliases: "child_process.exec", "flask.request". */
  resolveName(node: Node): string | undefined;
  /** The string that an expression is known to be, by literals and constants assigned once. */
  resolveConstant(node: Node): string | undefined;
  /** As `resolveConstant`, for literals of every kind. */
  resolveLiteral(node: Node): Constant | undefined;
  /** Seconds since 1970, for rules that compare with today; absent: no such comparison holds. */
  readonly now?: number | undefined;
  /** The names and the words of string literals in the file, for `CompiledFormula.needs`. */
  readonly texts: ReadonlySet<string>;
  /** See `FileWords`. */
  holds(text: string): boolean;
}
