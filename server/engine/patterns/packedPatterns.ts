/** The patterns of the rules that come with the program as they were read when it was built: parsing them anew would take up much of a short run. */

import type { Kind, Node, Role } from "../tree/node.ts";
import type { LanguageId } from "../tree/rawTree.ts";
import { SyntaxNode } from "../tree/syntaxNode.ts";
import type { Pattern } from "./parsePattern.ts";

/** Plain data. A pattern is a text of numbers: whether it is a statement, how many nodes it has at the top, then its nodes. */
export interface PackedPatterns {
  /** What the nodes' kinds, roles, types and texts are indexes of. */
  readonly texts: readonly string[];
  /** By language and source. What TypeScript and TSX read as JavaScript does stands there only. */
  readonly byLanguage: Readonly<Partial<Record<LanguageId, Readonly<Record<string, string>>>>>;
}

/** What is known of a pattern: its nodes, new ones for each call, and whether it is a statement. */
export type KnownPattern = Pick<Pattern, "nodes" | "statement">;

/** Looks a pattern up by its source; undefined for one that is not known. */
export type KnownPatterns = (language: LanguageId, source: string) => KnownPattern | undefined;

/** Collects patterns, each with all languages that it is read in. */
export class PatternPacker {
  private readonly texts = new Map<string, number>();
  private readonly byLanguage: Partial<Record<LanguageId, Record<string, string>>> = {};

  add(source: string, { nodes, statement, language }: Pattern): void {
    const numbers: number[] = [statement ? 1 : 0, nodes.length];
    for (const node of nodes) this.addNode(node, numbers);
    const packed = numbers.join(" ");
    const patterns = this.byLanguage[language] ?? {};
    patterns[source] = packed;
    this.byLanguage[language] = patterns;
  }

  /** @returns What was collected; JavaScript stands for the languages that read a pattern alike. */
  finish(): PackedPatterns {
    const { javascript = {}, ...others } = this.byLanguage;
    const byLanguage: Partial<Record<LanguageId, Record<string, string>>> = { javascript };
    for (const [language, patterns] of Object.entries(others) as [LanguageId, Record<string, string>][])
      byLanguage[language] =
        language === "python"
          ? patterns
          : Object.fromEntries(Object.entries(patterns).filter(([source, packed]) => javascript[source] !== packed));
    return { texts: [...this.texts.keys()], byLanguage };
  }

  private addNode(node: Node, into: number[]): void {
    for (const text of [node.kind, node.role, node.text, node.type]) into.push(this.indexOf(text));
    into.push(node.start, node.end, node.holds, node.children.length);
    for (const child of node.children) this.addNode(child, into);
  }

  private indexOf(text: string): number {
    const known = this.texts.get(text) ?? this.texts.size;
    this.texts.set(text, known);
    return known;
  }
}

export function knownPatterns({ texts, byLanguage }: PackedPatterns): KnownPatterns {
  return (language, source) => {
    const own = find(byLanguage[language], source);
    const packed = own ?? (language === "python" ? undefined : find(byLanguage.javascript, source));
    return packed === undefined ? undefined : unpack(packed, texts);
  };
}

function find(patterns: Readonly<Record<string, string>> | undefined, source: string): string | undefined {
  return patterns && Object.hasOwn(patterns, source) ? patterns[source] : undefined;
}

function unpack(packed: string, texts: readonly string[]): KnownPattern {
  const numbers = packed.split(" ");
  let at = 0;
  const next = (): number => Number(numbers[at++]);
  const text = (): string => texts[next()] ?? "";
  const readNodes = (count: number): SyntaxNode[] => {
    const nodes: SyntaxNode[] = [];
    for (let i = 0; i < count; i++) nodes.push(readNode());
    return nodes;
  };
  const readNode = (): SyntaxNode => {
    const [kind, role, own, type] = [text() as Kind, text() as Role, text(), text()];
    const [start, end, holds, count] = [next(), next(), next(), next()];
    const node = new SyntaxNode(kind, role, own, type, start, end, readNodes(count));
    node.holds = holds;
    return node;
  };
  const statement = next() === 1;
  return { statement, nodes: readNodes(next()) };
}
