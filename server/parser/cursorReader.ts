/** Reads a grammar's tree into plain arrays through a cursor. */

import type { Language, Parser, Tree } from "web-tree-sitter";
import type { LanguageId, RawTree } from "../engine/tree/rawTree.ts";

/** The tables of a grammar, made once. */
export interface Grammar {
  readonly typeNames: readonly string[];
  readonly fieldNames: readonly string[];
  /** Flags that follow from the type alone, by symbol id. */
  readonly typeFlags: Uint8Array;
}

/** A loaded grammar with a parser of its own. */
export interface LoadedGrammar {
  readonly parser: Parser;
  readonly grammar: Grammar;
}

const named = 1;
const missing = 2;
const error = 4;
const extra = 8;
/** tree-sitter's symbol of an error node. */
const errorSymbol = 65535;

/** Names and flags by symbol id; the last entry stands for error nodes. */
export function toGrammar(language: Language): Grammar {
  const count = language.nodeTypeCount;
  const typeNames: string[] = [];
  const typeFlags = new Uint8Array(count + 1);
  for (let id = 0; id < count; id++) {
    const name = language.nodeTypeForId(id) ?? "";
    typeNames.push(name);
    const isComment = name === "comment" || name === "html_comment";
    typeFlags[id] = (language.nodeTypeIsNamed(id) ? named : 0) | (isComment ? extra : 0);
  }
  typeNames.push("ERROR");
  typeFlags[count] = named | error;
  const fieldNames = Array.from({ length: language.fieldCount + 1 }, (_, id) =>
    id === 0 ? "" : (language.fieldNameForId(id) ?? ""),
  );
  return { typeNames, fieldNames, typeFlags };
}

/** Working memory that is reused from file to file and grows as needed; results are copies of the right size. */
interface Scratch {
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

function allocate(capacity: number): Scratch {
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

function grow(old: Scratch): Scratch {
  const bigger = allocate(old.capacity * 2);
  for (const key of ["type", "field", "start", "end", "next", "parent", "flags"] as const) bigger[key].set(old[key] as never);
  return bigger;
}

/** @returns All nodes in preorder; the tree itself may be deleted afterwards. */
export function readTree(tree: Tree, grammar: Grammar, language: LanguageId, text: string): RawTree {
  const cursor = tree.walk();
  const errorId = grammar.typeNames.length - 1;
  const { typeFlags } = grammar;
  let memory = scratch;
  let count = 0;
  let parent = -1;
  try {
    for (;;) {
      if (count === memory.capacity) memory = scratch = grow(memory);
      const symbol = cursor.nodeTypeId;
      const id = symbol === errorSymbol ? errorId : symbol;
      const start = cursor.startIndex;
      const end = cursor.endIndex;
      memory.type[count] = id;
      memory.field[count] = cursor.currentFieldId;
      memory.start[count] = start;
      memory.end[count] = end;
      memory.parent[count] = parent;
      // Only an empty node can be one that error recovery inserted.
      memory.flags[count] = (typeFlags[id] ?? 0) | (start === end && cursor.nodeIsMissing ? missing : 0);
      const node = count++;
      if (cursor.gotoFirstChild()) {
        parent = node;
        continue;
      }
      memory.next[node] = count;
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) return copyOut(memory, count, grammar, language, text);
        memory.next[parent] = count;
        parent = memory.parent[parent] ?? -1;
      }
    }
  } finally {
    cursor.delete();
  }
}

function copyOut(memory: Scratch, count: number, grammar: Grammar, language: LanguageId, text: string): RawTree {
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
