/** Runs proofs against programs, each in a process of its own. */

import { type ChildProcess, execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { CaseLanguage } from "./attackCases.ts";

export interface ProgramRun {
  readonly proof: string;
  readonly program: string;
  /** A folder of its own, which is created. */
  readonly scratch: string;
}

export interface Outcome {
  readonly good?: unknown;
  /** null: the attack got nothing. */
  readonly attack?: unknown;
  /** What went wrong with the proof itself. */
  readonly error?: string;
}

const runners: Readonly<Record<CaseLanguage, readonly [string, ...string[]]>> = {
  javascript: [process.execPath, join(__dirname, "runCases.cjs")],
  python: ["/usr/bin/python3", join(__dirname, "runCases.py")],
};

/** @returns One outcome for each run, in order. @throws When the runner itself fails. */
export async function runPrograms(language: CaseLanguage, runs: readonly ProgramRun[]): Promise<readonly Outcome[]> {
  const [program, script] = runners[language];
  const running = promisify(execFile)(program, [script ?? ""], { encoding: "utf8", maxBuffer: 50_000_000 });
  const child: ChildProcess = running.child;
  child.stdin?.end(JSON.stringify(runs));
  const { stdout } = await running;
  return JSON.parse(stdout) as Outcome[];
}
