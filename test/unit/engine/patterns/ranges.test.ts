/** Joining many ranges gives what joining a few gives. */

import { expect } from "chai";
import type { Match } from "../../../../server/engine/patterns/match.ts";
import { within, without } from "../../../../server/engine/patterns/ranges.ts";

/** Ranges of which many lie in one another or are the same, always the same ones. */
function rangesOf(count: number, widest: number): Match[] {
  let seed = 7;
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  return Array.from({ length: count }, () => {
    const start = next(1000);
    return { span: { start, end: start + 1 + next(widest) }, node: undefined, bindings: new Map() };
  });
}

describe("many ranges", () => {
  const inner = rangesOf(300, 20);
  const outer = rangesOf(60, 40);
  const lies = (match: Match): boolean => outer.some(({ span }) => span.start <= match.span.start && match.span.end <= span.end);
  const textOf = (matches: readonly Match[]): string[] => matches.map(({ span }) => `${span.start}-${span.end}`);
  const expected = (matches: readonly Match[]): string[] => [...new Set(textOf(matches))].sort();

  it("hold those that lie in one of them", () => {
    const found = within(inner, outer, { left: 1_000_000 });
    expect(textOf(found).sort()).to.deep.equal(expected(inner.filter(lies)));
    expect(found.length).to.be.greaterThan(0);
  });

  it("leave those that lie in none of them", () => {
    const left = without(inner, outer, "inside", { left: 1_000_000 });
    expect(expected(left)).to.deep.equal(expected(inner.filter((match) => !lies(match))));
    expect(left.length).to.be.greaterThan(0);
  });
});
