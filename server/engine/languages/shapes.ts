/** Ready-made handlers that most of a language's table consists of. */

import type { Kind, Role } from "../tree/node.ts";
import { SyntaxNode } from "../tree/syntaxNode.ts";
import { type Converter, type Handler, maxDepth } from "./converter.ts";

/** Roles of a node's named children by the grammar's field names. */
export interface ShapeOptions {
  readonly fields?: Readonly<Record<string, Role>>;
  /** For children without a listed field; those are left out when absent. */
  readonly rest?: Role;
  readonly text?: (c: Converter, i: number) => string;
}

/** A node with its named children in source order. */
export function shape(kind: Kind, { fields = {}, rest, text }: ShapeOptions): Handler {
  return (c, i, role) => {
    const children: SyntaxNode[] = [];
    for (const child of c.named(i)) {
      const childRole = fields[c.fieldName(child)] ?? rest;
      if (childRole !== undefined) c.list(child, childRole, children);
    }
    return c.make(kind, role, text ? text(c, i) : "", i, children);
  };
}

/** A node without children that carries its source text. */
export function leaf(kind: Kind, text: (c: Converter, i: number) => string = (c, i) => c.source(i)): Handler {
  return (c, i, role) => c.leaf(kind, role, text(c, i), i);
}

/** A node whose children have roles by their place among the named children. */
export function positional(kind: Kind, roles: readonly Role[], text?: (c: Converter, i: number) => string): Handler {
  return (c, i, role) => {
    const children = c.named(i).map((child, at) => c.node(child, roles[Math.min(at, roles.length - 1)] ?? "other"));
    return c.make(kind, role, text ? text(c, i) : "", i, children);
  };
}

/** The text of the `operator` field, or of the first token. */
export function operatorOf(c: Converter, i: number): string {
  const operator = c.field(i, "operator");
  return operator < 0 ? c.firstToken(i) : c.source(operator);
}

/**
 * `left op right`. Chains such as `a + b + c + ...` nest to the left without end, so they are walked in a loop; a chain that
 * would make the tree too deep becomes one `other` node with all its operands.
 */
export const binary: Handler = (c, start, role) => {
  const chain: number[] = [];
  const first = c.raw.type[start];
  let i = start;
  for (;;) {
    chain.push(i);
    const left = c.field(i, "left");
    const inner = left < 0 ? -1 : c.inner(left);
    if (inner < 0 || c.raw.type[inner] !== first) {
      return chain.length + c.depth > maxDepth ? flatChain(c, chain, left, role) : nestedChain(c, chain, left, role);
    }
    i = inner;
  }
};

function nestedChain(c: Converter, chain: readonly number[], leftmost: number, role: Role): SyntaxNode {
  const depth = c.depth;
  c.depth = depth + chain.length - 1;
  let left = leftmost < 0 ? undefined : c.node(leftmost, "left");
  for (let at = chain.length - 1; at >= 0; at--) {
    const i = chain[at] ?? 0;
    c.depth = depth + at;
    const right = c.field(i, "right");
    const children = left ? [left] : [];
    if (right >= 0) children.push(c.node(right, "right"));
    left = c.make("binary", at === 0 ? role : "left", operatorOf(c, i), i, children);
    const outer = at === 0 ? -1 : c.field(chain[at - 1] ?? 0, "left");
    if (outer >= 0 && outer !== i) c.noteAround(outer, i, left);
  }
  c.depth = depth;
  return left ?? c.other(chain[0] ?? 0, role);
}

function flatChain(c: Converter, chain: readonly number[], leftmost: number, role: Role): SyntaxNode {
  const operands = leftmost < 0 ? [] : [c.node(leftmost, "other")];
  for (let at = chain.length - 1; at >= 0; at--) {
    const right = c.field(chain[at] ?? 0, "right");
    if (right >= 0) operands.push(c.node(right, "other"));
  }
  return c.make("other", role, "", chain[0] ?? 0, operands);
}

/** A block of its own for a lone statement, so that `if (x) y` and `if (x) { y }` have one shape. Its `type` is empty. */
export function asBlock(c: Converter, i: number, role: Role): SyntaxNode {
  const statements: SyntaxNode[] = [];
  c.list(i, "statement", statements);
  return new SyntaxNode("block", role, "", "", c.raw.start[i] ?? 0, c.raw.end[i] ?? 0, statements);
}
