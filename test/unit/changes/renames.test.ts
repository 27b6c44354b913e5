// Pairing of deleted and new files.
import { expect } from "chai";
import { pairRenames } from "../../../server/changes/renames.ts";

const lines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `line number ${from + i}\n`).join("");

describe("pairRenames", () => {
  it("pairs equal content, the same name first", () => {
    const deleted = [
      { path: "x/a.js", id: "1", text: "q" },
      { path: "x/b.js", id: "1", text: "q" },
    ];
    const added = [
      { path: "y/b.js", id: "1", text: "q" },
      { path: "y/c.js", id: "1", text: "q" },
    ];
    expect([...pairRenames(deleted, added)]).to.deep.equal([
      ["y/b.js", "x/b.js"],
      ["y/c.js", "x/a.js"],
    ]);
  });

  it("pairs the most similar, from half of the lines on", () => {
    const deleted = [
      { path: "a", id: "1", text: lines(0, 10) },
      { path: "b", id: "2", text: lines(5, 15) },
    ];
    expect([...pairRenames(deleted, [{ path: "c", id: "3", text: lines(6, 16) }])]).to.deep.equal([["c", "b"]]);
    expect(pairRenames(deleted, [{ path: "c", id: "3", text: lines(100, 110) + lines(0, 4) }]).size).to.equal(0);
  });

  it("does not mind indentation and line ends", () => {
    const text = lines(0, 6);
    const changed = text.replaceAll("line", "\tline").replaceAll("\n", "\r\n");
    expect(pairRenames([{ path: "a", id: "1", text }], [{ path: "b", id: "2", text: changed }]).get("b")).to.equal("a");
  });

  it("never pairs empty files, nor those without text that differ", () => {
    expect(pairRenames([{ path: "a", id: "1", text: "" }], [{ path: "b", id: "1", text: "" }]).size).to.equal(0);
    expect(pairRenames([{ path: "a", id: "1" }], [{ path: "b", id: "2" }]).size).to.equal(0);
    expect(pairRenames([{ path: "a", id: "" }], [{ path: "b", id: "" }]).size).to.equal(0);
  });

  it("pairs binary files of equal content", () => {
    expect(pairRenames([{ path: "a", id: "1" }], [{ path: "b", id: "1" }]).get("b")).to.equal("a");
  });

  it("stays quick on thousands of files", () => {
    const many = (name: string): { path: string; id: string; text: string }[] =>
      Array.from({ length: 2000 }, (_, i) => ({
        path: `${name}${i}`,
        id: `${name}${i}`,
        text: `common\n${lines(i * 10, i * 10 + 10)}${name}\n`,
      }));
    const pairs = pairRenames(many("a"), many("b"));
    expect(pairs.size).to.equal(2000);
    expect(pairs.get("b7")).to.equal("a7");
  });
});
