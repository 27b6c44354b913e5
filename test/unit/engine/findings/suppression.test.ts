import { expect } from "chai";
import { suppressionRuleId } from "../../../../server/engine/findings/suppressionFaults.ts";
import { findingsOf, loadParser } from "./engineFor.ts";

const rule = { id: "js.bad-call", pattern: "bad(...)" };

function suppressions(text: string, path = "a.jsx", own: Record<string, unknown> = rule): (string | undefined)[] {
  const found = findingsOf(own, text, path).filter(({ ruleId }) => ruleId !== suppressionRuleId);
  return found.map(({ suppression }) => suppression && `${suppression.kind}: ${suppression.reason ?? ""}`);
}

describe("suppression comments", () => {
  before(loadParser);

  for (const [title, text, path] of [
    ["on the line", "bad(); // linewarden-ignore js.bad-call: tested by hand", "a.js"],
    ["on the line above", "// linewarden-ignore js.bad-call: tested by hand\nbad();", "a.js"],
    ["in a block comment", "/* linewarden-ignore js.bad-call: tested by hand */\nbad();", "a.js"],
    ["among several ids", "bad(); // linewarden-ignore other, js.bad-call: tested by hand", "a.js"],
    ["indented", "if (x) {\n    // linewarden-ignore js.bad-call: tested by hand\n    bad();\n}", "a.js"],
    ["in JSX", "const a = <p>\n  {/* linewarden-ignore js.bad-call: tested by hand */}\n  {bad()}\n</p>;", "a.jsx"],
    ["in Python", "bad()  # linewarden-ignore js.bad-call: tested by hand", "a.py"],
    ["with CRLF", "// linewarden-ignore js.bad-call: tested by hand\r\nbad();\r\n", "a.js"],
    ["after other words", "bad(); // see above. linewarden-ignore js.bad-call: tested by hand", "a.js"],
  ] as const) {
    it(`silences: ${title}`, () => expect(suppressions(text, path)).to.deep.equal(["linewarden-ignore: tested by hand"]));
  }

  for (const [title, text] of [
    ["another rule", "bad(); // linewarden-ignore js.other: reason"],
    ["no rule", "bad(); // linewarden-ignore: reason"],
    ["no reason", "bad(); // linewarden-ignore js.bad-call"],
    ["an empty reason", "bad(); // linewarden-ignore js.bad-call:   "],
    ["two lines above", "// linewarden-ignore js.bad-call: reason\n\nbad();"],
    ["behind code on the line above", "good(); // linewarden-ignore js.bad-call: reason\nbad();"],
    ["in a string", 'bad("// linewarden-ignore js.bad-call: reason");'],
    ["only a part of the id", "bad(); // linewarden-ignore bad-call: reason"],
    ["below", "bad();\n// linewarden-ignore js.bad-call: reason"],
  ] as const) {
    it(`does not silence: ${title}`, () => expect(suppressions(text)).to.deep.equal([undefined]));
  }

  for (const [title, text, silenced] of [
    ["all rules", "bad(); // nosemgrep", true],
    ["this rule", "bad(); // nosemgrep: js.bad-call", true],
    ["this rule by its last name", "bad(); // nosemgrep: bad-call", true],
    ["this rule with folders", "bad(); // nosemgrep: rules.web.js.bad-call", true],
    ["the line above", "// nosemgrep: other, js.bad-call\nbad();", true],
    ["another rule", "bad(); // nosemgrep: other", false],
    ["behind code above", "good(); // nosemgrep\nbad();", false],
  ] as const) {
    it(`nosemgrep, ${title}`, () => expect(suppressions(text)).to.deep.equal([silenced ? "nosemgrep: " : undefined]));
  }

  it("a silenced finding is still there", () => {
    const [finding] = findingsOf(rule, "bad(); // linewarden-ignore js.bad-call: reason");
    expect(finding?.suppression?.span).to.deep.equal({ start: 7, end: 47 });
  });

  it("works in a text without a grammar", () => {
    const text = { id: "t", languages: ["regex"], "pattern-regex": "key=\\w+" };
    expect(suppressions("key=a # linewarden-ignore t: a test key\nkey=b\n", "a.env", text)).to.deep.equal([
      "linewarden-ignore: a test key",
      undefined,
    ]);
  });
});
