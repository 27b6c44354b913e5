import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { loadRules } from "../../../server/engine/rules/loadRules.ts";
import { type ReadRules, readOnce } from "../../../server/store/ruleCache.ts";

describe("rule files that were read before", () => {
  let folder: string;
  let reads: number;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "linewarden-rules-"));
    reads = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const rulesOf = (count: number, called = "eval"): string =>
    `rules:\n${Array.from(
      { length: count },
      (_, n) =>
        `  - id: r${n}\n    languages: [javascript, python]\n    severity: WARNING\n    message: "é $X"\n    metadata: {cwe: [CWE-95]}\n    pattern-either: [{pattern: ${called}($X)}, {pattern-regex: 'a{1,2}'}]\n    paths: {include: ["src/**"]}\n`,
    ).join("")}  - id: broken\n`;
  const read = (text: string, reader = "one", shown = "team.yaml"): ReadRules =>
    readOnce(
      "/team.yaml",
      shown,
      text,
      reader,
      () => {
        reads++;
        return loadRules(text, shown);
      },
      folder,
    );

  it("are the same again, with what is wrong in them", () => {
    const text = rulesOf(120);
    const first = read(text);
    expect(first.rules).to.have.length(120);
    expect(first.problems).to.have.length.above(0);
    expect(read(text)).to.deep.equal(first);
    expect(reads).to.equal(1);
  });

  it("are read anew where the text, its name or the program is another one", () => {
    read(rulesOf(120));
    expect(read(rulesOf(120, "exec")).rules[0]?.body).to.not.deep.equal(read(rulesOf(120)).rules[0]?.body);
    expect(read(rulesOf(120), "one", "other.yaml").rules[0]?.place.file).to.equal("other.yaml");
    const before = reads;
    read(rulesOf(120), "two", "other.yaml");
    expect(reads).to.equal(before + 1);
  });

  it("are read anew where what was kept is damaged", () => {
    const first = read(rulesOf(120));
    const [name] = readdirSync(join(folder, "rules"));
    const file = join(folder, "rules", name ?? "");
    writeFileSync(file, readFileSync(file, "utf8").replace('"r7"', '"r8"'));
    expect(read(rulesOf(120))).to.deep.equal(first);
    expect(reads).to.equal(2);
  });

  it("are not kept where they are short", () => {
    read(rulesOf(2));
    read(rulesOf(2));
    expect(reads).to.equal(2);
    expect(readdirSync(folder)).to.deep.equal([]);
  });
});
