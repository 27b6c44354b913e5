/**
 * Reads a tree from tree-sitter's own memory, without a call per node: about ten times as fast as its cursor.
 *
 * Source of the layout: lib/src/subtree.h, lib/src/tree.h and lib/src/parser.h of tree-sitter 0.25 to 0.27, compiled to 32-bit little-endian
 * WebAssembly. The layout is internal to tree-sitter, so its version is pinned, and each grammar is checked against the cursor when it is loaded.
 */

import type { RawTree } from "../engine/tree/rawTree.ts";
import type { Span } from "../engine/tree/span.ts";
import { errorSymbol, type Grammar, missing, type ReadMemo, type ReadTree } from "./grammar.ts";
import { copyNodes, copyOut, growArrays, type NodeArrays, startArrays } from "./nodeArrays.ts";

/** The memory that tree-sitter was started with; its buffer is another one after it grew. */
export interface TreeMemory {
  readonly buffer: ArrayBuffer;
}

/** Offsets in bytes. A subtree is either a pointer to `heap` or, with its lowest bit set, eight bytes that hold a small leaf. */
const heap = { paddingBytes: 4, sizeBytes: 16, childCount: 36, symbol: 40, flags: 44, moreFlags: 45, productionId: 66 };
const treeLanguage = 8;
const languageAt = {
  symbolCount: 4,
  aliasCount: 8,
  productionCount: 28,
  maxAliases: 36,
  fieldSlices: 64,
  fieldEntries: 68,
  publicSymbols: 76,
  aliases: 84,
};
const visible = 1;
const extraBit = 4;
const inlineMissing = 16;
const heapMissing = 2;

/** A language's tables, copied out once. */
interface LanguageTables {
  readonly publicSymbol: Uint16Array;
  /** By production and child: the symbol that the child goes by there; 0 for its own. */
  readonly alias: Uint16Array;
  readonly aliasWidth: number;
  /** By production: the field of each child; absent where a production has no fields. */
  readonly fields: readonly (Uint8Array | Uint16Array | undefined)[];
}

interface Views {
  readonly bytes: Uint8Array;
  readonly halves: Uint16Array;
  readonly words: Uint32Array;
}

/** One level of the walk: the rest of a node's children. */
interface Frame {
  /** Address of the next child, and how many are left. */
  child: number;
  left: number;
  /** Index of the next child among those that are not extra. */
  structural: number;
  production: number;
  /** Field that a hidden node hands down to its children. */
  field: number;
  /** The visible node that the children belong to, and the node to close at the end of the level (-1 for a hidden one). */
  parent: number;
  close: number;
}

/** @param memory what was handed to tree-sitter as `wasmMemory`. */
export function createHeapReader(memory: TreeMemory): ReadTree {
  const languages = new Map<number, LanguageTables>();
  const frames: Frame[] = [];
  return (tree, grammar, language, text, memo) => {
    const views = {
      bytes: new Uint8Array(memory.buffer),
      halves: new Uint16Array(memory.buffer),
      words: new Uint32Array(memory.buffer),
    };
    const address = (tree as unknown as readonly number[])[0] ?? 0;
    const languageAddress = views.words[(address + treeLanguage) >> 2] ?? 0;
    const known = languages.get(languageAddress);
    const tables = known ?? readTables(views, languageAddress);
    if (!known) languages.set(languageAddress, tables);
    const places = memo && new Map<number, number>();
    const earlier = memo && earlierReading(memo, text, grammar);
    const { arrays, count } = walk(views, views.words[address >> 2] ?? 0, tables, grammar, frames, places, earlier);
    const raw = copyOut(arrays, count, grammar, language, text);
    if (memo && places) {
      memo.last = { raw, places };
      delete memo.change;
    }
    return raw;
  };
}

/** Subtrees are shared between the trees before and after an edit: one with the same address, length and text is the same. */
interface Earlier {
  readonly raw: RawTree;
  readonly places: ReadonlyMap<number, number>;
  readonly change: Span;
  readonly delta: number;
}

function earlierReading({ last, change }: ReadMemo, text: string, grammar: Grammar): Earlier | undefined {
  if (!last || !change || last.raw.typeNames !== grammar.typeNames) return undefined;
  return { ...last, change, delta: text.length - last.raw.text.length };
}

/** @returns The arrays with all that is in the node behind it, when the edit left it as it was. */
function takeKnown(
  { raw, places, change, delta }: Earlier,
  address: number,
  arrays: NodeArrays,
  node: number,
): { arrays: NodeArrays; count: number } | undefined {
  const index = places.get(address);
  const [start, end] = [arrays.start[node] ?? 0, arrays.end[node] ?? 0];
  const isBefore = end <= change.start;
  if (index === undefined || raw.type[index] !== arrays.type[node] || (!isBefore && start < change.end)) return undefined;
  const moved = isBefore ? 0 : delta;
  if (raw.start[index] !== start - moved || raw.end[index] !== end - moved) return undefined;
  const inside = (raw.next[index] ?? 0) - index - 1;
  const count = node + 1 + inside;
  let room = arrays;
  while (count > room.capacity) room = growArrays(room);
  copyNodes(room, node + 1, raw, index + 1, inside, moved);
  room.next[node] = count;
  return { arrays: room, count };
}

function frameAt(frames: Frame[], depth: number): Frame {
  const frame = frames[depth] ?? { child: 0, left: 0, structural: 0, production: 0, field: 0, parent: 0, close: 0 };
  frames[depth] = frame;
  return frame;
}

