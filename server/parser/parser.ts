/** The only holder of WebAssembly memory: text in, plain arrays out. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Language, Parser as TreeSitter } from "web-tree-sitter";
import type { LanguageId, ParseText, RawTree } from "../engine/tree/rawTree.ts";
import { readWithCursor } from "./cursorReader.ts";
import { type Grammar, type LoadedGrammar, type ReadTree, toGrammar } from "./grammar.ts";
import { createHeapReader, type TreeMemory } from "./heapReader.ts";
import { openParsedDocument, type ParsedDocument } from "./parsedDocument.ts";
import { errorsIn, withoutTagTypes } from "./tagTypes.ts";

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

/** The part of the platform's WebAssembly that is used here; the compiler's libraries for Node do not declare it. */
declare const WebAssembly: { readonly Memory: new (limits: { initial: number; maximum: number }) => TreeMemory };

/** Pages of 64 KB: 32 MB to begin with, 2 GB at most, as tree-sitter itself would ask for. */
const memoryLimits = { initial: 512, maximum: 32768 };

let started: Promise<TreeMemory> | undefined;

/** Starts tree-sitter, once in a process: it has one memory, and a later one would be ignored. @returns that memory. */
export function startRuntime(grammarFolder: string): Promise<TreeMemory> {
  started ??= readFile(join(grammarFolder, "web-tree-sitter.wasm")).then(async (wasmBinary) => {
    const wasmMemory = new WebAssembly.Memory(memoryLimits);
    await TreeSitter.init({ wasmBinary, wasmMemory });
    return wasmMemory;
  });
  return started;
}

/**
 * @param grammarFolder Holds `web-tree-sitter.wasm` and `tree-sitter-<language>.wasm`; no other file is read.
 * @throws When the runtime cannot be read: nothing works without it.
 */
export async function createParser(grammarFolder: string): Promise<Parser> {
  const readHeap = createHeapReader(await startRuntime(grammarFolder));
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
          if (!loaded.has(language)) loaded.set(language, await loadGrammar(grammarFolder, language, readHeap));
        }),
      );
    },
    parse(language, text): RawTree {
      const read = (source: string): RawTree => {
        const { parser, grammar, readTree } = grammarOf(language);
        const tree = parser.parse(source);
        if (!tree) throw new Error("The parser gave no tree.");
        count.trees++;
        try {
          return readTree(tree, grammar, language, text);
        } finally {
          tree.delete();
          count.trees--;
        }
      };
      const raw = read(text);
      const other = withoutTagTypes(raw);
      if (other === undefined) return raw;
      const better = read(other);
      return errorsIn(better) <= errorsIn(raw) ? better : raw;
    },
    openDocument: (language, text) => openParsedDocument(grammarOf(language), language, text, count),
    liveTrees: () => count.trees,
  };
}

async function loadGrammar(folder: string, language: LanguageId, readHeap: ReadTree): Promise<LoadedGrammar> {
  const bytes = await readFile(join(folder, `tree-sitter-${language}.wasm`));
  const definition = await Language.load(bytes);
  const parser = new TreeSitter();
  parser.setLanguage(definition);
  const grammar = toGrammar(definition);
  return { parser, grammar, readTree: agree(parser, grammar, language, readHeap) ? readHeap : readWithCursor };
}

/** Code, and text that no grammar can read: what is missing and what is wrong stand in the memory in forms of their own. */
const probes = ["a = f(b, 'c')[0]\n", "(a +\n  # )) b ] é 😀 `", "if (x) { y( }\n"];

/** Whether both readers read the same: the layout of tree-sitter's memory is not promised. */
function agree(parser: TreeSitter, grammar: Grammar, language: LanguageId, readHeap: ReadTree): boolean {
  return probes.every((text) => {
    const tree = parser.parse(text);
    if (!tree) return false;
    try {
      return sameTree(readHeap(tree, grammar, language, text), readWithCursor(tree, grammar, language, text));
    } catch {
      return false;
    } finally {
      tree.delete();
    }
  });
}

/** Whether two raw trees are equal, node by node. */
export function sameTree(a: RawTree, b: RawTree): boolean {
  if (a.count !== b.count) return false;
  return (["type", "field", "start", "end", "next", "parent", "flags"] as const).every((key) =>
    a[key].every((value, node) => value === b[key][node]),
  );
}
