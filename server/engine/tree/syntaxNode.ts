/** The one class of tree nodes, so that all of them share a hidden class. */

import type { Kind, Node, Role } from "./node.ts";
import { notesOf } from "./notes.ts";

const none: readonly Node[] = [];

/** Kinds that a pattern only finds as they are written. Kinds that also stand for others, such as assignments, have no bit. */
const kindBits: Readonly<Partial<Record<Kind, number>>> = {
  call: 1,
  new: 1 << 1,
  index: 1 << 2,
  loop: 1 << 3,
  try: 1 << 4,
  catch: 1 << 5,
  switch: 1 << 6,
  await: 1 << 7,
  yield: 1 << 8,
  throw: 1 << 9,
  regex: 1 << 10,
  jsxElement: 1 << 11,
  delete: 1 << 12,
  with: 1 << 13,
  branch: 1 << 14,
  class: 1 << 15,
  conditional: 1 << 16,
};

export class SyntaxNode implements Node {
  readonly kind: Kind;
  role: Role;
  readonly text: string;
  readonly type: string;
  /** Another one only after an edit of text before it, when the node goes over into the next tree. */
  start: number;
  end: number;
  readonly children: readonly SyntaxNode[];
  parent: SyntaxNode | undefined;
  holds: number;
  [notesOf]?: Map<unknown, unknown> | undefined;

  constructor(kind: Kind, role: Role, text: string, type: string, start: number, end: number, children: readonly SyntaxNode[]) {
    this.kind = kind;
    this.role = role;
    this.text = text;
    this.type = type;
    this.start = start;
    this.end = end;
    this.children = children.length === 0 ? (none as readonly SyntaxNode[]) : children;
    this.parent = undefined;
    this[notesOf] = undefined;
    let holds = kindBits[kind] ?? 0;
    for (let at = 0; at < children.length; at++) {
      const child = children[at];
      if (!child) continue;
      child.parent = this;
      holds |= child.holds;
    }
    this.holds = holds;
  }
}
