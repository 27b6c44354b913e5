import { expect } from "chai";
import type { FileAnalysis } from "../../../server/engine/findings/finding.ts";
import { viewFolder } from "../../../server/lsp/folderView.ts";
import { untranslated } from "../../../server/review/translate.ts";

/** What the panel says of a new file, as its analysis stands. */
function saidOf(analysis: FileAnalysis | undefined): string[] {
  const change = { path: "a.js", status: "added" as const, text: "f();\n", hunks: [] };
  const base = { kind: "none" as const, label: "" };
  const { view } = viewFolder({
    folder: { uri: "file:///a", name: "a" },
    working: { root: "/a", base, files: [change], notReviewed: [] },
    staged: { root: "/a", base, files: [], notReviewed: [] },
    rules: [],
    ruleProblems: [],
    disabledRules: new Set(),
    isNotUseful: () => false,
    notUsefulOfRule: () => 0,
    answers: [],
    unseen: new Map(),
    milliseconds: 0,
    failure: undefined,
    busy: true,
    gateInstalled: undefined,
    passedCommits: [],
    analysisOf: () => analysis,
    uriOf: (path) => `file:///a/${path}`,
    fixTitleOf: () => undefined,
    t: untranslated,
  });
  return view.notReviewed.map(({ path, reason, detail }) => `${path}: ${reason}. ${detail}`);
}

describe("what the panel says was not reviewed", () => {
  const analysis = {
    path: "a.js",
    findings: [],
    topics: [],
    notReviewed: [],
    reviewed: true,
    lines: 1,
    bytes: 5,
    rulesRun: 1,
    steps: 1,
  };

  it("is nothing where all was", () => expect(saidOf(analysis)).to.deep.equal([]));
  it("says that a file is being analysed", () =>
    expect(saidOf(undefined)).to.deep.equal(["a.js: being analysed. It is being analysed."]));
  it("gives the reason where an analysis failed", () => {
    const notReviewed = [{ path: "a.js", reason: "crashed" as const, detail: "The analysis failed." }];
    expect(saidOf({ ...analysis, reviewed: false, notReviewed })).to.deep.equal(["a.js: crashed. The analysis failed."]);
  });
});
