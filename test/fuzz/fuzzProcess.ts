/** Runs cases of fuzzing one after the other until it is ended, and tells `scripts/fuzz.mjs` of each. */

import { writeFileSync } from "node:fs";
import { loadParse } from "../unit/engine/languages/trees.ts";
import { createFuzzer, kinds } from "./fuzzCase.ts";

/** Arguments: the first seed, and the file that holds the input at work, for the case that it never ends. */
async function main(): Promise<void> {
  const [first = "1", current = ""] = process.argv.slice(2);
  const fuzzer = createFuzzer(await loadParse());
  for (let seed = Number(first); ; seed++)
    for (const kind of kinds) {
      const input = fuzzer.inputOf(kind, seed);
      writeFileSync(current, JSON.stringify({ seed, ...input }, null, 1));
      try {
        fuzzer.run(input);
        process.send?.({ seed, kind });
      } catch (error) {
        process.send?.({ seed, kind, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      }
      // What the parent sends, such as the end, is heard between two cases.
      await new Promise((resolve) => setImmediate(resolve));
    }
}

void main();
