import { expect } from "chai";
import { cellsOf, displayWidth, plain, wrap } from "../../../server/cli/output/plainText.ts";

describe("plain text", () => {
  for (const [title, text, expected] of [
    ["an escape sequence", "\u001b[31mred", "\\x1b[31mred"],
    ["line ends and tabs", "a\r\n\tb", "a\\r\\n\\tb"],
    ["a C1 control character", "\u009b31m", "\\x9b31m"],
    ["bidirectional marks", "a\u202eb\u2066c", "a\\u{202e}b\\u{2066}c"],
    ["invisible characters", "a\u200bb\ufeffc\u00add\u{e0041}", "a\\u{200b}b\\u{feff}c\\xadd\\u{e0041}"],
    ["a lone surrogate", "a\ud800b", "a\\u{d800}b"],
    ["ordinary text of any script", "naïve 日本語 עברית 🙂", "naïve 日本語 עברית 🙂"],
  ] as const) {
    it(`shows ${title}`, () => expect(plain(text)).to.equal(expected));
  }

  for (const [text, width] of [
    ["abc", 3],
    ["日本", 4],
    ["e\u0301", 1],
    ["👩‍👩‍👧", 2],
    ["ｆｕｌｌ", 8],
    ["한글", 4],
    ["é", 1],
    ["▶\ufe0f", 2],
  ] as const)
    it(`knows that ${text} takes ${width} columns`, () => expect(displayWidth(text)).to.equal(width));

  it("puts tabs on multiples of four", () => {
    expect(
      cellsOf("\ta\tb")
        .map(({ text }) => text)
        .join(""),
    ).to.equal("    a   b");
    expect(cellsOf("日\tb").map(({ width }) => width)).to.deep.equal([2, 2, 1]);
  });

  it("keeps joined pictures whole, and shows a joiner anywhere else", () => {
    expect(cellsOf("👩‍👩‍👧").map(({ text }) => text)).to.deep.equal(["👩‍👩‍👧"]);
    expect(
      cellsOf("a\u200db")
        .map(({ text }) => text)
        .join(""),
    ).to.equal("a\\u{200d}b");
  });

  it("wraps at spaces and leaves long words whole", () => {
    expect(wrap("one two three", 7)).to.deep.equal(["one two", "three"]);
    expect(wrap("a /very/long/path b", 5)).to.deep.equal(["a", "/very/long/path", "b"]);
    expect(wrap("", 10)).to.deep.equal([""]);
  });
});
