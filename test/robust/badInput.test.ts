/** Everything that is not the file one hoped for, through the command line and the language server: named, never silent, never fatal. */

import { execFileSync } from "node:child_process";
import { chmodSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { FileChangeType } from "vscode-languageserver/node";
import { dist, LspClient } from "../lsp/client.ts";
import { createProject, type Project, runGit } from "../lsp/project.ts";
import { coldScan, runCli, shownState } from "./coldScan.ts";

const good = "export function run(value) {\n  danger(value);\n}\n";

describe("bad input", () => {
  const projects: Project[] = [];
  let client: LspClient | undefined;
  const project = (files: Readonly<Record<string, string | Buffer>> = {}): Project => {
    const made = createProject(files);
    projects.push(made);
    return made;
  };
  const connect = async (dir: string, options = {}): Promise<LspClient> => {
    client = await new LspClient({ folders: [dir], ...options }).start();
    return client;
  };
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    for (const made of projects.splice(0)) made.dispose();
  });

  /** Both doors review the good file beside the bad one; `reason`, if any, is named for `name` by both. `inside`: what the editor shows besides. */
  async function expectNamed(
    made: Project,
    name: string,
    reason: string | undefined,
    inside: readonly string[] = [],
  ): Promise<void> {
    made.write("good.js", good);
    const cold = coldScan(made.dir);
    expect(cold.findings, "the command line").to.include("good.js test.danger:2");
    const server = await connect(made.dir);
    await server.untilLines(made.path("good.js"), [2]);
    await server.quiet();
    const [review] = await server.review();
    expect(shownState(server, made.dir)).to.deep.equal([...cold.findings, ...inside]);
    if (reason === undefined) {
      expect(cold.notReviewed.filter((one) => one.path === name)).to.deep.equal([]);
      return;
    }
    for (const notReviewed of [cold.notReviewed, review?.notReviewed ?? []]) {
      const entry = notReviewed.find((one) => one.path === name || one.path?.startsWith(`${name}/`));
      expect(entry?.reason, JSON.stringify(notReviewed)).to.equal(reason);
      expect(entry?.detail).to.match(/\w/);
    }
  }

  for (const [title, name, content, reason] of [
    ["broken syntax", "broken.js", "function (((( {\n  danger(1);\nclass", "syntax errors"],
    ["a binary file with a code ending", "binary.js", Buffer.from([0x7f, 0x45, 0, 0, 1, 2, 255]), "binary"],
    ["an empty file", "empty.js", "", undefined],
    ["a file of blanks", "blank.py", "\n\n   \n", undefined],
    ["ten megabytes in one line", "huge.js", `danger("${"x".repeat(10 * 1024 * 1024)}");`, "too large"],
    ["invalid UTF-8", "latin.py", Buffer.from([0x78, 0x20, 0x3d, 0x20, 0x22, 0xe9, 0x22, 0x0a]), "invalid UTF-8"],
    ["UTF-16", "wide.js", Buffer.from("\uFEFFdanger(1)", "utf16le"), "invalid UTF-8"],
    ["an ending nobody knows", "file.unknown-language", "danger(1)\n", undefined],
  ] as const) {
    it(title, async () => {
      const made = project();
      made.write(name, content);
      await expectNamed(made, name, reason);
    });
  }

  for (const [title, text] of [
    ["CRLF", good.replaceAll("\n", "\r\n")],
    ["lone CR", good.replaceAll("\n", "\r")],
    ["a byte order mark", `\uFEFF${good}`],
    ["no last line end", good.trimEnd()],
    ["characters beyond the first plane", `// ${"𝒳😀".repeat(50)}\n${good}`],
  ] as const) {
    it(`${title}: the finding stands on its line`, async () => {
      const made = project();
      made.write("good.js", good);
      made.write("odd.js", text);
      const cold = coldScan(made.dir);
      const line = title.startsWith("characters") ? 3 : 2;
      expect(cold.findings).to.include(`odd.js test.danger:${line}`);
      const server = await connect(made.dir);
      await server.untilLines(made.path("odd.js"), [line]);
      expect(server.shown(made.path("odd.js"))[0]?.range.start.character).to.equal(2);
    });
  }

  it("five megabytes of code in one line end, in both doors", async () => {
    const made = project();
    made.write("wide.js", `f(${"a+".repeat(1_000_000)}a);danger(1)`);
    made.write("good.js", good);
    const cold = coldScan(made.dir);
    expect(cold.findings).to.include("good.js test.danger:2");
    const server = await connect(made.dir);
    await server.until("the good file", () => server.shown(made.path("good.js")).length === 1, 100_000);
    const [review] = await server.review();
    const named = review?.notReviewed.some((one) => one.path === "wide.js") ?? false;
    expect(named || server.shown(made.path("wide.js")).length === 1, "found or named").to.equal(true);
  }).timeout(240_000);

  it("an open document that is too large is named, and reviewed again when it shrinks", async () => {
    const made = project({ "a.js": "x();\n" });
    const server = await connect(made.dir, { settings: { maxFileSizeMb: 0.01 } });
    server.open(made.path("a.js"), `danger(1);\n${"// filler\n".repeat(2_000)}`);
    await server.until(
      "the name",
      async () =>
        (await server.review())[0]?.notReviewed.some((one) => one.path === "a.js" && one.reason === "too large") ?? false,
    );
    server.replace(made.path("a.js"), "danger(1);\n");
    await server.untilLines(made.path("a.js"), [1]);
  });

  it("a symbolic link loop, a link to a folder and a dangling link", async () => {
    const made = project();
    symlinkSync("loop.js", made.path("loop.js"));
    symlinkSync("..", made.path("up"));
    symlinkSync("nowhere.js", made.path("dangling.js"));
    await expectNamed(made, "loop.js", "symbolic link");
  });

  it("a submodule is named, and its own change is reviewed beside it in the editor", async () => {
    const inner = project({ "inner.js": good });
    const made = project();
    made.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", inner.dir, "sub");
    made.commit("add");
    runGit(made.path("sub"), ["commit", "-q", "--allow-empty", "-m", "moves on"]);
    made.write("sub/inner.js", `${good}${good}`);
    await expectNamed(made, "sub", "submodule", ["sub/inner.js test.danger:5"]);
  });

  it("a repository inside a folder is named, and its open documents are compared with its own base", async () => {
    const made = project({ "a.js": "x();\n" });
    made.write("nested/n.js", good);
    runGit(made.path("nested"), ["init", "-q", "-b", "main"]);
    runGit(made.path("nested"), ["add", "-A"]);
    runGit(made.path("nested"), ["commit", "-q", "-m", "nested"]);
    const server = await connect(made.dir);
    await server.quiet();
    expect((await server.review())[0]?.notReviewed.map((one) => `${one.path}: ${one.reason}`)).to.include("nested: submodule");
    const evil = 'import { exec } from "node:child_process";\nexport const f = (req) => exec(`ls ${req.query.dir}`);\n';
    server.open(made.path("nested/n.js"), good);
    await server.until("an answer", () => server.publishes.some((one) => one.uri.endsWith("n.js")));
    expect(server.shown(made.path("nested/n.js"))).to.deep.equal([]);
    server.replace(made.path("nested/n.js"), evil);
    await server.until("a finding", () => server.shown(made.path("nested/n.js")).length > 0);
  });

  it("a linked work tree is reviewed against its own HEAD, and its commits are noticed", async () => {
    const made = project({ "a.js": "x();\n" });
    const place = project();
    const dir = place.path("linked");
    made.git("worktree", "add", "-q", "-b", "work", dir);
    writeFileSync(join(dir, "a.js"), good);
    expect(coldScan(dir).findings).to.deep.equal(["a.js test.danger:2"]);
    const server = await connect(dir);
    await server.untilLines(join(dir, "a.js"), [2]);
    runGit(dir, ["commit", "-q", "-a", "-m", "work"]);
    await server.untilLines(join(dir, "a.js"), []);
  });

  it("a shallow clone is reviewed, and says so when the base is beyond its history", async () => {
    const made = project({ "a.js": "x();\n" });
    made.git("commit", "-q", "--allow-empty", "-m", "second");
    const place = project();
    const dir = place.path("shallow");
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${made.dir}`, dir], { stdio: "ignore" });
    writeFileSync(join(dir, "a.js"), good);
    expect(coldScan(dir).findings).to.deep.equal(["a.js test.danger:2"]);
    const server = await connect(dir);
    await server.untilLines(join(dir, "a.js"), [2]);
    server.changeSettings({ base: "HEAD~1" });
    await server.until(
      "the reason",
      async () => (await server.review())[0]?.notReviewed.some((one) => /HEAD~1/.test(one.detail)) ?? false,
    );
    server.changeSettings({});
    await server.until(
      "the review again",
      async () => (await server.review())[0]?.notReviewed.every((one) => !/HEAD~1/.test(one.detail)) ?? false,
    );
    await server.untilLines(join(dir, "a.js"), [2]);
  });

  it("a repository without a commit: every file is new", async () => {
    const made = project();
    made.git("checkout", "-q", "--orphan", "empty");
    made.git("rm", "-r", "-q", "--cached", ".");
    await expectNamed(made, "good.js", undefined);
  });

  it("a broken rule file is named with its place, and the other rules run", async () => {
    const made = project();
    made.write(".linewarden/rules/broken.yaml", "rules:\n  - id: x\n    languages: [javascript\n");
    made.write(
      ".linewarden/rules/unsupported.yaml",
      "rules:\n  - id: test.join\n    languages: [javascript]\n    severity: INFO\n    message: m\n    mode: join\n    join: {}\n",
    );
    made.write(
      ".linewarden/rules/extracting.yaml",
      "rules:\n  - id: test.extract\n    languages: [javascript]\n    severity: INFO\n    message: m\n    mode: extract\n    pattern: f($X)\n    extract: $X\n    dest-language: html\n",
    );
    await expectNamed(made, ".linewarden/rules/broken.yaml", "rule error");
    const [review] = (await client?.review()) ?? [];
    for (const name of ["unsupported.yaml", "extracting.yaml"])
      expect(review?.notReviewed.find((one) => one.path.endsWith(name))?.reason, name).to.equal("rule unsupported");
    const strict = runCli(["review", made.dir, "--strict", "--fail-on", "never"], made.dir);
    expect(strict.status, "--strict").to.equal(1);
  });

  it("a rule file that is named and cannot be used ends the command line with 2", () => {
    const made = project();
    const file = made.write("mine.yaml", "rules: 3\n");
    const result = runCli(["scan", made.dir, "--rules", file], made.dir);
    expect(result.status).to.equal(2);
    expect(result.stderr).to.include("mine.yaml");
  });

  it("a rule with a catastrophic regex ends: by RE2 at once, by the watchdog where it needs lookaround", async () => {
    const made = project();
    const rule = (id: string, regex: string): string =>
      `rules:\n  - id: ${id}\n    languages: [javascript]\n    severity: INFO\n    message: m\n    pattern-regex: '${regex}'\n`;
    made.write(".linewarden/rules/plain.yaml", rule("test.plain", "(a+)+$"));
    made.write(".linewarden/rules/look.yaml", rule("test.look", "(?=b)(?:b)(a+)+(?=!)"));
    made.write("slow.js", `// b${"a".repeat(50)}c\n`);
    made.write("good.js", good);
    const cold = coldScan(made.dir);
    expect(cold.findings).to.include("good.js test.danger:2");
    const entry = cold.notReviewed.find((one) => one.path === "slow.js");
    expect(entry?.reason).to.equal("timed out");
    expect(entry?.detail).to.include("test.look");
    const server = await connect(made.dir);
    await server.until("the good file", () => server.shown(made.path("good.js")).length > 0, 60_000);
  }).timeout(180_000);

  it("a folder that is not there and a file in its place", async () => {
    const made = project();
    const server = await connect(`${made.dir}-missing`);
    await server.until("the reason", async () => ((await server.review())[0]?.notReviewed.length ?? 0) > 0);
    const result = runCli(["review", made.path("missing")], made.dir);
    expect(result.status).to.equal(2);
    expect(result.stderr).to.match(/missing/);
  });

  it("a folder that is deleted while it is open, and comes back", async () => {
    const made = project({ "lib/a.js": "x();\n" });
    made.write("lib/a.js", good);
    const server = await connect(made.dir);
    await server.untilLines(made.path("lib/a.js"), [2]);
    made.remove("lib");
    server.filesChanged([made.path("lib")], FileChangeType.Deleted);
    await server.untilLines(made.path("lib/a.js"), []);
    made.write("lib/a.js", good);
    server.filesChanged([made.path("lib")], FileChangeType.Created);
    await server.untilLines(made.path("lib/a.js"), [2]);
  });

  it("a folder and a file without rights are named", async () => {
    const made = project({ "closed.js": "x();\n", "locked/inner.js": "x();\n" });
    made.write("good.js", good);
    made.write("closed.js", good);
    made.write("locked/other.js", good);
    const root = process.getuid?.() === 0;
    // Rights do not bind root: then both doors run as another user, who owns everything but the rights.
    const [uid, gid] = root ? [65534, 65534] : [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
    if (root) execFileSync("chown", ["-R", `${uid}:${gid}`, made.dir]);
    chmodSync(made.path("closed.js"), 0);
    chmodSync(made.path("locked"), 0);
    try {
      const options = { cwd: made.dir, encoding: "utf8", uid, gid, env: { ...process.env, HOME: made.dir } } as const;
      const output = execFileSync(
        process.execPath,
        [join(dist, "cli.js"), "review", made.dir, "--format", "json", "--fail-on", "never"],
        options,
      );
      const named = (JSON.parse(output) as { notReviewed: { path?: string; reason: string }[] }).notReviewed;
      expect(named.find((one) => one.path === "closed.js")?.reason).to.equal("unreadable");
      expect(
        named.some((one) => one.path?.startsWith("locked")),
        JSON.stringify(named),
      ).to.equal(true);
      const server = await connect(made.dir, { spawnOptions: { uid, gid, env: options.env } });
      await server.untilLines(made.path("good.js"), [2]);
      await server.quiet();
      const shown = (await server.review())[0]?.notReviewed ?? [];
      expect(shown.find((one) => one.path === "closed.js")?.reason).to.equal("unreadable");
      expect(shown.some((one) => one.path.startsWith("locked"))).to.equal(true);
    } finally {
      chmodSync(made.path("closed.js"), 0o644);
      chmodSync(made.path("locked"), 0o755);
    }
  });
});
