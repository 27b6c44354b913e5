/** The one class of tree nodes, so that all of them share a hidden class. */

import type { Kind, Node, Role } from "./node.ts";

const none: readonly Node[] = [];

export class SyntaxNode implements Node {
  readonly kind: Kind;
  role: Role;
  readonly text: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly children: readonly SyntaxNode[];
  parent: SyntaxNode | undefined;

  constructor(kind: Kind, role: Role, text: string, type: string, start: number, end: number, children: readonly SyntaxNode[]) {
    this.kind = kind;
    this.role = role;
    this.text = text;
    this.type = type;
    this.start = start;
    this.end = end;
    this.children = children.length === 0 ? (none as readonly SyntaxNode[]) : children;
    this.parent = undefined;
    for (const child of children) child.parent = this;
  }
}
