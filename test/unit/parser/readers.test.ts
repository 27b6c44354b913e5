import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { Language, Parser } from "web-tree-sitter";
import type { LanguageId } from "../../../server/engine/tree/rawTree.ts";
import { readWithCursor } from "../../../server/parser/cursorReader.ts";
import { toGrammar } from "../../../server/parser/grammar.ts";
import { createHeapReader, type TreeMemory } from "../../../server/parser/heapReader.ts";
import { sameTree, startRuntime } from "../../../server/parser/parser.ts";
import { generateFile, kinds } from "../../bench/generate.mjs";

const root = join(__dirname, "../../..");
const wasm = (name: string): Buffer => readFileSync(join(root, "dist/grammars", name));
const sources = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));

const texts: Readonly<Record<LanguageId, readonly string[]>> = {
  javascript: [generateFile(kinds.javascript, 600, 3), ...sources("rules/javascript", ".js"), ...sources("scripts", ".mjs")],
  typescript: sources("server/parser", ".ts"),
  tsx: ["const a = <T,>(x: T) => <div key={x} {...rest}>text {x} <b/></div>;\n"],
  python: [generateFile(kinds.python, 600, 3), ...sources("rules/python", ".py")],
};

describe("the two readers of a tree", function () {
  this.timeout(60000);
  let memory: TreeMemory;
  before(async () => {
    memory = await startRuntime(join(root, "dist/grammars"));
  });

  for (const [language, list] of Object.entries(texts) as [LanguageId, readonly string[]][]) {
    it(`read the same ${language}: whole, broken, edited and empty`, async () => {
      const definition = await Language.load(wasm(`tree-sitter-${language}.wasm`));
      const parser = new Parser();
      parser.setLanguage(definition);
      const grammar = toGrammar(definition);
      const readHeap = createHeapReader(memory);
      let nodes = 0;
      for (const text of list) {
        const middle = Math.floor(text.length / 2);
        const broken = `${text.slice(0, middle)}((]} é😀 "${text.slice(middle + 7)}`;
        for (const variant of [
          text,
          broken,
          text.slice(0, middle),
          `\uFEFF${text.slice(0, 500)}`,
          "",
          "  \n",
          text.slice(0, 800).replaceAll("\n", "\r\n"),
        ]) {
          const tree = parser.parse(variant);
          if (!tree) throw new Error("no tree");
          const cursor = readWithCursor(tree, grammar, language, variant);
          expect(sameTree(readHeap(tree, grammar, language, variant), cursor), variant.slice(0, 200)).to.equal(true);
          nodes += cursor.count;
          tree.delete();
        }
      }
      expect(nodes).to.be.greaterThan(200);
    });
  }
});
