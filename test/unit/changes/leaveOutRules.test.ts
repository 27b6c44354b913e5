import { expect } from "chai";
import type { ChangeSet, FileChange } from "../../../server/changes/change.ts";
import { isOfRules, leaveOutRules } from "../../../server/changes/leaveOutRules.ts";

const file = (path: string, more: Partial<FileChange> = {}): FileChange => ({
  path,
  status: "added",
  text: "a\n",
  hunks: [],
  ...more,
});
const changeOf = (...files: FileChange[]): ChangeSet => ({
  root: "/r",
  base: { kind: "head", label: "HEAD" },
  files,
  notReviewed: [{ path: ".linewarden/rules/a.bin", reason: "binary", detail: "" }],
});

describe("rules of the repository in a change", () => {
  it("are left out, and counted in one line", () => {
    const change = leaveOutRules(
      changeOf(file(".linewarden/rules/a.yaml"), file(".linewarden/rules/deep/a.js"), file("src/a.js")),
    );
    expect(change.files.map(({ path }) => path)).to.deep.equal(["src/a.js"]);
    expect(change.notReviewed).to.deep.equal([
      {
        path: ".linewarden/rules",
        reason: "not checked",
        detail: "2 rule files and tests were left out: no rule looks at rules.",
      },
    ]);
    expect(isOfRules(change)).to.equal(true);
  });

  it("leave every other change as it is", () => {
    const files = [file(".linewarden/rules.js"), file("src/.linewarden/rules/a.js"), file("z.js", { status: "unchanged" })];
    const change = leaveOutRules({ ...changeOf(...files), notReviewed: [] });
    expect(change).to.deep.equal({ ...changeOf(...files), notReviewed: [] });
    expect(isOfRules(change)).to.equal(false);
  });

  it("that become code are new code", () => {
    const moved = file("src/a.js", { status: "renamed", basePath: ".linewarden/rules/a.js", baseText: "a\n" });
    const [added] = leaveOutRules(changeOf(moved)).files;
    expect(added).to.include({ path: "src/a.js", status: "added", text: "a\n" }).and.not.have.any.keys("basePath", "baseText");
    expect(added?.hunks).to.deep.equal([{ current: { start: 0, end: 1 }, base: { start: 0, end: 0 } }]);
  });

  it("that were code are taken away from where they were", () => {
    const moved = file(".linewarden/rules/a.js", { status: "renamed", basePath: "src/a.js", baseText: "a\n" });
    const { files, notReviewed } = leaveOutRules(changeOf(moved));
    expect(files).to.have.length(1);
    expect(files[0]).to.include({ path: "src/a.js", status: "deleted", baseText: "a\n" }).and.not.have.any.keys("text");
    expect(notReviewed[0]?.detail).to.equal("1 rule file or test was left out: no rule looks at rules.");
  });
});
