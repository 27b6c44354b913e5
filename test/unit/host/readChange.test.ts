// Change sets of the index, of commits and of folders without git.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import type { ChangeSet } from "../../../server/changes/change.ts";
import { openRepository } from "../../../server/host/git.ts";
import { indexTreeId } from "../../../server/host/gitIndex.ts";
import {
  type ChangeRequest,
  type ReadOptions,
  readChangeSet,
  readFileAtBase,
  takeSnapshot,
} from "../../../server/host/readChange.ts";
import { UserError } from "../../../server/host/userError.ts";
import {
  makeRepository,
  plainEnvironment,
  repositoryAt,
  type TestRepository,
  temporaryFolder,
} from "../../support/gitRepository.ts";
import { brief, edit, failure, staged, working } from "./changeCases.ts";

describe("readChangeSet", () => {
  let repository: TestRepository;
  const read = (request: ChangeRequest, options?: ReadOptions): Promise<ChangeSet> =>
    readChangeSet(repository.root, request, options);

  beforeEach(() => {
    repository = makeRepository();
    repository.write("a.js", edit("one", "two", "three"));
    repository.write("sub/b.py", edit("b"));
  });
  afterEach(() => repository.dispose());

  it("knows a file that came into the folder from elsewhere", async () => {
    const lines = Array.from({ length: 9 }, (_, n) => `line ${n}`);
    repository.write("top.js", edit(...lines));
    repository.commit();
    repository.remove("top.js");
    repository.write("sub/inner.js", edit(...lines, "last"));
    repository.write("sub/new.js", edit("other"));
    const below = await readChangeSet(path.join(repository.root, "sub"), working);
    expect(below.files.map(brief)).to.deep.equal(["renamed sub/inner.js 9-10", "untracked sub/new.js 0-1"]);
    expect(below.files[0]?.basePath).to.equal("top.js");
  });

  describe("line ends and encodings", () => {
    const crlf = (text: string): string => text.replaceAll("\n", "\r\n");

    for (const [title, attributes, autocrlf] of [
      ["autocrlf", "", "true"],
      ["text=auto", "* text=auto\n", "false"],
      ["eol=crlf", "*.js eol=crlf\n", "false"],
    ] as const) {
      it(`a file that ${title} checks out with CRLF is unchanged`, async () => {
        repository.write(".gitattributes", attributes);
        repository.git("config", "core.autocrlf", autocrlf);
        repository.commit();
        repository.write("a.js", crlf(edit("one", "two", "three")));
        expect((await read(working)).files).to.deep.equal([]);
        repository.write("a.js", crlf(edit("one", "2", "three")));
        expect((await read(working)).files.map(brief)).to.deep.equal(["modified a.js 1-2"]);
      });
    }

    it("without a conversion the file is changed, on no line", async () => {
      repository.git("config", "core.autocrlf", "false");
      repository.commit();
      repository.write("a.js", crlf(edit("one", "two", "three")));
      expect((await read(working)).files.map(brief)).to.deep.equal(["modified a.js"]);
    });

    it("an identifier that git fills in is no change, nor is an encoding that git converts", async () => {
      repository.write(".gitattributes", "id.js ident\nwide.txt working-tree-encoding=UTF-16LE\n");
      repository.write("id.js", "// $Id$\n");
      repository.write("wide.txt", Buffer.from("wide\n", "utf16le"));
      repository.commit();
      repository.write("id.js", "// $Id: 0123456789012345678901234567890123456789 $\n");
      repository.write("wide.txt", Buffer.from("wide\n", "utf16le"));
      expect((await read(working)).files).to.deep.equal([]);
    });

    it("a large file behind Git LFS is unchanged", async () => {
      const content = "large\n";
      const digest = createHash("sha256").update(content).digest("hex");
      const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${digest}\nsize 6\n`;
      repository.write("big.js", pointer);
      repository.commit();
      repository.write(".git/info/attributes", "big.js filter=lfs\n");
      repository.write("big.js", content);
      expect((await read(working)).files).to.deep.equal([]);
    });
  });

  describe("of the index", () => {
    it("is everything before the first commit", async () => {
      repository.git("add", "-A");
      const { files, base } = await read(staged);
      expect(files.map(brief)).to.deep.equal(["added a.js 0-3", "added sub/b.py 0-1"]);
      expect(base.kind).to.equal("empty");
    });

    it("holds the staged bytes, not the disk's", async () => {
      repository.commit();
      repository.write("a.js", edit("one", "staged", "three"));
      repository.git("add", "a.js");
      repository.write("a.js", edit("one", "disk", "three"));
      repository.write("untracked.js", "x\n");
      const { files } = await read(staged);
      expect(files.map(brief)).to.deep.equal(["modified a.js 1-2"]);
      expect(files[0]?.text).to.equal(edit("one", "staged", "three"));
    });

    it("of an amended commit is compared with its parent", async () => {
      repository.commit();
      repository.write("a.js", edit("one", "two", "amended"));
      repository.commit();
      repository.write("sub/b.py", edit("more"));
      repository.git("add", "-A");
      const { files, base } = await read({ kind: "staged", amend: true });
      expect(files.map((file) => file.path)).to.deep.equal(["a.js", "sub/b.py"]);
      expect(base.kind).to.equal("commit");
    });

    it("of an amended first commit is compared with nothing", async () => {
      repository.commit();
      const { files, base } = await read({ kind: "staged", amend: true });
      expect(files).to.have.length(2);
      expect(base.kind).to.equal("empty");
    });

    it("may be another index, as a hook names it", async () => {
      repository.commit();
      repository.write("a.js", edit("other index"));
      execFileSync("git", ["add", "a.js"], { cwd: repository.root, env: { ...plainEnvironment, GIT_INDEX_FILE: ".git/other" } });
      expect((await read(staged)).files).to.deep.equal([]);
      expect((await read({ kind: "staged", indexFile: ".git/other" })).files.map((file) => file.path)).to.include("a.js");
      const fromHook = await read(staged, { hookEnvironment: { GIT_DIR: ".git", GIT_INDEX_FILE: ".git/other" } });
      expect(fromHook.files.map((file) => file.path)).to.include("a.js");
    });

    it("of a type change says what it became", async () => {
      repository.commit();
      repository.remove("a.js");
      symlinkSync("sub/b.py", path.join(repository.root, "a.js"));
      repository.git("add", "-A");
      expect((await read(staged)).files.map((file) => `${file.path} ${file.unread?.reason}`)).to.deep.equal([
        "a.js symbolic link",
      ]);
    });

    it("has the tree id that git gives the commit", async () => {
      for (const name of ["a-b/x", "a/x", "a.b/x", "a/y/z", "ü/ä"]) repository.write(name, `${name}\n`);
      repository.git("add", "-A");
      repository.write("later", "x");
      repository.git("add", "-N", "later");
      const opened = await openRepository(repository.root);
      const id = opened && (await indexTreeId(opened));
      repository.git("rm", "-q", "--cached", "later");
      expect(id).to.equal(repository.git("write-tree").trim());
    });
  });

  describe("of commits", () => {
    it("compares two of them", async () => {
      repository.commit();
      repository.write("a.js", edit("one", "two", "3"));
      repository.commit();
      const { files, base } = await read({ kind: "range", from: "HEAD~1", to: "HEAD" });
      expect(files.map(brief)).to.deep.equal(["modified a.js 2-3"]);
      expect(base.label).to.match(/^HEAD~1\.\.HEAD \(/);
    });

    it("works in a bare repository, where nothing else does", async () => {
      repository.commit();
      repository.write("a.js", edit("x"));
      repository.commit();
      const bare = temporaryFolder("linewarden-bare-");
      repository.git("clone", "-q", "--bare", repository.root, bare);
      expect((await readChangeSet(bare, { kind: "range", from: "HEAD~1", to: "HEAD" })).files).to.have.length(1);
      const error = await failure(readChangeSet(bare, working));
      rmSync(bare, { recursive: true });
      expect(error).to.be.instanceOf(UserError);
      expect(error?.message).to.contain("bare repository").and.to.contain("gate --range A..B");
    });

    it("works in a repository with SHA-256", async () => {
      const modern = makeRepository("--object-format=sha256");
      modern.write("a.js", edit("a"));
      modern.git("add", "-A");
      const first = await readChangeSet(modern.root, staged);
      modern.commit();
      modern.write("a.js", edit("b"));
      const second = await readChangeSet(modern.root, working);
      modern.dispose();
      expect(first.files.map(brief)).to.deep.equal(["added a.js 0-1"]);
      expect(second.files.map(brief)).to.deep.equal(["modified a.js 0-1"]);
    });
  });

  describe("chosen by itself", () => {
    it("is the uncommitted change, else the branch, else the last commit", async () => {
      repository.commit();
      repository.git("checkout", "-q", "-b", "feature");
      repository.write("a.js", edit("feature"));
      repository.commit();
      repository.write("sub/b.py", edit("dirty"));
      const dirty = await read({ kind: "auto" });
      expect(dirty.base.label).to.match(/^the uncommitted change against HEAD/);
      expect(dirty.files.map((file) => file.path)).to.deep.equal(["sub/b.py"]);
      repository.git("checkout", "-q", "sub/b.py");
      const branch = await read({ kind: "auto" });
      expect(branch.base.label).to.match(/^nothing is uncommitted, so feature \(.*\) against its merge base with main/);
      expect(branch.files.map((file) => file.path)).to.deep.equal(["a.js"]);
      repository.git("checkout", "-q", "main");
      repository.git("merge", "-q", "--ff-only", "feature");
      const last = await read({ kind: "auto" });
      expect(last.base.label).to.match(/^nothing is uncommitted, so the last commit \(.*\) against its parent/);
      expect(last.files.map((file) => file.path)).to.deep.equal(["a.js"]);
    });

    it("is the first commit in a repository with one, and nothing in an empty one", async () => {
      const first = await read({ kind: "auto" });
      expect(first.base.kind).to.equal("empty");
      expect(first.files.map((file) => file.status)).to.deep.equal(["untracked", "untracked"]);
      repository.commit();
      const committed = await read({ kind: "auto" });
      expect(committed.base.label).to.contain("the first one");
      expect(committed.files).to.have.length(2);
      const empty = makeRepository();
      expect((await readChangeSet(empty.root, { kind: "auto" })).files).to.deep.equal([]);
      empty.dispose();
    });

    it("says that a shallow clone lacks the parent", async () => {
      repository.commit();
      repository.write("a.js", edit("x"));
      repository.commit();
      const clone = temporaryFolder("linewarden-shallow-");
      repository.git("clone", "-q", "--depth", "1", `file://${repository.root}`, clone);
      const { base, files } = await readChangeSet(clone, { kind: "auto" });
      rmSync(clone, { recursive: true });
      expect(base.label).to.contain("shallow clone");
      expect(files).to.have.length(2);
    });

    it("takes origin's main branch, with a detached HEAD", async () => {
      const first = repository.commit();
      const clone = temporaryFolder("linewarden-clone-");
      repository.git("clone", "-q", repository.root, clone);
      const other = repositoryAt(clone);
      other.git("checkout", "-q", "--detach");
      other.write("a.js", edit("x"));
      other.git("add", "-A");
      other.git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "-m", "x");
      const { base } = await readChangeSet(clone, { kind: "auto" });
      other.dispose();
      expect(base).to.include({ kind: "merge-base", id: first });
      expect(base.label).to.contain("the detached HEAD").and.contain("origin/main");
    });
  });

  describe("without git", () => {
    let folder: string;
    beforeEach(() => {
      folder = temporaryFolder("linewarden-plain-");
      const plain = repositoryAt(folder);
      plain.write("a.js", edit("one"));
      plain.write("node_modules/x/i.js", edit("x"));
    });
    afterEach(() => rmSync(folder, { recursive: true }));

    it("counts every file as new, and says so", async () => {
      const { files, base, notReviewed } = await readChangeSet(folder, { kind: "auto" });
      expect(files.map(brief)).to.deep.equal(["untracked a.js 0-1"]);
      expect(base.kind).to.equal("none");
      expect(base.label).to.contain("is not in a git repository");
      expect(notReviewed.map((item) => item.path)).to.deep.equal(["node_modules"]);
    });

    it("compares with a snapshot", async () => {
      const plain = repositoryAt(folder);
      plain.write("gone.js", edit("x"));
      const snapshot = await takeSnapshot(folder);
      plain.remove("gone.js");
      plain.write("a.js", edit("one", "two"));
      plain.write("new.js", edit("n"));
      const { files, base } = await readChangeSet(folder, working, { snapshot });
      expect(files.map(brief)).to.deep.equal(["modified a.js 1-2", "deleted gone.js 0-0", "untracked new.js 0-1"]);
      expect(base.kind).to.equal("snapshot");
    });

    it("has no index and no commits", async () => {
      for (const request of [staged, { kind: "range", from: "a", to: "b" }] as const)
        expect(await failure(readChangeSet(folder, request))).to.be.instanceOf(UserError);
    });

    it("asks for a folder that exists", async () => {
      expect((await failure(readChangeSet(path.join(folder, "none"), working)))?.message).to.contain("There is no folder");
      expect((await failure(readChangeSet(path.join(folder, "a.js"), working)))?.message).to.contain("is not a folder");
    });
  });

  it("gives the base's text of a file whose name has spaces, colons or line breaks", async function () {
    if (process.platform === "win32") this.skip();
    const names = ["with two  spaces.js", "a:b.js", "line\nbreak.js", "ümläut.js"];
    for (const name of names) repository.write(name, edit(name));
    repository.commit();
    const { base } = await read(working);
    const opened = await openRepository(repository.root);
    if (!opened) throw new Error("no repository");
    for (const name of names) expect(await readFileAtBase(opened, base, name)).to.include({ text: edit(name) });
    expect(await readFileAtBase(opened, base, "not there.js")).to.equal(undefined);
  });

  it("gives the base's text of any file", async () => {
    repository.commit();
    repository.write("a.js", edit("changed"));
    const { base } = await read(working);
    const opened = await openRepository(repository.root);
    if (!opened) throw new Error("no repository");
    expect(await readFileAtBase(opened, base, "sub/b.py")).to.include({ text: edit("b") });
    expect(await readFileAtBase(opened, base, "none.js")).to.equal(undefined);
    expect(await readFileAtBase(opened, base, "sub")).to.equal(undefined);
    expect(await readFileAtBase(opened, base, "sub/b.py", 1)).to.have.nested.property("unread.reason", "too large");
  });

  it("explains a repository of another user", async () => {
    repository.commit();
    // git's own switch for tests: as if the folder belonged to somebody else.
    process.env.GIT_TEST_ASSUME_DIFFERENT_OWNER = "1";
    const error = await failure(read(working));
    delete process.env.GIT_TEST_ASSUME_DIFFERENT_OWNER;
    expect(error).to.be.instanceOf(UserError);
    expect(error?.message).to.contain("belongs to another user").and.contain("safe.directory");
  });
});
