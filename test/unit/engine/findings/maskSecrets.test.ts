import { expect } from "chai";
import { masked } from "../../../../server/engine/findings/maskSecrets.ts";
import { findingsOf, loadParser, taintRule } from "./engineFor.ts";

const secret = "s3cr3t-Zx81-token-value";
const metadata = { checklist: ["no-secrets"] };

function shown(rule: Record<string, unknown>, text: string, path = "a.js"): string {
  const findings = findingsOf(rule, text, path);
  expect(findings).to.have.length(1);
  return JSON.stringify(findings);
}

describe("secrets are masked where they are found", () => {
  before(loadParser);

  for (const [title, rule, text, path] of [
    [
      "a captured string",
      { pattern: "login($USER, $PASSWORD)", message: "$PASSWORD is here" },
      `login("me", "${secret}");`,
      "a.js",
    ],
    ["the text of a string", { pattern: 'password = "$VALUE"', message: "$VALUE" }, `password = "${secret}"`, "a.py"],
    ["a group of a regex", { "pattern-regex": "key=(\\S+)", message: "found $1" }, `// key=${secret}`, "a.js"],
    ["any text", { languages: ["regex"], "pattern-regex": "key=(?<V>\\S+)", message: "$V" }, `key=${secret}`, ".env"],
    [
      "an object",
      { pattern: "connect({..., password: $P, ...})", message: "$P" },
      `connect({ user: "admin", password: "${secret}" });`,
      "a.js",
    ],
    ["a template", { pattern: "login($P)", message: "$P" }, `login(\`${secret}\${x}\`);`, "a.js"],
    ["a fix that would show it", { pattern: "login($P)", fix: "login(env($P))" }, `login("${secret}");`, "a.js"],
  ] as const) {
    it(title, () => {
      const text_ = shown({ ...rule, metadata }, text, path);
      expect(text_).to.not.include(secret);
      expect(text_).to.not.include("token-value");
    });
  }

  it("and the rule's own words stay", () => {
    const rule = { pattern: "login($P)", message: "Read it from the environment, not $P", metadata, fix: "login(environment)" };
    const [finding] = findingsOf(rule, 'login("environment");');
    expect(finding?.message).to.equal('Read it from the environment, not "en…"');
    expect(finding?.fixText).to.equal("login(environment)");
  });

  it("and what stands beside a named secret stays, unless it looks like one", () => {
    const rule = { pattern: 'login("$SECRET", $HOW)', message: "$SECRET $HOW", metadata };
    const said = (text: string): string | undefined => findingsOf(rule, text)[0]?.message;
    expect(said('login("hunter2abc", ["HS256", "none"])')).to.equal('hu… ["HS256", "none"]');
    expect(said(`login("hunter2abc", "${secret}")`)).to.equal('hu… "s3cr…"');
  });

  it("and the name of a variable stays", () => {
    const rule = { pattern: "log(`...${$SECRET}...`)", message: "$SECRET", metadata };
    expect(findingsOf(rule, "log(`login ${password}`)", "a.js")[0]?.message).to.equal("password");
  });

  it("in the path of a flow", () => {
    const rule = { ...taintRule, "pattern-sources": [{ pattern: '"..."' }], metadata };
    expect(shown(rule, `const a = "${secret}";\nsink(a);`)).to.not.include(secret);
  });

  it("a rule's own option decides", () => {
    const rule = { pattern: "login($P)", message: "$P", options: { "linewarden-secret": true } };
    expect(shown(rule, `login("${secret}");`)).to.not.include(secret);
    expect(shown({ ...rule, metadata, options: { "linewarden-secret": false } }, `login("${secret}");`)).to.include(secret);
  });

  it("another rule's texts stay readable", () => {
    expect(shown({ pattern: "login($P)", message: "$P" }, 'login("SELECT 1");')).to.include("SELECT 1");
  });

  it("two secrets have two fingerprints", () => {
    const rule = { pattern: "login($P)", metadata };
    const one = findingsOf(rule, 'login("aaaaaaaaaaaaaaaa");')[0]?.fingerprint;
    expect(findingsOf(rule, 'login("aaaaaaaaaaaaaaab");')[0]?.fingerprint).to.not.equal(one);
  });

  for (const [text, expected] of [
    ["0123456789abcdef", "0123…"],
    ["01234567", "01…"],
    ["abcd", "a…"],
    ["abc", "…"],
  ] as const) {
    it(`${text} becomes ${expected}`, () => expect(masked(text)).to.equal(expected));
  }
});
