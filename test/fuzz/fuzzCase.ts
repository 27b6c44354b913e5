/** One case of fuzzing: inputs by seed, and what must hold for them. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseYaml, stringify } from "yaml";
import { createEngine, type Engine } from "../../server/engine/analyze.ts";
import type { FileAnalysis } from "../../server/engine/findings/finding.ts";
import { loadRules } from "../../server/engine/rules/loadRules.ts";
import type { ParseText } from "../../server/engine/tree/rawTree.ts";
import { defaultRules } from "../../server/host/ruleFiles.ts";
import { pick, type Random, seeded } from "../support/random.ts";
import { mutateRules, mutateValue } from "./mutateRules.ts";
import { mutateSource, randomText } from "./mutateSource.ts";

const root = join(__dirname, "..", "..");
const endings = ["js", "ts", "tsx", "py"] as const;
export const kinds = ["bytes", "source", "rules"] as const;
export type FuzzKind = (typeof kinds)[number];

export interface FuzzInput {
  readonly kind: FuzzKind;
  readonly path: string;
  readonly text: string;
  /** A rule file; absent for the rules that come with Linewarden. */
  readonly rules?: string;
}

export interface Fuzzer {
  /** The same input for the same seed. */
  inputOf(kind: FuzzKind, seed: number): FuzzInput;
  /** @throws Error that says what did not hold. */
  run(input: FuzzInput): FuzzOutcome;
}

/** So that a run shows that it met something. */
export interface FuzzOutcome {
  readonly findings: number;
  readonly rules: number;
  readonly problems: number;
}

/** Steps for one file: a fifth of a second or so, where a rule may take all of them. */
const maxSteps = 300_000;
/** Of the processor's time; several times what so many steps take on a slow machine. A loop that counts no steps takes longer. */
const longestMs = 60_000;

export function createFuzzer(parse: ParseText): Fuzzer {
  const sources = endings.flatMap((ending) => sourcesOf(ending).map((text) => ({ ending, text })));
  const ruleFiles = ruleTexts();
  const builtIn = createEngine({ rules: defaultRules(), parse, maxSteps });
  const sourceOf = (random: Random): { readonly ending: string; readonly text: string } =>
    sources[pick(random, sources.length)] ?? { ending: "js", text: "" };
  return {
    inputOf(kind, seed) {
      const random = seeded(seed);
      const { ending, text } = sourceOf(random);
      const path = `case.${ending}`;
      if (kind === "bytes") return { kind, path, text: randomText(random) };
      if (kind === "source") return { kind, path, text: mutateSource(text, random) };
      const whole = ruleFiles[pick(random, ruleFiles.length)] ?? "";
      const rules = random() < 0.5 ? mutateRules(whole, random) : stringify(mutateValue(parseYaml(whole), random));
      return { kind, path, text: random() < 0.3 ? mutateSource(text, random) : text, rules };
    },
    run(input) {
      const begun = process.cpuUsage();
      const { engine, problems } = engineOf(input, builtIn, parse);
      const analysis = engine.analyze({ path: input.path, text: input.text });
      expectSound(input, analysis);
      const { user, system } = process.cpuUsage(begun);
      if (user + system > longestMs * 1000) throw new Error(`took ${Math.round((user + system) / 1000)} ms`);
      return { findings: analysis.findings.length, rules: engine.rules.length, problems };
    },
  };
}

function engineOf({ rules: text }: FuzzInput, builtIn: Engine, parse: ParseText): { engine: Engine; problems: number } {
  if (text === undefined) return { engine: builtIn, problems: 0 };
  const { rules, problems } = loadRules(text, "case.yaml");
  for (const { message, place } of problems)
    if (message === "" || !(place.line >= 0)) throw new Error(`a problem without words or a place: ${JSON.stringify(message)}`);
  const engine = createEngine({ rules, parse, maxSteps });
  if (engine.problems.some(({ message }) => message === "")) throw new Error("a problem without words");
  return { engine, problems: problems.length + engine.problems.length };
}

/** What was found lies in the file, and what was not reviewed has a reason that the engine gives itself. */
function expectSound({ text }: FuzzInput, { findings, topics, notReviewed, steps }: FileAnalysis): void {
  for (const { reason, detail } of notReviewed)
    if (reason !== "syntax errors" && reason !== "step limit") throw new Error(`${reason}: ${detail}`);
  if (steps > maxSteps) throw new Error(`took ${steps} steps of ${maxSteps}`);
  let last = 0;
  for (const { span, ruleId } of [...findings, ...topics])
    if (!(0 <= span.start && span.start <= span.end && span.end <= text.length))
      throw new Error(`${ruleId} stands outside of the file`);
  for (const { span } of findings) {
    if (span.start < last) throw new Error("findings are not in order");
    last = span.start;
  }
}

function sourcesOf(ending: string): string[] {
  const folder =
    { js: "rules/javascript", ts: "server/engine/dataflow", tsx: "rules/javascript", py: "rules/python" }[ending] ?? "";
  const wanted = { js: ".js", ts: ".ts", tsx: ".jsx", py: ".py" }[ending] ?? "";
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(wanted))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));
}

/** Rule files of the recorded cases. */
function ruleTexts(): string[] {
  const cases = join(root, "test/conformance/operators");
  return ["javascript", "python", "generic", "regex"].flatMap((language) =>
    readdirSync(join(cases, language)).flatMap((file) => {
      const groups = parseYaml(readFileSync(join(cases, language, file), "utf8")) as { cases: { rule: object }[] }[];
      return groups.flatMap((group) =>
        group.cases.map(({ rule }) =>
          stringify({ rules: [{ id: "r", languages: [language], severity: "ERROR", message: "m $X", ...rule }] }),
        ),
      );
    }),
  );
}
