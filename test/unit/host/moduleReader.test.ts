import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createModuleReader } from "../../../server/host/moduleReader.ts";

describe("the reader of imported files", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "linewarden-modules-"));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it("sees a file that came into being, and one that changed", () => {
    const read = createModuleReader(new Map())({ root });
    expect(read?.("a.ts")).to.equal(undefined);
    writeFileSync(join(root, "a.ts"), "one");
    expect(read?.("a.ts")).to.equal("one");
    writeFileSync(join(root, "a.ts"), "another");
    expect(read?.("a.ts")).to.equal("another");
  });

  it("looks once where nothing is expected to change, and then still sees what is open", () => {
    const open = new Map<string, string>();
    const read = createModuleReader(open)({ root, still: true });
    expect(read?.("a.ts")).to.equal(undefined);
    writeFileSync(join(root, "a.ts"), "one");
    writeFileSync(join(root, "b.ts"), "b");
    expect(read?.("a.ts")).to.equal(undefined);
    expect(read?.("b.ts")).to.equal("b");
    writeFileSync(join(root, "b.ts"), "changed");
    expect(read?.("b.ts")).to.equal("b");
    open.set(join(root, "b.ts"), "open");
    expect(read?.("b.ts")).to.equal("open");
  });

  it("is one and the same where nothing is expected to change, so that what was found out with it can be kept", () => {
    const readerOf = createModuleReader(new Map());
    expect(readerOf({ root, still: true })).to.equal(readerOf({ root, still: true }));
    expect(readerOf({ root, still: true })).not.to.equal(readerOf({ root: join(root, "other"), still: true }));
    expect(readerOf({ root })).not.to.equal(readerOf({ root }));
    expect(readerOf({ root, still: true, texts: { "a.ts": "x" } })).not.to.equal(
      readerOf({ root, still: true, texts: { "a.ts": "y" } }),
    );
  });

  it("reads nothing outside of the root", () => {
    expect(createModuleReader(new Map())({ root })?.("../outside.ts")).to.equal(undefined);
  });
});
