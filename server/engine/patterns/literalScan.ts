/** Finds many literals in one pass over a text (Aho and Corasick): the filter before what looks more closely. Pure. */

export interface LiteralHit {
  /** Index in the list of literals. */
  readonly literal: number;
  readonly start: number;
  readonly end: number;
}

/** @returns The hits by their end; of several that end at one place the longest first. */
export type LiteralScan = (text: string) => LiteralHit[];

interface Automaton {
  /** `next[state * classes + class]`. */
  readonly next: Int32Array;
  /** Class of a character of ASCII; 0: it stands in no literal. */
  readonly classOf: Uint8Array;
  readonly classes: number;
  /** Literals that end in a state; absent for most. */
  readonly ends: readonly (readonly number[] | undefined)[];
}

/** Letters of ASCII are equal in either case. @param literals of ASCII, none empty. */
export function compileLiterals(literals: readonly string[]): LiteralScan {
  const { next, classOf, classes, ends } = build(literals.map((literal) => literal.toLowerCase()));
  return (text) => {
    const hits: LiteralHit[] = [];
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      state = next[state * classes + (code < 128 ? (classOf[code] ?? 0) : 0)] ?? 0;
      const ending = ends[state];
      if (ending === undefined) continue;
      for (const literal of ending) hits.push({ literal, start: i + 1 - (literals[literal]?.length ?? 0), end: i + 1 });
    }
    return hits;
  };
}

/** Letters of ASCII are equal in either case. @param literals of ASCII, none empty. @returns For each literal 1 where the text has it. */
export function compileSearch(literals: readonly string[]): (text: string) => Uint8Array {
  const { next, classOf, classes, ends } = build(literals.map((literal) => literal.toLowerCase()));
  return (text) => {
    const found = new Uint8Array(literals.length);
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      state = next[state * classes + (code < 128 ? (classOf[code] ?? 0) : 0)] ?? 0;
      const ending = ends[state];
      if (ending !== undefined) for (const literal of ending) found[literal] = 1;
    }
    return found;
  };
}

/** A trie, then Aho and Corasick's links worked into one table. */
function build(literals: readonly string[]): Automaton {
  const classOf = new Uint8Array(128);
  let classes = 1;
  for (const char of new Set(literals.join(""))) {
    const code = char.charCodeAt(0);
    classOf[code] = classes;
    classOf[char.toUpperCase().charCodeAt(0)] = classes++;
  }
  const children: Map<number, number>[] = [new Map()];
  const ends: number[][] = [[]];
  for (const [index, literal] of literals.entries()) {
    let state = 0;
    for (let i = 0; i < literal.length; i++) {
      const step = classOf[literal.charCodeAt(i)] ?? 0;
      const known = children[state]?.get(step);
      if (known === undefined) {
        children[state]?.set(step, children.length);
        state = children.length;
        children.push(new Map());
        ends.push([]);
      } else state = known;
    }
    ends[state]?.push(index);
  }
  const next = new Int32Array(children.length * classes);
  const fallback = new Int32Array(children.length);
  const queue = [0];
  for (const state of queue) {
    const back = fallback[state] ?? 0;
    if (state !== 0) ends[state]?.push(...(ends[back] ?? []));
    for (let step = 0; step < classes; step++) {
      const child = children[state]?.get(step);
      const other = state === 0 ? 0 : (next[back * classes + step] ?? 0);
      next[state * classes + step] = child ?? other;
      if (child === undefined) continue;
      fallback[child] = other;
      queue.push(child);
    }
  }
  return { next, classOf, classes, ends: ends.map((list) => (list.length > 0 ? list : undefined)) };
}
