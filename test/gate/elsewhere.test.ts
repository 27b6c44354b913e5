import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { installGate, isGateInstalled } from "../../server/host/gateHooks.ts";
import { openRepository } from "../../server/host/git.ts";
import { createRepository, type GateRepository } from "./gateRepository.ts";

/** Stands for the command line, and stops every commit. */
const stub = 'console.error("the gate was called"); process.exit(1);\n';

describe("the gate, where git may look for hooks elsewhere", () => {
  let repo: GateRepository;
  let tree: string;

  beforeEach(() => {
    repo = createRepository("work tree");
    tree = join(repo.dir, "..", "linked tree");
    repo.write("../cli.js", stub);
    repo.write("a.txt", "0\n");
    repo.git("add", ".");
    repo.git("commit", "-qm", "first");
  });
  afterEach(() => repo.remove());

  async function install(dir: string): Promise<{ installed: boolean; text: string }> {
    const paths = { installerNode: process.execPath, installerCli: join(repo.dir, "..", "cli.js") };
    const { installed, lines } = await installGate(await repositoryOf(dir), paths);
    return { installed, text: lines.join("\n") };
  }

  async function repositoryOf(dir: string) {
    const found = await openRepository(dir);
    if (!found) throw new Error("no repository");
    return found;
  }

  function commitIn(dir: string): boolean {
    writeFileSync(join(dir, "a.txt"), `${Math.random()}\n`);
    return repo.tryGit(["commit", "-qam", "change"], { cwd: dir }).code === 0;
  }

  it("names the worktrees that a relative core.hooksPath leaves without it", async () => {
    repo.git("config", "core.hooksPath", ".githooks");
    repo.git("worktree", "add", "-q", "-b", "linked", tree);
    const here = await install(repo.dir);
    expect(here.installed).to.equal(true);
    expect(here.text).to.contain(`No commit is gated in this other worktree of the repository`).and.contain(tree);
    expect([commitIn(repo.dir), commitIn(tree)], "as it says").to.deep.equal([false, true]);
    expect((await install(tree)).text).to.not.contain("No commit is gated");
    expect([commitIn(repo.dir), commitIn(tree)]).to.deep.equal([false, false]);
  });

  it("names the main worktree when it is installed in a linked one", async () => {
    repo.git("config", "core.hooksPath", ".githooks");
    repo.git("worktree", "add", "-q", "-b", "linked", tree);
    expect((await install(tree)).text).to.match(/No commit is gated .*: .*work tree\. Install/);
    expect([commitIn(repo.dir), commitIn(tree)]).to.deep.equal([true, false]);
  });

  it("a bare repository: what is committed in its worktrees is gated, and it says that nothing else is", async () => {
    const bare = join(repo.dir, "..", "bare.git");
    repo.git("clone", "-q", "--bare", ".", bare);
    repo.tryGit(["worktree", "add", "-q", "-b", "linked", tree], { cwd: bare });
    for (const [key, value] of [
      ["name", "A Person"],
      ["email", "person@example.org"],
    ] as const)
      repo.tryGit(["config", `user.${key}`, value], { cwd: bare });
    const { installed, text } = await install(bare);
    expect(installed).to.equal(true);
    expect(text).to.contain("what is pushed to it is not looked at");
    expect(commitIn(tree)).to.equal(false);
    expect(repo.tryGit(["commit", "-qnam", "past the gate"], { cwd: tree }).code).to.equal(0);
  });

  it("names none where all share git's own folder, or the worktree is gone", async () => {
    repo.git("worktree", "add", "-q", "-b", "linked", tree);
    expect((await install(repo.dir)).text).to.not.contain("No commit is gated");
    repo.git("config", "core.hooksPath", ".githooks");
    rmSync(tree, { recursive: true });
    expect((await install(repo.dir)).text).to.not.contain("No commit is gated");
  });

  it("does not count on hooks that husky has not put in place, as in a new worktree", async () => {
    const line = (text: string, hook: string) => text.split("\n").find((one) => one.includes(`--hook ${hook} `)) ?? "";
    repo.git("config", "core.hooksPath", ".husky/_");
    for (const hook of ["pre-commit", "pre-merge-commit"])
      repo.write(
        `.husky/_/${hook}`,
        `#!/bin/sh\ns="$(dirname "$(dirname "$0")")/${hook}"\n[ ! -f "$s" ] || sh -e "$s" "$@"\n`,
        0o755,
      );
    const { text } = await install(repo.dir);
    repo.write(".husky/pre-commit", `${line(text, "pre-commit")}\n`);
    const half = await install(repo.dir);
    expect(half.installed).to.equal(true);
    expect(half.text).to.contain("Merges are not gated yet").and.contain(".husky/pre-merge-commit");
    repo.write(".husky/pre-merge-commit", `${line(text, "pre-merge-commit")}\n`);
    expect((await install(repo.dir)).text).to.not.contain("Merges are not gated");
    expect(commitIn(repo.dir)).to.equal(false);

    repo.git("add", ".husky/pre-commit", ".husky/pre-merge-commit");
    repo.git("commit", "-qnm", "hooks");
    repo.git("worktree", "add", "-q", "-b", "linked", tree);
    expect((await install(repo.dir)).text)
      .to.contain("No commit is gated")
      .and.contain(tree);
    const there = await install(tree);
    expect([there.installed, await isGateInstalled(await repositoryOf(tree))]).to.deep.equal([false, false]);
    expect(there.text).to.contain("no commit is gated: run `npx husky`");
    expect(commitIn(tree), "as it says").to.equal(true);
  });

  for (const [name, file, hook] of [
    ["lefthook", "lefthook.yml", "#!/bin/sh\ncall_lefthook run\n"],
    ["pre-commit", ".pre-commit-config.yaml", "#!/bin/sh\n# File generated by pre-commit: https://pre-commit.com\n"],
  ] as const)
    it(`${name}: says that merges are not gated until its hook for them stands`, async () => {
      mkdirSync(join(repo.dir, ".git/hooks"), { recursive: true });
      repo.write(".git/hooks/pre-commit", hook, 0o755);
      const { text } = await install(repo.dir);
      expect(text).to.contain("pre-merge-commit").and.contain("--hook post-commit");
      repo.write(file, text.slice(text.indexOf(":\n") + 2));
      expect((await install(repo.dir)).text).to.contain("Merges are not gated yet");
      repo.write(".git/hooks/pre-merge-commit", hook, 0o755);
      expect((await install(repo.dir)).text).to.not.contain("Merges are not gated");
    });
});
