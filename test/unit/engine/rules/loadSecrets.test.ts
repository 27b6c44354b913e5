import { expect } from "chai";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";

function load(...secrets: string[]) {
  const head = "rules:\n  - id: a\n    languages: [regex]\n    severity: ERROR\n    message: m\n    mode: secrets\n";
  return loadRules(`${head}${secrets.map((line) => `    ${line}\n`).join("")}`, "r.yaml");
}

describe("rules for secrets", () => {
  it("have forms and names", () => {
    const { rules, problems } = load(
      "secrets:",
      "  - {form: 'ab_\\w+', literals: [ab_], checksum: jwt, before: 3}",
      "  - {names: [pin code], values: password}",
    );
    expect(problems).to.deep.equal([]);
    const [rule] = rules;
    if (rule?.body.mode !== "secrets") throw new Error("not a rule for secrets");
    const [form, names] = rule.body.parts;
    expect(form).to.deep.include({ kind: "form", literals: ["ab_"], before: 3, after: 400, checksum: "jwt" });
    expect(names).to.deep.equal({ kind: "names", names: ["pin code"], values: "password" });
  });

  for (const [title, secrets, message] of [
    ["need `secrets`", [], "a rule of `mode: secrets` needs `secrets`"],
    ["need a form or names", ["secrets: [{literals: [ab_]}]"], "needs `names`, or `form` and `literals`"],
    ["need values for names", ["secrets: [{names: [pin]}]"], "`names` need `values`"],
    ["know their checksums", ["secrets: [{form: a, literals: [ab], checksum: luck}]"], "`checksum` must be one of crc32-base62"],
    [
      "know their values",
      ["secrets: [{names: [pin], values: any}]"],
      "`values` must be one of password, word, key, chosen, random",
    ],
    ["know no other key", ["secrets: [{names: [pin], values: key, name: x}]"], "`name` is not a key of an item of `secrets`"],
    ["look for literals of some length", ["secrets: [{form: a, literals: [a]}]"], "two characters"],
    ["look a limited way", ["secrets: [{form: a, literals: [ab], after: -1}]"], "`after` must be a number of characters"],
  ] as const)
    it(title, () => {
      const { rules, problems } = load(...secrets);
      expect(rules).to.deep.equal([]);
      expect(problems.map((problem) => problem.message).join("\n")).to.include(message);
    });
});
