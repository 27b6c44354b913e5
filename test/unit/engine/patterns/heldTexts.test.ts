import { expect } from "chai";
import { heldTexts } from "../../../../server/engine/patterns/heldTexts.ts";
import { textTree } from "../../../../server/engine/tree/textTree.ts";

describe("texts that a file is asked for", () => {
  it("are found whether few or many were asked for before, in any case", () => {
    const texts = Array.from({ length: 200 }, (_, at) => `word${at * 7}x`);
    const held = texts.filter((_, at) => at % 3 === 0);
    const code = held.map((text) => `call("${text.toUpperCase()}");`).join("\n");
    for (let round = 0; round < 4; round++) {
      const holds = heldTexts(textTree(code));
      expect(texts.filter((text) => holds(text))).to.deep.equal(held);
      expect(holds('("word0x')).to.equal(true);
    }
  });

  it("are found behind letters that are not of ASCII", () => {
    for (let round = 0; round < 3; round++) {
      const holds = heldTexts(textTree("const größe = 'ÄÖ' + naïve;"));
      for (let at = 0; at < 40; at++) holds(`other${at}`);
      expect(["größe", "äö", "naïve", "gross", " + na"].map((text) => holds(text))).to.deep.equal([
        true,
        true,
        true,
        false,
        true,
      ]);
    }
  });

  it("are found where more were asked for than are kept", () => {
    const code = "const kept = first || last;";
    for (let round = 0; round < 12; round++) {
      const holds = heldTexts(textTree(code));
      for (let at = 0; at < 1000; at++) expect(holds(`text${round}of${at}`)).to.equal(false);
      expect([holds("kept"), holds("first"), holds("middle")]).to.deep.equal([true, true, false]);
    }
  });
});
