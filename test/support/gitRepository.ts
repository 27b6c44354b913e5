/** Real git repositories in temporary folders, for tests. */

import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface TestRepository {
  readonly root: string;
  /** Runs plain git, with this repository's configuration in force. Throws when it fails. */
  git(...args: readonly string[]): string;
  write(file: string, content: string | Buffer): void;
  remove(file: string): void;
  /** Stages everything and commits. */
  commit(message?: string): string;
  dispose(): void;
}

/** Environment in which no configuration of the machine counts. */
export const plainEnvironment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_"))),
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};

/** @param options For `git init`. */
export function makeRepository(...options: readonly string[]): TestRepository {
  const folder = temporaryFolder("linewarden-git-");
  const repository = repositoryAt(folder);
  repository.git("init", "-q", "-b", "main", ...options);
  for (const [key, value] of [
    ["user.name", "Test"],
    ["user.email", "test@example.org"],
    ["commit.gpgSign", "false"],
  ] as const)
    repository.git("config", key, value);
  return repository;
}

/** An existing work tree. */
export function repositoryAt(root: string): TestRepository {
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: root, env: plainEnvironment, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  return {
    root,
    git,
    write(file, content) {
      const target = path.join(root, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
    },
    remove: (file) => rmSync(path.join(root, file), { recursive: true }),
    commit(message = "change") {
      git("add", "-A");
      git("commit", "-q", "--allow-empty", "-m", message);
      return git("rev-parse", "HEAD").trim();
    },
    dispose() {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export function temporaryFolder(prefix: string): string {
  return realpathSync(mkdtempSync(path.join(tmpdir(), prefix)));
}

/** Writes an executable script. */
export function writeScript(file: string, body: string): void {
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
}

/** Every file below a folder with its content, to show that nothing was written. Modification times count too. */
export function photograph(folder: string): Map<string, string> {
  const picture = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile()) picture.set(file, readFileSync(file).toString("base64"));
    else if (entry.isSymbolicLink()) picture.set(file, readlinkSync(file));
    else picture.set(file, "");
  }
  return picture;
}
