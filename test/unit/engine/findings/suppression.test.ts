import { expect } from "chai";
import { suppressionRuleId } from "../../../../server/engine/findings/suppressionFaults.ts";
import { engineOf, findingsOf, loadParser } from "./engineFor.ts";

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
    ["a call over several lines, from above", "// COMMENT\nrun(\n  1,\n  bad(),\n);", "a.js"],
    ["a call over several lines, from its first line", "run( // COMMENT\n  1,\n  bad(),\n);", "a.js"],
    ["a declaration over several lines", "// COMMENT\nexport const all = {\n  one: 1,\n  two: bad(),\n};", "a.ts"],
    ["an arrow that is one expression", "// COMMENT\nall.map((one) =>\n  bad(one),\n);", "a.js"],
    ["a condition over several lines", "// COMMENT\nif (\n  one &&\n  bad()\n) {\n  go();\n}", "a.js"],
    ["the head of a function", "# COMMENT\n@route(\n    bad(),\n)\ndef f(\n    a,\n):\n    pass\n", "a.py"],
    ["a call over several lines in Python", "# COMMENT\nrun(\n    1,\n    bad(),\n)\n", "a.py"],
    ["a return in a function, with CRLF", "def f():\r\n    # COMMENT\r\n    return run(\r\n        bad())\r\n", "a.py"],
    ["an attribute on a line of its own", "const a = <p>\n  {/* COMMENT */}\n  <b\n    c={bad()}\n  />\n</p>;", "a.jsx"],
    ["a statement of a case", "switch (a) {\n  case 1:\n    // COMMENT\n    run(\n      bad(),\n    );\n}", "a.js"],
  ] as const) {
    const marked = text.replace("COMMENT", "linewarden-ignore js.bad-call: tested by hand");
    it(`silences: ${title}`, () => expect(suppressions(marked, path)).to.deep.equal(["linewarden-ignore: tested by hand"]));
  }

  for (const [title, text, path] of [
    ["EJS", "<%# COMMENT %>\n<p raw></p>", "a.ejs"],
    ["EJS, with a script", "<%# COMMENT %>\n<p raw></p>\n<script>a()</script>", "a.ejs"],
    ["EJS, on the line", "<p raw></p> <%# COMMENT %>", "a.ejs"],
    ["Handlebars", "{{!-- COMMENT --}}\n<p raw></p>", "a.hbs"],
    ["Handlebars, with a script", "<script>a()</script>\n  {{!-- COMMENT --}}\n<p raw></p>", "a.hbs"],
    ["Jinja", "{# COMMENT #}\n<p raw></p>", "a.j2"],
    ["HTML", "<!-- COMMENT -->\r\n<p raw></p>", "a.html"],
    ["a component", "<template>\n  <!-- COMMENT -->\n  <p raw></p>\n</template>\n<script>a()</script>", "a.vue"],
    ["a notebook", '{"source": ["# COMMENT\\n", "raw"]}', "a.ipynb"],
  ] as const)
    it(`silences in a template: ${title}`, () => {
      const raw = { id: "js.bad-call", languages: ["regex"], pattern: undefined, "pattern-regex": "\\braw\\b" };
      const marked = text.replace("COMMENT", "linewarden-ignore js.bad-call: tested by hand");
      expect(suppressions(marked, path, raw)).to.deep.equal(["linewarden-ignore: tested by hand"]);
    });

  it("silence nothing from a script for what stands around it", () => {
    const raw = { id: "js.bad-call", languages: ["regex"], pattern: undefined, "pattern-regex": "\\braw\\b" };
    const text = "<script>a('// linewarden-ignore js.bad-call: x')\n</script><p raw></p>";
    expect(suppressions(text, "a.vue", raw)).to.deep.equal([undefined]);
  });

  for (const [title, text, path = "a.js"] of [
    ["another rule", "bad(); // linewarden-ignore js.other: reason"],
    ["no rule", "bad(); // linewarden-ignore: reason"],
    ["no reason", "bad(); // linewarden-ignore js.bad-call"],
    ["an empty reason", "bad(); // linewarden-ignore js.bad-call:   "],
    ["the reason that an editor asks for, left as it is", "bad(); // linewarden-ignore js.bad-call: Say here why this is safe"],
    ["two lines above", "// linewarden-ignore js.bad-call: reason\n\nbad();"],
    ["behind code on the line above", "good(); // linewarden-ignore js.bad-call: reason\nbad();"],
    ["in a string", 'bad("// linewarden-ignore js.bad-call: reason");'],
    ["only a part of the id", "bad(); // linewarden-ignore bad-call: reason"],
    ["below", "bad();\n// linewarden-ignore js.bad-call: reason"],
    ["a function's body", "// COMMENT\nfunction f(\n  a,\n) {\n  bad();\n}"],
    ["the body of a function that is passed on", "// COMMENT\napp.get(\n  '/a',\n  () => {\n    bad();\n  },\n);"],
    ["a branch", "// COMMENT\nif (a)\n  bad();"],
    ["a branch in Python", "# COMMENT\nif (a\n    and b):\n    bad()\n", "a.py"],
    ["a class", "# COMMENT\nclass A(\n    B,\n):\n    c = bad()\n", "a.py"],
    [
      "an element of what is returned",
      "function f() {\n  // COMMENT\n  return (\n    <p>\n      <b c={bad()} />\n    </p>\n  );\n}",
    ],
    ["an element of another one", "const a = <p>\n  {/* COMMENT */}\n  <b\n    c='1'\n  >\n    <i c={bad()} />\n  </b>\n</p>;"],
    ["the next statement", "// COMMENT\nrun(\n  1,\n);\nbad();"],
    ["the same statement, far below", `// COMMENT\nrun(${"\n".repeat(11)}bad());`],
    ["a statement that only ends on the next line", "run(\n  1,\n  // COMMENT\n);\nbad();"],
  ] as const) {
    const marked = text.replace("COMMENT", "linewarden-ignore js.bad-call: reason");
    it(`does not silence: ${title}`, () => expect(suppressions(marked, path)).to.deep.equal([undefined]));
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

  describe("bound to what is found", () => {
    const code = "function f(a) {\n  bad(a, 1);\n}\n";
    const comment = (): string => {
      const [finding] = findingsOf(rule, code);
      expect(finding?.contentFingerprint).to.match(/^[0-9a-f]{16}$/);
      return `// linewarden-ignore js.bad-call@${finding?.contentFingerprint?.slice(0, 8)}: tested by hand`;
    };
    const silenced = ["linewarden-ignore: tested by hand"];

    for (const [title, text] of [
      ["above", "function f(a) {\n  COMMENT\n  bad(a, 1);\n}\n"],
      ["on the line", "function f(a) {\n  bad(a, 1); COMMENT\n}\n"],
      [
        "with another name, and over several lines",
        "function g(b) {\n  COMMENT\n  return (\n    // and\n    bad(\n      b,\n      1)\n  );\n}\n",
      ],
      ["with the function's own comment between", "function f(a) {\n  COMMENT\n\n\n  bad(a, 1);\n}\n"],
    ] as const)
      it(`silences: ${title}`, () => expect(suppressions(text.replace("COMMENT", comment()))).to.deep.equal(silenced));

    for (const [title, text] of [
      ["other content", "function f(a) {\n  COMMENT\n  bad(a, 2);\n}\n"],
      ["what stands above", "function f(a) {\n  bad(a, 1);\n  COMMENT\n}\n"],
      ["what is far away", `function f(a) {\n  COMMENT\n${"\n".repeat(10)}  bad(a, 1);\n}\n`],
    ] as const)
      it(`does not silence: ${title}`, () => expect(suppressions(text.replace("COMMENT", comment()))).to.deep.equal([undefined]));

    it("does not silence another finding of the line", () => {
      const text = `function f(a) {\n  ${comment()}\n  bad(a, 1), bad(a, 2);\n}\n`;
      expect(suppressions(text)).to.deep.equal([...silenced, undefined]);
    });
  });

  for (const [until, now, isSilenced] of [
    ["2026-12-31", "2026-12-31T23:59:00Z", true],
    ["2026-12-31", "2027-01-01T11:59:00Z", true],
    ["2026-12-31", "2027-01-01T12:01:00Z", false],
    ["2028-02-29", "2028-02-29T20:00:00Z", true],
    ["2028-02-29", "2028-03-01T12:01:00Z", false],
    ["2027-02-29", "2026-01-01T00:00:00Z", false],
    ["soon", "2026-01-01T00:00:00Z", false],
  ] as const)
    it(`until ${until}, at ${now}: ${isSilenced ? "silences" : "silences nothing"}`, () => {
      const engine = engineOf([rule], { now: () => Date.parse(now) / 1000 });
      const text = `bad(); // linewarden-ignore js.bad-call until ${until}: tested by hand`;
      const [finding] = engine.analyze({ path: "a.js", text }).findings;
      expect(finding?.suppression?.reason).to.equal(isSilenced ? "tested by hand" : undefined);
    });
});
