/** Finds patterns of words, brackets and single marks in any text: what `generic_engine: aliengrep` means. */

import type { Span } from "../tree/span.ts";
import { type Brackets, closedAt } from "./closedBrackets.ts";
import type { WordMatch } from "./matchWords.ts";
import type { ElementPattern, ElementStep } from "./readElements.ts";

interface Bound {
  readonly name: string;
  readonly span: Span & { readonly text: string };
  readonly next: Bound | undefined;
}

interface State {
  readonly step: number;
  readonly at: number;
  readonly bound: Bound | undefined;
  /** What an open ellipsis stands for so far. */
  readonly gap: Span | undefined;
}

/**
 * @param spend Called for each step of work; matching stops when it says false.
 * @returns From left to right, each behind the one before; an ellipsis takes as little as it can.
 */
export function matchElements(pattern: ElementPattern, text: string, spend: () => boolean): WordMatch[] {
  if (!pattern.words.every((word) => text.includes(word))) return [];
  const search = new ElementSearch(pattern, text, spend);
  const found: WordMatch[] = [];
  // Nothing begins behind the last line break.
  const end = text.endsWith("\n") ? text.length - 1 : text.length;
  for (let at = search.nextStart(0); at <= end; ) {
    const match = search.from(at);
    if (match) found.push(match);
    if (!spend()) break;
    at = search.nextStart(match && match.span.end > at ? match.span.end : at + 1);
  }
  return found;
}

class ElementSearch {
  private readonly steps: readonly ElementStep[];
  private readonly pattern: ElementPattern;
  private readonly text: string;
  private readonly spend: () => boolean;
  private readonly later: State[] = [];
  private readonly oneLine: Brackets;
  private readonly allLines: Brackets;

  constructor(pattern: ElementPattern, text: string, spend: () => boolean) {
    this.pattern = pattern;
    this.steps = pattern.steps;
    this.text = text;
    this.spend = spend;
    const { braces } = pattern.style;
    this.oneLine = { text, braces, lines: false, known: new Map() };
    this.allLines = { text, braces, lines: true, known: new Map() };
  }

  /** The next place where a match may begin. */
  nextStart(from: number): number {
    const [first] = this.steps;
    const { text } = this;
    if ((first?.op === "word" || first?.op === "mark") && !this.pattern.style.caseless) {
      const at = text.indexOf(first.text, from);
      return at < 0 ? text.length + 1 : at;
    }
    if (first?.op === "start" || first?.op === "newline") return from;
    let at = from;
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    return at;
  }

  from(start: number): WordMatch | undefined {
    this.later.length = 0;
    this.later.push({ step: 0, at: start, bound: undefined, gap: undefined });
    for (let state = this.later.pop(); state; state = this.later.pop()) {
      if (!this.spend()) return undefined;
      const step = this.steps[state.step];
      if (!step) return finish(start, state);
      this.advance(step, state);
    }
    return undefined;
  }

  private advance(step: ElementStep, state: State): void {
    const { bound } = state;
    if (step.op === "gap") {
      this.widen(step, state);
      return;
    }
    const at = this.afterSpace(state.at);
    switch (step.op) {
      case "start":
        if (state.at === 0 || (!step.whole && this.text[state.at - 1] === "\n")) this.go(state, state.at, bound);
        return;
      case "end": {
        const end = step.whole ? this.afterSpace(state.at, true) : at;
        if (end === this.text.length || (!step.whole && this.lineBreak(end) > 0)) this.go(state, end, bound);
        return;
      }
      case "newline": {
        const length = this.lineBreak(at);
        if (length > 0) this.go(state, at + length, bound);
        return;
      }
      case "mark":
        if (this.isSame(step.text, at)) this.go(state, at + step.text.length, bound);
        return;
      case "word":
        if (this.wordEnd(at) === at + step.text.length && this.isSame(step.text, at))
          this.go(state, at + step.text.length, bound);
        return;
      case "meta":
        this.bindWord(step.name, at, state);
        return;
    }
  }

