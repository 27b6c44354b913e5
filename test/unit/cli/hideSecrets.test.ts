import { expect } from "chai";
import type { Finding } from "../../../server/engine/findings/finding.ts";
import { hideSecrets } from "../../../server/engine/findings/hideSecrets.ts";

function hidden(text: string, matched: string, ruleId = "secret"): string {
  const start = text.indexOf(matched);
  const finding = { ruleId, span: { start, end: start + matched.length } } as Finding;
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
  it("are nothing that other rules find", () => expect(hidden('k = "abcdefgh"', '"abcdefgh"', "sql")).to.equal('k = "abcdefgh"'));
});
