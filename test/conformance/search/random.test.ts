/** Patterns made of pieces of real code match those pieces; how a file is covered does not depend on what is in it. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { languageById } from "../../../server/engine/languages/registry.ts";
import { compileFormula } from "../../../server/engine/patterns/compileFormula.ts";
import { createMatchContext } from "../../../server/engine/patterns/matchContext.ts";
import { matchFormula } from "../../../server/engine/patterns/matchFormula.ts";
import type { Node, Tree } from "../../../server/engine/tree/node.ts";
import type { LanguageId } from "../../../server/engine/tree/rawTree.ts";
import { loadParse } from "../../unit/engine/languages/trees.ts";
import { randomPattern, seeded } from "./randomPattern.ts";

const root = join(__dirname, "../../..");
const sources: readonly (readonly [LanguageId, string, RegExp])[] = [
  ["javascript", "rules/javascript", /\.js$/],
  ["typescript", "server/engine/languages", /\.ts$/],
  ["python", "rules/python", /\.py$/],
];

async function treesOf(language: LanguageId, folder: string, ending: RegExp, most: number): Promise<Tree[]> {
  const parse = await loadParse();
  const names = readdirSync(join(root, folder)).filter((name) => ending.test(name));
  return names
    .slice(0, most)
    .map((name) => languageById(language).convert(parse(language, readFileSync(join(root, folder, name), "utf8"))));
}

describe("patterns of pieces of code", () => {
  for (const [language, folder, ending] of sources)
    it(`match the ${language} that they were made of`, async () => {
      const parse = await loadParse();
      const trees = await treesOf(language, folder, ending, 25);
      const random = seeded(20);
      let tried = 0;
      for (let round = 0; round < 12; round++)
        for (const tree of trees) {
          const made = randomPattern(tree, random);
          if (!made) continue;
          const place = { file: "random", line: 0, column: 0 };
          const compiled = compileFormula({ op: "pattern", source: made.pattern, place }, language, parse);
          if ("kind" in compiled) throw new Error(`${compiled.message}\n${made.pattern}`);
          const matches = matchFormula(compiled, createMatchContext(tree, { left: 1_000_000 }));
          const { start } = made.node;
          const found = matches.some(({ span }) => span.start <= start && start < span.end);
          expect(found, made.pattern).to.equal(true);
          tried++;
        }
      expect(tried).to.be.at.least(150);
    });
});

/** Every node lies in its parent, in order, and no child reaches out of it. */
function misplaced(node: Node): Node | undefined {
  for (const child of node.children) {
    if (child.start < node.start || child.end > node.end || child.parent !== node) return child;
    const inside = misplaced(child);
    if (inside) return inside;
  }
  return undefined;
}

describe("conversion", () => {
  for (const [language, folder, ending] of sources)
    it(`keeps every byte of ${language} covered`, async () => {
      for (const tree of await treesOf(language, folder, ending, 40)) {
        expect([tree.root.start, tree.root.end]).to.deep.equal([0, tree.text.length]);
        const wrong = misplaced(tree.root);
        expect(wrong && `${wrong.kind}: ${tree.text.slice(wrong.start, wrong.end)}`).to.equal(undefined);
        // What no statement covers is space, comments and punctuation.
        let rest = tree.text;
        for (const { start, end } of [...tree.root.children, ...tree.comments])
          rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
        expect(rest.replace(/[\s;]/g, "")).to.equal("");
      }
    });
});
