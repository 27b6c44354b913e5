import { expect } from "chai";
import { type WatchdogClock, watch } from "../../../server/host/watchdog.ts";

/** A clock that a test moves. @param share Of a processor, what the program gets. */
function createClock(share: () => number) {
  let [now, used] = [0, 0];
  const calls = new Set<{ at: number; call: () => void }>();
  const clock: WatchdogClock = {
    processorTime: () => used,
    later(call, milliseconds) {
      const item = { at: now + milliseconds, call };
      calls.add(item);
      return () => void calls.delete(item);
    },
  };
  const pass = (milliseconds: number): void => {
    for (let i = 0; i < milliseconds; i += 5) {
      now += 5;
      used += 5 * share();
      for (const item of [...calls])
        if (item.at <= now) {
          calls.delete(item);
          item.call();
        }
    }
  };
  return { clock, pass };
}

describe("the watchdog of a thread", () => {
  it("bites after the limit where the work had the processor", () => {
    const { clock, pass } = createClock(() => 1);
    let bitten = 0;
    watch(1000, () => bitten++, clock);
    pass(990);
    expect(bitten).to.equal(0);
    pass(20);
    expect(bitten).to.equal(1);
    pass(10_000);
    expect(bitten).to.equal(1);
  });
  it("waits on a machine that is busy with something else", () => {
    const { clock, pass } = createClock(() => 0.25);
    let bitten = 0;
    watch(1000, () => bitten++, clock);
    pass(3000);
    expect(bitten).to.equal(0);
    pass(500);
    expect(bitten).to.equal(1);
  });
  it("counts what another thread of the program used as that one's", () => {
    const { clock, pass } = createClock(() => 1);
    let bitten = 0;
    const other = watch(100_000, () => expect.fail("the other one has time"), clock);
    watch(1000, () => bitten++, clock);
    pass(1400);
    expect(bitten).to.equal(0);
    pass(400);
    expect(bitten).to.equal(1);
    other();
  });
  it("does not wait for ever for work that uses no time", () => {
    const { clock, pass } = createClock(() => 0);
    let bitten = 0;
    watch(1000, () => bitten++, clock);
    pass(3500);
    expect(bitten).to.equal(0);
    pass(600);
    expect(bitten).to.equal(1);
  });
  it("does nothing after its end", () => {
    const { clock, pass } = createClock(() => 1);
    const end = watch(1000, () => expect.fail("it has ended"), clock);
    pass(500);
    end();
    end();
    pass(20_000);
    let bitten = 0;
    watch(1000, () => bitten++, clock);
    pass(1010);
    expect(bitten, "who has ended is not counted").to.equal(1);
  });
});
