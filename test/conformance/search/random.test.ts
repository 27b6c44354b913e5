/** Rules made of pieces of real code find those pieces; how a file is covered does not depend on what is in it. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { languageById } from "../../../server/engine/languages/registry.ts";
import { indexLines } from "../../../server/engine/tree/lineIndex.ts";
import type { Node, Tree } from "../../../server/engine/tree/node.ts";
import type { LanguageId } from "../../../server/engine/tree/rawTree.ts";
import { seeded } from "../../support/random.ts";
import { loadParse } from "../../unit/engine/languages/trees.ts";
import type { Places } from "../profiles.ts";
import { randomRule } from "./randomPattern.ts";
import { placesOf } from "./runCase.ts";

const root = join(__dirname, "../../..");
const sources: readonly (readonly [LanguageId, string, RegExp])[] = [
  ["javascript", "rules/javascript", /\.js$/],
  ["typescript", "server/engine/patterns", /\.ts$/],
  ["python", "rules/python", /\.py$/],
];

async function treesOf(language: LanguageId, folder: string, ending: RegExp, most: number): Promise<Tree[]> {
  const parse = await loadParse();
  const names = readdirSync(join(root, folder)).filter((name) => ending.test(name));
  return names
    .slice(0, most)
    .map((name) => languageById(language).convert(parse(language, readFileSync(join(root, folder, name), "utf8"))));
}

describe("rules made of pieces of code", () => {
  for (const [language, folder, ending] of sources)
    it(`find the ${language} that they were made of`, async () => {
      const parse = await loadParse();
      const random = seeded(20);
      let tried = 0;
      for (const tree of await treesOf(language, folder, ending, 60))
        for (let round = 0; round < 5; round++) {
          const made = randomRule(tree, random);
          if (!made) continue;
          const places = placesOf(language, made, tree.text, parse, true);
          const line = indexLines(tree.text).positionAt(made.node.start).line + 1;
          expect(places, JSON.stringify(made.rule)).to.satisfy(
            (found: Places) => found !== "error" && found.some((place) => covers(place, line)),
          );
          tried++;
        }
      expect(tried).to.be.at.least(130);
    });
});

function covers(place: number | string, line: number): boolean {
  const [first = 0, last = first] = String(place).split("-").map(Number);
  return first <= line && line <= last;
}

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
