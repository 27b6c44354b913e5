// What users install: one small file that holds all that it needs, nothing else, and works where nothing else is installed.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { expect } from "chai";
import { packAndUnpack, type Unpacked } from "./vsix.ts";

const megabyte = 1024 * 1024;
const unsafe = `const { Pool } = require("pg");
const express = require("express");
const pool = new Pool();
express().get("/users/:id", async (req, res) => {
  res.json(await pool.query("SELECT name FROM users WHERE id = " + req.params.id));
});
`;

describe("the VSIX", function () {
  this.timeout(120_000);
  let made: Unpacked;
  let manifest: { name: string; version: string; main: string; icon: string; contributes: Record<string, unknown> };

  before("pack and unpack", () => {
    made = packAndUnpack();
    manifest = JSON.parse(readFileSync(join(made.folder, "package.json"), "utf8"));
  });
  after(() => rmSync(made.parent, { recursive: true, force: true }));

  const text = (file: string): string => readFileSync(join(made.folder, file), "utf8");
  const bundles = (): string[] => made.files.filter((file) => /^dist\/.*\.js$/.test(file));

  it("has at most 4 MB", () => expect(made.bytes).to.be.lessThan(4 * megabyte));

  it("holds its parts", () => {
    const grammars = ["javascript", "typescript", "tsx", "python"].map((name) => `dist/grammars/tree-sitter-${name}.wasm`);
    expect(made.files).to.include.members([
      ...["package.json", "package.nls.json", manifest.icon, ...grammars, "dist/grammars/web-tree-sitter.wasm"],
      ...[
        "dist/extension.js",
        "dist/server.js",
        "dist/analysisWorker.js",
        "dist/cli.js",
        "dist/cliReviewing.js",
        "dist/cliRules.js",
        "dist/rules.json",
        "dist/patterns.json",
      ],
    ]);
    for (const name of [/^readme\.md$/i, /^changelog\.md$/i, /^license(\.txt|\.md)?$/i, /^l10n\/bundle\.l10n\.json$/])
      expect(
        made.files.filter((file) => name.test(file)),
        String(name),
      ).to.have.length(1);
  });

  it("writes no character of two bytes in a bundle, which would make all of it take twice the memory", () => {
    // The extension's own bundle holds such characters of a library.
    for (const file of ["dist/server.js", "dist/analysisWorker.js", "dist/cli.js", "dist/cliReviewing.js", "dist/cliRules.js"])
      expect(/[^\x00-\xff]/.exec(text(file))?.[0], file).to.equal(undefined);
  });

  it("holds forty rules or more", () => {
    expect(text("dist/rules.json").match(/"id":"[a-z]+\.[a-z0-9-]+"/g)?.length).to.be.greaterThan(39);
  });

  it("holds no source, test, source map, package or picture of the README", () => {
    const allowed =
      /^(package(\.nls(\.[\w-]+)?)?\.json|(README|CHANGELOG|SUPPORT|LICENSE)(\.(md|txt))?|dist\/\w+\.js|dist\/(rules|patterns)\.json|dist\/grammars\/[\w-]+\.wasm|l10n\/bundle\.l10n(\.[\w-]+)?\.json|media\/.+\.(png|svg|md|css|js|json))$/i;
    expect(made.files.filter((file) => !allowed.test(file))).to.deep.equal([]);
    expect(made.files).to.not.include("media/editor.png");
    for (const file of bundles()) expect(text(file), file).to.not.contain("sourceMappingURL");
  });

  it("holds every file that the manifest names", () => {
    const named = JSON.stringify(manifest).match(/"(?:\.\/)?(?:media|dist|l10n)\/[^"${}]+\.\w+"/g) ?? [];
    expect(named.length, "paths in the manifest").to.be.greaterThan(3);
    for (const path of named) expect(made.files).to.include(path.slice(1, -1).replace(/^\.\//, ""));
  });

  it("needs Node's own modules and the editor, nothing else", () => {
    const known = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
    for (const file of bundles()) {
      const required = [...text(file).matchAll(/\b(?:require|import)\(\s*["']([^"'`]+)["']\s*\)/g)].map(
        (match) => match[1] ?? "",
      );
      const foreign = required.filter((name) => !known.has(name) && !name.startsWith("./"));
      expect(new Set(foreign), file).to.deep.equal(new Set(file === "dist/extension.js" ? ["vscode"] : []));
      expect(required.length, `${file}: modules seen`).to.be.greaterThan(0);
    }
  });

  it("names no folder of the machine that built it", () => {
    const here = join(__dirname, "../..");
    for (const file of made.files.filter((name) => /\.(js|json)$/.test(name)))
      expect(text(file), file).to.not.contain(`${here}/`);
  });

  describe("its command line, from a folder with spaces and without anything else installed", () => {
    const run = (args: readonly string[], cwd: string) =>
      spawnSync(process.execPath, [join(made.folder, "dist/cli.js"), ...args], {
        cwd,
        encoding: "utf8",
        env: { PATH: "/usr/bin:/bin", HOME: made.parent, LANG: "C.UTF-8" },
      });
    const project = (): string => {
      const folder = join(made.parent, "a project");
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "users.js"), unsafe);
      return folder;
    };

    it("scan finds the problem in a file", () => {
      const { status, stdout, stderr } = run(["scan", "--format", "json", "users.js"], project());
      expect(status, stderr).to.equal(1);
      const { findings } = JSON.parse(stdout) as { findings: { ruleId?: string; rule?: string; path: string; cwe?: string[] }[] };
      expect(findings.map(({ path }) => path)).to.include("users.js");
      expect(JSON.stringify(findings)).to.contain("CWE-89");
    });

    it("scan finds nothing in a file without a problem", () => {
      const folder = project();
      writeFileSync(join(folder, "safe.js"), "module.exports = 1;\n");
      const { status, stderr } = run(["scan", "safe.js"], folder);
      expect(status, stderr).to.equal(0);
    });

    it("review finds it as a change", () => {
      const folder = join(made.parent, "a repository");
      mkdirSync(folder);
      const git = (...args: string[]) => execFileSync("git", ["-C", folder, ...args], { stdio: "pipe" });
      git("init", "--quiet");
      writeFileSync(join(folder, "users.js"), "module.exports = 1;\n");
      git("add", ".");
      git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "first");
      writeFileSync(join(folder, "users.js"), unsafe);
      const { status, stdout, stderr } = run(["review", folder], made.parent);
      expect(status, stderr).to.equal(1);
      expect(stdout).to.contain("users.js").and.to.contain("CWE-89");
    });

    it("says its version", () => {
      const { status, stdout } = run(["--version"], made.parent);
      expect([status, stdout.trim()]).to.deep.equal([0, manifest.version]);
    });
  });
});
