/** What the analyzer and its worker threads say to each other: plain data only. */

import type { SourceFile } from "../engine/analyze.ts";
import type { FileAnalysis, Finding } from "../engine/findings/finding.ts";
import type { Fix, FixRefusal, TextEdit } from "../engine/fixes/fix.ts";
import type { FileRoutes } from "../engine/routes/route.ts";
import type { Rule, RuleProblem } from "../engine/rules/rule.ts";
import type { RuleTestRun } from "../engine/rules/testRules.ts";
import type { ProjectSource } from "./moduleReader.ts";
import type { RuleTestText } from "./ruleTestFiles.ts";

export interface WorkerSetup {
  readonly rules: readonly Rule[];
  /** See `EngineOptions`. */
  readonly knownIds?: readonly string[];
  /** Folder that holds `grammars/`. */
  readonly resources: string;
  /** One Int32: the index of the rule at work plus one, or 0. Read when the worker no longer answers. */
  readonly progress: SharedArrayBuffer;
  /** Rules that are compiled at the start, so that their problems are known before any file is. */
  readonly check: readonly Rule[];
  /** For all their languages, also where none is wrong in the first. */
  readonly isThorough?: true;
  /** See `AnalyzerOptions`. */
  readonly longLived?: true;
}

/** One piece of work. `document` names an open document whose tree is kept between jobs. */
export type WorkerJob =
  /** `whole`: of an open document too everything is analysed anew, not only the statement around an edit. */
  | { readonly kind: "analyze"; readonly file: ProjectSource; readonly document?: string; readonly whole?: boolean }
  | { readonly kind: "fix"; readonly file: ProjectSource; readonly finding: Finding }
  | { readonly kind: "fixAll"; readonly file: ProjectSource; readonly fingerprints: readonly string[] }
  | { readonly kind: "ignore"; readonly file: ProjectSource; readonly finding: Finding; readonly reason: string }
  /** Rules that may be none of the engine's own: what keeps them from compiling, and their test files. */
  | { readonly kind: "testRules"; readonly rules: readonly Rule[]; readonly tests: readonly RuleTestText[] }
  | { readonly kind: "routes"; readonly file: SourceFile }
  | { readonly kind: "close"; readonly document: string }
  | { readonly kind: "liveTrees" };

/** Several fixes of one file applied one after the other, each verified on the text that the one before left. */
export interface FixedFile {
  readonly text: string;
  readonly titles: readonly string[];
}

export interface TestedRules {
  readonly problems: readonly RuleProblem[];
  /** One for each test file, in the order given. */
  readonly runs: readonly RuleTestRun[];
}

export interface JobResults {
  readonly analyze: FileAnalysis;
  readonly fix: Fix | FixRefusal | undefined;
  readonly fixAll: FixedFile | undefined;
  readonly ignore: readonly TextEdit[] | undefined;
  readonly testRules: TestedRules;
  readonly routes: FileRoutes | null;
  readonly close: undefined;
  readonly liveTrees: number;
}

export interface WorkerRequest {
  readonly id: number;
  readonly job: WorkerJob;
}

export type WorkerReply =
  | { readonly ready: true; readonly problems: readonly RuleProblem[] }
  /** `problems`: all that the engine knows, when there are more than before. */
  | { readonly id: number; readonly result: JobResults[WorkerJob["kind"]]; readonly problems?: readonly RuleProblem[] }
  /** The engine threw, which is a bug of ours: `failure` is its message. */
  | { readonly id: number; readonly failure: string };
