/** Finds patterns of words in any text: what `languages: [generic]` means. */

import type { Span } from "../tree/span.ts";
import { type ElementStyle, elementStyleOf } from "./readElements.ts";
import {
  type Atom,
  type Block,
  type CommentStyle,
  commentStyles,
  isBlock,
  readIndentation,
  type WordNode,
  type WordTree,
} from "./readWords.ts";

export interface WordOptions {
  /** How many lines after the one it begins on an ellipsis may reach. */
  readonly span: number;
  readonly comments?: CommentStyle;
  /** For `generic_engine: aliengrep`, which reads patterns in another way; or why its options cannot be read. */
  readonly elements?: ElementStyle | string;
}

export const usualWords: WordOptions = { span: 10 };

/** From the `options` of a rule; the loader has checked their values. */
export function wordOptionsOf(options: Readonly<Record<string, unknown>>): WordOptions {
  if (options.generic_engine === "aliengrep") return { ...usualWords, elements: elementStyleOf(options) };
  const span = options.generic_ellipsis_max_span;
  const style = options.generic_comment_style;
  const comments = commentStyles.find((known) => known === style);
  return {
    span: typeof span === "number" ? span : usualWords.span,
    ...(comments ? { comments } : {}),
  };
}

type Step =
  | { readonly op: "atom"; readonly text: string }
  | { readonly op: "word"; readonly name: string }
  /** `name` is empty for a bare ellipsis. */
  | { readonly op: "ellipsis"; readonly name: string }
  | { readonly op: "enter" }
  | { readonly op: "leave" };

export interface WordPattern {
  readonly steps: readonly Step[];
  readonly options: WordOptions;
  /** Each must occur in a text for the pattern to match. */
  readonly words: readonly string[];
}

export interface WordMatch {
  readonly span: Span;
  readonly bindings: ReadonlyMap<string, Span & { readonly text: string }>;
}

const placeholder = /\$\.\.\.([A-Z_][A-Z_0-9]*)|\$([A-Z_][A-Z_0-9]*)|(?<!\.)\.\.\.(?!\.)/g;

/** @returns The pattern, or why it cannot be read. */
export function readWordPattern(source: string, options: WordOptions): WordPattern | string {
  if (source.trim() === "") return "The pattern is empty.";
  // Placeholders are single words of the private use area, which is no character of any text that people write.
  const names: string[] = [];
  const text = source.replace(placeholder, (found) => String.fromCharCode(0xe000 + (names.push(found) - 1)));
  if (names.length > 1000) return "The pattern has too many metavariables.";
  const steps: Step[] = [];
  collectSteps(readIndentation(text), names, steps);
  if (steps.every(({ op }) => op === "ellipsis")) return "The pattern has nothing but an ellipsis.";
  const words = steps.flatMap((step) => (step.op === "atom" && /^\w/.test(step.text) ? [step.text] : []));
  return { steps, options, words: [...new Set(words)] };
}

function collectSteps(block: Block, names: readonly string[], into: Step[]): void {
  for (const node of block.nodes) {
    if (isBlock(node)) {
      into.push({ op: "enter" });
      collectSteps(node, names, into);
      into.push({ op: "leave" });
      continue;
    }
    const name = names[node.text.charCodeAt(0) - 0xe000];
    if (name === undefined) into.push({ op: "atom", text: node.text });
    else if (name === "...") into.push({ op: "ellipsis", name: "" });
    else into.push({ op: name.startsWith("$...") ? "ellipsis" : "word", name });
  }
}

/** What is left of a text: nodes from `at` on, then what comes after the block; `barrier` ends a block that was entered. */
interface Rest {
  readonly nodes: readonly WordNode[];
  readonly at: number;
  readonly after: Rest | undefined;
  readonly barrier: boolean;
}

interface State {
  readonly step: number;
  readonly rest: Rest | undefined;
  /** Set while an ellipsis is open. */
  readonly gap: { readonly name: string; readonly from: number; readonly to: number; readonly lastLine: number } | undefined;
  readonly last: Atom | undefined;
  readonly first: Atom | undefined;
  readonly bound: Bound | undefined;
}

