/** Entry of a worker thread: loads the grammars, builds the engine once and does one job after the other. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { createEngine } from "../engine/analyze.ts";
import { type KnownPatterns, knownPatterns, type PackedPatterns } from "../engine/patterns/packedPatterns.ts";
import { embeddedLanguages } from "../engine/rules/embeddedLanguages.ts";
import type { Rule } from "../engine/rules/rule.ts";
import type { LanguageId } from "../engine/tree/rawTree.ts";
import { createParser } from "../parser/parser.ts";
import { createCollector } from "./collectAtRest.ts";
import { createJobs, languagesOfJob } from "./workerJobs.ts";
import type { WorkerReply, WorkerRequest, WorkerSetup } from "./workerMessages.ts";

async function serve(port: MessagePort, setup: WorkerSetup): Promise<void> {
  const progress = new Int32Array(setup.progress);
  const parser = await createParser(join(setup.resources, "grammars"));
  const onRule = (index: number): void => {
    progress[0] = index + 1;
  };
  const now = (): number => Date.now() / 1000;
  const { rules, knownIds } = setup;
  const embedded = embeddedLanguages(rules);
  const patterns = patternsIn(join(setup.resources, "patterns.json"));
  const engine = createEngine({ rules, parse: parser.parse, onRule, now, patterns, ...(knownIds ? { knownIds } : {}) });
  const run = createJobs(engine, parser);
  // A language's rules are compiled with its first file: asking for problems before would compile them for nothing.
  let told = 0;
  const met = new Set<string>();
  const send = (reply: WorkerReply): void => port.postMessage(reply);
  const collect = setup.longLived ? createCollector() : () => {};
  const answer = async ({ id, job }: WorkerRequest): Promise<void> => {
    progress[0] = 0;
    try {
      const languages = languagesOfJob(job);
      if (languages.length > 0) await parser.load([...languages, ...embedded]);
      let result = run(job);
      if (engine.missing.size > 0) {
        // Only now is it known in which other languages the imported files are.
        await parser.load([...engine.missing]);
        engine.missing.clear();
        result = run(job);
      }
      // Only the first file of a language can bring new ones.
      const language = languages.join() || "text";
      const problems = met.has(language) ? [] : engine.problems;
      met.add(language);
      send(problems.length > told ? { id, result, problems } : { id, result });
      told = Math.max(told, problems.length);
      collect();
    } catch (error) {
      // WebAssembly that trapped may hold broken memory: only a new thread is safe.
      if (error instanceof Error && error.name === "RuntimeError") throw error;
      send({ id, failure: error instanceof Error ? error.message : String(error) });
    }
  };
  // A rejection is not handled on purpose: it ends the thread, and the other side starts a new one.
  port.on("message", (request: WorkerRequest) => void answer(request));
  await parser.load([...new Set(setup.check.flatMap(firstLanguages)), ...embeddedLanguages(setup.check)]);
  // What is compiled for it is at hand when the first file comes.
  let problems = setup.check.length > 0 ? engine.problems : [];
  if (setup.check.length > 0 && (problems.length > 0 || setup.isThorough)) {
    await parser.load(setup.check.flatMap((rule) => rule.languages));
    problems = engine.problems;
  }
  send({ ready: true, problems });
}

/** Read when a pattern is first asked for; without the file they are parsed. */
function patternsIn(file: string): KnownPatterns {
  let known: KnownPatterns | undefined;
  return (language, source) => {
    known ??= existsSync(file) ? knownPatterns(JSON.parse(readFileSync(file, "utf8")) as PackedPatterns) : () => undefined;
    return known(language, source);
  };
}

const javascriptFamily: readonly LanguageId[] = ["javascript", "typescript", "tsx"];

/** What can be read as JavaScript can be read as TypeScript, but for a few forms: these are told with the first such file. */
function firstLanguages({ languages }: Rule): readonly LanguageId[] {
  const family = javascriptFamily.filter((one) => languages.includes(one));
  return languages.filter((one) => !family.includes(one) || one === family[0]);
}

if (parentPort) void serve(parentPort, workerData as WorkerSetup);
