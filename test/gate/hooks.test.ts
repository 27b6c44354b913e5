import { copyFileSync, existsSync, lstatSync, mkdirSync, renameSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { parseDocument } from "yaml";
import { installGate, isGateInstalled, refreshLauncher, removeGate } from "../../server/host/gateHooks.ts";
import type { LauncherPaths } from "../../server/host/gateLauncher.ts";
import { openRepository, type Repository } from "../../server/host/git.ts";
import { cleanEnvironment, createRepository, type GateRepository, snapshot } from "./gateRepository.ts";

/** Stands for the command line: writes down how it was called, and ends as the file `exit` beside it says. */
const stub = `const fs = require("node:fs"), path = require("node:path");
fs.appendFileSync(path.join(__dirname, "calls"), process.argv.slice(2).join(" ") + "\\n");
const exit = path.join(__dirname, "exit");
process.exit(fs.existsSync(exit) ? Number(fs.readFileSync(exit, "utf8")) : 0);
`;

describe("the gate's hooks", () => {
  let repo: GateRepository;
  let repository: Repository;
  let tool: string;
  const calls = () =>
    existsSync(join(tool, "calls"))
      ? repo
          .read(join("..", "tool with space", "calls"))
          .trim()
          .split("\n")
      : [];
  const install = (paths: LauncherPaths = { installerNode: process.execPath, installerCli: join(tool, "cli.js") }) =>
    installGate(repository, paths);
  const commit = (message = "change", env?: NodeJS.ProcessEnv) => repo.tryGit(["commit", "-qam", message], env ? { env } : {});
  let number = 0;
  const edit = () => repo.write("a.txt", `${++number}\n`);

  beforeEach(async () => {
    repo = createRepository("work tree");
    tool = join(repo.dir, "..", "tool with space");
    mkdirSync(tool);
    writeFileSync(join(tool, "cli.js"), stub);
    repo.write("a.txt", "0\n");
    repo.git("add", ".");
    repo.git("commit", "-qm", "first");
    const found = await openRepository(repo.dir);
    if (!found) throw new Error("no repository");
    repository = found;
    edit();
  });
  afterEach(() => repo.remove());

  it("call the command line before and after a commit, with spaces in every path", async () => {
    expect((await install()).installed).to.equal(true);
    expect(await isGateInstalled(repository)).to.equal(true);
    expect(commit().code).to.equal(0);
    expect(calls()).to.deep.equal(["gate --hook pre-commit", "gate --hook post-commit"]);
  });

  it("stop the commit when the gate says so, and only then", async () => {
    await install();
    writeFileSync(join(tool, "exit"), "1");
    expect(commit().code).to.equal(1);
    expect(repo.git("log", "--format=%s").trim()).to.equal("first");
    expect(repo.tryGit(["commit", "-qam", "anyway", "--no-verify"]).code).to.equal(0);
  });

  it("run for a merge", async () => {
    repo.git("commit", "-qam", "main");
    repo.git("checkout", "-qb", "side", "HEAD~1");
    repo.write("b.txt", "b\n");
    repo.git("add", ".");
    repo.git("commit", "-qm", "side");
    repo.git("checkout", "-q", "main");
    await install();
    writeFileSync(join(tool, "exit"), "1");
    expect(repo.tryGit(["merge", "--no-edit", "side"]).code).to.not.equal(0);
    expect(calls()[0]).to.equal("gate --hook pre-merge-commit");
  });

  it("are told of cherry-picks, reverts and rebases, which git lets no hook stop", async () => {
    repo.git("commit", "-qam", "second");
    await install();
    expect(repo.tryGit(["revert", "--no-edit", "HEAD"]).code).to.equal(0);
    expect(calls()).to.include("gate --hook post-commit");
    expect(repo.tryGit(["rebase", "--force-rebase", "HEAD~1"]).code).to.equal(0);
    expect(calls()).to.include("gate --hook post-rewrite rebase");
  });

  it("are told of patches that git am applies", async () => {
    repo.git("commit", "-qam", "second");
    const patch = repo.git("format-patch", "-1", "--stdout");
    repo.write("../second.patch", patch);
    repo.git("reset", "-q", "--hard", "HEAD~1");
    await install();
    expect(repo.tryGit(["am", "-q", join(repo.dir, "../second.patch")]).code).to.equal(0);
    expect(calls()).to.deep.equal(["gate --hook post-applypatch"]);
  });

  it("keep a hook that was there: it runs first, its exit code counts, and it comes back unchanged", async () => {
    repo.write(".git/hooks/pre-commit", '#!/bin/sh\necho "kept $#" >> kept-ran\nexit $(cat kept-exit)\n', 0o755);
    repo.write("kept-exit", "0");
    const before = snapshot(join(repo.dir, ".git/hooks"));
    const { lines } = await install();
    expect(lines.join("\n")).to.contain("the hook that was here runs first");
    expect(commit().code).to.equal(0);
    expect(repo.read("kept-ran")).to.equal("kept 0\n");
    edit();
    repo.write("kept-exit", "7");
    const seen = calls().length;
    expect(commit().code).to.equal(1);
    expect(calls().length, "the gate does not run after a hook that failed").to.equal(seen);
    await install();
    await removeGate(repository);
    expect(snapshot(join(repo.dir, ".git/hooks"))).to.deep.equal(before);
    expect(existsSync(join(repo.dir, ".git/linewarden/launch"))).to.equal(false);
  });

  it("keep a hook that is a symbolic link, and hand post-rewrite's input to both", async () => {
    repo.write("real-hook", "#!/bin/sh\ncat >> rewritten\n", 0o755);
    symlinkSync(join(repo.dir, "real-hook"), join(repo.dir, ".git/hooks/post-rewrite"));
    await install();
    expect(repo.tryGit(["commit", "-q", "--amend", "-m", "amended"]).code).to.equal(0);
    expect(repo.read("rewritten")).to.match(/^[0-9a-f]{40} [0-9a-f]{40}/);
    expect(calls()).to.include("gate --hook post-rewrite amend");
    await removeGate(repository);
    expect(lstatSync(join(repo.dir, ".git/hooks/post-rewrite")).isSymbolicLink()).to.equal(true);
  });

  it("leave a hook alone that was edited after it was installed", async () => {
    await install();
    const edited = `${repo.read(".git/hooks/pre-commit")}echo mine\n`;
    repo.write(".git/hooks/pre-commit", edited, 0o755);
    const { installed, lines } = await removeGate(repository);
    expect(installed).to.equal(true);
    expect(lines.join("\n")).to.contain("edited since");
    expect(repo.read(".git/hooks/pre-commit")).to.equal(edited);
  });

  it("work in a linked worktree and from a subfolder", async () => {
    await install();
    const tree = join(repo.dir, "..", "linked tree");
    repo.git("worktree", "add", "-q", "-b", "linked", tree);
    writeFileSync(join(tree, "a.txt"), "linked\n");
    mkdirSync(join(tree, "sub folder"));
    expect(repo.tryGit(["commit", "-qam", "linked"], { cwd: join(tree, "sub folder") }).code).to.equal(0);
    expect(calls()[0]).to.equal("gate --hook pre-commit");
  });

  describe("other owners of the hooks", () => {
    for (const [name, file, text, expected] of [
      [
        "pre-commit",
        ".git/hooks/pre-commit",
        "#!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com\nexit 0\n",
        ".pre-commit-config.yaml",
      ],
      ["lefthook", ".git/hooks/pre-commit", "#!/bin/sh\ncall_lefthook() { :; }\ncall_lefthook run\n", "lefthook.yml"],
      ["husky", ".git/hooks/pre-commit", '#!/bin/sh\n# husky\n. "$(dirname "$0")/husky.sh"\n', ".husky/pre-commit"],
      ["lefthook", ".git/hooks/pre-commit", "#!/bin/sh\ncall_lefthook() {\n  /src/husky/bin/lefthook run\n}\n", "lefthook.yml"],
    ] as const) {
      it(`${name}: its hook is left as it is, and the advice says what to add`, async () => {
        repo.write(file, text, 0o755);
        const before = snapshot(join(repo.dir, ".git/hooks"));
        const { installed, lines } = await install();
        expect(installed).to.equal(false);
        expect(lines.join("\n")).to.contain(name).and.to.contain(expected);
        expect(snapshot(join(repo.dir, ".git/hooks"))).to.deep.equal(before);
      });
    }

    it("husky 9: the line that the advice gives gates the commit", async () => {
      repo.git("config", "core.hooksPath", ".husky/_");
      repo.write(".husky/_/pre-commit", '#!/bin/sh\nsh -e "$(dirname "$(dirname "$0")")/pre-commit" "$@"\n', 0o755);
      repo.write(".husky/pre-commit", "true\n");
      const { installed, lines } = await install();
      expect(installed).to.equal(false);
      const advice = lines.join("\n").split("\n");
      const line = advice.find((text) => text.includes("--hook pre-commit"));
      repo.write(".husky/pre-commit", `true\n${line?.trim()}\n`);
      writeFileSync(join(tool, "exit"), "1");
      expect(commit().code).to.equal(1);
      expect(calls()).to.deep.equal(["gate --hook pre-commit"]);
      for (const hook of ["pre-merge-commit", "post-commit", "post-rewrite"])
        expect(advice[advice.findIndex((text) => text.endsWith(`.husky/${hook}:`)) + 1]).to.contain(`gate --hook ${hook} `);
      expect((await install()).lines.join("\n")).to.contain("The gate is called from .husky/pre-commit.");
      expect(await isGateInstalled(repository)).to.equal(true);
      // The line stays in the committed file: without the gate it says so, and nobody is kept from a commit.
      expect((await removeGate(repository)).lines).to.deep.equal([
        ".husky/pre-commit: still calls the gate, and now only says that it is not installed; take the line with linewarden/launch out",
      ]);
      edit();
      const { code, text } = commit("in a clone");
      expect([code, text.includes("Linewarden is not installed here, so nothing was reviewed")]).to.deep.equal([0, true]);
    });

    for (const [name, file] of [
      ["lefthook", "lefthook.yml"],
      ["pre-commit", ".pre-commit-config.yaml"],
    ] as const)
      it(`${name}: set up, but not installed yet: the gate stands, and what to add later is said`, async () => {
        repo.write(file, "# hooks of the team\n");
        const { installed, lines } = await install();
        expect(installed).to.equal(true);
        expect(lines.join("\n")).to.contain(`set up for ${name}`).and.to.contain("gate --hook pre-commit");
        expect(commit().code).to.equal(0);
        expect(calls()[0]).to.equal("gate --hook pre-commit");
      });

    it("the advice for lefthook and pre-commit is YAML that says the same line", async () => {
      for (const [file, advice] of [
        ["lefthook.yml", "call_lefthook run\n"],
        [".pre-commit-config.yaml", "# File generated by pre-commit: https://pre-commit.com\n"],
      ] as const) {
        repo.write(".git/hooks/pre-commit", `#!/bin/sh\n${advice}`, 0o755);
        const { lines } = await install();
        const yaml = lines
          .join("\n")
          .split("\n")
          .filter((line) => /^ {2}/.test(line))
          .join("\n");
        expect(yaml, file).to.contain("gate --hook pre-commit");
        expect(parseDocument(yaml).errors, file).to.deep.equal([]);
        expect(JSON.stringify(parseDocument(yaml).toJS()), file).to.contain("(linewarden gate install)");
      }
    });

    it("core.hooksPath inside the repository: installed there, beside what is there", async () => {
      repo.git("config", "core.hooksPath", ".githooks");
      repo.write(".githooks/pre-commit", "#!/bin/sh\necho team >> team-ran\n", 0o755);
      expect((await install()).installed).to.equal(true);
      expect(commit().code).to.equal(0);
      expect(repo.read("team-ran")).to.equal("team\n");
      expect(calls()[0]).to.equal("gate --hook pre-commit");
    });

    it("hooks that are committed keep no clone from committing, and stop where the launcher of an installed gate is gone", async () => {
      repo.git("config", "core.hooksPath", ".githooks");
      expect((await install()).lines.join("\n")).to.contain("may be committed");
      repo.git("add", ".githooks");
      expect(commit("hooks").code).to.equal(0);
      const clone = join(repo.dir, "..", "a clone");
      repo.git("clone", "-q", repo.dir, clone);
      repo.git("-C", clone, "config", "core.hooksPath", ".githooks");
      writeFileSync(join(clone, "a.txt"), "clone\n");
      const person = ["-c", "user.name=A Person", "-c", "user.email=person@localhost"];
      const passed = repo.tryGit([...person, "commit", "-qam", "clone"], { cwd: clone });
      expect(passed.code, passed.text).to.equal(0);
      expect(passed.text).to.contain("Linewarden is not installed here, so nothing was reviewed");
      unlinkSync(join(repo.dir, ".git/linewarden/launch"));
      edit();
      const stopped = commit("gone");
      expect(stopped.code, stopped.text).to.equal(1);
      expect(stopped.text).to.contain("is gone, so nothing was reviewed");
    });

    it("core.hooksPath outside the repository: nothing is written there", async () => {
      const shared = join(repo.dir, "..", "shared hooks");
      mkdirSync(shared);
      repo.git("config", "core.hooksPath", shared);
      const { installed, lines } = await install();
      expect(installed).to.equal(false);
      expect(lines.join("\n")).to.contain("core.hooksPath");
      expect(snapshot(shared)).to.deep.equal({});
    });

    for (const [name, configure] of [
      [
        "an included file",
        () => {
          repo.write("../work.gitconfig", "[core]\n\thooksPath = ../shared hooks\n");
          // As in a person's own configuration, what stands in the repository's is read after it.
          repo.write(".git/config", `[include]\n\tpath = ../../work.gitconfig\n${repo.read(".git/config")}`);
        },
      ],
      [
        "the worktree's own configuration",
        () => {
          repo.git("config", "extensions.worktreeConfig", "true");
          repo.git("config", "--worktree", "core.hooksPath", "../shared hooks");
        },
      ],
      ["an empty value", () => repo.git("config", "core.hooksPath", "")],
    ] as const)
      it(`core.hooksPath from ${name} counts as for git: no gate is claimed that would not run`, async () => {
        configure();
        const { installed, lines } = await install();
        expect(installed, lines.join("\n")).to.equal(false);
        expect(lines[0]).to.contain("core.hooksPath");
        expect(await isGateInstalled(repository)).to.equal(false);
        const advice = /git config --\w+ core\.hooksPath "(.+)", then/.exec(lines.join("\n"))?.[1] ?? "";
        repo.git("config", name.startsWith("the worktree") ? "--worktree" : "--local", "core.hooksPath", advice);
        expect((await install()).installed).to.equal(true);
        writeFileSync(join(tool, "exit"), "1");
        expect(commit().code, "after the advice was followed").to.equal(1);
      });
  });

  describe("the launcher", () => {
    const withoutNode = (): NodeJS.ProcessEnv => {
      const bin = join(repo.dir, "..", "bin");
      mkdirSync(bin, { recursive: true });
      for (const program of ["git", "sh", "dirname", "env", "cat"]) {
        const at = ["/usr/bin", "/bin"].map((folder) => join(folder, program)).find(existsSync);
        if (at && !existsSync(join(bin, program))) symlinkSync(at, join(bin, program));
      }
      return { ...cleanEnvironment(), PATH: bin };
    };

    it("runs without Node on the PATH", async () => {
      await install();
      expect(commit("no node", withoutNode()).code).to.equal(0);
      expect(calls()[0]).to.equal("gate --hook pre-commit");
    });

    it("falls back to `linewarden` on the PATH when the installer is gone", async () => {
      const environment = withoutNode();
      writeFileSync(join(repo.dir, "..", "bin", "linewarden"), `#!/bin/sh\necho "$@" >> "${join(tool, "calls")}"\n`, {
        mode: 0o755,
      });
      await install();
      unlinkSync(join(tool, "cli.js"));
      expect(commit("path", environment).code).to.equal(0);
      expect(calls()[0]).to.equal("gate --hook pre-commit");
    });

    it("falls back to the extension with the editor's own runtime, and finds an extension that was updated", async () => {
      const extensions = join(repo.dir, "..", "my extensions");
      const older = join(extensions, "linewarden.linewarden-0.2.0");
      mkdirSync(join(older, "dist"), { recursive: true });
      copyFileSync(join(tool, "cli.js"), join(older, "dist/cli.js"));
      await install({ extensionCli: join(older, "dist/cli.js"), editor: process.execPath });
      expect(commit("editor", withoutNode()).code).to.equal(0);
      renameSync(older, join(extensions, "linewarden.linewarden-0.4.1"));
      edit();
      expect(commit("moved", withoutNode()).code).to.equal(0);
      expect(repo.git("log", "--format=%s", "-2").trim()).to.equal("moved\neditor");
      expect(existsSync(join(extensions, "linewarden.linewarden-0.4.1/dist/calls"))).to.equal(true);
    });

    it("is brought up to date by the editor, but only where a gate was installed", async () => {
      refreshLauncher(repository, { extensionCli: "/nowhere/dist/cli.js" });
      expect(existsSync(join(repo.dir, ".git/linewarden/launch"))).to.equal(false);
      await install({ installerNode: process.execPath, installerCli: join(tool, "gone.js") });
      refreshLauncher(repository, { extensionCli: join(tool, "cli.js"), editor: process.execPath });
      expect(commit().code).to.equal(0);
      expect(calls()[0]).to.equal("gate --hook pre-commit");
    });

    it("stops the commit with one line that says how to repair, remove or pass once when nothing is found", async () => {
      await install({ installerCli: join(tool, "gone.js") });
      const { code, text } = commit("nothing", withoutNode());
      expect(code).to.equal(1);
      expect(text.trim().split("\n")).to.have.length(1);
      expect(text).to.contain("linewarden gate install").and.to.contain("linewarden gate remove").and.to.contain("--no-verify");
    });
  });
});
