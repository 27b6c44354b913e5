import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import { createCollector } from "../../../server/host/collectAtRest.ts";

describe("memory at rest", () => {
  it("is given back half a second after the last piece of work", async () => {
    const collect = createCollector();
    const garbage = new WeakRef({ some: "thing" });
    collect();
    for (let i = 0; i < 4; i++) {
      await sleep(200);
      collect();
      expect(garbage.deref(), "while there is work").to.not.equal(undefined);
    }
    await sleep(1000);
    expect(garbage.deref()).to.equal(undefined);
  });
});
