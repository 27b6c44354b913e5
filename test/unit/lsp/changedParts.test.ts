/** Edits between two texts give exactly the second one. */

import { expect } from "chai";
import fc from "fast-check";
import { changedParts } from "../../../server/lsp/changedParts.ts";

function apply(text: string, edits: ReturnType<typeof changedParts>): string {
  return [...edits].reverse().reduce((all, { span, text: part }) => all.slice(0, span.start) + part + all.slice(span.end), text);
}

describe("changedParts", () => {
  for (const [title, before, after, count] of [
    ["nothing changed", "a\nb\n", "a\nb\n", 0],
    ["one line", "a\nb\nc\n", "a\nB\nc\n", 1],
    ["two places", "a\nb\nc\nd\ne\n", "A\nb\nc\nd\nE\n", 2],
    ["CRLF", "a\r\nb\r\n", "a\r\nB\r\n", 1],
    ["other line ends", "a\nb\n", "a\r\nb\r\n", 1],
    ["no last line end", "a\nb", "a\nb\nc", 1],
    ["to nothing", "a\n", "", 1],
  ] as const) {
    it(title, () => {
      const edits = changedParts(before, after);
      expect(apply(before, edits)).to.equal(after);
      expect(edits).to.have.length(count);
    });
  }

  it("for any two texts", () => {
    const text = fc.array(fc.constantFrom("a", "b", "\n", "\r\n", "\r", " ")).map((parts) => parts.join(""));
    fc.assert(fc.property(text, text, (before, after) => apply(before, changedParts(before, after)) === after));
  });
});
