import { expect } from "chai";
import { compileLiterals } from "../../../../server/engine/patterns/literalScan.ts";

function found(literals: readonly string[], text: string): string[] {
  return compileLiterals(literals)(text).map(({ literal, start, end }) => `${literals[literal]}@${start}-${end}`);
}

describe("many literals in one pass", () => {
  for (const [title, literals, text, expected] of [
    ["in any case", ["key"], "KEY Key", ["key@0-3", "key@4-7"]],
    ["one in another", ["api_key", "key"], "api_key", ["api_key@0-7", "key@4-7"]],
    ["overlapping", ["abab"], "ababab", ["abab@0-4", "abab@2-6"]],
    ["after a false start", ["aab", "ab"], "aaab", ["aab@1-4", "ab@2-4"]],
    ["signs and other scripts between", ["://"], "ß://\u{1f600}://", ["://@1-4", "://@6-9"]],
    ["nothing", ["key"], "ke y", []],
  ] as const)
    it(title, () => expect(found(literals, text)).to.deep.equal(expected));

  it("finds what looking for each finds", () => {
    const literals = ["a", "ab", "ba", "aba", "bb", "c"];
    for (let n = 0; n < 2000; n++) {
      const text = Array.from({ length: 12 }, (_, i) => "abcd".charAt((n * 7919 + i * i * 31 + (n >> i)) & 3)).join("");
      const each = literals.flatMap((literal) =>
        Array.from(text, (_, at) => at).flatMap((at) =>
          text.startsWith(literal, at) ? [`${literal}@${at}-${at + literal.length}`] : [],
        ),
      );
      expect(found(literals, text).sort()).to.deep.equal(each.sort());
    }
  });
});
