// Repositories that are kept in another way than most: each gives the finding, or says what is missing.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { folder, git, linewarden, removeFolders, repository, write } from "./commandLine.ts";

const bad = 'const db = require("pg");\napp.get("/", (req) => db.query("SELECT * FROM t WHERE a = \'" + req.query.a + "\'"));\n';

/** "path:line" of each finding, and the exit status. */
async function told(where: string, ...args: string[]): Promise<[number | null, string[]]> {
  const { status, stdout } = await linewarden(where, ...args, "--format", "json");
  const { findings } = JSON.parse(stdout) as { findings: { path: string; start: { line: number } }[] };
  return [status, findings.map((one) => `${one.path}:${one.start.line}`)];
}

describe("an unusual repository", function () {
  this.timeout(120000);
  after(removeFolders);

  const expectBad = async (where: string, name = "a.js") => {
    expect(await told(where, "review"), "review").to.deep.equal([1, [`${name}:2`]]);
    git(where, "add", "--", name);
    expect(await told(where, "gate"), "gate").to.deep.equal([1, [`${name}:2`]]);
  };

  it("with ids of SHA-256 is reviewed and gated", async () => {
    const where = folder({ "a.js": "one();\n" });
    git(where, "init", "-q", "-b", "main", "--object-format=sha256");
    git(where, "add", ".");
    git(where, "commit", "-qm", "base");
    write(where, { "a.js": bad });
    await expectBad(where);
    git(where, "commit", "-qm", "bad");
    expect(await told(where, "gate", "--range", "HEAD^..HEAD")).to.deep.equal([1, ["a.js:2"]]);
  });

  it("of which only a part is checked out, also with an index that says so, is not told to have lost the rest", async () => {
    const where = repository({ "in/a.js": "one();\n", "out/b.js": bad, "out/c.js": "two();\n" });
    git(where, "sparse-checkout", "set", "in");
    expect(await told(where, "review")).to.deep.equal([0, []]);
    git(where, "sparse-checkout", "reapply", "--sparse-index");
    write(where, { "in/a.js": bad });
    await expectBad(where, "in/a.js");
  });

  it("that was cloned without its contents, or without its history, fetches nothing and says what it lacks", async () => {
    const full = repository({ "a.js": "one();\n" });
    git(full, "config", "uploadpack.allowFilter", "true");
    write(full, { "a.js": "two();\n" });
    git(full, "commit", "-qam", "second");
    const parent = folder();
    const [partial, shallow] = [path.join(parent, "partial"), path.join(parent, "shallow")];
    git(parent, "clone", "-q", "--filter=blob:none", `file://${full}`, partial);
    git(parent, "clone", "-q", "--depth", "1", `file://${full}`, shallow);
    for (const where of [partial, shallow]) write(where, { "a.js": bad });
    const { stdout } = await linewarden(partial, "review", "--base", "HEAD~1");
    expect(stdout)
      .to.contain("a.js")
      .and.to.match(/Not reviewed: 1 file/);
    const { status, stderr } = await linewarden(shallow, "review", "--base", "HEAD~1");
    expect(status).to.equal(2);
    expect(stderr).to.contain("shallow clone: it may not have been fetched");
    for (const where of [partial, shallow]) await expectBad(where);
  });

  it("with line ends that git converts is told only what changed", async () => {
    const windows = bad.replace(/\n/g, "\r\n");
    const where = repository({ "a.js": windows });
    git(where, "config", "core.autocrlf", "true");
    write(where, { "a.js": `${windows}// one more\r\n` });
    expect(await told(where, "review")).to.deep.equal([0, []]);
    git(where, "add", "a.js");
    expect(await told(where, "gate")).to.deep.equal([0, []]);
    writeFileSync(path.join(where, "b.js"), `\ufeff${windows}`);
    await expectBad(where, "b.js");
  });

  it("with any names of files is told each by its own", async () => {
    const names = [
      "*.js",
      "-dash.js",
      ":(top)colon.js",
      "a b.js",
      "back\\slash.js",
      "new\nline.js",
      "per%20cent%.js",
      "q'uo\"te.js",
      "ü.js",
    ];
    const where = repository({}, Object.fromEntries(names.map((name) => [name, bad])));
    git(where, "config", "core.quotePath", "true");
    const expected = [1, names.map((name) => `${name}:2`)];
    expect(await told(where, "review")).to.deep.equal(expected);
    git(where, "add", "-A");
    expect(await told(where, "gate")).to.deep.equal(expected);
    const { stdout } = await linewarden(where, "review", "--format", "sarif");
    const { runs } = JSON.parse(stdout) as {
      runs: { results: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[];
    };
    const uris = runs[0]?.results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri ?? "");
    expect(uris?.map((uri) => decodeURIComponent(uri))).to.deep.equal(names);
  });

  it("in the middle of a rebase with a conflict is no pass for the gate, and one that is resolved is judged", async () => {
    const where = repository({ "a.js": "one();\n" });
    git(where, "checkout", "-qb", "side");
    write(where, { "a.js": "two();\n" });
    git(where, "commit", "-qam", "side");
    git(where, "checkout", "-q", "main");
    write(where, { "a.js": "three();\n" });
    git(where, "commit", "-qam", "main");
    expect(() => git(where, "rebase", "-q", "side")).to.throw();
    const { status, stdout } = await linewarden(where, "gate");
    expect(status).to.equal(1);
    expect(stdout).to.contain("a.js").and.to.contain("conflict");
    write(where, { "a.js": bad });
    git(where, "add", "a.js");
    expect(await told(where, "gate")).to.deep.equal([1, ["a.js:2"]]);
  });
});
