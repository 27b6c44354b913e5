/** Parsing for the engine's tests: text to generic tree, and a tree as one readable line. */

import { join } from "node:path";
import { languageById } from "../../../../server/engine/languages/registry.ts";
import type { Node, Tree } from "../../../../server/engine/tree/node.ts";
import type { LanguageId, ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { createParser } from "../../../../server/parser/parser.ts";

export const grammarFolder = join(__dirname, "../../../../dist/grammars");

const parser = createParser(grammarFolder).then(async (created) => {
  await created.load(["javascript", "typescript", "tsx", "python"]);
  return created;
});

export async function loadParse(): Promise<ParseText> {
  return (await parser).parse;
}

export async function toTree(language: LanguageId, text: string): Promise<Tree> {
  const parse = await loadParse();
  return languageById(language).convert(parse(language, text));
}

/** `(call (callee name f) (argument number 1))`; roles are left out at the root. */
export function show(node: Node): string {
  const head = [node.role, node.kind, node.text === "" ? "" : JSON.stringify(node.text)].filter((part) => part !== "").join(" ");
  return `(${[head, ...node.children.map(show)].join(" ")})`;
}
