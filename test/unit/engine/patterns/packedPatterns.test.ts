import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { knownPatterns, type PackedPatterns, PatternPacker } from "../../../../server/engine/patterns/packedPatterns.ts";
import { type Pattern, parsePattern } from "../../../../server/engine/patterns/parsePattern.ts";
import type { Node } from "../../../../server/engine/tree/node.ts";
import type { LanguageId } from "../../../../server/engine/tree/rawTree.ts";
import { loadParse } from "../languages/trees.ts";

/** All that tells two nodes apart, without the links upwards. */
function plainOf({ kind, role, text, type, start, end, holds, children }: Node): unknown {
  return [kind, role, text, type, start, end, holds, children.map(plainOf)];
}

function shapeOf({ nodes, statement, language, repeated }: Pattern): unknown {
  return { statement, language, repeated: [...repeated], nodes: nodes.map(plainOf) };
}

function read(
  source: string,
  language: LanguageId,
  ...how: [Parameters<typeof parsePattern>[2], Parameters<typeof parsePattern>[3]?]
) {
  const pattern = parsePattern(source, language, ...how);
  if (typeof pattern === "string") throw new Error(pattern);
  return pattern;
}

const unparsed = (): never => expect.fail("It was known, and was parsed.");

describe("patterns that are read when the program is built", () => {
  it("are what a parser makes of them", async function () {
    this.timeout(120_000);
    const parse = await loadParse();
    const text = readFileSync(join(__dirname, "../../../../dist/patterns.json"), "utf8");
    const packed = JSON.parse(text) as PackedPatterns;
    const known = knownPatterns(packed);
    const own = (language: LanguageId) => Object.keys(packed.byLanguage[language] ?? {});
    const counts = (["javascript", "typescript", "tsx", "python"] as const).map((language) => {
      for (const source of own(language)) {
        const unpacked = read(source, language, unparsed, known);
        expect(shapeOf(unpacked), source).to.deep.equal(shapeOf(read(source, language, parse)));
        for (const node of unpacked.nodes) expect(node.children.every(({ parent }) => parent === node)).to.equal(true);
      }
      return own(language).length;
    });
    expect(Math.min(...counts)).to.be.greaterThan(100);
    expect(counts.reduce((sum, count) => sum + count)).to.be.greaterThan(4000);
  });

  it("stand once for JavaScript where TypeScript reads them alike", async () => {
    const parse = await loadParse();
    const packer = new PatternPacker();
    const sources = ["$X.run(...)", "$F = <string>$X"] as const;
    packer.add(sources[0], read(sources[0], "javascript", parse));
    for (const source of sources) packer.add(source, read(source, "typescript", parse));
    const packed = packer.finish();
    expect(Object.keys(packed.byLanguage.javascript ?? {})).to.deep.equal([sources[0]]);
    expect(Object.keys(packed.byLanguage.typescript ?? {})).to.deep.equal([sources[1]]);
    const known = knownPatterns(packed);
    for (const source of sources)
      expect(shapeOf(read(source, "typescript", unparsed, known))).to.deep.equal(shapeOf(read(source, "typescript", parse)));
    expect(known("python", sources[0])).to.equal(undefined);
    expect(known("javascript", "constructor")).to.equal(undefined);
  });
});
