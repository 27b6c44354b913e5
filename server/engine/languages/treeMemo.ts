/** What one conversion of an open document leaves for the next: statements that an edit left as they were are taken over. */

import { changeBetween } from "../tree/changeBetween.ts";
import type { Cast, Comment } from "../tree/node.ts";
import type { RawTree } from "../tree/rawTree.ts";
import type { SyntaxNode } from "../tree/syntaxNode.ts";

/** What one grammar node directly under the root became. */
export interface Piece {
  /** Index of the grammar node. */
  readonly first: number;
  readonly nodes: readonly SyntaxNode[];
}

export interface Conversion {
  readonly raw: RawTree;
  readonly pieces: readonly Piece[];
  readonly casts: Map<SyntaxNode, Cast[]>;
  readonly brackets: Map<SyntaxNode, Comment>;
}

/** Handed to one conversion after the other of the same document. The trees that were made before it are not to be used any more. */
export class TreeMemo {
  last: Conversion | undefined;
}

/** What can be taken over: nodes by the index of their grammar node in the new tree. */
export interface TakenOver {
  readonly nodes: ReadonlyMap<number, readonly SyntaxNode[]>;
  readonly casts: Map<SyntaxNode, Cast[]>;
  readonly brackets: Map<SyntaxNode, Comment>;
}

/**
 * Moves the nodes of statements that stand before or behind the edit to their new places.
 *
 * @param statements indexes of the grammar nodes directly under the new root, in order.
 * @returns `undefined` when nothing can be taken over. A statement is only where its text and its part of the grammar's tree are the same.
 */
export function takeOver(last: Conversion, raw: RawTree, statements: readonly number[]): TakenOver | undefined {
  const old = last.raw;
  if (old.typeNames !== raw.typeNames || old.language !== raw.language) return undefined;
  const change = changeBetween(old.text, raw.text) ?? { start: raw.text.length, end: raw.text.length };
  const delta = raw.text.length - old.text.length;
  const nodes = new Map<number, readonly SyntaxNode[]>();
  const { pieces } = last;
  const most = Math.min(pieces.length, statements.length);
  let before = 0;
  for (; before < most; before++) {
    const [piece, first] = [pieces[before], statements[before]];
    if (!piece || first === undefined || (raw.end[first] ?? 0) > change.start || !isSame(old, piece.first, raw, first, 0)) break;
    nodes.set(first, piece.nodes);
  }
  let behind = 0;
  for (; behind < most - before; behind++) {
    const [piece, first] = [pieces[pieces.length - 1 - behind], statements[statements.length - 1 - behind]];
    if (!piece || first === undefined || (raw.start[first] ?? 0) < change.end || !isSame(old, piece.first, raw, first, delta))
      break;
    nodes.set(first, piece.nodes);
  }
  const firstBehind = pieces[pieces.length - behind];
  const firstDropped = pieces[before];
  const dropped = {
    start: (firstDropped && old.start[firstDropped.first]) ?? old.text.length,
    end: (firstBehind && old.start[firstBehind.first]) ?? old.text.length + 1,
  };
  const { casts, brackets } = last;
  for (const map of [casts, brackets])
    for (const node of map.keys()) if (node.start >= dropped.start && node.start < dropped.end) map.delete(node);
  if (delta !== 0) {
    for (const [node, { start, end }] of brackets)
      if (start >= dropped.end) brackets.set(node, { start: start + delta, end: end + delta });
    for (let at = pieces.length - behind; at < pieces.length; at++) for (const node of pieces[at]?.nodes ?? []) move(node, delta);
  }
  return { nodes, casts, brackets };
}

/** Whether two parts of grammar trees are the same but for their place. The texts are known to be equal. */
function isSame(old: RawTree, a: number, raw: RawTree, b: number, delta: number): boolean {
  const count = (old.next[a] ?? 0) - a;
  if (count !== (raw.next[b] ?? 0) - b) return false;
  for (let i = 0; i < count; i++) {
    const [x, y] = [a + i, b + i];
    if (
      old.type[x] !== raw.type[y] ||
      old.flags[x] !== raw.flags[y] ||
      old.field[x] !== raw.field[y] ||
      (old.start[x] ?? 0) + delta !== raw.start[y] ||
      (old.end[x] ?? 0) + delta !== raw.end[y] ||
      (old.next[x] ?? 0) - a !== (raw.next[y] ?? 0) - b
    )
      return false;
  }
  return true;
}

function move(top: SyntaxNode, delta: number): void {
  const stack = [top];
  for (let node = stack.pop(); node; node = stack.pop()) {
    node.start += delta;
    node.end += delta;
    for (let at = 0; at < node.children.length; at++) {
      const child = node.children[at];
      if (child) stack.push(child);
    }
  }
}
