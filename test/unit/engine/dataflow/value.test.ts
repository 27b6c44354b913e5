import { expect } from "chai";
import {
  clean,
  type Flow,
  flowsIn,
  isTainted,
  join,
  mapFlows,
  partOf,
  type Value,
  whole,
  withPart,
} from "../../../../server/engine/dataflow/value.ts";

function flow(key: string): Flow {
  return { origin: { kind: "input", key, label: "data" }, steps: undefined };
}

/** An object whose every part has as many parts again, with data at its ends. */
function nested(width: number, depth: number): Value {
  if (depth === 0) return whole([flow("a")]);
  let value = clean;
  const part = nested(width, depth - 1);
  for (let at = 0; at < width; at++) value = withPart(value, [`.p${at}`], part);
  return value;
}

function countOf(value: Value): number {
  let count = 0;
  const visit = (one: Value): void => {
    count++;
    for (const part of one.parts?.values() ?? []) visit(part);
  };
  visit(value);
  return count;
}

describe("values with parts", () => {
  it("tell a part with data from one without", () => {
    const value = withPart(clean, [".a", ".b"], whole([flow("a")]));
    expect(isTainted(partOf(partOf(value, ".a"), ".b"))).to.equal(true);
    expect(isTainted(partOf(partOf(value, ".a"), ".c"))).to.equal(false);
  });

  it("stay small however deep an object is, and lose no data", () => {
    const value = nested(10, 4);
    expect(countOf(value)).to.be.within(2, 100);
    expect(flowsIn(value).map(({ origin }) => origin.kind === "input" && origin.key)).to.deep.equal(["a"]);
    expect(isTainted(partOf(partOf(value, ".p3"), ".p4"))).to.equal(true);
  });

  it("stay small when two of them may be meant, and when their data is replaced", () => {
    const other = mapFlows(nested(9, 2), () => [flow("b")]);
    const both = join(nested(8, 2), other);
    expect(countOf(both)).to.be.at.most(100);
    expect(new Set(flowsIn(both).map(({ origin }) => origin.kind === "input" && origin.key))).to.deep.equal(new Set(["a", "b"]));
  });
});
