import { expect } from "chai";
import { hasNegation, isMet, parseRequires, type Requires } from "../../../../server/engine/rules/requires.ts";

function parsed(text: string): Requires {
  const requires = parseRequires(text);
  if (typeof requires === "string") throw new Error(requires);
  return requires;
}

describe("parseRequires", () => {
  for (const [text, labels, met] of [
    ["A", "A", true],
    ["A", "B", false],
    ["not A", "B", true],
    ["not not A", "A", true],
    ["A and B", "A", false],
    ["A and B", "A B", true],
    ["A or B and C", "A", true],
    ["(A or B) and C", "A", false],
    ["A and not B", "A B", false],
    ["not A or B", "A B", true],
    ["not (A or B)", "C", true],
    ["A and not B and C", "A C", true],
    ["True", "", true],
    ["false or A", "", false],
    ["__SOURCE__", "__SOURCE__", true],
  ] as const)
    it(`${text} is ${met ? "" : "not "}met by "${labels}"`, () => {
      const has = labels.split(" ");
      expect(isMet(parsed(text), (label) => has.includes(label))).to.equal(met);
    });

  for (const [text, problem] of [
    ["", "it ends where a label should stand"],
    ["A and", "it ends where a label should stand"],
    ["A B", '"B" is not expected there'],
    ["(A", "a parenthesis is not closed"],
    ["A)", '")" is not expected there'],
    ["and A", '"and" is not a label'],
    ["A && B", '"&" is not expected there'],
    ["1", '"1" is not a label'],
    ["(".repeat(1000), "it is nested too deep"],
  ] as const)
    it(`says what is wrong with "${text.slice(0, 20)}"`, () => {
      expect(parseRequires(text)).to.equal(problem);
    });
});

describe("hasNegation", () => {
  it("finds a negation at any depth", () => {
    expect(["A", "A and B or C", "True"].map((text) => hasNegation(parsed(text)))).to.deep.equal([false, false, false]);
    expect(["not A", "A and (B or not C)"].map((text) => hasNegation(parsed(text)))).to.deep.equal([true, true]);
  });
});
