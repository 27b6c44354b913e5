import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import {
  badQuery,
  cleanEnvironment,
  createRepository,
  type GateRepository,
  goodQuery,
  linewarden,
  openAt,
} from "./gateRepository.ts";

describe("a commit with the gate installed", function () {
  this.timeout(60000);
  let repo: GateRepository;

  beforeEach(() => {
    repo = createRepository("my project");
    repo.write("README.md", "# Shop\n");
    repo.git("add", ".");
    repo.git("commit", "-qm", "first");
    const { code, text } = linewarden(repo.dir, ["gate", "install"]);
    expect(code, text).to.equal(0);
  });
  afterEach(() => repo.remove());

  const head = () => repo.git("log", "-1", "--format=%s").trim();
  const expectStopped = ({ code, text }: { code: number; text: string }) => {
    expect(code, text).to.not.equal(0);
    expect(text).to.match(/high/);
    return text;
  };
  const expectPassed = ({ code, text }: { code: number; text: string }) => {
    expect(code, text).to.equal(0);
    expect(text).to.not.contain("did not let it through").and.to.not.contain("did not pass the gate");
    return text;
  };

  it("is told of a comment that silences only where the file can hold one", () => {
    const secret = ["k3Jd8s", "Lq2Wm5"].join("!");
    repo.write("settings.json", `{ "password": "${secret}" }\n`);
    repo.git("add", ".");
    expect(expectStopped(repo.tryGit(["commit", "-m", "settings"]))).to.not.contain("linewarden-ignore");
    repo.write("settings.yaml", `password: "${secret}"\n`);
    repo.git("add", ".");
    expect(expectStopped(repo.tryGit(["commit", "-m", "settings"]))).to.contain(
      "linewarden-ignore text.configured-password: reason",
    );
  });

  it("ends what it prints with how to go on, also through a pipe that is slow", () => {
    for (let file = 0; file < 60; file++) repo.write(`src/find${file}.js`, badQuery.replaceAll("find", `find${file}`));
    repo.git("add", ".");
    const { stdout } = spawnSync("sh", ["-c", "git commit -qm many 2>&1 | { sleep 3; cat; }"], {
      cwd: repo.dir,
      env: cleanEnvironment(),
      encoding: "utf8",
    });
    expect(stdout.length).to.be.greaterThan(65536);
    expect(stdout.slice(stdout.lastIndexOf("linewarden: this commit is stopped"))).to.match(/pass once .*recorded\)\n$/);
  });

  it("is stopped when it introduces a high finding, with what, where and how to go on", () => {
    repo.write("src/find.js", badQuery);
    repo.git("add", ".");
    const text = expectStopped(repo.tryGit(["commit", "-m", "find"]));
    expect(text).to.contain("src/find.js").and.to.contain("sql-injection").and.to.contain("CWE-89");
    expect(text)
      .to.contain("sh .git/linewarden/launch fix src/find.js:4")
      .and.to.contain("linewarden-ignore")
      .and.to.contain("--no-verify")
      .and.to.contain("gate --explain");
    expect(head()).to.equal("first");
  });

  it("names what can be typed from where the person stands, and a fix only where there is one", () => {
    repo.write("src/run.js", "exports.run = (req) => fetch(req.query.url);\n");
    repo.git("add", ".");
    const byHand = expectStopped(repo.tryGit(["commit", "-qm", "run"]));
    expect(byHand).to.contain("fix it            by hand").and.to.not.contain("launch fix");
    repo.write("src/find.js", badQuery);
    repo.git("add", ".");
    const below = expectStopped(repo.tryGit(["commit", "-qm", "find"], { cwd: join(repo.dir, "src") }));
    const typed = /fix it {12}(.* fix \S+)/.exec(below)?.[1] ?? "";
    expect(typed).to.match(/ fix find\.js:4@[0-9a-f]{8}$/);
    const fixed = spawnSync("sh", ["-c", typed], { cwd: join(repo.dir, "src"), env: cleanEnvironment(), encoding: "utf8" });
    expect(fixed.status, fixed.stdout + fixed.stderr).to.equal(0);
    expect(repo.read("src/find.js")).to.contain("$1");
  });

  it("passes when it introduces nothing, and says nothing more afterwards", () => {
    repo.write("src/find.js", goodQuery);
    repo.git("add", ".");
    expectPassed(repo.tryGit(["commit", "-m", "find"]));
    expect(head()).to.equal("find");
  });

  it("passes with a finding that was there before, moved or in a renamed file; a second copy is stopped", () => {
    repo.write("src/find.js", badQuery);
    repo.git("add", ".");
    repo.git("commit", "-qm", "old", "--no-verify");
    repo.write("src/find.js", `// A note.\n\n${badQuery}\nexports.limit = 10;\n`);
    expectPassed(repo.tryGit(["commit", "-qam", "unrelated"]));
    repo.git("mv", "src/find.js", "src/search.js");
    expectPassed(repo.tryGit(["commit", "-qm", "rename"]));
    repo.write("src/copy.js", badQuery);
    repo.git("add", ".");
    expectStopped(repo.tryGit(["commit", "-qm", "copy"]));
  });

  describe("judges the bytes that will be committed", () => {
    it("the index, not the working tree", () => {
      repo.write("a.js", goodQuery);
      repo.git("add", ".");
      repo.write("a.js", badQuery);
      expectPassed(repo.tryGit(["commit", "-qm", "good in the index"]));
      repo.git("add", ".");
      repo.write("a.js", goodQuery);
      expectStopped(repo.tryGit(["commit", "-qm", "bad in the index"]));
    });

    it("-a", () => {
      repo.write("a.js", goodQuery);
      repo.git("add", ".");
      expectPassed(repo.tryGit(["commit", "-qm", "good"]));
      repo.write("a.js", badQuery);
      expectStopped(repo.tryGit(["commit", "-qam", "bad"]));
    });

    it("-p, the chosen hunks only", () => {
      const middle = "// line\n".repeat(20);
      repo.write("a.js", `let first = 1;\n${middle}${goodQuery}`);
      repo.git("add", ".");
      repo.git("commit", "-qm", "base");
      repo.write("a.js", `let first = 2;\n${middle}${badQuery}`);
      const pick = (answers: string) => {
        const { status, stdout, stderr } = spawnSync("git", ["commit", "-p", "-m", "picked"], {
          cwd: repo.dir,
          env: cleanEnvironment(),
          input: answers,
          encoding: "utf8",
        });
        return { code: status ?? 128, text: `${stdout}${stderr}` };
      };
      expectStopped(pick("n\ny\n"));
      expectPassed(pick("y\nn\n"));
      expect(repo.git("show", "HEAD:a.js")).to.contain("first = 2").and.to.contain("$1");
    });

    it("paths: only what they name", () => {
      repo.write("good.js", goodQuery.replaceAll("find", "load"));
      repo.write("bad.js", "module.exports = 1;\n");
      repo.git("add", ".");
      repo.git("commit", "-qm", "base");
      repo.write("good.js", goodQuery.replaceAll("find", "fetch"));
      repo.write("bad.js", badQuery);
      repo.git("add", ".");
      expectPassed(repo.tryGit(["commit", "-qm", "good path", "good.js"]));
      expectStopped(repo.tryGit(["commit", "-qm", "bad path", "bad.js"]));
    });

    it("--amend: the whole commit that results, also through an alias", () => {
      repo.write("a.js", badQuery);
      repo.git("add", ".");
      repo.git("commit", "-qm", "let through", "--no-verify");
      repo.git("config", "alias.fixup-last", "commit --amend --no-edit");
      expectStopped(repo.tryGit(["commit", "--amend", "-m", "amended"]));
      expectStopped(repo.tryGit(["fixup-last"]));
      repo.write("a.js", goodQuery);
      expectPassed(repo.tryGit(["commit", "-a", "--amend", "-m", "amended"]));
      expect(head()).to.equal("amended");
    });

    it("a message that speaks of --amend amends nothing", () => {
      repo.write("a.js", badQuery);
      repo.git("add", ".");
      repo.git("commit", "-qm", "let through", "--no-verify");
      repo.write("b.js", goodQuery);
      repo.git("add", ".");
      expectPassed(repo.tryGit(["commit", "-m", "--amend"]));
    });

    it("a merge", () => {
      repo.git("checkout", "-qb", "side");
      repo.write("side.js", badQuery);
      repo.git("add", ".");
      repo.git("commit", "-qm", "side", "--no-verify");
      repo.git("checkout", "-q", "main");
      repo.write("main.js", goodQuery);
      repo.git("add", ".");
      expectPassed(repo.tryGit(["commit", "-qm", "main"]));
      expectStopped(repo.tryGit(["merge", "--no-edit", "side"]));
    });

    it("a merge with conflicts that a person resolved", () => {
      repo.write("a.js", "exports.limit = 1;\n");
      repo.git("add", ".");
      repo.git("commit", "-qm", "base");
      repo.git("checkout", "-qb", "side");
      repo.write("a.js", "exports.limit = 2;\n");
      repo.git("commit", "-qam", "side");
      repo.git("checkout", "-q", "main");
      repo.write("a.js", "exports.limit = 3;\n");
      repo.git("commit", "-qam", "main");
      expect(repo.tryGit(["merge", "--no-edit", "side"]).code).to.not.equal(0);
      repo.write("a.js", badQuery);
      repo.git("add", ".");
      expectStopped(repo.tryGit(["commit", "--no-edit"]));
      repo.write("a.js", goodQuery);
      repo.git("add", ".");
      expectPassed(repo.tryGit(["commit", "--no-edit"]));
    });

    it("the first commit of a repository", () => {
      const fresh = createRepository("fresh");
      try {
        linewarden(fresh.dir, ["gate", "install"]);
        fresh.write("a.js", badQuery);
        fresh.git("add", ".");
        expectStopped(fresh.tryGit(["commit", "-qm", "first"]));
        fresh.write("a.js", goodQuery);
        fresh.git("add", ".");
        expectPassed(fresh.tryGit(["commit", "-qm", "first"]));
      } finally {
        fresh.remove();
      }
    });

    it("in a subfolder and in a linked worktree", () => {
      const tree = join(repo.dir, "..", "linked tree");
      repo.git("worktree", "add", "-q", "-b", "linked", tree);
      const linked = openAt(tree);
      linked.write("deep er/a.js", badQuery);
      linked.git("add", ".");
      expectStopped(linked.tryGit(["commit", "-qm", "bad"], { cwd: join(tree, "deep er") }));
      linked.write("deep er/a.js", goodQuery);
      expectPassed(linked.tryGit(["commit", "-qam", "good"], { cwd: join(tree, "deep er") }));
    });

    it("with Windows line ends and a byte order mark", () => {
      repo.write("a.js", `\uFEFF${badQuery.replaceAll("\n", "\r\n")}`);
      repo.git("add", ".");
      expectStopped(repo.tryGit(["commit", "-qm", "bad"]));
    });
  });

  describe("never passes on nothing", () => {
    it("a change of which nothing could be read is stopped, and the message says why and how to go on", () => {
      writeFileSync(join(repo.dir, "tool.bin"), Buffer.from([0, 1, 2, 3, 0, 255]));
      repo.git("add", ".");
      const { code, text } = repo.tryGit(["commit", "-qm", "binary"]);
      expect(code, text).to.not.equal(0);
      expect(text).to.contain("tool.bin").and.to.contain("binary").and.to.contain("--no-verify");
      expect(text).to.contain("No rule can read binary files, so a person has to decide");
    });

    it("documents, deletions and renames are looked at, and pass", () => {
      repo.write("README.md", "# Shop\n\nMore.\n");
      expectPassed(repo.tryGit(["commit", "-qam", "document"]));
      repo.git("mv", "README.md", "READ.md");
      expectPassed(repo.tryGit(["commit", "-qm", "rename"]));
      repo.git("rm", "-q", "READ.md");
      expectPassed(repo.tryGit(["commit", "-qm", "delete"]));
    });

    it("an empty commit has nothing to look at", () => {
      expectPassed(repo.tryGit(["commit", "-q", "--allow-empty", "-m", "empty"]));
    });

    it("a broken rule of the repository is named, and does not stop the rest", () => {
      repo.write(".linewarden/rules/broken.yaml", "rules:\n  - id: broken\n    languages: [python\n");
      repo.write("a.js", goodQuery);
      repo.git("add", ".");
      const text = expectPassed(repo.tryGit(["commit", "-qm", "rules"]));
      expect(text).to.contain(".linewarden/rules/broken.yaml");
    });
  });

  describe("around the gate is noticed", () => {
    const bad = () => {
      repo.write("a.js", badQuery);
      repo.git("add", ".");
    };

    it("--no-verify", () => {
      bad();
      repo.tryGit(["commit", "-qm", "stopped"]);
      const { code, text } = repo.tryGit(["commit", "-qm", "anyway", "--no-verify"]);
      expect(code).to.equal(0);
      expect(text)
        .to.contain("was made although the gate did not let it through: it stopped this content")
        .and.to.contain("Review it: sh .git/linewarden/launch gate --range");
      expect(repo.read(".git/linewarden/journal.jsonl")).to.contain('"passed by"');
    });

    it("cherry-pick, revert and rebase", () => {
      repo.git("checkout", "-qb", "side");
      bad();
      repo.git("commit", "-qm", "side", "--no-verify");
      repo.git("checkout", "-q", "main");
      repo.write("b.js", goodQuery);
      repo.git("add", ".");
      expectPassed(repo.tryGit(["commit", "-qm", "main"]));
      const picked = repo.tryGit(["cherry-pick", "side"]);
      expect(picked.code).to.equal(0);
      expect(picked.text).to.contain("did not pass the gate: it never saw this content");
      repo.git("reset", "-q", "--hard", "HEAD~1");
      repo.git("checkout", "-q", "side");
      const rebased = repo.tryGit(["rebase", "-q", "main"]);
      expect(rebased.code).to.equal(0);
      expect(rebased.text).to.contain("1 rewritten commit was not seen by the gate");
      const reverted = repo.tryGit(["revert", "--no-edit", "HEAD"]);
      expect(reverted.code).to.equal(0);
    });

    it("git am", () => {
      repo.git("checkout", "-qb", "side");
      bad();
      repo.git("commit", "-qm", "side", "--no-verify");
      repo.write("../side.patch", repo.git("format-patch", "-1", "--stdout"));
      repo.git("checkout", "-q", "main");
      const applied = repo.tryGit(["am", "-q", join(repo.dir, "../side.patch")]);
      expect(applied.code, applied.text).to.equal(0);
      expect(applied.text).to.contain("did not pass the gate: it never saw this content");
      repo.git("checkout", "-q", "side");
      repo.git("commit", "-q", "--amend", "--no-verify", "-m", "again");
      expect(repo.tryGit(["rebase", "-q", "--apply", "--force-rebase", "main~1"]).text).to.not.contain("did not pass the gate");
    });
  });
});

