// Which lines differ.
import { expect } from "chai";
import fc from "fast-check";
import type { Hunk } from "../../../server/changes/change.ts";
import { diffHunks, diffLines, diffTexts, splitLines } from "../../../server/changes/hunks.ts";

/** "base>current" line ranges. */
function brief(hunks: readonly Hunk[]): string {
  return hunks.map(({ base, current }) => `${base.start}-${base.end}>${current.start}-${current.end}`).join(" ");
}

describe("diffHunks", () => {
  for (const [title, base, text, expected] of [
    ["equal texts", "a\nb\n", "a\nb\n", ""],
    ["an edited line", "a\nb\nc\n", "a\nx\nc\n", "1-2>1-2"],
    ["an added line", "a\nc\n", "a\nb\nc\n", "1-1>1-2"],
    ["a removed line", "a\nb\nc\n", "a\nc\n", "1-2>1-1"],
    ["a new file", "", "a\nb\n", "0-0>0-2"],
    ["a deleted file", "a\nb\n", "", "0-2>0-0"],
    ["two places", "a\nb\nc\nd\n", "x\nb\nc\ny\n", "0-1>0-1 3-4>3-4"],
    ["line ends do not count", "a\r\nb\r\n", "a\nb", ""],
    ["a lone carriage return ends a line", "a\nb\n", "a\rx\n", "1-2>1-2"],
    ["an empty last line counts when it is one more", "a\n", "a\n\n", "1-1>1-2"],
    ["both empty", "", "", ""],
  ] as const) {
    it(title, () => expect(brief(diffHunks(base, text))).to.equal(expected));
  }

  for (const [title, base, text, expected] of [
    ["a function after another", "a() {\n}\n", "a() {\n}\nb() {\n}\n", "2-2>2-4"],
    ["a function before another", "b() {\n}\n", "a() {\n}\nb() {\n}\n", "0-0>0-2"],
    ["a removed function", "a() {\n}\n\nb() {\n}\n", "a() {\n}\n", "2-5>2-2"],
    [
      "a commented function before another",
      "x\n\n/**\n * b\n */\nb\n",
      "x\n\n/**\n * a\n */\na\n\n/**\n * b\n */\nb\n",
      "2-2>2-7",
    ],
    ["a nested block", "f {\n  if a {\n    x\n  }\n}\n", "f {\n  if a {\n    x\n  }\n  if b {\n    x\n  }\n}\n", "4-4>4-7"],
    ["a repeated line", "a\na\n", "a\na\na\n", "2-2>2-3"],
  ] as const) {
    it(`begins where a person sees it begin: ${title}`, () => expect(brief(diffHunks(base, text))).to.equal(expected));
  }

  const lines = fc.array(fc.constantFrom("a", "b", " c", "}", ""), { maxLength: 25 });

  it("turns the base into the text, with as few lines as a brute-force comparison", () => {
    fc.assert(
      fc.property(lines, lines, (base, current) => {
        const { hunks, exact } = diffLines(base, current);
        expect(exact).to.equal(true);
        expect(applied(base, current, hunks)).to.deep.equal(current);
        for (const [i, hunk] of hunks.entries()) expect(hunk.current.start).to.be.greaterThan(hunks[i - 1]?.current.end ?? -1);
        const size = hunks.reduce(
          (sum, hunk) => sum + hunk.base.end - hunk.base.start + hunk.current.end - hunk.current.start,
          0,
        );
        expect(size).to.equal(base.length + current.length - 2 * longestCommon(base, current));
      }),
      { numRuns: 500 },
    );
  });

  it("says when it gave up being exact, and still holds every change", () => {
    const many = (seed: number): string[] => Array.from({ length: 4000 }, (_, i) => `line ${(i * seed) % 97}`);
    const base = many(31);
    const current = many(57);
    const { hunks, exact } = diffLines(base, current);
    expect(exact).to.equal(false);
    expect(applied(base, current, hunks)).to.deep.equal(current);
  });

  it("stays quick and exact on large files that share single lines", () => {
    const base = Array.from({ length: 30_000 }, (_, i) => (i % 10 === 0 ? `anchor ${i}` : `old ${i}`));
    const current = Array.from({ length: 30_000 }, (_, i) => (i % 10 === 0 ? `anchor ${i}` : `new ${i}`));
    const { hunks, exact } = diffLines(base, current);
    expect(exact).to.equal(true);
    expect(hunks).to.have.length(3000);
    expect(applied(base, current, hunks)).to.deep.equal(current);
  });

  it("takes a line of ten megabytes", () => {
    const line = "x".repeat(10_000_000);
    expect(brief(diffTexts(`${line}\na\n`, `${line}\nb\n`).hunks)).to.equal("1-2>1-2");
  });

  it("splits at every kind of line end", () => {
    expect(splitLines("a\r\nb\rc\nd")).to.deep.equal(["a", "b", "c", "d"]);
    expect(splitLines("a\n")).to.deep.equal(["a"]);
    expect(splitLines("")).to.deep.equal([]);
    expect(splitLines("\n")).to.deep.equal([""]);
  });
});

function applied(base: readonly string[], current: readonly string[], hunks: readonly Hunk[]): string[] {
  const result: string[] = [];
  let at = 0;
  for (const hunk of hunks) {
    result.push(...base.slice(at, hunk.base.start));
    expect(result.length).to.equal(hunk.current.start);
    result.push(...current.slice(hunk.current.start, hunk.current.end));
    at = hunk.base.end;
  }
  return [...result, ...base.slice(at)];
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row: number[] = new Array(b.length + 1).fill(0);
  for (const left of a) {
    const next = [0];
    for (const [j, right] of b.entries()) next.push(left === right ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}
