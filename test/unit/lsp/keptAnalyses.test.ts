import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import type { FileAnalysis } from "../../../server/engine/findings/finding.ts";
import { createKeptAnalyses } from "../../../server/lsp/keptAnalyses.ts";

function analysisOf(more: Partial<FileAnalysis> = {}): FileAnalysis {
  const none = { findings: [], topics: [], notReviewed: [], reviewed: true, lines: 1, bytes: 1, rulesRun: 7, steps: 1 };
  return { path: "a.js", ...none, imports: ["b.js", "c.js"], ...more };
}

describe("what was found when the editor was last open", () => {
  let scratch: string;
  let root: string;
  const old = new Date(Date.now() - 3_600_000);
  const write = (name: string, text: string): void => {
    writeFileSync(path.join(root, name), text);
    utimesSync(path.join(root, name), old, old);
  };
  /** The disk's clock for the last change of a file cannot be set: what was written here is old only for a later reading. */
  const begun = Date.now() + 3_600_000;
  const rules = { key: "1", rules: [], problems: [] };
  const openKept = (own: Partial<typeof rules> & { knownIds?: string[] } = {}) =>
    createKeptAnalyses(root, async () => ({ ...rules, ...own }), path.join(scratch, "cache"));
  const file = () => ({ path: "a.js", text: 'import "./b.js";\n', guards: "too" as const, imports: { root } });
  const save = async (analysis = analysisOf(), at = begun, open = new Map<string, string>()): Promise<void> => {
    const kept = openKept();
    await kept.find(file());
    kept.save([{ file: file(), analysis, begun: at }], open);
  };

  beforeEach(() => {
    scratch = mkdtempSync(path.join(tmpdir(), "linewarden-kept-"));
    root = path.join(scratch, "project");
    mkdirSync(root);
    write("b.js", "export const b = 1;\n");
  });
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));

  it("is known again for the same text, imports and rules", async () => {
    await save();
    expect((await openKept().find(file()))?.rulesRun).to.equal(7);
    expect(await openKept().find({ ...file(), text: "other" })).to.equal(undefined);
    expect(await openKept({ knownIds: ["other"] }).find(file())).to.equal(undefined);
  });

  it("is not, when an imported file is another one, or is there now", async () => {
    await save();
    write("c.js", "");
    expect(await openKept().find(file())).to.equal(undefined);
    rmSync(path.join(root, "c.js"));
    expect(await openKept().find(file())).to.not.equal(undefined);
    write("b.js", "export const b = 2;\n");
    expect(await openKept().find(file())).to.equal(undefined);
  });

  it("counts for other routes of the project only until these are read", async () => {
    await save();
    const compared = { ...file(), project: { routes: [], mounts: [], global: [] } };
    expect(await openKept().find(compared as never)).to.equal(undefined);
    expect(await openKept().find(compared as never, true)).to.not.equal(undefined);
  });

  it("is not kept when it was of a part, cut short, or read what changed since", async () => {
    const crashed = { path: "a.js", reason: "timed out", detail: "" } as const;
    for (const analysis of [analysisOf({ partial: true }), analysisOf({ notReviewed: [crashed] })]) {
      await save(analysis);
      expect(await openKept().find(file())).to.equal(undefined);
    }
    await save(analysisOf(), Date.now());
    expect(await openKept().find(file()), "written a moment ago").to.equal(undefined);
    await save(analysisOf(), begun, new Map([["b.js", "not saved"]]));
    expect(await openKept().find(file()), "read what was not saved").to.equal(undefined);
    await save(analysisOf(), begun, new Map([["b.js", "export const b = 1;\n"]]));
    expect(await openKept().find(file())).to.not.equal(undefined);
  });

  it("finds nothing any more once it is told to forget, and reads other rules after a reset", async () => {
    await save();
    let ids: string[] = [];
    const kept = createKeptAnalyses(root, async () => ({ ...rules, knownIds: ids }), path.join(scratch, "cache"));
    ids = ["other"];
    expect(await kept.find(file())).to.equal(undefined);
    ids = [];
    kept.reset();
    // Rules that name no ids and those that name none are the same.
    expect(await kept.find(file())).to.not.equal(undefined);
    kept.forget();
    expect(await kept.find(file())).to.equal(undefined);
  });
});
