// `npm run bench`: what a review costs, as ratios to parsing alone in the same run. Exits 1 when a limit is passed.
// `npm run bench -- PART...` measures only these parts: cold, edit, real, growth, start, memory.
import { rmSync } from "node:fs";
import { measureCold, measureEdits, measureReal } from "../test/bench/coldAndEdits.mjs";
import { kinds } from "../test/bench/generate.mjs";
import { scratch, state } from "../test/bench/harness.mjs";
import { measureScaling } from "../test/bench/scaling.mjs";
import { measureMemory, measureStart } from "../test/bench/startAndMemory.mjs";
import { buildIfStale, installPackages } from "./setup.mjs";

const each = (measure) => () => {
  for (const [language, kind] of Object.entries(kinds)) measure(language, kind);
};
const parts = {
  cold: each(measureCold),
  edit: each(measureEdits),
  real: measureReal,
  growth: measureScaling,
  start: measureStart,
  memory: () => measureMemory(Number(process.env.LINEWARDEN_BENCH_EDITS ?? 10_000)),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !Object.hasOwn(parts, part));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}
installPackages();
buildIfStale();
try {
  for (const [part, measure] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(part)) measure();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = state.failed ? 1 : 0;
