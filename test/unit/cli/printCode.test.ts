import { expect } from "chai";
import { printCode } from "../../../server/cli/output/printCode.ts";
import { printFix } from "../../../server/cli/output/printFix.ts";
import { styleFor } from "../../../server/cli/output/style.ts";
import { indexLines } from "../../../server/engine/tree/lineIndex.ts";

const style = styleFor(false);

/** `[...]` marks a place with `^`, `<...>` one with `~` and a note. */
function shown(text: string, width = 60, note = "comes from here"): string[] {
  const clean = text.replaceAll(/[[\]<>]/g, "");
  const offset = (sign: string): number => text.slice(0, text.indexOf(sign)).replaceAll(/[[\]<>]/g, "").length;
  const marks = [
    ...(text.includes("<") ? [{ span: { start: offset("<"), end: offset(">") }, sign: "~" as const, note }] : []),
    ...(text.includes("[") ? [{ span: { start: offset("["), end: offset("]") }, sign: "^" as const, note: "" }] : []),
  ];
  return printCode(indexLines(clean), indexLines(clean), marks, { width, style });
}

describe("source lines with markers", () => {
  it("stand under the head of what encloses them", () =>
    expect(shown("function f() {\n  if (x) {\n\n    [eval(x)];\n  }\n}")).to.deep.equal([
      "      2 │   if (x) {",
      "      4 │     eval(x);",
      "        │     ^^^^^^^",
    ]));
  it("mark source and sink on one line", () =>
    expect(shown("[run(<q>)]")).to.deep.equal(["      1 │ run(q)", "        │     ~ comes from here", "        │ ^^^^^^"]));
  it("say where a long range ends", () =>
    expect(shown("[run(\n  1,\n)]")).to.deep.equal(["      1 │ run(", "        │ ^^^^ to line 3"]));
  it("mark an empty range with one sign", () => expect(shown("ab[]c")[1]).to.equal("        │   ^"));
  it("are cut on both sides of the place", () => {
    const [line = "", marker = ""] = shown(`${"a".repeat(100)}[HERE]${"b".repeat(100)}`, 60);
    expect(line)
      .to.match(/^ {6}1 │ …a+HEREb+…$/)
      .and.have.length(60);
    expect(marker.indexOf("^")).to.equal(line.indexOf("HERE"));
  });
  it("keep both places of a long line in sight where they fit", () => {
    const [line = ""] = shown(`${"a".repeat(100)}<SRC>${"-".repeat(20)}[SINK]${"b".repeat(100)}`, 60);
    expect(line).to.contain("SRC").and.contain("SINK");
  });
  it("put a note that does not fit on lines of its own", () => {
    const lines = shown(`${" ".repeat(40)}<abc>`, 60, "a note that is too long to stand beside it");
    expect(lines.every((line) => line.length <= 60)).to.equal(true);
    expect(
      lines
        .slice(2)
        .map((line) => line.slice(9).trim())
        .join(" "),
    ).to.equal("a note that is too long to stand beside it");
  });
});

describe("a fix as a diff", () => {
  const diff = (text: string, find: string, put: string, width = 60): string[] => {
    const start = text.indexOf(find);
    return printFix(
      text,
      { title: "", edits: [{ span: { start, end: start + find.length }, text: put }] },
      (same) => same,
      style,
      width,
    );
  };

  it("puts each new line under the old one", () =>
    expect(diff("a\nb\nc\n", "a\nb", "A\nB")).to.deep.equal(["      1 - a", "      1 + A", "      2 - b", "      2 + B"]));
  it("prints all old lines first when their numbers differ", () =>
    expect(diff("a\nb\n", "a\nb", "c")).to.deep.equal(["      1 - a", "      2 - b", "      1 + c"]));
  it("continues long lines, so that what differs is in sight", () => {
    const rows = diff(`  call("${"x".repeat(80)}", a)`, "a)", "b)");
    expect(rows.every((row) => row.length <= 60)).to.equal(true);
    expect(rows).to.have.length(4);
    expect(rows[1]).to.match(/^ {8}- {7}x+", a\)$/);
    expect(rows[3]).to.match(/^ {8}\+ {7}x+", b\)$/);
  });
  it("continues them at a space, further in", () => {
    expect(diff(`  call(first, second, third, fourth, fifth, sixth, seventh_argument)`, "first", "one")).to.deep.equal([
      "      1 -   call(first, second, third, fourth, fifth, sixth,",
      "        -       seventh_argument)",
      "      1 +   call(one, second, third, fourth, fifth, sixth,",
      "        +       seventh_argument)",
    ]);
  });
  it("shows the surroundings of the change in a bundle", () => {
    const rows = diff(`${"x".repeat(100_000)}a${"y".repeat(100_000)}`, "a", "b");
    expect(rows.length).to.be.lessThan(14);
    expect(rows.filter((row) => row.includes("…"))).to.have.length(4);
    expect(rows.join("")).to.contain("xay").and.contain("xby");
  });
  it("shows control characters", () => expect(diff("a", "a", "\u001b[2J")[1]).to.equal("      1 + \\x1b[2J"));
});
