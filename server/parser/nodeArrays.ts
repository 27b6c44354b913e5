/** Arrays that a tree is read into: reused from file to file, growing as needed; results are copies of the right size. */

import type { LanguageId, RawTree } from "../engine/tree/rawTree.ts";
import type { Grammar } from "./grammar.ts";

export interface NodeArrays {
  capacity: number;
  type: Uint16Array;
  field: Uint16Array;
  start: Uint32Array;
  end: Uint32Array;
  next: Uint32Array;
  parent: Int32Array;
  flags: Uint8Array;
}

let scratch = allocate(1 << 14);

/** The arrays to begin with; one tree is read at a time. */
export function startArrays(): NodeArrays {
  return scratch;
}

function allocate(capacity: number): NodeArrays {
  return {
    capacity,
    type: new Uint16Array(capacity),
    field: new Uint16Array(capacity),
    start: new Uint32Array(capacity),
    end: new Uint32Array(capacity),
    next: new Uint32Array(capacity),
    parent: new Int32Array(capacity),
    flags: new Uint8Array(capacity),
  };
}

/** @returns larger arrays that begin with what was read so far. */
export function growArrays(old: NodeArrays): NodeArrays {
  const bigger = allocate(old.capacity * 2);
  for (const key of ["type", "field", "start", "end", "next", "parent", "flags"] as const) bigger[key].set(old[key] as never);
  scratch = bigger;
  return bigger;
}

/** Copies nodes `from .. from + count - 1` of an earlier tree to `at`, `delta` characters on. Their parents must be copied as well, or stand right before. */
export function copyNodes(arrays: NodeArrays, at: number, tree: RawTree, from: number, count: number, delta: number): void {
  const end = from + count;
  for (const key of ["type", "field", "flags"] as const) arrays[key].set(tree[key].subarray(from, end) as never, at);
  const shift = at - from;
  for (let i = from; i < end; i++) {
    arrays.start[i + shift] = (tree.start[i] ?? 0) + delta;
    arrays.end[i + shift] = (tree.end[i] ?? 0) + delta;
    arrays.next[i + shift] = (tree.next[i] ?? 0) + shift;
    arrays.parent[i + shift] = (tree.parent[i] ?? 0) + shift;
  }
}

export function copyOut(memory: NodeArrays, count: number, grammar: Grammar, language: LanguageId, text: string): RawTree {
  const raw: RawTree = {
    language,
    text,
    count,
    typeNames: grammar.typeNames,
    fieldNames: grammar.fieldNames,
    type: memory.type.slice(0, count),
    field: memory.field.slice(0, count),
    start: memory.start.slice(0, count),
    end: memory.end.slice(0, count),
    next: memory.next.slice(0, count),
    parent: memory.parent.slice(0, count),
    flags: memory.flags.slice(0, count),
  };
  // One huge file must not hold its memory for the life of the process.
  if (memory.capacity > 1 << 20) scratch = allocate(1 << 14);
  return raw;
}
