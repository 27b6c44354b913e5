/** The only holder of WebAssembly memory: text in, plain arrays out. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Language, Parser as TreeSitter } from "web-tree-sitter";
import type { LanguageId, ParseText, RawTree } from "../engine/tree/rawTree.ts";
import { type LoadedGrammar, readTree, toGrammar } from "./cursorReader.ts";
import { openParsedDocument, type ParsedDocument } from "./parsedDocument.ts";

export type { ParsedDocument } from "./parsedDocument.ts";

export interface Parser {
  /** Loads grammars; `parse` throws for a language that was not loaded. Loading twice costs nothing. */
  load(languages: Iterable<LanguageId>): Promise<void>;
  /** Frees the grammar's tree before it returns. Never throws for bad syntax. */
  readonly parse: ParseText;
  /** Keeps the grammar's tree, so that an edit is parsed incrementally, until `close`. */
  openDocument(language: LanguageId, text: string): ParsedDocument;
  /** Trees in WebAssembly memory; one for each open document. */
  liveTrees(): number;
}

let started: Promise<void> | undefined;

/**
 * @param grammarFolder Holds `web-tree-sitter.wasm` and `tree-sitter-<language>.wasm`; no other file is read.
 * @throws When the runtime cannot be read: nothing works without it.
 */
export async function createParser(grammarFolder: string): Promise<Parser> {
  started ??= readFile(join(grammarFolder, "web-tree-sitter.wasm")).then((wasmBinary) => TreeSitter.init({ wasmBinary }));
  await started;
  const loaded = new Map<LanguageId, LoadedGrammar>();
  const count = { trees: 0 };
  const grammarOf = (language: LanguageId): LoadedGrammar => {
    const grammar = loaded.get(language);
    if (!grammar) throw new Error(`The grammar of ${language} was not loaded.`);
    return grammar;
  };
  return {
    async load(languages) {
      await Promise.all(
        Array.from(new Set(languages), async (language) => {
          if (!loaded.has(language)) loaded.set(language, await loadGrammar(grammarFolder, language));
        }),
      );
    },
    parse(language, text): RawTree {
      const { parser, grammar } = grammarOf(language);
      const tree = parser.parse(text);
      if (!tree) throw new Error("The parser gave no tree.");
      count.trees++;
      try {
        return readTree(tree, grammar, language, text);
      } finally {
        tree.delete();
        count.trees--;
      }
    },
    openDocument: (language, text) => openParsedDocument(grammarOf(language), language, text, count),
    liveTrees: () => count.trees,
  };
}

async function loadGrammar(folder: string, language: LanguageId): Promise<LoadedGrammar> {
  const bytes = await readFile(join(folder, `tree-sitter-${language}.wasm`));
  const definition = await Language.load(bytes);
  const parser = new TreeSitter();
  parser.setLanguage(definition);
  return { parser, grammar: toGrammar(definition) };
}
