/** Content identity of a finding: what stays when code is moved, re-indented or its locals are renamed. */

import type { Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { Span } from "../tree/span.ts";
import { nodeCovering, pathOf, scopesAround } from "./enclosing.ts";
import { hash64 } from "./hash.ts";
import { localNames } from "./localNames.ts";

export interface Identity {
  /** Rule, path of the enclosing function, and content. */
  readonly fingerprint: string;
  /** Rule, shape of the enclosing function without its name, and content: pairs findings of a function that was renamed. */
  readonly shapeFingerprint: string;
  /** Rule and content alone. */
  readonly contentFingerprint: string;
  /** Name of the enclosing function or class path, for people. */
  readonly within: string;
}

/** A node costs one; a longer piece is told apart by its length from there on. */
const maxNodes = 20_000;

/**
 * @param spans What was matched; for a flow the sink first, then the source. Their nodes are written down without whitespace and
 *   comments, and with the names that belong to the enclosing function numbered in order of appearance.
 * @param discriminator Anything else that is part of the identity.
 */
export function identify(ruleId: string, root: Node, text: string, spans: readonly Span[], discriminator = ""): Identity {
  const [first] = spans;
  const place = first ? nodeCovering(root, first.start, first.end) : root;
  const scopes = scopesAround(place.start === first?.start && place.end === first.end ? place : inside(place));
  const locals = localNames(scopes, root);
  const numbers = new Map<string, number>();
  const content = spans.map((span) => contentOf(root, text, span, locals, numbers)).join(" <- ");
  const within = pathOf(scopes);
  const enclosing = scopes.filter((scope) => scope.kind === "function").at(-1);
  const shape = enclosing ? shapeOf(enclosing, locals) : "";
  const outer = pathOf(scopes.slice(0, enclosing ? scopes.indexOf(enclosing) : scopes.length));
  return {
    fingerprint: hash64([ruleId, within, discriminator, content].join("\0")),
    shapeFingerprint: hash64([ruleId, outer, discriminator, content, shape].join("\0")),
    contentFingerprint: hash64([ruleId, discriminator, content].join("\0")),
    within,
  };
}

/** A place inside a function's body belongs to that function, even when no smaller node covers it. */
function inside(node: Node): Node {
  return node.kind === "function" || node.kind === "class" ? (node.children.at(-1) ?? node) : node;
}

/** Text without a tree (any text file): the matched text without whitespace. */
export function identifyText(ruleId: string, matched: string): Identity {
  const fingerprint = hash64([ruleId, "", "", matched.replace(/\s+/g, "")].join("\0"));
  return { fingerprint, shapeFingerprint: fingerprint, contentFingerprint: fingerprint, within: "" };
}

function contentOf(root: Node, text: string, span: Span, locals: ReadonlySet<string>, numbers: Map<string, number>): string {
  const nodes = nodesIn(nodeCovering(root, span.start, span.end), span);
  if (nodes.length === 0) return text.slice(span.start, span.end).replace(/\s+/g, "");
  return nodes.map((node) => write(node, locals, numbers)).join(";");
}

/** The largest nodes that lie wholly in a range that no single node equals, such as two statements. */
function nodesIn(covering: Node, span: Span): Node[] {
  if (covering.start === span.start && covering.end === span.end) return [covering];
  const found: Node[] = [];
  for (const child of covering.children) {
    if (child.start >= span.start && child.end <= span.end) found.push(child);
    else if (child.start < span.end && span.start < child.end) for (const inner of nodesIn(child, span)) found.push(inner);
  }
  return found;
}

/** Findings of one function share its shape. */
const shapes = new Notes<Node, string>();

/** The function without its own name; locals are numbered, so a rename inside does not change it. */
function shapeOf(scope: Node, locals: ReadonlySet<string>): string {
  const known = shapes.get(scope);
  if (known !== undefined) return known;
  const shape = writeShape(scope, locals);
  shapes.set(scope, shape);
  return shape;
}

function writeShape(scope: Node, locals: ReadonlySet<string>): string {
  const numbers = new Map<string, number>();
  return hash64(
    scope.children
      .filter((child) => child.role !== "name")
      .map((child) => write(child, locals, numbers))
      .join(";"),
  );
}

/** Writes a tree down without recursion, since code may be nested as deep as it likes. */
function write(top: Node, locals: ReadonlySet<string>, numbers: Map<string, number>): string {
  const parts: string[] = [];
  const stack: (Node | string)[] = [top];
  let left = maxNodes;
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (typeof item === "string") {
      parts.push(item);
      continue;
    }
    if (--left === 0) return `${parts.join("")}…${top.end - top.start}`;
    parts.push(item.kind, ":", textOf(item, locals, numbers));
    if (item.kind === "other") parts.push("/", item.type);
    if (item.children.length === 0) continue;
    parts.push("(");
    stack.push(")");
    for (let i = item.children.length - 1; i >= 0; i--) {
      const child = item.children[i];
      if (child) stack.push(child, ",");
    }
  }
  return parts.join("");
}

function textOf(node: Node, locals: ReadonlySet<string>, numbers: Map<string, number>): string {
  if (node.kind !== "name" || node.role === "property" || node.role === "key" || !locals.has(node.text)) return node.text;
  const known = numbers.get(node.text);
  if (known !== undefined) return `#${known}`;
  numbers.set(node.text, numbers.size);
  return `#${numbers.size - 1}`;
}
