import { expect } from "chai";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { FileAnalysis } from "../../../server/engine/findings/finding.ts";
import type { Analyzer } from "../../../server/host/analyzer.ts";
import { createDocumentLoop } from "../../../server/lsp/documentLoop.ts";
import { openDocument } from "../../../server/lsp/openDocument.ts";

function analysisOf(rulesRun: number): FileAnalysis {
  return { path: "a.js", findings: [], topics: [], notReviewed: [], reviewed: true, lines: 1, bytes: 1, rulesRun, steps: 1 };
}

describe("the loop of open documents", () => {
  it("drops what was under way when the rules or an imported file changed, and analyses again", async () => {
    const answers: ((analysis: FileAnalysis) => void)[] = [];
    const shown: (number | undefined)[] = [];
    const analyzer = {
      analyzeDocument: () => new Promise<FileAnalysis>((resolve) => answers.push(resolve)),
    } as unknown as Analyzer;
    const loop = createDocumentLoop({
      analyzerFor: async () => analyzer,
      maxCharacters: () => 100,
      importsOf: () => undefined,
      projectOf: () => undefined,
      keptOf: async () => undefined,
      onAnalysis: (document) => shown.push(document.analysis?.result.rulesRun),
      onError: (error) => expect.fail(String(error)),
    });
    const document = openDocument(TextDocument.create("file:///a.js", "javascript", 1, "x"));
    const answer = async (rulesRun: number): Promise<void> => {
      while (answers.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      answers.shift()?.(analysisOf(rulesRun));
      await new Promise((resolve) => setTimeout(resolve, 1));
    };
    loop.analyze(document);
    await Promise.resolve();
    while (answers.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    loop.analyze(document, true);
    await answer(1);
    expect(shown).to.deep.equal([]);
    await answer(2);
    expect(shown).to.deep.equal([2]);
    expect(loop.busy).to.equal(false);
  });

  it("shows what was kept, and analyses all the same, even when the first answer does not come", async () => {
    const answers = [undefined, analysisOf(2)];
    const shown: (number | undefined)[] = [];
    let done: () => void = () => {};
    const finished = new Promise<void>((resolve) => {
      done = resolve;
    });
    const loop = createDocumentLoop({
      analyzerFor: async () => ({ analyzeDocument: async () => answers.shift() }) as unknown as Analyzer,
      maxCharacters: () => 100,
      importsOf: () => undefined,
      projectOf: () => undefined,
      keptOf: async () => analysisOf(1),
      onAnalysis(document) {
        shown.push(document.analysis?.result.rulesRun);
        if (document.analysis?.isKept === false) done();
      },
      onError: (error) => expect.fail(String(error)),
    });
    loop.analyze(openDocument(TextDocument.create("file:///a.js", "javascript", 1, "x")));
    await finished;
    expect(shown).to.deep.equal([1, 2]);
  });

  it("lets nobody wait for an analysis that failed", async () => {
    const told: boolean[] = [];
    const failures: string[] = [];
    let done: () => void = () => {};
    const finished = new Promise<void>((resolve) => {
      done = resolve;
    });
    const loop = createDocumentLoop({
      analyzerFor: () => Promise.reject(new Error("no analyzer")),
      maxCharacters: () => 100,
      importsOf: () => undefined,
      projectOf: () => undefined,
      keptOf: async () => undefined,
      onAnalysis(document) {
        told.push(document.waits);
        done();
      },
      onError: (error) => failures.push(String(error)),
    });
    const document = openDocument(TextDocument.create("file:///a.js", "javascript", 1, "x"));
    expect(document.waits).to.equal(true);
    loop.analyze(document);
    await finished;
    expect({ told, failures, waits: document.waits }).to.deep.equal({
      told: [false],
      failures: ["Error: no analyzer"],
      waits: false,
    });
  });
});
