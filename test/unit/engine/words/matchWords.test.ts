import { expect } from "chai";
import { matchWords, readWordPattern, usualWords } from "../../../../server/engine/words/matchWords.ts";
import { readWords } from "../../../../server/engine/words/readWords.ts";

function find(source: string, text: string, steps = 100_000): string[] {
  const pattern = readWordPattern(source, usualWords);
  if (typeof pattern === "string") return [pattern];
  let left = steps;
  return matchWords(pattern, readWords(text), () => left-- > 0).map(({ span }) => text.slice(span.start, span.end));
}

describe("matchWords", () => {
  for (const [title, pattern, text, expected] of [
    ["words, not parts of them", "ab", "abc ab", ["ab"]],
    ["space means nothing", "a . b ( )", "a.b()", ["a.b()"]],
    ["a metavariable is one word", "x = $V", "x = 12; x = 'y'", ["x = 12"]],
    ["the same metavariable is the same word", "$A $A", "b c c", ["c c"]],
    ["the shortest", "a ... c", "a b a c d c", ["a c"]],
    ["an ellipsis stays in its brackets", "( a ... )", "(a (b) c)", ["(a (b)"]],
    ["an ellipsis reaches ten lines far", "a ... b", `a${"\n".repeat(10)}b a${"\n".repeat(11)}b`, [`a${"\n".repeat(10)}b`]],
    ["a block is a whole block", "a:\n  b", "a:\n  b\n  c\na:\n  b\n", ["a:\n  b"]],
    ["an empty pattern", "  ", "a", ["The pattern is empty."]],
    ["only an ellipsis", "...", "a", ["The pattern has nothing but an ellipsis."]],
  ] as const)
    it(title, () => expect(find(pattern, text)).to.deep.equal(expected));

  it("stops when its work is used up", () => {
    const text = "a ".repeat(3000);
    expect(find("a ... a ... a ... a ... b", text, 50_000)).to.deep.equal([]);
  });

  it("reads deep nesting without running out of stack", () => {
    const text = `${"(".repeat(5000)}a${")".repeat(5000)}\n${Array.from({ length: 5000 }, (_, i) => " ".repeat(i)).join("b\n")}`;
    expect(find("a", text)).to.deep.equal(["a"]);
  });

  it("passes over comments", () => {
    const pattern = readWordPattern("b", { ...usualWords, comments: "cpp" });
    if (typeof pattern === "string") throw new Error(pattern);
    const text = "/* b */ a // b\nb";
    const found = matchWords(pattern, readWords(text, "cpp"), () => true);
    expect(found.map(({ span }) => span.start)).to.deep.equal([15]);
  });
});
