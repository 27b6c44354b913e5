// Change sets of the working trees of real repositories.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, symlinkSync, utimesSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import type { ChangeSet } from "../../../server/changes/change.ts";
import { openRepository } from "../../../server/host/git.ts";
import { type ChangeRequest, type ReadOptions, readChangeSet } from "../../../server/host/readChange.ts";
import { UserError } from "../../../server/host/userError.ts";
import { makeRepository, photograph, repositoryAt, type TestRepository, temporaryFolder } from "../../support/gitRepository.ts";
import { brief, edit, failure, makeConflict, staged, working } from "./changeCases.ts";

describe("the change of a working tree", () => {
  let repository: TestRepository;
  const read = (request: ChangeRequest, options?: ReadOptions): Promise<ChangeSet> =>
    readChangeSet(repository.root, request, options);

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

    it("names submodules in which something is changed, though they are at the same commit", async () => {
      const inner = makeRepository();
      inner.write("x.js", "x\n");
      inner.commit();
      for (const name of ["clean", "edited", "staged", "new"])
        repository.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.root, name);
      repository.commit();
      expect((await read(working)).notReviewed).to.deep.equal([]);
      repository.write("edited/x.js", "other\n");
      repository.write("edited/y.js", "y\n");
      repository.write("staged/x.js", "other\n");
      repositoryAt(path.join(repository.root, "staged")).git("add", ".");
      repository.write("new/y.js", "y\n");
      const { files, notReviewed } = await read(working);
      inner.dispose();
      expect(files).to.deep.equal([]);
      expect(notReviewed.map((one) => `${one.path}: ${one.reason}. ${one.detail.split(";")[0]}`)).to.deep.equal([
        "edited: submodule. 2 files in the submodule are changed and not committed there",
        "new: submodule. 1 file in the submodule is changed and not committed there",
        "staged: submodule. 1 file in the submodule is changed and not committed there",
      ]);
      const last = await read({ kind: "auto" });
      expect(last.notReviewed.map((one) => one.path)).to.deep.equal(["edited", "new", "staged"]);
      expect((await read({ kind: "staged" })).notReviewed, "no part of what is committed").to.deep.equal([]);
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
});