interface Bound {
  readonly name: string;
  readonly span: Span & { readonly text: string };
  readonly next: Bound | undefined;
}

/**
 * @param spend Called for each step of work; matching stops when it says false.
 * @returns One match for each place where one begins, the shortest. Of those that end together the one that begins last is kept, and
 *   the one that begins first when an ellipsis at the end reaches so far. In order.
 */
export function matchWords(pattern: WordPattern, tree: WordTree, spend: () => boolean): WordMatch[] {
  if (!pattern.words.every((word) => tree.text.includes(word))) return [];
  const byEnd = new Map<number, WordMatch>();
  // An ellipsis in front stands for the beginning of a block.
  const anyPlace = pattern.steps[0]?.op !== "ellipsis";
  const first = pattern.steps.at(-1)?.op === "ellipsis";
  for (const { nodes } of tree.blocks)
    for (let at = 0; at < (anyPlace ? nodes.length : 1); at++) {
      const begin = nodes[at];
      if (anyPlace && begin && isBlock(begin)) continue;
      const match = new Search(pattern, tree, spend).from({ nodes, at, after: undefined, barrier: false });
      const known = match && byEnd.get(match.span.end);
      if (match && (!known || known.span.start < match.span.start !== first)) byEnd.set(match.span.end, match);
    }
  return [...byEnd.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

class Search {
  private readonly pattern: WordPattern;
  private readonly tree: WordTree;
  private readonly spend: () => boolean;
  /** Where to go on when the way that was taken leads nowhere. */
  private readonly later: State[] = [];

  constructor(pattern: WordPattern, tree: WordTree, spend: () => boolean) {
    this.pattern = pattern;
    this.tree = tree;
    this.spend = spend;
  }

  from(rest: Rest): WordMatch | undefined {
    this.later.push({ step: 0, rest, gap: undefined, last: undefined, first: undefined, bound: undefined });
    for (let state = this.later.pop(); state; state = this.later.pop()) {
      for (let next: State | undefined = state; next; next = this.advance(next)) {
        if (!this.spend()) return undefined;
        if (next.step === this.pattern.steps.length) return this.finish(next);
      }
    }
    return undefined;
  }

  private advance(state: State): State | undefined {
    const step = this.pattern.steps[state.step];
    const rest = normal(state.rest);
    switch (step?.op) {
      case "ellipsis":
        return { ...state, rest, step: state.step + 1, gap: this.open(step.name, state, rest) };
      case "enter": {
        const node = rest && !ended(rest) ? rest.nodes[rest.at] : undefined;
        if (!rest || !node || !isBlock(node)) return undefined;
        const inner = { nodes: node.nodes, at: 0, after: { ...rest, at: rest.at + 1 }, barrier: true };
        const closed = this.close(state);
        return closed && { ...closed, step: state.step + 1, rest: inner };
      }
      case "leave":
        return this.leave(state, rest);
      default:
        return step ? this.atom(step, state, rest) : undefined;
    }
  }

  private open(name: string, state: State, rest: Rest | undefined): State["gap"] {
    if (state.gap) return { ...state.gap, name: state.gap.name || name };
    const from = state.last ?? firstAtom(rest);
    const start = state.last?.end ?? from?.start ?? 0;
    return { name, from: start, to: start, lastLine: (from?.line ?? 0) + this.pattern.options.span };
  }

  private atom(step: Extract<Step, { op: "atom" | "word" }>, state: State, rest: Rest | undefined): State | undefined {
    if (!rest || ended(rest)) return undefined;
    const node = rest.nodes[rest.at];
    if (!node) return undefined;
    if (isBlock(node)) return { ...state, rest: opened(node, rest) };
    if (state.gap && node.line > state.gap.lastLine) return undefined;
    const after = { ...rest, at: rest.at + 1 };
    const bound = this.compare(step, node, state.bound);
    const gap = state.gap && { ...state.gap, to: node.end };
    const skipped = gap && { ...state, gap, rest: after, first: state.first ?? node };
    if (bound === false) return skipped;
    if (skipped) this.later.push(skipped);
    const closed = this.close({ ...state, bound });
    return closed && { ...closed, step: state.step + 1, rest: after, last: node, first: state.first ?? node };
  }

  /** `false` when the step is not for this atom. */
  private compare(step: Extract<Step, { op: "atom" | "word" }>, node: Atom, bound: Bound | undefined): Bound | undefined | false {
    if (step.op === "atom") return node.text === step.text && bound;
    return node.word && bind(bound, step.name, { start: node.start, end: node.end, text: node.text });
  }

  /** Ends an open ellipsis: it stands for what was skipped, with the space before it. */
  private close(state: State, to = state.gap?.to ?? 0): State | undefined {
    const { gap } = state;
    if (!gap?.name) return gap ? { ...state, gap: undefined } : state;
    const text = this.tree.text.slice(gap.from, to);
    const bound = bind(state.bound, gap.name, { start: gap.from, end: Math.max(gap.from, to), text });
    return bound === false ? undefined : { ...state, bound, gap: undefined };
  }

  /** A block of the pattern stands for a whole block. */
  private leave(state: State, from: Rest | undefined): State | undefined {
    let { last } = state;
    let rest = from;
    while (rest && !ended(rest)) {
      const node = rest.nodes[rest.at];
      if (!state.gap || !node || !this.spend()) return undefined;
      if (isBlock(node)) rest = normal(opened(node, rest));
      else {
        // Recorded: an ellipsis at the end of a block need not reach to the end of it.
        if (node.line > state.gap.lastLine) break;
        last = node;
        rest = normal({ ...rest, at: rest.at + 1 });
      }
    }
    while (rest && !rest.barrier) rest = rest.after;
    if (!rest) return undefined;
    const closed = this.close(state, last?.end);
    return closed && { ...closed, step: state.step + 1, rest: rest.after, last, first: state.first ?? last };
  }

  /** An ellipsis at the end takes what it can reach of the block that it begins in. */
  private finish(state: State): WordMatch | undefined {
    let { last, first } = state;
    let rest = normal(state.rest && { ...state.rest, after: undefined });
    while (state.gap && rest && !ended(rest) && this.spend()) {
      const node = rest.nodes[rest.at];
      if (!node) break;
      if (isBlock(node)) rest = normal(opened(node, rest));
      else {
        if (node.line > state.gap.lastLine) break;
        last = node;
        first ??= node;
        rest = normal({ ...rest, at: rest.at + 1 });
      }
    }
    const closed = this.close(state, last?.end);
    if (!closed || !first || !last) return undefined;
    const bindings = new Map<string, Bound["span"]>();
    for (let part = closed.bound; part; part = part.next) bindings.set(part.name, part.span);
    return { span: { start: first.start, end: last.end }, bindings };
  }
}

function bind(bound: Bound | undefined, name: string, span: Bound["span"]): Bound | undefined | false {
  if (name === "$_") return bound;
  for (let part = bound; part; part = part.next) if (part.name === name) return part.span.text === span.text && bound;
  return { name, span, next: bound };
}

/** Goes on after blocks that are used up, but not over the end of one that was entered. */
function normal(rest: Rest | undefined): Rest | undefined {
  let at = rest;
  while (at && at.at >= at.nodes.length && !at.barrier) at = at.after;
  return at;
}

function ended(rest: Rest): boolean {
  return rest.at >= rest.nodes.length;
}

/** The block's nodes in place of the block. */
function opened(block: Block, rest: Rest): Rest {
  return { nodes: block.nodes, at: 0, after: { ...rest, at: rest.at + 1 }, barrier: false };
}

function firstAtom(rest: Rest | undefined): Atom | undefined {
  let node = rest?.nodes[rest.at];
  while (node && isBlock(node)) node = node.nodes[0];
  return node;
}
