import { expect } from "chai";
import { afterFix, type FixTarget, idOf, lineOf, targetedBy } from "../../../server/cli/fixTarget.ts";
import type { Finding } from "../../../server/engine/findings/finding.ts";
import { applyFix } from "../../../server/engine/fixes/applyFix.ts";
import { findingsOf, loadParser } from "../engine/findings/engineFor.ts";

const rule = { id: "js.bad-call", pattern: "bad(...)" };
const found = (text: string): readonly Finding[] => findingsOf(rule, text);
const lineOfFinding = (text: string, { span }: Finding): number => text.slice(0, span.start).split("\n").length;

/** The id that a report prints for what is found on a line, from 1. */
function idAt(text: string, line: number): string {
  const finding = found(text).find((one) => lineOfFinding(text, one) === line);
  if (!finding) throw new Error(`Nothing is found on line ${line}.`);
  return idOf(finding, text);
}

/** The lines, from 1, of what `a.js:LINE@ID` means in a text; what is said where it means nothing. */
function meant(text: string, line: number, id?: string): number[] | string {
  const target: FixTarget = { file: "a.js", line: line - 1, ...(id === undefined ? {} : { id }) };
  try {
    return targetedBy(target, found(text), text, "a.js").map((finding) => lineOfFinding(text, finding));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("what linewarden fix is about", () => {
  before(loadParser);
  const text = "bad(1);\nfunction f(a) {\n  bad(a);\n  bad(2);\n}\nfunction g(a) {\n  bad(a);\n}\n";

  for (const [title, now, line, expected] of [
    ["where it was", text, 3, [3]],
    ["below, after an import was added", `import x;\n${text}`, 3, [4]],
    ["above, after lines were taken out", text.replace("bad(1);\n", ""), 3, [2]],
    ["laid out otherwise", text.replace("bad(a)", "bad(\n    a\n  )"), 3, [3]],
    ["the nearest of several equal ones", text.replace("  bad(2);\n", "  bad(2);\n  bad(a);\n"), 3, [3]],
    ["none of its line but this one", text.replace("  bad(a);\n", "  bad(a); bad(3);\n"), 3, [3]],
  ] as const)
    it(`a named finding is found: ${title}`, () => expect(meant(now, line, idAt(text, line))).to.deep.equal(expected));

  for (const [title, now, line, expected] of [
    [
      "it was fixed, and an equal one stands in another function",
      text.replace("  bad(a);\n", "  good(a);\n"),
      3,
      /not there any/,
    ],
    ["its code changed", text.replace("bad(a)", "bad(a, 1)"), 3, /not there any more: it was fixed, or its code changed/],
    ["it stands far away", `${"\n".repeat(30)}${text}`, 3, /The same stands elsewhere: a\.js:33@[0-9a-f]{8}$/],
    [
      "two equal ones are as near",
      text.replace("  bad(a);\n", "  bad(a);\n\n  bad(a);\n"),
      4,
      /elsewhere: a\.js:3@[0-9a-f]{8}, a\.js:5@/,
    ],
  ] as const)
    it(`none is taken in its place: ${title}`, () => expect(meant(now, line, idAt(text, 3))).to.match(expected));

  it("names rule, function and code, and not the place", () => {
    expect(idAt(text, 3)).to.match(/^[0-9a-f]{8}$/);
    expect(idAt(`\n\n${text}`, 5)).to.equal(idAt(text, 3));
    expect(new Set([1, 3, 4, 7].map((line) => idAt(text, line))).size).to.equal(4);
  });

  it("tells equal findings of one line apart by the name before them", () => {
    const flags = { id: "js.off", pattern: "false" };
    const line = "cookie({ secure: false, httpOnly: false });\n";
    const two = findingsOf(flags, line);
    expect(two).to.have.length(2);
    for (const one of two) {
      const id = idOf(one, line);
      expect(targetedBy({ file: "a.js", line: 0, id }, two, line, "a.js")).to.deep.equal([one]);
    }
  });

  it("takes the first of those on one line that nothing tells apart", () => {
    const line = "bad(1); bad(1);\n";
    expect(found(line)).to.have.length(2);
    expect(targetedBy({ file: "a.js", line: 0, id: idAt(line, 1) }, found(line), line, "a.js")).to.deep.equal([found(line)[0]]);
  });

  it("a line alone means all that touch it", () => {
    expect(meant("bad(1); bad(2);\nbad(3);\n", 1)).to.deep.equal([1, 1]);
    expect(meant("bad(\n  1,\n);\nbad(3);\n", 2)).to.deep.equal([1]);
    expect(meant("\nbad(1);\n", 1)).to.match(/no finding on line 1 of a\.js that a fix could be for/);
    expect(meant("bad(1);\n", 5)).to.equal("a.js has no line 5; it has 1.");
  });

  for (const [title, edits, expected] of [
    ["an import above", [[0, 0, "import x;\n"]], "bad(2);"],
    ["an import right before it", [[8, 8, "import x;\n"]], "bad(2);"],
    ["a change in it", [[12, 13, "two()"]], "bad(two());"],
    ["more lines for it", [[8, 15, "one();\ntwo();"]], "one();\ntwo();"],
    ["a change over its start", [[5, 11, "x;\ngo"]], "x;\ngo(2);"],
    ["a change over its end", [[12, 20, "9)\n;worse"]], "bad(9)\n;worse"],
    ["what follows it", [[15, 15, "\nmore();"]], "bad(2);"],
  ] as const)
    it(`follows a line through a fix: ${title}`, () => {
      const before = "bad(1);\nbad(2);\nbad(3);\n";
      const fix = { title: "", edits: edits.map(([start, end, put]) => ({ span: { start, end }, text: put })) };
      const line = lineOf({ file: "a.js", line: 1 }, before);
      if (!line) throw new Error("There is no line.");
      const piece = afterFix(line, fix);
      expect(applyFix(before, fix).slice(piece.start, piece.end)).to.equal(expected);
    });
});
