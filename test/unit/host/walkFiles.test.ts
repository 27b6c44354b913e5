// Which files of a folder are looked at.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { decodeText, readTextFile } from "../../../server/host/files.ts";
import { walkFiles } from "../../../server/host/walkFiles.ts";
import { makeRepository, repositoryAt, type TestRepository, temporaryFolder } from "../../support/gitRepository.ts";

describe("walkFiles", () => {
  let repository: TestRepository;
  beforeEach(() => {
    repository = makeRepository();
    for (const file of ["b.js", "a/x.js", "a/node_modules/p/i.js", "node_modules/q.js", "dist/out.js"])
      repository.write(file, "x\n");
  });
  afterEach(() => repository.dispose());

  it("lists tracked and untracked files, without what git ignores and without packages", async () => {
    repository.write(".gitignore", "dist/\n");
    repository.git("add", "b.js");
    const { files, notReviewed, fromGit } = await walkFiles(repository.root);
    expect(files).to.deep.equal([".gitignore", "a/x.js", "b.js"]);
    expect(notReviewed.map((item) => `${item.path}: ${item.reason}`)).to.have.members([
      "a/node_modules: not checked",
      "node_modules: not checked",
    ]);
    expect(fromGit).to.equal(true);
  });

  it("gives names relative to the folder that was asked for", async () => {
    const { files, notReviewed } = await walkFiles(path.join(repository.root, "a"));
    expect(files).to.deep.equal(["x.js"]);
    expect(notReviewed.map((item) => item.path)).to.deep.equal(["node_modules"]);
  });

  it("leaves packages out where they are tracked too, unless they are what was asked for", async () => {
    repository.commit();
    const { files, notReviewed } = await walkFiles(repository.root);
    expect(files).to.deep.equal(["a/x.js", "b.js", "dist/out.js"]);
    expect(notReviewed.map((item) => item.path)).to.deep.equal(["a/node_modules", "node_modules"]);
    repository.write("node_modules/new.js", "x\n");
    expect((await walkFiles(repository.root)).notReviewed).to.have.length(2);
    expect((await walkFiles(path.join(repository.root, "node_modules"))).files).to.deep.equal(["new.js", "q.js"]);
  });

  it("walks an ignored folder that is named", async () => {
    repository.write(".gitignore", "dist/\n");
    const { files, fromGit } = await walkFiles(path.join(repository.root, "dist"));
    expect(files).to.deep.equal(["out.js"]);
    expect(fromGit).to.equal(false);
  });

  it("leaves deleted files out, and names links and submodules", async () => {
    repository.commit();
    repository.remove("b.js");
    symlinkSync("x.js", path.join(repository.root, "a/link.js"));
    symlinkSync("..", path.join(repository.root, "a/up"));
    mkdirSync(path.join(repository.root, "inner"));
    const inner = repositoryAt(path.join(repository.root, "inner"));
    inner.git("init", "-q");
    inner.write("y.js", "y\n");
    const { files, notReviewed } = await walkFiles(repository.root);
    expect(files).to.include("a/x.js").and.not.include("b.js").and.not.include("inner/y.js");
    expect(
      notReviewed.filter(({ reason }) => reason !== "not checked").map((item) => `${item.path}: ${item.reason}`),
    ).to.deep.equal(["a/link.js: symbolic link", "a/up: symbolic link", "inner: submodule"]);
  });

  it("walks without git, in order, past a link to itself", async () => {
    const folder = temporaryFolder("linewarden-walk-");
    const plain = repositoryAt(folder);
    for (const file of ["b/c.js", "b.js", "a.js", "node_modules/p.js", ".git-like/x.js"]) plain.write(file, "x\n");
    symlinkSync(".", path.join(folder, "self"));
    const { files, notReviewed, fromGit } = await walkFiles(folder);
    rmSync(folder, { recursive: true });
    expect(files).to.deep.equal([".git-like/x.js", "a.js", "b.js", "b/c.js"]);
    expect(notReviewed.map((item) => `${item.path}: ${item.reason}`)).to.have.members([
      "node_modules: not checked",
      "self: symbolic link",
    ]);
    expect(fromGit).to.equal(false);
  });

  it("names folders and files without rights, with git and without", function () {
    this.timeout(30_000);
    for (const withGit of [true, false]) {
      if (!withGit) rmSync(path.join(repository.root, ".git"), { recursive: true });
      repository.write("closed/x.js", "x\n");
      repository.write("shut.js", "x\n");
      chmodSync(path.join(repository.root, "closed"), 0);
      chmodSync(path.join(repository.root, "shut.js"), 0);
      const { files, notReviewed, read } = asNobody(repository.root);
      chmodSync(path.join(repository.root, "closed"), 0o755);
      expect(files).to.include("shut.js").and.not.include("closed/x.js");
      expect(notReviewed).to.include("closed: unreadable");
      expect(read).to.deep.include({ reason: "unreadable", detail: "Permission denied." });
    }
  });
});

