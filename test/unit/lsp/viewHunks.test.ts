/** Names of hunks and the lines of them that nobody looked at. */

import { expect } from "chai";
import { translateTo } from "../../../server/lsp/translations.ts";
import { viewHunks } from "../../../server/lsp/viewHunks.ts";

describe("viewHunks", () => {
  const label = (text: string, start: number, end: number): string | undefined =>
    viewHunks(text, [{ current: { start, end }, base: { start, end } }], [])[0]?.label;

  for (const [title, text, start, end, wanted] of [
    ["inside a function", "function go() {\n  a();\n  b();\n}\n", 1, 2, "go"],
    ["the function's own line", "x;\nfunction go() {\n}\n", 1, 3, "go"],
    ["an arrow", "const go = async (a) => {\n  b();\n};\n", 1, 2, "go"],
    ["a method", "class A {\n  find(id) {\n    return id;\n  }\n}\n", 2, 3, "find"],
    ["a route", 'app.post("/users/:id", (req, res) => {\n  res.end();\n});\n', 1, 2, "POST /users/:id"],
    ["Python", "class A:\n    def find(self):\n        if x:\n            y()\n", 3, 4, "find"],
    ["a condition is no function", "function go() {\n  if (a) {\n    b();\n  }\n}\n", 2, 3, "go"],
    ["the top level", "a;\nb;\nc;\n", 0, 2, "lines 1-2"],
    ["one line", "a;\nb;\n", 1, 2, "line 2"],
    ["removed lines", "a;\nb;\n", 1, 1, "removed after line 1"],
  ] as const) {
    it(title, () => expect(label(text, start, end)).to.equal(wanted));
  }

  it("names lines in the language of the editor", () => {
    const [hunk] = viewHunks(
      "a;\nb;\nc;\n",
      [{ current: { start: 0, end: 2 }, base: { start: 0, end: 2 } }],
      [],
      translateTo("de"),
    );
    expect(hunk?.label).to.equal("Zeilen 1–2");
  });

  it("cuts unseen lines to the hunk", () => {
    const [hunk] = viewHunks(
      "a\nb\nc\nd\n",
      [{ current: { start: 1, end: 3 }, base: { start: 1, end: 1 } }],
      [{ start: 0, end: 2 }],
    );
    expect(hunk?.unseen).to.equal(1);
    expect(hunk?.unseenSpans).to.deep.equal([{ start: 1, end: 2 }]);
  });
});
