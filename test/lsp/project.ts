/** Small git repositories for the tests of the language server, with a rule of their own so that no other rule matters. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Finds `danger(...)`; its fix calls `safe` instead. */
export const dangerRule = `rules:
  - id: test.danger
    languages: [javascript, typescript, python]
    severity: ERROR
    message: This call of danger is dangerous.
    pattern: danger($X)
    fix: safe($X)
    metadata:
      cwe: ["CWE-676"]
      owasp: ["A05:2025"]
      confidence: HIGH
      why: Danger does harm.
`;

/** Follows `source()` into `sink(...)`. */
export const flowRule = `rules:
  - id: test.flow
    languages: [javascript]
    severity: WARNING
    message: Data of source reaches sink.
    mode: taint
    pattern-sources: [{ pattern: source() }]
    pattern-sinks: [{ pattern: sink(...) }]
    metadata: { cwe: ["CWE-79"], owasp: ["A05:2025"], confidence: MEDIUM, references: ["https://example.org/flow"] }
`;

export interface Project {
  readonly dir: string;
  path(name: string): string;
  write(name: string, content: string | Buffer): string;
  remove(name: string): void;
  git(...args: string[]): string;
  /** Commits everything as it stands. */
  commit(message?: string): void;
  dispose(): void;
}

/** @param files Committed as the base. Without git when `git` is false. */
export function createProject(files: Readonly<Record<string, string | Buffer>>, git = true): Project {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "linewarden-lsp-")));
  const project: Project = {
    dir,
    path: (name) => join(dir, name),
    write(name, content) {
      const file = join(dir, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
    remove: (name) => rmSync(join(dir, name), { recursive: true, force: true }),
    git: (...args) => runGit(dir, args),
    commit(message = "change") {
      runGit(dir, ["add", "-A"]);
      runGit(dir, ["commit", "-q", "--allow-empty", "-m", message]);
    },
    dispose: () => rmSync(dir, { recursive: true, force: true }),
  };
  for (const [name, content] of Object.entries({ ".linewarden/rules/danger.yaml": dangerRule, ...files }))
    project.write(name, content);
  if (git) {
    runGit(dir, ["init", "-q", "-b", "main"]);
    project.commit("base");
  }
  return project;
}

export function runGit(dir: string, args: readonly string[]): string {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "Test",
    GIT_AUTHOR_EMAIL: "test@example.org",
    GIT_COMMITTER_NAME: "Test",
    GIT_COMMITTER_EMAIL: "test@example.org",
  };
  return execFileSync("git", ["-C", dir, ...args], { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