interface Seen {
  readonly files: readonly string[];
  readonly notReviewed: readonly string[];
  readonly read: unknown;
}

/** Rights mean nothing to root: walks in a process of a user without any. */
function asNobody(root: string): Seen {
  const source = path.join(__dirname, "../../../server/host");
  const script = `
    const { walkFiles } = require(${JSON.stringify(path.join(source, "walkFiles.ts"))});
    const { readTextFile } = require(${JSON.stringify(path.join(source, "files.ts"))});
    (async () => {
      const { files, notReviewed } = await walkFiles(${JSON.stringify(root)});
      const { unread } = await readTextFile(${JSON.stringify(path.join(root, "shut.js"))});
      console.log(JSON.stringify({ files, notReviewed: notReviewed.map((item) => item.path + ": " + item.reason), read: unread }));
    })();`;
  const isRoot = process.getuid?.() === 0;
  if (isRoot) spawnSync("chown", ["-R", "65534:65534", root]);
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "-e", script], {
    ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    cwd: path.join(__dirname, "../../.."),
    env: {
      PATH: process.env.PATH,
      TMPDIR: "/tmp",
      TSX_DISABLE_CACHE: "1",
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
    },
    encoding: "utf8",
  });
  if (isRoot) spawnSync("chown", ["-R", "0:0", root]);
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Seen;
}

describe("readTextFile", () => {
  it("tells text from what is not", () => {
    const reason = (...bytes: readonly number[]): string => {
      const read = decodeText(Buffer.from(bytes));
      return "unread" in read ? read.unread.reason : JSON.stringify(read.text);
    };
    expect(reason()).to.equal('""');
    expect(reason(0x61, 0xc3, 0xa4)).to.equal('"aä"');
    expect(reason(0xef, 0xbb, 0xbf, 0x61)).to.equal('"a"');
    expect(reason(0x61, 0xc3)).to.equal("invalid UTF-8");
    expect(reason(0xed, 0xa0, 0x80)).to.equal("invalid UTF-8");
    expect(reason(0x61, 0)).to.equal("binary");
    expect(reason(0xff, 0xfe, 0x61, 0)).to.equal("invalid UTF-8");
  });

  it("says why a file is not read", async () => {
    const folder = temporaryFolder("linewarden-read-");
    const plain = repositoryAt(folder);
    plain.write("big", "x".repeat(100));
    symlinkSync("big", path.join(folder, "link"));
    const reasons: string[] = [];
    for (const name of ["big", "link", "none", "."]) {
      const read = await readTextFile(path.join(folder, name), 10);
      reasons.push("unread" in read ? read.unread.reason : "read");
    }
    rmSync(folder, { recursive: true });
    expect(reasons).to.deep.equal(["too large", "symbolic link", "unreadable", "unreadable"]);
  });
});
