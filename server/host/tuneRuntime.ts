/** Settings of the JavaScript engine for what this program does: short runs that touch much code and make many small objects. */

import { setFlagsFromString } from "node:v8";

/**
 * Optimizing functions that are then used for a second or two, and threads of the collector that wait for one another, cost more than
 * they give: flags like the first four took 12 to 15 % off the CPU time of a scan of 90 generated files. Code that stays hot, as in the
 * server, is optimized all the same.
 */
const flags = [
  "--interrupt-budget=200000",
  "--max-inlined-bytecode-size-cumulative=100",
  "--no-parallel-scavenge",
  "--min-semi-space-size=8",
  // Sites whose objects outlived a file are given old memory at once, and what dies there keeps whole trees: 10 % of a scan, and 80 MB.
  "--no-allocation-site-pretenuring",
  // The parser is WebAssembly that runs hot from the first file on: about 3.2 s instead of 3.5 s for 100,000 lines and one simple rule.
  "--wasm-tiering-budget=200000",
];

/**
 * The optimizing compiler takes 20 MB and more for the parser's largest function, which the system's allocator does not give back;
 * an edit is parsed again in a millisecond either way.
 */
const simpleParser = ["--no-wasm-dynamic-tiering", "--no-wasm-tier-up"];

/** A worker begins with all of its young space, and old memory is collected after it grew by 35 %, not by up to four times. */
const smallHeap = ["--min-semi-space-size=4", "--heap-growing-percent=35"];

/** The main thread passes on messages: its young space stays as small as it began, instead of 33 MB that are never given back. */
const smallYoung = "--semi-space-growth-factor=1";

let tuned = false;

/**
 * Once in a process, before the first worker thread. An editor's own runtime is left as it is: it may forbid such changes.
 *
 * @param longLived What it occupies counts for more than how fast it begins.
 */
export function tuneRuntime(longLived: boolean): void {
  if (tuned || process.versions.electron !== undefined) return;
  tuned = true;
  for (const flag of longLived ? [...simpleParser, ...smallHeap, smallYoung] : flags) setFlagsFromString(flag);
}

/** Each worker that starts raises the growth of young space to what the engine takes for the least. */
export function tuneAfterWorker(): void {
  if (process.versions.electron === undefined) setFlagsFromString(smallYoung);
}
