import { expect } from "chai";
import type { FileAnalysis } from "../../../server/engine/findings/finding.ts";
import { createAnalysisCache } from "../../../server/lsp/analysisCache.ts";

const analysis: FileAnalysis = {
  ...{ path: "a.js", findings: [], topics: [], notReviewed: [], reviewed: true, lines: 1, bytes: 1, rulesRun: 7, steps: 1 },
};
const versions = Array.from({ length: 50 }, (_, index) => `let total = ${index};\n`);
const never = (): Promise<never> => Promise.reject(new Error("Nothing is to be analysed."));
const nothingKept = async (): Promise<undefined> => undefined;

describe("the texts whose analyses are kept in memory", () => {
  it("forgets the texts that a document held while it was typed in", () => {
    const cache = createAnalysisCache();
    for (const text of versions) cache.putShown({ path: "a.js", text }, analysis, 0, [text]);
    expect(versions.filter((text) => cache.get("a.js", text))).to.deep.equal(versions.slice(-1));
  });

  it("keeps what another document of the same path holds, the base, and other files", () => {
    const cache = createAnalysisCache();
    cache.put({ path: "a.js", text: "base", side: "base" }, analysis, 0);
    cache.putShown({ path: "b.js", text: "other" }, { ...analysis, path: "b.js" }, 0, ["other"]);
    cache.putShown({ path: "a.js", text: "twin" }, analysis, 0, ["twin"]);
    for (const text of versions) cache.putShown({ path: "a.js", text }, analysis, 0, ["twin", text]);
    expect(cache.get("a.js", "twin")).to.equal(analysis);
    expect(cache.get("a.js", "base", "base")).to.equal(analysis);
    expect(cache.get("b.js", "other")).to.not.equal(undefined);
    expect(cache.known()).to.have.length(4);
  });

  it("keeps a text that the change consists of, be it shown before or after", async () => {
    const cache = createAnalysisCache();
    cache.putShown({ path: "a.js", text: "saved" }, analysis, 0, ["saved"]);
    await cache.ensure(never, [{ path: "a.js", text: "saved" }], nothingKept);
    cache.put({ path: "a.js", text: "staged" }, analysis, 0);
    cache.putShown({ path: "a.js", text: "staged" }, analysis, 0, ["staged"]);
    for (const text of versions) cache.putShown({ path: "a.js", text }, analysis, 0, [text]);
    expect(cache.get("a.js", "saved")).to.equal(analysis);
    expect(cache.get("a.js", "staged")).to.equal(analysis);
  });
});
