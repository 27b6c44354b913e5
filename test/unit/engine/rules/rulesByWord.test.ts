import { expect } from "chai";
import { findingsOf, loadParser } from "../findings/engineFor.ts";

describe("rules by the words of a file", () => {
  before(loadParser);

  /** Data may only begin at `second()`; `first()` is in no file here. */
  const foundWith = (requires: string, more: readonly Record<string, unknown>[] = []): number =>
    findingsOf(
      {
        mode: "taint",
        options: { linewarden: "precise" },
        "pattern-sources": [{ label: "A", pattern: "first()" }, { label: "B", requires, pattern: "second()" }, ...more],
        "pattern-sinks": [{ requires: "B", pattern: "sink(...)" }],
      },
      "sink(second());\n",
    ).length;

  for (const requires of ["not A", "A or not C", "A or true"])
    it(`run one whose data may begin where it asks for ${requires}`, () => {
      expect(foundWith(requires)).to.equal(1);
    });

  for (const requires of ["A", "A and not C"])
    it(`find nothing where data that asks for ${requires} cannot begin`, () => {
      expect(foundWith(requires)).to.equal(0);
    });

  it("run one in which all data asks for other data", () => {
    expect(foundWith("A", [{ label: "A", requires: "B", pattern: "second()" }])).to.equal(0);
  });
});
