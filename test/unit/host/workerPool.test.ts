import { expect } from "chai";
import type { WorkerJob } from "../../../server/host/workerMessages.ts";
import { createWorkerPool } from "../../../server/host/workerPool.ts";
import type { WorkerThread } from "../../../server/host/workerThread.ts";

/** Threads whose jobs end when they are told to. */
function fakeThreads() {
  const ends: (() => void)[] = [];
  let threads = 0;
  const create = (): WorkerThread => {
    threads++;
    return {
      run: () => new Promise((resolve) => ends.push(() => resolve({ kind: "done", result: undefined }))),
      start: async () => {},
      stop: async () => {},
    };
  };
  return { create, ends, count: () => threads };
}

const job = (length: number) => ({ job: { kind: "liveTrees" } as WorkerJob, timeoutMs: 1000, priority: 0, length });
const tick = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

describe("the pool of worker threads", () => {
  it("starts one thread for little work, and does it in order", async () => {
    const { create, ends, count } = fakeThreads();
    const pool = createWorkerPool(4, create);
    const done: number[] = [];
    for (const number of [1, 2, 3]) void pool.run(job(1000)).then(() => done.push(number));
    for (let i = 0; i < 3; i++) {
      ends.shift()?.();
      await tick();
    }
    expect(done).to.deep.equal([1, 2, 3]);
    expect(count()).to.equal(1);
    await pool.dispose();
  });
  it("starts more threads as long as much work waits", async () => {
    const { create, count } = fakeThreads();
    const pool = createWorkerPool(3, create);
    for (let i = 0; i < 10; i++) void pool.run(job(200_000));
    expect(count()).to.equal(3);
    await pool.dispose();
  });
  it("starts another thread when little work waits for long", async () => {
    const { create, ends, count } = fakeThreads();
    const pool = createWorkerPool(2, create);
    void pool.run(job(10));
    void pool.run(job(10));
    expect(count()).to.equal(1);
    await tick(1100);
    expect(count()).to.equal(2);
    expect(ends).to.have.length(2);
    await pool.dispose();
  });
});
