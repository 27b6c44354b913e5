/** The walk from one unseen change to the next. */

import { expect } from "chai";
import { sameFinding, stepFinding, stepHunk } from "../../../client/review/walk.ts";
import type { FolderReview } from "../../../server/protocol.ts";
import { sampleFile, sampleFinding, sampleReview } from "./sampleReview.ts";

/** "a:3! a:9 b:1!" is two files with changes at these lines; "!" marks unseen ones. */
function review(drawing: string): FolderReview {
  const byFile = new Map<string, { line: number; unseen: number }[]>();
  for (const word of drawing.split(" ")) {
    const [, file = "", line = "0", bang] = /^(\w+):(\d+)(!?)$/.exec(word) ?? [];
    byFile.set(file, [...(byFile.get(file) ?? []), { line: Number(line), unseen: bang ? 1 : 0 }]);
  }
  const files = [...byFile].map(([uri, hunks]) =>
    sampleFile({
      uri,
      findings: [],
      hunks: hunks.map(({ line, unseen }) => ({ lines: { start: line, end: line + 2 }, label: "", unseen })),
    }),
  );
  return sampleReview({ files });
}

function walked(drawing: string, from: string, direction: 1 | -1): string {
  const [uri = "", line = "0"] = from.split(":");
  const place = stepHunk([review(drawing)], from === "" ? undefined : { uri, line: Number(line), character: 0 }, direction);
  return place ? `${place.uri}:${place.lines.start}` : "none";
}

describe("walk through the changes", () => {
  for (const [title, drawing, from, direction, expected] of [
    ["from nowhere to the first unseen one", "a:3 a:9! b:1!", "", 1, "a:9"],
    ["on in the file", "a:3! a:9! b:1!", "a:3", 1, "a:9"],
    ["on to the next file", "a:3! a:9! b:1!", "a:9", 1, "b:1"],
    ["around the end", "a:3! a:9! b:1!", "b:1", 1, "a:3"],
    ["past what was looked at", "a:3! a:9 b:1!", "a:3", 1, "b:1"],
    ["back", "a:3! a:9! b:1!", "b:1", -1, "a:9"],
    ["back in the file", "a:3! a:9! b:1!", "a:20", -1, "a:9"],
    ["back around the beginning", "a:3! a:9! b:1!", "a:3", -1, "b:1"],
    ["the only one, again", "a:3!", "a:3", 1, "a:3"],
    ["all looked at: any change", "a:3 a:9", "a:3", 1, "a:9"],
    ["from a file outside the change", "a:3! b:1!", "z:7", 1, "a:3"],
    ["from inside a change to the one before it", "a:3! a:9!", "a:10", -1, "a:3"],
  ] as const)
    it(title, () => expect(walked(drawing, from, direction)).to.equal(expected));
  it("nothing changed, nowhere to go", () => expect(stepHunk([sampleReview({ files: [] })], undefined, 1)).to.equal(undefined));
  it("a deleted file is passed over", () => {
    expect(stepHunk([sampleReview({ files: [sampleFile({ status: "deleted" })] })], undefined, 1)).to.equal(undefined);
  });
});

describe("walk through the findings", () => {
  const findings = [
    sampleFinding({ line: 9 }),
    sampleFinding({ line: 3, character: 5 }),
    sampleFinding({ line: 3, character: 1 }),
  ];
  const reviews = [sampleReview({ files: [sampleFile({ findings })] })];
  const { uri } = sampleFinding();
  const at = (line: number, character: number, direction: 1 | -1) => {
    const found = stepFinding(reviews, { uri, line, character }, direction);
    return `${found?.line}:${found?.character}`;
  };
  it("visits two of one line, then the next line, then begins again", () => {
    expect(at(0, 0, 1)).to.equal("3:1");
    expect(at(3, 1, 1)).to.equal("3:5");
    expect(at(3, 5, 1)).to.equal("9:28");
    expect(at(9, 28, 1)).to.equal("3:1");
  });
  it("goes back the same way", () => {
    expect(at(9, 28, -1)).to.equal("3:5");
    expect(at(3, 1, -1)).to.equal("9:28");
  });
  it("a finding that moved is the same one, of equal ones the nearest", () => {
    const moved = [sampleFinding({ line: 60 }), sampleFinding({ line: 12 })];
    expect(sameFinding([sampleReview({ files: [sampleFile({ findings: moved })] })], sampleFinding({ line: 9 }))?.line).to.equal(
      12,
    );
  });
  it("a finding that went away is not shown as if it were there", () => {
    expect(sameFinding([sampleReview({ files: [] })], sampleFinding())).to.equal(undefined);
  });
});
