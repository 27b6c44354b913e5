// Questions about the lines of hunks.
import { expect } from "chai";
import {
  baseLineOf,
  countChangedLines,
  joinRanges,
  overlaps,
  sizeOfChange,
  touchesHunk,
} from "../../../server/changes/changedLines.ts";
import { diffHunks } from "../../../server/changes/hunks.ts";

const hunks = diffHunks("a\nb\nc\nd\ne\n", "a\nx\ny\nc\ne\n");

describe("changedLines", () => {
  it("counts added and replaced lines", () => {
    expect(countChangedLines(hunks)).to.equal(2);
    expect(sizeOfChange({ path: "f", status: "modified", hunks })).to.equal(2);
    expect(sizeOfChange({ path: "f", status: "deleted", hunks: diffHunks("a\n", "") })).to.equal(1);
  });

  it("knows the base's line of an unchanged one", () => {
    expect([0, 1, 2, 3, 4].map((line) => baseLineOf(hunks, line))).to.deep.equal([0, undefined, undefined, 2, 4]);
  });

  it("knows what touches a hunk, a removal too", () => {
    expect([0, 1, 2, 3, 4].map((line) => touchesHunk(hunks, { start: line, end: line + 1 }))).to.deep.equal([
      false,
      true,
      true,
      true,
      true,
    ]);
    expect(overlaps({ start: 1, end: 2 }, { start: 2, end: 3 })).to.equal(false);
  });

  it("joins ranges", () => {
    const ranges = [
      { start: 5, end: 6 },
      { start: 1, end: 3 },
      { start: 3, end: 4 },
      { start: 2, end: 2 },
    ];
    expect(joinRanges(ranges)).to.deep.equal([
      { start: 1, end: 4 },
      { start: 5, end: 6 },
    ]);
  });
});
