import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { makeFolder } from "../../../server/store/makeFolder.ts";

describe("making a folder", () => {
  let top: string;
  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), "lw-folder-"));
  });
  afterEach(() => rmSync(top, { recursive: true }));

  it("makes those above it, for the owner alone, and may be called again", () => {
    const folder = join(top, "a", "b c", "d");
    for (let time = 0; time < 2; time++) makeFolder(folder, 0o700);
    if (process.platform !== "win32") expect(statSync(folder).mode & 0o777).to.equal(0o700);
  });

  it("says that a file is in the way", () => {
    writeFileSync(join(top, "file"), "");
    expect(() => makeFolder(join(top, "file"), 0o700)).to.throw("EEXIST");
    expect(() => makeFolder(join(top, "file", "a", "b"), 0o700)).to.throw("EEXIST");
  });

  it("ends where a folder that is there takes none below it", function () {
    if (!existsSync("/proc/self")) this.skip();
    expect(() => makeFolder("/proc/linewarden/cache", 0o700)).to.throw();
  });
});
