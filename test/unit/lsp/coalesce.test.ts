/** One run at a time, and one more after calls during a run. */

import { expect } from "chai";
import { coalesce } from "../../../server/lsp/coalesce.ts";

describe("coalesce", () => {
  it("turns many requests into one run, and requests during a run into one more", async () => {
    let runs = 0;
    let release: () => void = () => {};
    const task = coalesce(
      () => {
        runs++;
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      },
      () => {},
    );
    for (let i = 0; i < 10; i++) task.request(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(runs).to.equal(1);
    for (let i = 0; i < 10; i++) task.request(1);
    release();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(runs).to.equal(2);
    release();
    await task.idle();
    expect(task.busy).to.equal(false);
    expect(runs).to.equal(2);
  });

  it("goes on after a failure", async () => {
    const errors: unknown[] = [];
    let runs = 0;
    const task = coalesce(
      async () => {
        if (++runs === 1) throw new Error("first");
      },
      (error) => void errors.push(error),
    );
    task.request();
    await task.idle();
    task.request();
    await task.idle();
    expect(runs).to.equal(2);
    expect(errors).to.have.length(1);
  });

  it("keeps the earlier of two times", async () => {
    let runs = 0;
    const task = coalesce(
      async () => void runs++,
      () => {},
    );
    task.request(5);
    task.request(10_000);
    await task.idle();
    expect(runs).to.equal(1);
    task.request(10_000);
    task.request(5);
    await task.idle();
    expect(runs).to.equal(2);
  });

  it("does nothing after its end", async () => {
    let runs = 0;
    const task = coalesce(
      async () => void runs++,
      () => {},
    );
    task.request(1);
    task.dispose();
    task.request(1);
    await task.idle();
    expect(runs).to.equal(0);
  });
});
