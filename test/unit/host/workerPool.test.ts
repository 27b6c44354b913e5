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
    let isRunning = false;
    return {
      run() {
        isRunning = true;
        return new Promise((resolve) => ends.push(() => resolve({ kind: "done", result: undefined })));
      },
      start: async () => {},
      async stop() {
        isRunning = false;
      },
      get isRunning() {
        return isRunning;
      },
    };
  };
  return { create, ends, count: () => threads };
}

const job = (length: number) => ({ job: { kind: "liveTrees" } as WorkerJob, timeoutMs: 1000, priority: 0, length });
const tick = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

describe("the pool of worker threads", () => {
  it("starts one thread for little work, and does it in order", async () => {
    const { create, ends, count } = fakeThreads();
    const pool = createWorkerPool({ size: 4 }, create);
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
    const pool = createWorkerPool({ size: 3 }, create);
    for (let i = 0; i < 10; i++) void pool.run(job(200_000));
    expect(count()).to.equal(3);
    await pool.dispose();
  });
  it("starts another thread when little work waits for long", async () => {
    const { create, ends, count } = fakeThreads();
    const pool = createWorkerPool({ size: 2 }, create);
    void pool.run(job(10));
    void pool.run(job(10));
    expect(count()).to.equal(1);
    await tick(1100);
    expect(count()).to.equal(2);
    expect(ends).to.have.length(2);
    await pool.dispose();
  });
  it("lets no short text wait for a long one: one thread more takes what is short, as long as the others are busy with what is long", async () => {
    const { create, ends, count } = fakeThreads();
    const pool = createWorkerPool({ size: 1, long: 100 }, create);
    const done: string[] = [];
    const add = (name: string, length: number) => pool.run(job(length)).then(() => done.push(name));
    void add("long", 101);
    void add("short", 100);
    void add("short too", 10);
    expect([count(), ends.length]).to.deep.equal([2, 2]);
    ends[1]?.();
    await tick();
    ends[2]?.();
    await tick();
    void add("long too", 200);
    expect(ends).to.have.length(3);
    ends[0]?.();
    await tick();
    expect(done).to.deep.equal(["short", "short too", "long"]);
    // From here on it is a pool of one again: the other thread works only beside what is long.
    expect(ends).to.have.length(4);
    ends[3]?.();
    await tick();
    for (const name of ["a", "b"]) void add(name, 10);
    expect([count(), ends.length]).to.deep.equal([2, 5]);
    await pool.dispose();
  });
  it("lets no short text wait behind a long one that waits itself", async () => {
    const { create, ends } = fakeThreads();
    const pool = createWorkerPool({ size: 1, long: 100 }, create);
    const done: string[] = [];
    for (const [name, length] of [
      ["long", 101],
      ["long too", 102],
      ["short", 10],
      ["short too", 20],
    ] as const)
      void pool.run(job(length)).then(() => done.push(name));
    expect(ends).to.have.length(2);
    for (const at of [1, 2, 0]) {
      ends[at]?.();
      await tick();
    }
    expect(done).to.deep.equal(["short", "short too", "long"]);
    expect(ends).to.have.length(4);
    await pool.dispose();
  });
  it("does urgent work first, and what is equal in the order in which it came", async () => {
    const { create, ends } = fakeThreads();
    const pool = createWorkerPool({ size: 1 }, create);
    const done: string[] = [];
    const add = (name: string, priority: number) => pool.run({ ...job(10), priority }).then(() => done.push(name));
    for (const [name, priority] of [
      ["begun", 0],
      ["a", 0],
      ["b", 0],
      ["urgent", 1],
      ["c", 0],
      ["urgent too", 1],
    ] as const)
      void add(name, priority);
    for (let i = 0; i < 6; i++) {
      ends.shift()?.();
      await tick();
    }
    expect(done).to.deep.equal(["begun", "urgent", "urgent too", "a", "b", "c"]);
    await pool.dispose();
  });
  it("leaves out what was cancelled while it waited, and what waits when it ends", async () => {
    const { create, ends } = fakeThreads();
    const pool = createWorkerPool({ size: 1 }, create);
    let gone = false;
    const begun = pool.run(job(10));
    const cancelled = pool.run({ ...job(10), cancelled: () => gone });
    const last = pool.run(job(10));
    const left = pool.run(job(10));
    gone = true;
    ends.shift()?.();
    expect(await begun).to.deep.include({ kind: "done" });
    expect(await cancelled).to.equal(undefined);
    expect(ends).to.have.length(1);
    await pool.dispose();
    expect(await left).to.equal(undefined);
    ends.shift()?.();
    expect(await last).to.deep.include({ kind: "done" });
  });
  it("gives the memory of a thread back that rests, where it may", async () => {
    const { create, ends } = fakeThreads();
    let may = false;
    const pool = createWorkerPool({ size: 1, idleMs: 30, mayEnd: () => may }, create);
    expect(pool.isRunning).to.equal(false);
    for (const expected of [true, false]) {
      const done = pool.run(job(10));
      expect(pool.isRunning).to.equal(true);
      ends.shift()?.();
      await done;
      await tick(100);
      expect(pool.isRunning).to.equal(expected);
      may = true;
    }
    await pool.dispose();
  });
  it("takes ten thousands of jobs at once, and each costs the same", async () => {
    const count = 60_000;
    const create = (): WorkerThread => ({
      run: async () => ({ kind: "done", result: undefined }),
      start: async () => {},
      stop: async () => {},
      isRunning: true,
    });
    const pool = createWorkerPool({ size: 1 }, create);
    let looks = 0;
    const counted = {
      ...job(1),
      get priority() {
        looks++;
        return 0;
      },
    };
    const results = await Promise.all(Array.from({ length: count }, () => pool.run(counted)));
    expect(results.filter((outcome) => outcome?.kind === "done")).to.have.length(count);
    expect(looks).to.be.at.most(2 * count);
    await pool.dispose();
  });
});