  private go(state: State, at: number, bound: Bound | undefined): void {
    this.later.push({ step: state.step + 1, at, bound, gap: undefined });
  }

  private bindWord(name: string, at: number, state: State): void {
    const end = this.wordEnd(at);
    if (end < 0) return;
    const known = lookUp(state.bound, name);
    if (known === undefined) this.go(state, end, this.with(state.bound, name, { start: at, end }));
    else if (end - at === known.length && this.isSame(known, at)) this.go(state, end, state.bound);
  }

  /** First nothing, then one element more. */
  private widen(step: Extract<ElementStep, { op: "gap" }>, state: State): void {
    const { gap, bound } = state;
    const known = gap ? undefined : lookUp(bound, step.name);
    if (known !== undefined) {
      const at = this.afterSpace(state.at);
      if (this.isSame(known, at)) this.go(state, at + known.length, bound);
      return;
    }
    const lines = step.long || this.pattern.style.lines;
    const from = this.afterSpace(state.at, lines);
    const next = this.elementEnd(from, step.shut, lines);
    if (next > 0) this.later.push({ step: state.step, at: next, bound, gap: { start: gap?.start ?? from, end: next } });
    const here = gap ? state.at : from;
    const stands = gap ?? { start: here, end: here };
    const named = step.name === "" ? bound : this.with(bound, step.name, stands);
    this.go(state, here, named);
    if (!gap && here !== state.at && this.steps[state.step + 1]?.op === "newline") this.go(state, state.at, named);
  }

  /** A word, what stands between brackets, or one character; zero where the text or the line ends, or at the bracket that closes. */
  private elementEnd(at: number, shut: string | undefined, lines: boolean): number {
    const { text } = this;
    if (at >= text.length || (!lines && this.lineBreak(at) > 0) || text[at] === shut) return 0;
    const word = this.wordEnd(at);
    if (word > 0) return word;
    if (this.pattern.style.braces[text.charAt(at)] === undefined) return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
    return closedAt(lines ? this.allLines : this.oneLine, at, this.spend) || at + 1;
  }

  private afterSpace(from: number, lines = this.pattern.style.lines): number {
    let at = from;
    while (at < this.text.length && isSpace(this.text.charCodeAt(at)) && (lines || this.lineBreak(at) === 0)) at++;
    return at;
  }

  /** How long the line break is that stands there. */
  private lineBreak(at: number): number {
    if (this.text[at] === "\n") return 1;
    return this.text[at] === "\r" && this.text[at + 1] === "\n" ? 2 : 0;
  }

  /** Where the word ends that begins there; below zero for none. */
  private wordEnd(at: number): number {
    if (!this.isWord(at) || this.isWord(at - 1)) return -1;
    let end = at + 1;
    while (this.isWord(end)) end++;
    return end;
  }

  private isWord(at: number): boolean {
    const code = this.text.charCodeAt(at);
    const plain = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
    return plain || (this.pattern.style.wordMarks !== "" && this.pattern.style.wordMarks.includes(this.text.charAt(at) || " "));
  }

  private isSame(wanted: string, at: number): boolean {
    if (this.text.startsWith(wanted, at)) return true;
    if (!this.pattern.style.caseless) return false;
    return this.text.slice(at, at + wanted.length).toLowerCase() === wanted.toLowerCase();
  }

  private with(bound: Bound | undefined, name: string, { start, end }: Span): Bound {
    return { name, span: { start, end, text: this.text.slice(start, end) }, next: bound };
  }
}

function lookUp(bound: Bound | undefined, name: string): string | undefined {
  for (let part = bound; part; part = part.next) if (part.name === name) return part.span.text;
  return undefined;
}

function finish(start: number, state: State): WordMatch {
  const bindings = new Map<string, Bound["span"]>();
  for (let part = state.bound; part; part = part.next) bindings.set(part.name, part.span);
  return { span: { start, end: state.at }, bindings };
}

/** What `\s` of a regular expression without Unicode is. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
