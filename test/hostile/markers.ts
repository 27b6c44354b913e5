/** Everything in a repository's configuration that makes git start a program, each with a plain git command that proves it. */

import { execFileSync, type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { plainEnvironment, repositoryAt, type TestRepository, writeScript } from "../support/gitRepository.ts";

export interface Marker {
  readonly name: string;
  /** Configures `program`, a script that leaves the marker. May return the folder to open instead of the root. */
  plant(repository: TestRepository, program: string): void;
  /** What a person types that starts the program. Runs in the root by `sh`, with the repository's configuration in force. */
  readonly fire: string;
  /** Needs a repository of its own: it breaks the others' commands. */
  readonly alone?: true;
}

function config(key: string): Marker["plant"] {
  return (repository, program) => void repository.git("config", key, program);
}

/** A driver for one file, so that several live in one repository. The file is committed before the driver is in place. */
function driver(kind: "filter" | "diff" | "merge", name: string, key: string): Marker["plant"] {
  return (repository, program) => {
    const file = `${name}.js`;
    repository.write(file, "one\n");
    repository.commit(`add ${file}`);
    appendAttribute(repository, `${file} ${kind}=${name}`);
    repository.git("config", `${kind}.${name}.${key}`, program);
    repository.write(file, "two, an edit of another length\n");
  };
}

const attributes = new WeakMap<TestRepository, string[]>();

function appendAttribute(repository: TestRepository, line: string): void {
  const lines = [...(attributes.get(repository) ?? []), line];
  attributes.set(repository, lines);
  repository.write(".gitattributes", `${lines.join("\n")}\n`);
}

const credentials = "printf 'protocol=https\\nhost=example.org\\n\\n' | git credential fill";

export const markers: readonly Marker[] = [
  { name: "core.fsmonitor", plant: config("core.fsmonitor"), fire: "git status" },
  {
    name: "an included file",
    plant: (repository, program) => {
      repository.write(".git/more", `[core]\n\tfsmonitor = ${program}\n`);
      repository.git("config", "include.path", "more");
    },
    fire: "git status",
  },
  {
    name: "the work tree's own configuration",
    plant: (repository, program) => {
      repository.git("config", "extensions.worktreeConfig", "true");
      repository.git("config", "--worktree", "core.fsmonitor", program);
    },
    fire: "git status",
  },
  {
    name: "core.hooksPath",
    plant: (repository, program) => {
      mkdirSync(path.join(repository.root, "hooks"));
      for (const hook of ["post-index-change", "pre-commit", "reference-transaction"])
        writeScript(path.join(repository.root, "hooks", hook), `exec '${program}'`);
      repository.git("config", "core.hooksPath", "hooks");
    },
    fire: "touch a.js; git update-index --refresh -q; git commit -q --allow-empty -m x",
  },
  {
    name: "a hook",
    plant: (repository, program) => {
      mkdirSync(path.join(repository.root, ".git/hooks"), { recursive: true });
      for (const hook of ["post-index-change", "pre-commit", "fsmonitor-watchman", "reference-transaction"])
        writeScript(path.join(repository.root, ".git/hooks", hook), `exec '${program}'`);
    },
    fire: "touch a.js; git update-index --refresh -q; git commit -q --allow-empty -m x",
  },
  { name: "diff.external", plant: config("diff.external"), fire: "git diff" },
  { name: "a diff driver's command", plant: driver("diff", "command", "command"), fire: "git diff" },
  { name: "a diff driver's textconv", plant: driver("diff", "textconv", "textconv"), fire: "git diff" },
  { name: "a filter's clean", plant: driver("filter", "clean", "clean"), fire: "git diff" },
  { name: "a filter's smudge", plant: driver("filter", "smudge", "smudge"), fire: "git cat-file --filters HEAD:smudge.js" },
  { name: "a filter's process", plant: driver("filter", "process", "process"), fire: "git diff" },
  {
    name: "a merge driver",
    plant: (repository, program) => {
      driver("merge", "driver", "driver")(repository, program);
      repository.git("branch", "other", "HEAD");
    },
    fire: "git commit -qam ours && git checkout -q other && echo theirs > driver.js && git commit -qam theirs && git merge main",
  },
  { name: "core.pager", plant: config("core.pager"), fire: "script -qec 'git log' /dev/null" },
  { name: "pager.log", plant: config("pager.log"), fire: "script -qec 'git log' /dev/null" },
  { name: "core.editor", plant: config("core.editor"), fire: "git commit --allow-empty" },
  { name: "sequence.editor", plant: config("sequence.editor"), fire: "git stash -q; git rebase -i --root" },
  {
    name: "an alias",
    plant: (repository, program) => {
      // git's own commands cannot be aliased; a name that git may get one day can.
      for (const name of ["st", "review", "lines"]) repository.git("config", `alias.${name}`, `!${program}`);
    },
    fire: "git st",
  },
  {
    name: "gpg.program",
    plant: (repository, program) => {
      repository.git("config", "gpg.program", program);
      repository.git("config", "log.showSignature", "true");
      // A commit that says it is signed makes reading it enough.
      const tree = repository.git("rev-parse", "HEAD^{tree}").trim();
      const who = "T <t@example.org> 1700000000 +0000";
      const parent = repository.git("rev-parse", "HEAD").trim();
      const signed = `tree ${tree}\nparent ${parent}\nauthor ${who}\ncommitter ${who}\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n AAAA\n -----END PGP SIGNATURE-----\n\nsigned\n`;
      const id = execFileSync("git", ["hash-object", "-t", "commit", "-w", "--stdin"], {
        cwd: repository.root,
        input: signed,
        encoding: "utf8",
      });
      repository.git("update-ref", "HEAD", id.trim());
    },
    fire: "git log -1",
  },
  { name: "credential.helper", plant: config("credential.helper"), fire: credentials },
  { name: "core.askPass", plant: config("core.askPass"), fire: credentials },
  { name: "core.sshCommand", plant: config("core.sshCommand"), fire: "git ls-remote ssh://localhost/x" },
  { name: "core.gitProxy", plant: config("core.gitProxy"), fire: "git ls-remote git://localhost/x" },
  {
    name: "a remote's upload-pack",
    plant: (repository, program) => {
      repository.git("config", "remote.origin.url", repository.root);
      repository.git("config", "remote.origin.uploadpack", program);
    },
    fire: "git fetch origin",
  },
  {
    name: "core.alternateRefsCommand",
    plant: (repository, program) => {
      repository.write("alternate/x", "x\n");
      const other = repositoryAt(path.join(repository.root, "alternate"));
      other.git("init", "-q");
      repository.write(".git/objects/info/alternates", `${path.join(other.root, ".git/objects")}\n`);
      repository.git("config", "core.alternateRefsCommand", program);
    },
    fire: "git init -q --bare ../$$.git; git fetch . main; git push -q ../$$.git main; git fetch ../$$.git main; rm -rf ../$$.git",
  },
  { name: "a trailer's command", plant: config("trailer.x.command"), fire: "echo x | git interpret-trailers --trailer x=y" },
  {
    name: "a submodule's update",
    plant: (repository, program) => {
      const inner = repositoryAt(path.join(repository.root, "module"));
      mkdirSync(inner.root);
      inner.git("init", "-q");
      inner.git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "--allow-empty", "-m", "x");
      repository.write(".gitmodules", '[submodule "module"]\n\tpath = module\n\turl = ./module\n');
      repository.git("add", ".gitmodules", "module");
      repository.git("commit", "-q", "-m", "module");
      repository.git("config", "submodule.module.url", inner.root);
      repository.git("config", "submodule.module.update", `!${program}`);
      inner.git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "--allow-empty", "-m", "y");
    },
    fire: "git submodule update",
  },
  {
    name: "a submodule's own configuration",
    plant: (repository, program) => {
      const inner = repositoryAt(path.join(repository.root, "inner"));
      mkdirSync(inner.root);
      inner.git("init", "-q");
      inner.git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-q", "--allow-empty", "-m", "x");
      repository.git("add", "inner");
      repository.git("commit", "-q", "-m", "inner");
      inner.git("config", "core.fsmonitor", program);
    },
    fire: "git status",
  },
  {
    name: "a bare repository in a subfolder",
    plant: (repository, program) => {
      repository.git("init", "-q", "--bare", "sub");
      const bare = repositoryAt(path.join(repository.root, "sub"));
      bare.git("config", "core.bare", "false");
      bare.git("config", "core.worktree", "..");
      bare.git("config", "core.fsmonitor", program);
    },
    fire: "cd sub && git status",
  },
  { name: "an archive format", plant: config("tar.evil.command"), fire: "git archive --format=evil HEAD" },
  {
    name: "a diff tool",
    plant: (repository, program) => {
      repository.git("config", "difftool.evil.cmd", program);
      repository.git("config", "diff.tool", "evil");
    },
    fire: "git difftool -y",
  },
  {
    name: "a missing object fetched through a program",
    plant: (repository, program) => {
      repository.write("lazy.js", "lazy\n");
      repository.commit("lazy");
      const blob = repository.git("rev-parse", "HEAD:lazy.js").trim();
      rmSync(path.join(repository.root, ".git/objects", blob.slice(0, 2), blob.slice(2)));
      for (const [key, value] of [
        ["core.repositoryFormatVersion", "1"],
        ["extensions.partialClone", "lazy"],
        ["remote.lazy.promisor", "true"],
        ["remote.lazy.url", `ext::${program}`],
        ["protocol.allow", "always"],
        ["protocol.ext.allow", "always"],
      ] as const)
        repository.git("config", key, value);
      repository.write("lazy.js", "changed\n");
    },
    fire: "git cat-file -p HEAD:lazy.js",
    alone: true,
  },
];

/** Folder of the markers of one test and the script that leaves one. */
export function makeProgram(folder: string, name: string): string {
  mkdirSync(path.join(folder, "left"), { recursive: true });
  const key = name.replace(/\W+/g, "-");
  const file = path.join(folder, `${key}.sh`);
  // Whatever calls it may wait for it to read its input.
  writeScript(file, `: > '${path.join(folder, "left", key)}'\ncat > /dev/null < /dev/null\nexit 0`);
  return file;
}

/** Names of the markers that programs left. */
export function left(folder: string): string[] {
  return readdirSync(path.join(folder, "left"));
}

/** Runs plain git as a person would, with no configuration but the repository's. Its failures do not matter. */
export function fire(repository: TestRepository, command: string): SpawnSyncReturns<string> {
  return spawnSync("sh", ["-c", command], {
    cwd: repository.root,
    env: { ...plainEnvironment, TERM: "xterm", GIT_TERMINAL_PROMPT: "0" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 20_000,
  });
}
