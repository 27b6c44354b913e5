/** Settings of the JavaScript engine for what this program does: short runs that touch much code and make many small objects. */

import { setFlagsFromString } from "node:v8";

/**
 * By the bench, a sixth of a scan went into optimizing functions that were then used for a second or two, and into threads of the
 * collector that wait for one another. Code that stays hot, as in the server, is optimized all the same.
 */
const flags = [
  "--interrupt-budget=200000",
  "--max-inlined-bytecode-size-cumulative=100",
  "--no-parallel-scavenge",
  "--min-semi-space-size=8",
  // The parser is WebAssembly that runs hot from the first file on: by the bench a tenth of a scan, when it is optimized sooner.
  "--wasm-tiering-budget=200000",
];

let tuned = false;

/** Once in a process, before the first worker thread. An editor's own runtime is left as it is: it may forbid such changes. */
export function tuneRuntime(): void {
  if (tuned || process.versions.electron !== undefined) return;
  tuned = true;
  for (const flag of flags) setFlagsFromString(flag);
}
