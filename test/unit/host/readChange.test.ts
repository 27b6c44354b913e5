// Change sets of real repositories.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import type { ChangeSet, FileChange } from "../../../server/changes/change.ts";
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
  photograph,
  plainEnvironment,
  repositoryAt,
  type TestRepository,
  temporaryFolder,
} from "../../support/gitRepository.ts";

const working: ChangeRequest = { kind: "working" };
const staged: ChangeRequest = { kind: "staged" };

describe("readChangeSet", () => {
  let repository: TestRepository;
  const read = (request: ChangeRequest, options?: ReadOptions): Promise<ChangeSet> =>
    readChangeSet(repository.root, request, options);
  const edit = (...lines: readonly string[]): string => `${lines.join("\n")}\n`;

  beforeEach(() => {
    repository = makeRepository();
    repository.write("a.js", edit("one", "two", "three"));
    repository.write("sub/b.py", edit("b"));
  });
  afterEach(() => repository.dispose());

  describe("of the working tree", () => {
    beforeEach(() => void repository.commit());

    it("is empty for a clean tree, and names HEAD", async () => {
      const { files, notReviewed, base, root } = await read(working);
      expect(files).to.deep.equal([]);
      expect(notReviewed).to.deep.equal([]);
      expect(root).to.equal(repository.root);
      expect(base.kind).to.equal("head");
      expect(base.label).to.match(/^the uncommitted change against HEAD \([0-9a-f]{7}\)$/);
    });

    it("has edits, new, deleted and staged files with both texts and their lines", async () => {
      repository.write("a.js", edit("one", "2", "three"));
      repository.write("new.js", edit("x", "y"));
      repository.write("staged.js", edit("s"));
      repository.git("add", "staged.js");
      repository.remove("sub/b.py");
      const { files } = await read(working);
      expect(files.map(brief)).to.deep.equal([
        "modified a.js 1-2",
        "untracked new.js 0-2",
        "added staged.js 0-1",
        "deleted sub/b.py 0-0",
      ]);
      expect(files[0]).to.include({ baseText: edit("one", "two", "three"), text: edit("one", "2", "three") });
      expect(files[1]).to.not.have.property("baseText");
      expect(files[3])
        .to.include({ baseText: edit("b") })
        .and.not.have.property("text");
    });

    it("sees an edit of the same length within the index's own second", async () => {
      repository.write("a.js", edit("one", "TWO", "three"));
      expect((await read(working)).files.map(brief)).to.deep.equal(["modified a.js 1-2"]);
    });

    it("sees an edit whose modification time was put back", async () => {
      const time = new Date(Date.now() - 100_000);
      utimesSync(path.join(repository.root, "a.js"), time, time);
      repository.git("update-index", "--refresh");
      repository.write("a.js", edit("one", "TWO", "three"));
      utimesSync(path.join(repository.root, "a.js"), time, time);
      expect((await read(working)).files.map(brief)).to.deep.equal(["modified a.js 1-2"]);
    });

    it("does not count a file that was only touched", async () => {
      const time = new Date(Date.now() - 100_000);
      utimesSync(path.join(repository.root, "a.js"), time, time);
      expect((await read(working)).files).to.deep.equal([]);
    });

    it("compares the disk with HEAD whatever is staged", async () => {
      repository.write("a.js", edit("staged"));
      repository.git("add", "a.js");
      repository.write("a.js", edit("one", "two", "three"));
      repository.git("rm", "-q", "--cached", "sub/b.py");
      expect((await read(working)).files).to.deep.equal([]);
    });

    it("respects ignore files, and says which packages are left out", async () => {
      repository.write(".gitignore", "*.log\n");
      repository.write("x.log", "x\n");
      repository.write("node_modules/p/index.js", "x\n");
      const { files, notReviewed } = await read(working);
      expect(files.map(brief)).to.deep.equal(["untracked .gitignore 0-1"]);
      expect(notReviewed.map(({ path: file, reason }) => `${file} ${reason}`)).to.deep.equal(["node_modules not checked"]);
    });

    it("pairs a renamed and edited file", async () => {
      repository.write("a.js", edit(...Array.from({ length: 20 }, (_, i) => `const line${i} = ${i};`)));
      repository.commit();
      repository.git("mv", "a.js", "moved file ü.js");
      repository.write(
        "moved file ü.js",
        edit(...Array.from({ length: 20 }, (_, i) => (i === 3 ? "changed();" : `const line${i} = ${i};`))),
      );
      const { files } = await read(working);
      expect(files.map(brief)).to.deep.equal(["renamed moved file ü.js 3-4"]);
      expect(files[0]?.basePath).to.equal("a.js");
    });

    it("knows that a file is only to be added later", async () => {
      repository.write("later.js", edit("x"));
      repository.git("add", "-N", "later.js");
      expect((await read(working)).files.map(brief)).to.deep.equal(["added later.js 0-1"]);
      expect((await read(staged)).files).to.deep.equal([]);
    });

    it("names a change of mode only", async () => {
      chmodSync(path.join(repository.root, "a.js"), 0o755);
      expect((await read(working)).files.map(brief)).to.deep.equal(["modified a.js"]);
      repository.git("config", "core.fileMode", "false");
      expect((await read(working)).files).to.deep.equal([]);
    });

    it("does not follow links, neither of a file nor of a folder", async () => {
      const outside = temporaryFolder("linewarden-outside-");
      repository.remove("sub");
      symlinkSync(outside, path.join(repository.root, "sub"));
      repository.remove("a.js");
      symlinkSync("/etc/hostname", path.join(repository.root, "a.js"));
      const { files } = await read(working);
      rmSync(outside, { recursive: true });
      expect(files.map((file) => `${file.status} ${file.path} ${file.unread?.reason ?? "read"}`)).to.deep.equal([
        "modified a.js symbolic link",
        "untracked sub symbolic link",
        "deleted sub/b.py read",
      ]);
      expect(files[0]).to.not.have.property("text");
    });

    it("reports binary, invalid, too large and UTF-16 files", async () => {
      repository.write("binary.js", Buffer.from([1, 0, 2]));
      repository.write("invalid.js", Buffer.from([0x61, 0xff, 0x62]));
      repository.write("large.js", "x".repeat(3000));
      repository.write("wide.js", Buffer.from("\ufeffx", "utf16le"));
      const { files } = await read(working, { maxBytes: 2000 });
      expect(files.map((file) => `${file.path} ${file.unread?.reason}`)).to.deep.equal([
        "binary.js binary",
        "invalid.js invalid UTF-8",
        "large.js too large",
        "wide.js invalid UTF-8",
      ]);
    });

    it("reads a file that became text, all of it as changed", async () => {
      repository.write("b.js", Buffer.from([1, 0, 2]));
      repository.commit();
      repository.write("b.js", edit("x", "y"));
      expect((await read(working)).files.map(brief)).to.deep.equal(["modified b.js 0-2"]);
    });

    it("has nothing left unread where a binary file was deleted", async () => {
      repository.write("b.js", Buffer.from([1, 0, 2]));
      repository.commit();
      repository.remove("b.js");
      const { files, notReviewed } = await read(working);
      expect(files.map(brief)).to.deep.equal(["deleted b.js"]);
      expect(files[0]).to.not.have.property("unread");
      expect(notReviewed).to.deep.equal([]);
    });

    it("leaves the byte order mark out of the text", async () => {
      repository.write("a.js", `\ufeff${edit("one", "two", "three")}`);
      const [file] = (await read(working)).files;
      expect(file?.text).to.equal(edit("one", "two", "three"));
      expect(file?.hunks).to.deep.equal([]);
    });

    it("reports a conflict and still reads the file", async () => {
      makeConflict(repository);
      const { files } = await read(working);
      const [file] = files;
      expect(file).to.include({ path: "a.js", status: "modified" });
      expect(file?.unread?.reason).to.equal("conflict");
      expect(file?.text).to.contain("<<<<<<<");
      expect((await read(staged)).files[0]?.unread?.reason).to.equal("conflict");
    });

    it("shows a change that assume-unchanged or skip-worktree would hide", async () => {
      repository.git("update-index", "--assume-unchanged", "a.js");
      repository.git("update-index", "--skip-worktree", "sub/b.py");
      repository.write("a.js", edit("hidden"));
      repository.write("sub/b.py", edit("hidden too"));
      expect((await read(working)).files.map((file) => file.path)).to.deep.equal(["a.js", "sub/b.py"]);
    });

    it("does not call files deleted that a sparse checkout leaves out", async () => {
      repository.git("sparse-checkout", "set", "--no-cone", "/a.js");
      expect((await read(working)).files).to.deep.equal([]);
    });

    it("reads names with spaces, line ends, quotes, backslashes and pathspec magic", async () => {
      const names = ["a b.js", "new\nline.js", 'quo"te.js', "back\\slash.js", ":(top)x.js", "*.js", "-rf.js", "ü.js"];
      for (const name of names) repository.write(name, "x\n");
      expect((await read(working)).files.map((file) => file.path)).to.have.members(names);
      repository.git("add", "-A");
      expect((await read(staged)).files.map((file) => file.path)).to.have.members(names);
    });

    it("names a file whose name is not UTF-8", async () => {
      execFileSync("sh", ["-c", "printf x > \"$(printf 'bad\\377.js')\""], { cwd: repository.root });
      const { files, notReviewed } = await read(working);
      expect(files).to.deep.equal([]);
      expect(notReviewed.map(({ reason, detail }) => `${reason}: ${detail}`)).to.deep.equal([
        "unreadable: The file's name is not valid UTF-8.",
      ]);
    });

    it("takes a subfolder for what it is asked about, unless told otherwise", async () => {
      repository.write("a.js", edit("changed"));
      repository.write("sub/b.py", edit("changed"));
      const below = await readChangeSet(path.join(repository.root, "sub"), working);
      expect(below.root).to.equal(repository.root);
      expect(below.files.map((file) => file.path)).to.deep.equal(["sub/b.py"]);
      expect(below.base.label).to.match(/, below sub\/$/);
      const all = await readChangeSet(path.join(repository.root, "sub"), working, { wholeRepository: true });
      expect(all.files).to.have.length(2);
    });

    it("reads a linked work tree", async () => {
      const other = path.join(repository.root, "..", `${path.basename(repository.root)}-linked`);
      repository.git("worktree", "add", "-q", other, "-b", "other");
      const linked = repositoryAt(other);
      linked.write("a.js", edit("linked"));
      const set = await readChangeSet(other, working);
      const opened = await openRepository(other);
      linked.dispose();
      expect(set.files.map(brief)).to.deep.equal(["modified a.js 0-1"]);
      expect(opened?.commonDir).to.equal(path.join(repository.root, ".git"));
    });

    it("names submodules and repositories inside, and does not enter them", async () => {
      const inner = makeRepository();
      inner.write("x.js", "x\n");
      inner.commit();
      repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.root, "module");
      repository.commit();
      const module = repositoryAt(path.join(repository.root, "module"));
      module.git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "--allow-empty", "-m", "more");
      mkdirSync(path.join(repository.root, "nested"));
      const nested = repositoryAt(path.join(repository.root, "nested"));
      nested.git("init", "-q");
      nested.write("evil.js", "x\n");
      const { files } = await read(working);
      inner.dispose();
      expect(files.map((file) => `${file.status} ${file.path} ${file.unread?.reason}`)).to.deep.equal([
        "modified module submodule",
        "untracked nested submodule",
      ]);
    });

    it("compares with a ref, or with the merge base", async () => {
      const first = repository.git("rev-parse", "HEAD").trim();
      repository.git("checkout", "-q", "-b", "feature");
      repository.write("a.js", edit("one", "two", "three", "four"));
      repository.commit();
      repository.write("sub/b.py", edit("b", "c"));
      const against = await read({ kind: "working", base: "merge-base" });
      expect(against.files.map(brief)).to.deep.equal(["modified a.js 3-4", "modified sub/b.py 1-2"]);
      expect(against.base).to.deep.include({ kind: "merge-base", id: first });
      expect(against.base.label).to.contain("merge base with main");
      const ref = await read({ kind: "working", base: "HEAD~1" });
      expect(ref.files).to.have.length(2);
      expect(ref.base.kind).to.equal("ref");
    });

    it("takes HEAD and says so where there is no main branch", async () => {
      repository.git("branch", "-m", "trunk");
      const { base } = await read({ kind: "working", base: "merge-base" });
      expect(base.kind).to.equal("head");
      expect(base.label).to.contain("because there is no main branch");
    });

    it("asks for a commit that exists", async () => {
      for (const name of ["nowhere", "--help", "-x", "HEAD:a.js", ""].filter(Boolean)) {
        const error = await failure(read({ kind: "working", base: name }));
        expect(error, name).to.be.instanceOf(UserError);
        expect(error?.message).to.contain(JSON.stringify(name));
      }
    });

    for (const [title, ...command] of [
      ["of version 4", "update-index", "--index-version", "4"],
      ["that is split", "update-index", "--split-index"],
      ["with an untracked cache", "update-index", "--force-untracked-cache"],
    ] as const) {
      it(`reads an index ${title}`, async () => {
        repository.git(...command);
        repository.write("a.js", edit("one", "2", "three"));
        repository.write("new.js", edit("n"));
        expect((await read(working)).files.map(brief)).to.deep.equal(["modified a.js 1-2", "untracked new.js 0-1"]);
        repository.git("add", "a.js");
        expect((await read(staged)).files.map(brief)).to.deep.equal(["modified a.js 1-2"]);
      });
    }

    it("opens a folder through a link", async () => {
      const link = `${repository.root}-link`;
      symlinkSync(path.join(repository.root, "sub"), link);
      repository.write("sub/b.py", edit("changed"));
      repository.write("a.js", edit("changed"));
      const { files } = await readChangeSet(link, working);
      rmSync(link);
      expect(files.map((file) => file.path)).to.deep.equal(["sub/b.py"]);
    });

    it("says which filter was not run, and reads the file all the same", async () => {
      repository.write(".gitattributes", "a.js filter=crypt\n");
      repository.commit();
      repository.write("a.js", edit("plain"));
      const { files, notReviewed } = await read(working);
      expect(files.map(brief)).to.deep.equal(["modified a.js 0-1"]);
      expect(notReviewed.map(({ path: file, reason }) => `${file} ${reason}`)).to.deep.equal(["a.js not checked"]);
    });

    it("says when the earlier version is missing or too large", async () => {
      repository.write("big.js", edit("x".repeat(3000)));
      repository.write("lost.js", edit("lost"));
      repository.commit();
      const blob = repository.git("rev-parse", "HEAD:lost.js").trim();
      rmSync(path.join(repository.root, ".git/objects", blob.slice(0, 2), blob.slice(2)));
      repository.write("big.js", edit("small"));
      repository.write("lost.js", edit("found"));
      const { files, notReviewed } = await read(working, { maxBytes: 2000 });
      expect(files.map(brief)).to.deep.equal(["modified big.js 0-1", "modified lost.js 0-1"]);
      expect(notReviewed.map(({ path: file, reason }) => `${file} ${reason}`)).to.deep.equal([
        "big.js too large",
        "lost.js unreadable",
      ]);
    });

    it("writes nothing, not even to the index", async () => {
      repository.write("a.js", edit("changed"));
      utimesSync(path.join(repository.root, "sub/b.py"), 1, 1);
      repository.write("new.js", "x\n");
      const before = photograph(repository.root);
      await read(working);
      await read(staged);
      await read({ kind: "auto" });
      expect(photograph(repository.root)).to.deep.equal(before);
    });
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
      expect(error?.message).to.contain("bare repository");
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

  it("gives the base's text of any file", async () => {
    repository.commit();
    repository.write("a.js", edit("changed"));
    const { base } = await read(working);
    const opened = await openRepository(repository.root);
    if (!opened) throw new Error("no repository");
    expect(await readFileAtBase(opened, base, "sub/b.py")).to.include({ text: edit("b") });
    expect(await readFileAtBase(opened, base, "none.js")).to.equal(undefined);
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

function makeConflict(repository: TestRepository): void {
  repository.git("checkout", "-q", "-b", "other");
  repository.write("a.js", "theirs\n");
  repository.commit();
  repository.git("checkout", "-q", "main");
  repository.write("a.js", "ours\n");
  repository.commit();
  try {
    repository.git("merge", "-q", "other");
  } catch {
    return;
  }
  throw new Error("The merge should have failed.");
}

function brief(file: FileChange): string {
  return [file.status, file.path, ...file.hunks.map(({ current }) => `${current.start}-${current.end}`)].join(" ");
}

async function failure(promise: Promise<unknown>): Promise<Error | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
