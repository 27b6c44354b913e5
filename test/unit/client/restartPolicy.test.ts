/** A server that ends is started again without limit, and the user hears of it once. */

import { expect } from "chai";
import { afterEnd, noOutage, type Outage } from "../../../client/restartPolicy.ts";

function ends(runs: readonly (number | undefined)[]): { delays: number[]; told: number[] } {
  let outage: Outage = noOutage;
  const delays: number[] = [];
  const told: number[] = [];
  for (const [index, ranMs] of runs.entries()) {
    const decision = afterEnd(outage, ranMs);
    outage = decision.outage;
    delays.push(decision.delayMs);
    if (decision.tell) told.push(index);
  }
  return { delays, told };
}

describe("restart of the server", () => {
  it("waits longer each time, and never longer than two seconds after a run", () => {
    const { delays } = ends(Array.from({ length: 20 }, () => 300));
    expect(delays.slice(0, 6)).to.deep.equal([100, 200, 400, 800, 1600, 2000]);
    expect(Math.max(...delays)).to.equal(2000);
  });
  it("says nothing for twenty kills in a row", () => {
    expect(ends(Array.from({ length: 20 }, () => 300)).told).to.deep.equal([]);
  });
  it("tells once when it does not start, and keeps trying", () => {
    const { delays, told } = ends(Array.from({ length: 50 }, () => undefined));
    expect(told).to.deep.equal([3]);
    expect(delays.at(-1)).to.equal(30_000);
    expect(delays).to.have.length(50);
  });
  it("tells once of a server that dies again and again", () => {
    expect(ends(Array.from({ length: 90 }, () => 100)).told).to.deep.equal([24]);
  });
  it("forgets an outage after a healthy run, and tells of the next one again", () => {
    const failed = Array.from({ length: 4 }, () => undefined);
    const { delays, told } = ends([...failed, 60_000, ...failed]);
    expect(told).to.deep.equal([3, 8]);
    expect(delays[4]).to.equal(100);
  });
  it("a short run between failed starts counts as a start", () => {
    expect(ends([undefined, undefined, undefined, 10, undefined, undefined, undefined]).told).to.deep.equal([]);
  });
});