describe("linewarden gate", function () {
  this.timeout(60000);
  let repo: GateRepository;
  beforeEach(() => {
    repo = createRepository("range");
    repo.write("a.js", goodQuery);
    repo.git("add", ".");
    repo.git("commit", "-qm", "good");
    repo.write("a.js", badQuery);
    repo.git("commit", "-qam", "bad");
  });
  afterEach(() => repo.remove());

  it("judges a range of commits", () => {
    const { code, text } = linewarden(repo.dir, ["gate", "--range", "HEAD~1..HEAD"]);
    expect(code, text).to.equal(1);
    expect(text).to.contain("a.js");
    expect(linewarden(repo.dir, ["gate", "--range", "HEAD..HEAD"]).code).to.equal(0);
  });

  it("gives JSON and SARIF, and follows --fail-on", () => {
    const { code, text } = linewarden(repo.dir, ["gate", "--range", "HEAD~1..HEAD", "--format", "json"]);
    expect(code).to.equal(1);
    const result = JSON.parse(text);
    expect(result.verdict.blocked).to.equal(true);
    expect(result.findings.length).to.be.greaterThan(0);
    const sarif = linewarden(repo.dir, ["gate", "--range", "HEAD~1..HEAD", "--format", "sarif", "--fail-on", "never"]);
    expect(sarif.code).to.equal(0);
    expect(JSON.parse(sarif.text).runs[0].results.length).to.be.greaterThan(0);
  });

  it("explains the policy and the path of the data", () => {
    const { text } = linewarden(repo.dir, ["gate", "--range", "HEAD~1..HEAD", "--explain"]);
    expect(text).to.contain("high or medium confidence").and.to.contain("comes from");
  });

  it("has no result for a range that does not exist, outside of a repository, or with unknown words", () => {
    expect(linewarden(repo.dir, ["gate", "--range", "nowhere..HEAD"]).code).to.equal(2);
    expect(linewarden(repo.dir, ["gate", "--range", "HEAD"]).code).to.equal(2);
    expect(linewarden(repo.dir, ["gate", "instal"]).code).to.equal(2);
    const outside = join(repo.dir, "..", "outside");
    mkdirSync(outside);
    expect(linewarden(outside, ["gate"]).code).to.equal(2);
  });

  it("installs and removes without leaving a trace but its record", () => {
    expect(linewarden(repo.dir, ["gate", "install"]).text).to.contain("pre-commit");
    expect(linewarden(repo.dir, ["gate", "remove"]).text).to.contain("removed");
    expect(linewarden(repo.dir, ["gate", "remove"]).text).to.contain("no gate");
    expect(repo.git("status", "--porcelain")).to.equal("");
  });
});
