/** Python literals that stand beside one another: one text, and to Semgrep's patterns also each literal on its own. */

import { cookLiteral } from "../languages/pythonStrings.ts";
import type { Node } from "../tree/node.ts";
import { SyntaxNode } from "../tree/syntaxNode.ts";
import type { FileFacts } from "./matchContext.ts";

const none: readonly Node[] = [];

/** @returns the literals of such a text, in order; none of any other node, and none for rules of the precise profile. */
export function literalsOf(node: Node, facts: FileFacts, text: string): readonly Node[] {
  if (node.type !== "concatenated_string" || facts.precise) return none;
  let literals = facts.literals.get(node);
  if (!literals) {
    literals = readLiterals(node, text);
    facts.literals.set(node, literals);
  }
  return literals;
}

function readLiterals(whole: Node, text: string): Node[] {
  const found: Node[] = [];
  const opening = /([a-zA-Z]*)("""|'''|["'])/y;
  for (let at = whole.start; at < whole.end; ) {
    opening.lastIndex = at;
    const opened = opening.exec(text);
    if (opened) {
      const literal = readLiteral(whole, text, opened);
      found.push(literal);
      at = literal.end;
      // A comment between two of them.
    } else if (text.charAt(at) === "#") at = Math.max(text.indexOf("\n", at), at + 1);
    else at++;
  }
  return found;
}

function readLiteral(whole: Node, text: string, opened: RegExpExecArray): Node {
  const [before, prefix = "", quotes = ""] = opened;
  const start = opened.index + before.length;
  let at = start;
  while (at < whole.end && !text.startsWith(quotes, at)) {
    const part = whole.children.find((child) => child.kind === "interpolation" && child.start === at);
    at = part ? part.end : at + (text.charAt(at) === "\\" ? 2 : 1);
  }
  const [kind, parts] = /f/i.test(prefix)
    ? (["template", whole.children.filter((part) => part.start >= start && part.end <= at)] as const)
    : (["string", none] as const);
  const held = kind === "string" ? cookLiteral(text.slice(start, at), prefix.toLowerCase()) : "";
  const literal = new SyntaxNode(kind, "left", held, "string", opened.index, at + quotes.length, parts as readonly SyntaxNode[]);
  // The parts stay those of the whole text.
  for (const part of parts as readonly SyntaxNode[]) part.parent = whole as SyntaxNode;
  literal.parent = whole as SyntaxNode;
  return literal;
}