/** Begins with the children of the subtree at an address. */
function enter(
  frame: Frame,
  words: Uint32Array,
  halves: Uint16Array,
  at: number,
  field: number,
  parent: number,
  close: number,
): void {
  const left = words[(at + heap.childCount) >> 2] ?? 0;
  // The children of a node stand right before it.
  frame.child = at - left * 8;
  frame.left = left;
  frame.structural = 0;
  frame.production = halves[(at + heap.productionId) >> 1] ?? 0;
  frame.field = field;
  frame.parent = parent;
  frame.close = close;
}

function readTables({ bytes, halves, words }: Views, at: number): LanguageTables {
  const word = (offset: number): number => words[(at + offset) >> 2] ?? 0;
  const symbols = word(languageAt.symbolCount) + word(languageAt.aliasCount);
  const productions = word(languageAt.productionCount);
  const width = halves[(at + languageAt.maxAliases) >> 1] ?? 0;
  const copy = (address: number, count: number): Uint16Array => halves.slice(address >> 1, (address >> 1) + count);
  const slices = word(languageAt.fieldSlices);
  const entries = word(languageAt.fieldEntries);
  const fields = Array.from({ length: productions }, (_, production) => {
    const first = halves[(slices >> 1) + production * 2] ?? 0;
    const count = halves[(slices >> 1) + production * 2 + 1] ?? 0;
    if (slices === 0 || count === 0) return undefined;
    const byChild = new Uint16Array(256);
    for (let entry = entries + first * 4; entry < entries + (first + count) * 4; entry += 4) {
      const child = bytes[entry + 2] ?? 0;
      const inherited = bytes[entry + 3] === 1;
      if (!inherited && byChild[child] === 0) byChild[child] = halves[entry >> 1] ?? 0;
    }
    return byChild;
  });
  return {
    publicSymbol: copy(word(languageAt.publicSymbols), symbols),
    alias: copy(word(languageAt.aliases), productions * width),
    aliasWidth: width,
    fields,
  };
}

function walk(
  { bytes, halves, words }: Views,
  root: number,
  tables: LanguageTables,
  grammar: Grammar,
  frames: Frame[],
  places: Map<number, number> | undefined,
  earlier: Earlier | undefined,
): { arrays: NodeArrays; count: number } {
  const { publicSymbol, alias, aliasWidth, fields } = tables;
  const { typeFlags } = grammar;
  const errorId = grammar.typeNames.length - 1;
  let arrays = startArrays();
  let count = 0;
  const add = (symbol: number, start: number, end: number, parent: number, field: number, isMissing: boolean): number => {
    if (count === arrays.capacity) arrays = growArrays(arrays);
    const id = symbol === errorSymbol ? errorId : (publicSymbol[symbol] ?? symbol);
    arrays.type[count] = id;
    arrays.field[count] = field;
    // Positions are counted in bytes of UTF-16.
    arrays.start[count] = start >> 1;
    arrays.end[count] = end >> 1;
    arrays.parent[count] = parent;
    arrays.flags[count] = (typeFlags[id] ?? 0) | (isMissing ? missing : 0);
    arrays.next[count] = count + 1;
    return count++;
  };
  let position = words[(root + heap.paddingBytes) >> 2] ?? 0;
  add(halves[(root + heap.symbol) >> 1] ?? 0, position, position + (words[(root + heap.sizeBytes) >> 2] ?? 0), -1, 0, false);
  let depth = 0;
  // The padding of a first child is the padding of its parent, which is counted already.
  let first = true;
  enter(frameAt(frames, depth++), words, halves, root, 0, 0, 0);
  while (depth > 0) {
    const frame = frames[depth - 1];
    if (!frame || frame.left === 0) {
      if (frame && frame.close >= 0) arrays.next[frame.close] = count;
      depth--;
      first = false;
      continue;
    }
    const at = frame.child;
    const low = words[at >> 2] ?? 0;
    frame.child += 8;
    frame.left--;
    const inline = (low & 1) === 1;
    const high = words[(at >> 2) + 1] ?? 0;
    const flags = inline ? (low >> 1) & 63 : (bytes[low + heap.flags] ?? 0);
    const symbol = inline ? (low >>> 8) & 255 : (halves[(low + heap.symbol) >> 1] ?? 0);
    const padding = inline ? (high >>> 16) & 255 : (words[(low + heap.paddingBytes) >> 2] ?? 0);
    const length = inline ? high >>> 24 : (words[(low + heap.sizeBytes) >> 2] ?? 0);
    if (!first) position += padding;
    first = false;
    const isExtra = (flags & extraBit) !== 0;
    const structural = isExtra ? frame.structural : frame.structural++;
    const aliased =
      isExtra || aliasWidth === 0
        ? 0
        : structural < aliasWidth && frame.production > 0
          ? (alias[frame.production * aliasWidth + structural] ?? 0)
          : 0;
    const field = isExtra ? 0 : fields[frame.production]?.[structural] || frame.field;
    const isVisible = (flags & visible) !== 0 || aliased !== 0;
    const isMissing =
      length === 0 && (inline ? (flags & inlineMissing) !== 0 : ((bytes[low + heap.moreFlags] ?? 0) & heapMissing) !== 0);
    const node = isVisible ? add(aliased || symbol, position, position + length, frame.parent, field, isMissing) : -1;
    let isRead = inline || words[(low + heap.childCount) >> 2] === 0;
    if (places && !isRead && node > 0 && frame.parent === 0) {
      places.set(low, node);
      const known = earlier ? takeKnown(earlier, low, arrays, node) : undefined;
      if (known) ({ arrays, count } = known);
      isRead = known !== undefined;
    }
    if (isRead) {
      position += length;
      continue;
    }
    enter(frameAt(frames, depth++), words, halves, low, isVisible ? 0 : field, isVisible ? node : frame.parent, node);
    first = true;
  }
  return { arrays, count };
}
