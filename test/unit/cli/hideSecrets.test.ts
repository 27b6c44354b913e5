import { expect } from "chai";
import type { Finding } from "../../../server/engine/findings/finding.ts";
import { hideSecrets } from "../../../server/engine/findings/hideSecrets.ts";

function hidden(text: string, matched: string, ruleId = "secret"): string {
  const start = text.indexOf(matched);
  const finding = { ruleId, span: { start, end: start + matched.length }, path: [], captures: {} } as unknown as Finding;
  return hideSecrets(text, [finding], (id) => id === "secret")(text);
}

describe("secrets in shown text", () => {
  it("are hidden in the string, everywhere in the file, at the same length", () => {
    const text = 'const key = "abcd1234efgh5678";\nlog("abcd1234efgh5678");';
    expect(hidden(text, 'key = "abcd1234efgh5678"')).to.equal('const key = "abcd************";\nlog("abcd************");');
  });
  it("are the whole match where there is no string", () =>
    expect(hidden("TOKEN=abcd1234\n", "abcd1234")).to.equal("TOKEN=ab******\n"));
  it("are hidden line by line", () =>
    expect(hidden("k = '''line1one\nline2two'''", "'''line1one\nline2two'''")).to.equal("k = '''li******\nli******'''"));
  it("are left alone where they are too short to be any", () =>
    expect(hidden('k = "abc"', '"abc"')).to.equal('k = "***"'.replace("***", "abc")));
  describe("where the rule names the secret", () => {
    const named = (text: string, matched: string, secret: string, shown: string): string => {
      const spanOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });
      const captures = { $SECRET: { span: spanOf(secret), text: shown } };
      const finding = { ruleId: "secret", span: spanOf(matched), path: [], captures } as unknown as Finding;
      return hideSecrets(text, [finding], () => true)(text);
    };
    for (const [title, text, secret, shown, expected] of [
      ["hide it", 'sign(a, "secret")', "secret", "s…", 'sign(a, "s*****")'],
      ["hide its parts", 'sign(a, "one1one" + "two2two")', '"one1one" + "two2two"', "o…", 'sign(a, "o******" + "t******")'],
      [
        "show what is wrong beside it",
        "sign(a, 'secret', ['HS256', 'none'])",
        "secret",
        "s…",
        "sign(a, 's*****', ['HS256', 'none'])",
      ],
      ["hide a second one", 'sign(a, "secret", "a8f7e2c1d4b5")', "secret", "s…", 'sign(a, "s*****", "a8f*********")'],
      ["hide what is written with escapes", 'sign(a, "abc\\u0041xyz")', "abc\\u0041xyz", "ab…", 'sign(a, "abc*********")'],
      ["show the name of a variable", "log(`login ${password}`)", "password", "password", "log(`login ${password}`)"],
      ["show the name of a constant", "sign(a, THE_KEY)", "THE_KEY", "hu…", "sign(a, THE_KEY)"],
    ] as const)
      it(title, () => expect(named(text, text, secret, shown)).to.equal(expected));
  });

  it("are nothing that other rules find", () => expect(hidden('k = "abcdefgh"', '"abcdefgh"', "sql")).to.equal('k = "abcdefgh"'));
});
