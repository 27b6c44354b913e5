import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { madeSince } from "../../server/host/commitsAround.ts";
import { openRepository } from "../../server/host/git.ts";
import { passedCommits } from "../../server/host/passedCommits.ts";
import { badQuery, cleanEnvironment, createRepository, type GateRepository, goodQuery, linewarden } from "./gateRepository.ts";

describe("a commit that no hook of the gate saw", function () {
  this.timeout(60000);
  let repo: GateRepository;
  let files = 0;

  beforeEach(() => {
    repo = createRepository("my project");
    repo.write("README.md", "# Shop\n");
    repo.git("add", ".");
    repo.git("commit", "-qm", "before the gate");
    expect(linewarden(repo.dir, ["gate", "install"]).code).to.equal(0);
  });
  afterEach(() => repo.remove());

  /** Adds a file of its own. */
  function commit(before: readonly string[] = [], text = goodQuery, env: NodeJS.ProcessEnv = {}) {
    repo.write(`file${files++}.js`, text);
    repo.git("add", ".");
    return repo.tryGit([...before, "commit", "-m", "change"], { env: { ...cleanEnvironment(), ...env } });
  }
  const around = ["-c", "core.hooksPath=/dev/null"];
  const id = (name = "HEAD") => repo.git("rev-parse", name).slice(0, 10);
  const told = /made around the gate's hooks/;

  it("is named at the next commit, with how to review it, and only once", () => {
    expect(commit(around, badQuery).text).to.not.match(told);
    const passed = id();
    const next = commit();
    expect(next.code).to.equal(0);
    expect(next.text)
      .to.contain(`1 earlier commit was made around the gate's hooks: ${passed}.`)
      .and.match(new RegExp(`Review it: .* gate --range ${passed}\\^\\.\\.HEAD`));
    expect(repo.read(".git/linewarden/journal.jsonl")).to.match(new RegExp(`"kind":"passed by".*"commit":"${passed}`));
    expect(commit().text).to.not.match(told);
  });

  it("is named by linewarden gate, also where there are several", () => {
    commit(around);
    commit(around);
    const { text } = linewarden(repo.dir, ["gate", "--quiet"]);
    expect(text).to.contain(`2 earlier commits were made around the gate's hooks: ${id("HEAD^")}, ${id()}.`);
  });

  it("HUSKY=0: husky's hooks call nothing then", () => {
    repo.git("config", "core.hooksPath", ".husky/_");
    const husky = (hook: string) => `#!/bin/sh\n[ "$HUSKY" = "0" ] && exit 0\nsh -e .husky/${hook} "$@"\n`;
    for (const hook of ["pre-commit", "post-commit"]) {
      repo.write(`.husky/_/${hook}`, husky(hook), 0o755);
      repo.write(`.husky/${hook}`, `sh "$(git rev-parse --git-common-dir)/linewarden/launch" gate --hook ${hook} "$@"\n`);
    }
    expect(commit([], badQuery).code, "the gate stands").to.equal(1);
    expect(commit([], badQuery, { HUSKY: "0" }).code).to.equal(0);
    const passed = id();
    expect(commit().text).to.contain(`1 earlier commit was made around the gate's hooks: ${passed}.`);
  });

  it("stands in the editor's panel until the gate has let it through or it was pushed, and so do those that were noticed", async () => {
    const passed = async (): Promise<string[]> => {
      const opened = await openRepository(repo.dir);
      return opened ? (await passedCommits(opened)).map(({ commit: one, reason }) => `${one.slice(0, 10)} ${reason}`) : [];
    };
    expect(await passed()).to.deep.equal([]);
    commit(around);
    const first = `${id()} it was made around the gate's hooks`;
    expect(await passed()).to.deep.equal([first]);
    commit();
    expect(await passed(), "after it was noticed").to.deep.equal([first]);
    repo.write("bad.js", badQuery);
    repo.git("add", ".");
    repo.git("commit", "-qnm", "past the gate");
    const second = `${id()} it never saw this content`;
    expect(await passed()).to.deep.equal([first, second]);
    // It stops the whole, and passes what the first one changed.
    expect(linewarden(repo.dir, ["gate", "--range", `${first.slice(0, 10)}^..HEAD`]).code).to.equal(1);
    expect(await passed()).to.deep.equal([first, second]);
    expect(linewarden(repo.dir, ["gate", "--range", `${first.slice(0, 10)}^..HEAD^`]).code).to.equal(0);
    expect(await passed()).to.deep.equal([second]);
    repo.git("update-ref", "refs/remotes/origin/main", "HEAD");
    expect(await passed()).to.deep.equal([]);
  });

  it("is still named where history behind it was written anew, and a pipe in place of the log keeps nothing waiting", async () => {
    const opened = await openRepository(repo.dir);
    const passed = async () => (opened ? (await passedCommits(opened)).map(({ commit: one }) => one.slice(0, 10)) : []);
    commit(around);
    const first = id();
    commit();
    commit();
    expect(await passed()).to.deep.equal([first]);
    // What the gate last looked at is there with another commit before it.
    repo.git("reset", "-q", "--soft", "HEAD~2");
    repo.git("commit", "-qnm", "both");
    expect(await passed()).to.include(first);
    rmSync(join(repo.dir, ".git/logs/HEAD"));
    execFileSync("sh", ["-c", "mkfifo .git/logs/HEAD"], { cwd: repo.dir });
    expect(await passed()).to.include(first);
  });

  it("waits, in the pre-commit framework, for the hook of which something is shown", () => {
    const inFramework = { ...cleanEnvironment(), PRE_COMMIT: "1" };
    commit(around);
    const passed = id();
    expect(linewarden(repo.dir, ["gate", "--hook", "pre-commit"], inFramework).text).to.not.match(told);
    expect(linewarden(repo.dir, ["gate", "--hook", "post-commit"], inFramework).text).to.contain(passed);
  });

  it("is not looked for where there is none: before the gate, through it, noticed already, without content", () => {
    expect(commit().text).to.not.match(told);
    expect(commit([], badQuery).code).to.equal(1);
    expect(repo.tryGit(["commit", "-qnm", "passed once"]).text).to.contain("was made although");
    repo.git("commit", "-q", "--allow-empty", "-m", "nothing");
    repo.tryGit([...around, "commit", "-q", "--allow-empty", "-m", "nothing"]);
    expect(commit().text).to.not.match(told);
  });

  it("is not named where it came from elsewhere, was thrown away or replaced", () => {
    repo.git("checkout", "-qb", "theirs");
    commit(around);
    repo.git("reset", "-q", "--hard", "HEAD^");
    commit(around);
    repo.tryGit([...around, "commit", "-q", "--amend", "-m", "other words"]);
    const stands = id();
    expect(commit().text).to.contain(`1 earlier commit was made around the gate's hooks: ${stands}.`);
    repo.git("checkout", "-q", "main");
    repo.git("merge", "-q", "--ff-only", "theirs");
    expect(commit().text).to.not.match(told);
  });

  it("a rebase is told as one, by its own notice", () => {
    commit();
    repo.git("checkout", "-qb", "side", "HEAD^");
    commit();
    const { text } = repo.tryGit(["rebase", "main"]);
    expect(text).to.contain("1 rewritten commit was not seen").and.not.match(told);
    expect(commit().text).to.not.match(told);
  });

  it("reads of git's log what makes a commit", () => {
    const line = (digit: string, action: string, seconds = 1_800_000_000) =>
      `${"0".repeat(40)} ${digit.repeat(40)} A > B <a@b> ${seconds} +0100\t${action}\n`;
    const log = [
      line("1", "commit: too early", 1_700_000_000),
      line("2", "commit: a > b"),
      line("3", "commit (amend): x"),
      line("4", "merge side: Merge made by the 'ort' strategy."),
      line("5", "merge side: Fast-forward"),
      line("6", "checkout: moving from a to b"),
      line("7", "rebase (pick): x"),
      line("8", "pull --no-rebase: Merge made by the 'ort' strategy."),
      line("9", "revert: Revert x"),
      line("a", "reset: moving to HEAD^"),
      line("2", "cherry-pick: again"),
      "torn",
    ];
    const made = madeSince(log.join(""), "2027-01-15T08:00:00.000Z").map((commit) => commit[0]);
    expect(made.join("")).to.equal("23489");
  });
});
