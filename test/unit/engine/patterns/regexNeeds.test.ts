import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { compileRegex } from "../../../../server/engine/patterns/compileRegex.ts";
import { textsOfRegex } from "../../../../server/engine/patterns/regexNeeds.ts";

const cases: readonly (readonly [regex: string, texts: readonly string[] | undefined])[] = [
  ["(?i)^(?:.*[^a-z])?(\\w*Password|passwd|pwd)\\b", ["password", "passwd", "pwd"]],
  ["^sha-?256$", ["sha"]],
  ["token(s)?_hash", ["token"]],
  ["(?:ab)?secret", ["secret"]],
  ["(abc|defg)+x", ["abc", "defg"]],
  ["(abc|)", undefined],
  ["(abc)?", undefined],
  ["abc|\\w+", undefined],
  ["(?!secret)\\w+", undefined],
  ["(?=secret)\\w+", undefined],
  ["(?<!no)login", ["login"]],
  ["req\\.session", ["req.session"]],
  ["se?cret", ["cret"]],
  ["secre{2}t", ["secre"]],
  ["secre{0,2}t", ["secr"]],
  ["[Ss]ecret", ["ecret"]],
  ["ab", undefined],
  [".*", undefined],
  ["\\x61bcdef", undefined],
  ["\\p{Lu}bcdef", undefined],
  ["(?x) secret # what is kept", undefined],
  ["(secret", undefined],
];

describe("texts that a regex cannot do without", () => {
  for (const [regex, texts] of cases)
    it(`of ${regex}`, () => {
      expect(textsOfRegex(regex)).to.deep.equal(texts);
    });

  it("are in everything that the regexes of the built-in rules find", () => {
    const folder = join(__dirname, "../../../../rules");
    const words = new Set<string>();
    const regexes = new Set<string>();
    for (const language of ["javascript", "python"])
      for (const name of readdirSync(join(folder, language))) {
        const text = readFileSync(join(folder, language, name), "utf8");
        if (!name.endsWith(".yaml")) for (const word of text.match(/[\w.$"'/-]+/g) ?? []) words.add(word);
        for (const [, regex] of text.matchAll(/metavariable: \$\w+, regex: '((?:[^']|'')+)'/g))
          if (regex) regexes.add(regex.replaceAll("''", "'"));
      }
    let found = 0;
    for (const source of regexes) {
      const texts = textsOfRegex(source);
      const regex = compileRegex(source, { trusted: true });
      if (!texts || typeof regex === "string") continue;
      for (const word of words)
        if (regex.testStart(word)) {
          found++;
          expect(
            texts.some((text) => word.toLowerCase().includes(text)),
            `${source} finds ${word}: ${texts.join(", ")}`,
          ).to.equal(true);
        }
    }
    expect(found).to.be.greaterThan(1000);
  });
});
