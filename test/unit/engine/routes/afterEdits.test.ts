import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { languageById, languageOfPath } from "../../../../server/engine/languages/registry.ts";
import { TreeMemo } from "../../../../server/engine/languages/treeMemo.ts";
import { collectRoutes } from "../../../../server/engine/routes/collectRoutes.ts";
import type { ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { readModels } from "../../../rules/ruleCatalog.ts";
import { loadParse } from "../languages/trees.ts";

const folder = join(__dirname, "../../../../rules/routes");
const words = readModels().routes;

/** Whole lines that go, come twice or change places, and names that become others; the same ones each time. */
function editor(): (text: string) => string {
  let state = 5;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
  return (text) => {
    const lines = text.split("\n");
    const at = next(lines.length);
    const line = lines[at] ?? "";
    switch (next(4)) {
      case 0:
        return lines.toSpliced(at, 1).join("\n");
      case 1:
        return lines.toSpliced(at, 0, line).join("\n");
      case 2:
        return lines
          .toSpliced(at, 1, line.replace(/[A-Za-z]*(?:Auth|User|Login|Role|Limit|admin|login)\w*/i, "other"))
          .join("\n");
      default:
        return lines.toSpliced(at, 1, line.replace(/"\/([^"]*)"/, '"/x/$1"')).join("\n");
    }
  };
}

describe("routes of a file that is edited", function () {
  this.timeout(60_000);
  let parse: ParseText;
  before(async () => {
    parse = await loadParse();
  });

  const names = readdirSync(folder).filter((name) => languageOfPath(name));
  for (const name of names)
    it(`are those of the new text: ${name}`, () => {
      const language = languageOfPath(name) ?? "javascript";
      const memo = new TreeMemo();
      const edit = editor();
      const original = readFileSync(join(folder, name), "utf8");
      let text = original;
      let found = 0;
      for (let round = 0; round < 40; round++) {
        const kept = collectRoutes(name, languageById(language).convert(parse(language, text), memo), words);
        const fresh = collectRoutes(name, languageById(language).convert(parse(language, text)), words);
        expect(kept, `round ${round}`).to.deep.equal(fresh);
        found += kept.routes.length;
        // What was edited far away from the beginning says little in the end.
        text = edit(round % 10 === 9 ? original : text);
      }
      expect(found).to.be.greaterThan(40);
    });

  it("is tried on files of both languages", () => {
    expect(names.length).to.be.greaterThan(12);
  });
});
