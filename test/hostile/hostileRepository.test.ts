// Nothing that a repository's configuration names is run by what Linewarden does with the repository.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { findRepository, openRepository } from "../../server/host/git.ts";
import { indexTreeId } from "../../server/host/gitIndex.ts";
import { readChangeSet, readFileAtBase, takeSnapshot } from "../../server/host/readChange.ts";
import { walkFiles } from "../../server/host/walkFiles.ts";
import { LspClient } from "../lsp/client.ts";
import { makeRepository, plainEnvironment, type TestRepository, temporaryFolder, writeScript } from "../support/gitRepository.ts";
import { fire, left, makeProgram, markers } from "./markers.ts";

const cli = path.join(__dirname, "../../dist/cli.js");
const vulnerable =
  'const db = require("pg");\napp.get("/", (req) => db.query("SELECT * FROM t WHERE a = \'" + req.query.a + "\'"));\n';

describe("a hostile repository", () => {
  let repository: TestRepository;
  let folder: string;

  beforeEach(() => {
    // git hands the names of these programs to a shell, so the folder must have no space in its path.
    folder = mkdtempSync("/tmp/linewarden-markers-");
    mkdirSync(path.join(folder, "left"));
    repository = makeRepository();
    repository.write("a.js", "one\n");
    repository.write("sub.js", "one\n");
    repository.commit();
  });
  afterEach(() => {
    repository.dispose();
    rmSync(folder, { recursive: true });
  });

  /** A new file in the index. git itself starts programs here. */
  function stage(): void {
    repository.write("staged.js", vulnerable);
    repository.git("-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null", "add", "staged.js");
  }

  /** An edit on disk and an untracked file. Forgets what was left until now. */
  function edit(): void {
    repository.write("a.js", `${vulnerable}one\n`);
    repository.write("new.js", "new\n");
    forget();
  }

  function forget(): void {
    rmSync(path.join(folder, "left"), { recursive: true });
    mkdirSync(path.join(folder, "left"));
  }

  for (const marker of markers) {
    it(`does not start ${marker.name}`, async () => {
      marker.plant(repository, makeProgram(folder, marker.name));
      stage();
      edit();
      expect(await readEverything(repository.root)).to.be.greaterThan(2);
      expect(left(folder), "left by Linewarden").to.deep.equal([]);
      // And the trap is a trap: git itself falls into it.
      const { stderr } = fire(repository, marker.fire);
      expect(left(folder), `left by: ${marker.fire}\n${stderr}`).to.have.length(1);
    });
  }

  it("does not start a git that the repository brings along", async () => {
    mkdirSync(path.join(repository.root, "node_modules/.bin"), { recursive: true });
    const program = makeProgram(folder, "git of the repository");
    for (const place of ["git", "node_modules/.bin/git"]) writeScript(path.join(repository.root, place), `exec '${program}'`);
    stage();
    edit();
    const before = process.env.PATH ?? "";
    const bad = [".", "", repository.root, path.join(repository.root, "node_modules/.bin"), before].join(path.delimiter);
    process.env.PATH = bad;
    const cwd = process.cwd();
    process.chdir(repository.root);
    try {
      expect(await readEverything(repository.root)).to.be.greaterThan(2);
    } finally {
      process.env.PATH = before;
      process.chdir(cwd);
    }
    expect(left(folder)).to.deep.equal([]);
    spawnSync("git", ["status"], { cwd: repository.root, env: { ...process.env, PATH: bad } });
    expect(left(folder)).to.have.length(1);
  });

  it("does not take another folder for its work tree", async () => {
    const outside = temporaryFolder("linewarden-outside-");
    execFileSync("sh", ["-c", "echo secret > secret.txt"], { cwd: outside });
    repository.git("config", "core.worktree", outside);
    expect(repository.git("ls-files", "--others")).to.contain("secret.txt");
    const opened = await openRepository(repository.root);
    const { files } = await readChangeSet(repository.root, { kind: "working" });
    rmSync(outside, { recursive: true });
    expect(opened?.root).to.equal(repository.root);
    expect(files).to.deep.equal([]);
  });

  it("is not redirected by the caller's environment, except by a hook's", async () => {
    stage();
    edit();
    const other = makeRepository();
    other.write("other.js", "x\n");
    Object.assign(process.env, { GIT_DIR: path.join(other.root, ".git"), GIT_WORK_TREE: other.root, GIT_INDEX_FILE: "/nowhere" });
    try {
      expect((await openRepository(repository.root))?.root).to.equal(repository.root);
      expect((await readChangeSet(repository.root, { kind: "staged" })).files.map((file) => file.path)).to.deep.equal([
        "staged.js",
      ]);
      const inHook = await openRepository(repository.root, {
        hookEnvironment: { GIT_DIR: process.env.GIT_DIR, GIT_WORK_TREE: other.root },
      });
      expect(inHook?.root).to.equal(other.root);
    } finally {
      for (const name of ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"]) delete process.env[name];
      other.dispose();
    }
  });

  it("does not follow a forged index out of the folder", async () => {
    const outside = path.join(path.dirname(repository.root), "xx-linewarden.txt");
    writeFileSync(outside, "secret\n");
    repository.write("xx.xx-linewarden.txt", "inside\n");
    repository.git("add", "xx.xx-linewarden.txt");
    repository.remove("xx.xx-linewarden.txt");
    const index = path.join(repository.root, ".git/index");
    const forged = readFileSync(index, "latin1").replace("xx.xx-linewarden.txt", "../xx-linewarden.txt");
    writeFileSync(index, forged, "latin1");
    expect(repository.git("ls-files", "--stage")).to.contain("../xx-linewarden.txt");
    const { files, notReviewed } = await readChangeSet(repository.root, { kind: "working" });
    const walked = await walkFiles(repository.root);
    rmSync(outside);
    expect(files).to.deep.equal([]);
    expect(notReviewed.map((item) => item.detail)).to.deep.equal([
      "The file's name leads out of the repository or into its .git folder.",
    ]);
    expect(walked.files).to.deep.equal(["a.js", "sub.js"]);
  });

  it("does not show other content through a replaced object", async () => {
    const blob = repository.git("rev-parse", "HEAD:a.js").trim();
    repository.write("harmless", "replaced\n");
    const other = repository.git("hash-object", "-w", "harmless").trim();
    repository.git("replace", blob, other);
    repository.write("a.js", "edited\n");
    const { files } = await readChangeSet(repository.root, { kind: "working" });
    expect(files.find((file) => file.path === "a.js")?.baseText).to.equal("one\n");
  });

  it("does not hang on a pipe, and does not leave the repository through a link", async function () {
    this.timeout(20_000);
    repository.remove("a.js");
    execFileSync("sh", ["-c", "mkfifo a.js pipe.js"], { cwd: repository.root });
    execFileSync("ln", ["-s", "loop.js", "loop.js"], { cwd: repository.root });
    execFileSync("ln", ["-s", "..", "up"], { cwd: repository.root });
    const { files } = await readChangeSet(repository.root, { kind: "working" });
    expect(files.map((file) => `${file.path} ${file.unread?.reason}`)).to.deep.equal([
      "a.js unreadable",
      "loop.js symbolic link",
      "up symbolic link",
    ]);
    expect((await walkFiles(repository.root)).files).to.deep.equal(["sub.js"]);
  });

  it("waits for no pipe and no device in a place where git looks for a file", async () => {
    stage();
    for (const [place, said] of [
      [".gitignore", ".gitignore is not a regular file."],
      [".gitattributes", ".gitattributes is not a regular file."],
      [".git/info/exclude", ".git/info/exclude is not a regular file."],
      [".git/info/attributes", ".git/info/attributes is not a regular file."],
      [".git/index", ".git/index is not a regular file."],
      [".git/config", ".git/config is not a regular file."],
      [".git/pipe", "core.excludesfile names"],
    ] as const) {
      const file = path.join(repository.root, place);
      const held = existsSync(file) ? readFileSync(file) : undefined;
      if (place === ".git/pipe") repository.git("config", "core.excludesFile", file);
      for (const make of ["mkfifo", "ln -s /dev/zero"]) {
        rmSync(file, { force: true });
        execFileSync("sh", ["-c", `${make} '${file}'`]);
        const answer = await findRepository(repository.root);
        expect(answer.kind, place).to.equal("refused");
        expect("detail" in answer ? answer.detail : "").to.contain(said);
      }
      rmSync(file);
      if (held) writeFileSync(file, held);
      // And this is how people say that there is nothing.
      else execFileSync("ln", ["-s", "/dev/null", file]);
      expect((await readChangeSet(repository.root, { kind: "working" })).files).to.not.deep.equal([]);
    }
  });

  it("waits for no pipe in the folder that git keeps for a linked worktree", async function () {
    this.timeout(20_000);
    const worktree = path.join(folder, "linked");
    repository.git("worktree", "add", "-q", worktree);
    const own = repository.git("-C", worktree, "rev-parse", "--absolute-git-dir").trim();
    const common = path.join(repository.root, ".git");
    for (const file of [
      path.join(own, "HEAD"),
      path.join(own, "commondir"),
      path.join(own, "index"),
      path.join(own, "config.worktree"),
      path.join(common, "packed-refs"),
      path.join(common, "info/exclude"),
    ]) {
      const held = existsSync(file) ? readFileSync(file) : undefined;
      rmSync(file, { force: true });
      execFileSync("sh", ["-c", `mkfifo '${file}'`]);
      const begun = Date.now();
      const answer = await findRepository(worktree);
      expect(answer.kind, file).to.equal("refused");
      expect("detail" in answer ? answer.detail : "").to.contain(`${file} is not a regular file.`);
      expect(Date.now() - begun, file).to.be.lessThan(5_000);
      rmSync(file);
      if (held) writeFileSync(file, held);
    }
    expect((await findRepository(worktree)).kind).to.equal("found");
  });

  it("is refused with one sentence when its configuration or its index is broken", async () => {
    for (const [file, content] of [
      [".git/index", "DIRC nonsense"],
      [".git/config", "[core\nbroken"],
      [".git/HEAD", "nonsense"],
    ] as const) {
      repository.write(file, content);
      const error = await readChangeSet(repository.root, { kind: "working" }).catch((reason: unknown) => reason);
      expect(error, file).to.have.property("name", "UserError");
      expect(error, file)
        .to.have.property("message")
        .that.matches(/^git cannot .+/);
    }
    expect((await findRepository(repository.root)).kind).to.equal("refused");
  });

  describe("with everything planted at once", () => {
    beforeEach(() => {
      // The traps are armed last: they would break one another's preparations.
      const arm: (() => void)[] = [];
      const preparing: TestRepository = {
        ...repository,
        git(...args) {
          if (args[0] !== "config") return repository.git(...args);
          arm.push(() => void repository.git(...args));
          return "";
        },
        write(file, content) {
          if (file === ".gitattributes") arm.push(() => repository.write(file, content));
          else repository.write(file, content);
        },
      };
      for (const marker of markers) if (!marker.alone) marker.plant(preparing, makeProgram(folder, marker.name));
      stage();
      for (const trap of arm) trap();
      edit();
    });

    it("starts nothing when it is read", async () => {
      expect(await readEverything(repository.root)).to.be.greaterThan(2);
      expect(left(folder)).to.deep.equal([]);
    });

    it("starts nothing when an editor opens, edits and reviews it", async function () {
      this.timeout(60_000);
      const file = path.join(repository.root, "a.js");
      const client = await new LspClient({ folders: [repository.root] }).start();
      try {
        client.open(file, readFileSync(file, "utf8"));
        client.edit(file, [
          { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: "edit();\n" },
        ]);
        client.save(file);
        await client.quiet();
        const [review] = await client.review();
        expect(review?.files.map((item) => item.path)).to.include.members(["a.js", "new.js"]);
      } finally {
        await client.stop();
      }
      expect(left(folder)).to.deep.equal([]);
    });

    for (const [command, ...args] of [
      ["scan", "."],
      ["scan", "a.js", "--format", "sarif"],
      ["review"],
      ["review", "--staged", "--format", "json"],
      ["review", "--base", "merge-base"],
      ["gate", "--staged"],
      ["gate", "--range", "HEAD~1..HEAD"],
      ["fix", "a.js", "--dry-run"],
      ["gate", "install"],
      ["gate", "remove"],
    ] as const) {
      it(`starts nothing on: linewarden ${[command, ...args].join(" ")}`, function () {
        this.timeout(60_000);
        expect(existsSync(cli), "dist/cli.js is built").to.equal(true);
        const result = spawnSync(process.execPath, [cli, command, ...args], {
          cwd: repository.root,
          env: plainEnvironment,
          encoding: "utf8",
          timeout: 50_000,
        });
        expect(result.status, `${result.stdout}${result.stderr}`).to.be.oneOf(command === "gate" ? [0, 1, 2] : [0, 1]);
        expect(`${result.stdout}${result.stderr}`).to.not.equal("");
        expect(left(folder)).to.deep.equal([]);
      });
    }
  });
});

/** Everything that reads a repository. @returns How many files it read. */
async function readEverything(root: string): Promise<number> {
  let files = 0;
  const set = await readChangeSet(root, { kind: "working" });
  for (const request of [
    { kind: "working", base: "merge-base" },
    { kind: "working", base: "HEAD" },
    { kind: "staged" },
    { kind: "staged", amend: true },
    { kind: "range", from: "HEAD", to: "HEAD" },
    { kind: "auto" },
  ] as const)
    files += (await readChangeSet(root, request)).files.length;
  for (const sub of ["sub", "module", "inner", "alternate"])
    if (existsSync(path.join(root, sub))) await readChangeSet(path.join(root, sub), { kind: "auto" });
  const opened = await openRepository(root);
  if (!opened) throw new Error("no repository");
  await indexTreeId(opened);
  await readFileAtBase(opened, set.base, "a.js");
  await opened.configValue("core.hooksPath");
  files += (await walkFiles(root)).files.length;
  await takeSnapshot(root);
  return files;
}
