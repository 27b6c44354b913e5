import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";

const root = join(__dirname, "../..");
const read = (name: string): string => readFileSync(join(root, name), "utf8");
const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
const texts = tracked.filter((name) => !/\.(png|wasm)$/.test(name) && existsSync(join(root, name)));

describe("the project", () => {
  it("has a README whose table of settings is the manifest's", async () => {
    const { withSettingsTable } = await import("../../scripts/settingsTable.mjs");
    expect(read("README.md")).to.equal(
      withSettingsTable(read("README.md"), JSON.parse(read("package.json")), JSON.parse(read("package.nls.json"))),
    );
  });

  it("has the files that a reader looks for, and the README's links lead somewhere", () => {
    for (const name of [
      "README.md",
      "ARCHITECTURE.md",
      "CONTRIBUTING.md",
      "CHANGELOG.md",
      "SECURITY.md",
      "SUPPORT.md",
      "LICENSE",
    ])
      expect(tracked).to.include(name);
    const links = [...read("README.md").matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1] ?? "");
    expect(links.length).to.be.greaterThan(4);
    for (const link of links) expect(existsSync(join(root, link)), link).to.equal(true);
  });

  it("names its version in the changelog, with an even minor number", () => {
    const { version } = JSON.parse(read("package.json"));
    expect(read("CHANGELOG.md")).to.contain(`## ${version}`);
    expect(Number(version.split(".")[1]) % 2).to.equal(0);
  });

  it("names each command of the README that the command line has", () => {
    const help = execFileSync(process.execPath, [join(root, "dist/cli.js"), "--help"], { encoding: "utf8" });
    for (const command of ["scan", "review", "gate", "fix", "rules", "lsp"]) {
      expect(read("README.md")).to.contain(`linewarden ${command}`);
      expect(help).to.match(new RegExp(`\\b${command}\\b`));
    }
  });

  it("says nothing about the machine that it was made on, nor of any mirror of a registry", () => {
    expect(texts.length).to.be.greaterThan(100);
    const found = texts.flatMap((name) =>
      [...read(name).matchAll(/\/work\/|\/root\/|"resolved": "http/g)].map((match) => `${name}: ${match[0]}`),
    );
    expect(found.filter((line) => !line.startsWith("test/project/") && !line.startsWith("scripts/check.mjs"))).to.deep.equal([]);
  });

  it("keeps what it knows of a file with the file, never in a weak map that leads back into it", () => {
    const engine = texts.filter((name) => /^server\/engine\/.*\.ts$/.test(name));
    expect(engine.length).to.be.greaterThan(100);
    const weak = engine.flatMap((name) =>
      [...read(name).matchAll(/new Weak(?:Map|Set)<(\w+)/g)].map((match) => `${name}: ${match[1]}`),
    );
    expect(weak).to.include("server/engine/fixes/verification.ts: Engine");
    expect(
      weak.filter((one) => /: (?:Tree|Node|SyntaxNode|MatchContext|FileContext|Module|NodeIndex|Origin|Program)$/.test(one)),
    ).to.deep.equal([]);
  });

  it("pins every package that it installs", () => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read("package.json"));
    const all = Object.entries<string>({ ...dependencies, ...devDependencies });
    expect(all.length).to.be.greaterThan(20);
    for (const [name, version] of all) expect(version, name).to.match(/^\d+\.\d+\.\d+$/);
  });
});
