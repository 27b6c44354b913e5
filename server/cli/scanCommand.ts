/** `linewarden scan`: every finding in files and folders. */

import type { FileAnalysis, NotReviewed } from "../engine/findings/finding.ts";
import { hideSecretsIn } from "../engine/findings/hideSecrets.ts";
import { toldAtCallers } from "../engine/findings/overlaps.ts";
import { languageOfPath } from "../engine/languages/registry.ts";
import { analyzeWithRoutes, mayDeclareRoutes } from "../host/projectRoutes.ts";
import { countRules, ruleNotRun, rulesThatRan, withUnlooked } from "../review/buildReview.ts";
import { count } from "../review/plural.ts";
import { severityRank } from "../review/review.ts";
import type { Command, Invocation } from "./command.ts";
import { exitStatusOf, isLeftOut } from "./exitStatusOf.ts";
import { type FoundIn, fixOptions, offerFixes, sumUp } from "./offerFixes.ts";
import { writeReport } from "./output/writeReport.ts";
import { programNameIn } from "./programName.ts";
import { listScan, readBatches, type ScanList } from "./scanFiles.ts";
import { type Session, withSession } from "./session.ts";

/** Fixes tried without being asked for. */
const fixesByDefault = 25;

export const scanCommand: Command = {
  usage: ["scan [PATH...]"],
  description: [
    "Prints every finding in these files and folders (the current folder by default).",
    "In a repository, files that git ignores and its own rules in .linewarden/rules are left out unless they are named;",
    "installed packages always are.",
  ].join("\n"),
  options: [
    ...fixOptions,
    { name: "all", type: "boolean", help: "name everything that was not reviewed" },
    { name: "no-suppressed", type: "boolean", help: "SARIF: leave out silenced findings, which GitHub would show" },
  ],
  examples: [
    ["linewarden scan", "everything below the current folder"],
    ["linewarden scan src/server.ts --rules team-rules/", "one file, with your own rules as well"],
    ["linewarden scan --format sarif --output linewarden.sarif --fail-on high", "for a CI job"],
  ],
  run: runScan,
};

interface Scanned {
  readonly analyses: readonly FileAnalysis[];
  readonly found: readonly FoundIn[];
  readonly unread: readonly NotReviewed[];
  /** A file may declare routes. */
  readonly routesAlone: boolean;
}

async function runScan(invocation: Invocation): Promise<number> {
  const began = performance.now();
  const { io, common } = invocation;
  // Of a large folder nothing is scanned for seconds.
  if (!common.quiet) io.progress("Reading the files");
  const list = await listScan(invocation.positionals, io.cwd);
  const work = async (session: Session): Promise<number> => {
    const scanned = await scanAll(list, session, invocation);
    const { findings, leftOut } = await offerFixes(scanned.found, session.analyzer, invocation.flags, fixesByDefault);
    const { analyzer, ruleProblems } = session;
    const notReviewed = [
      ...list.notReviewed,
      ...scanned.unread,
      ...scanned.analyses.flatMap(withUnlooked),
      ...[...ruleProblems, ...analyzer.problems].map(ruleNotRun),
    ];
    const analyzed = scanned.analyses.some(({ reviewed }) => reviewed);
    const exitStatus = exitStatusOf(
      {
        findings: findings.map(({ finding }) => finding),
        notReviewed,
        nothingScanned: !analyzed && notReviewed.some(isUnlooked),
      },
      invocation.common,
      "low",
    );
    const reviewed = scanned.analyses.filter((analysis) => analysis.reviewed).map(({ path }) => path);
    const byPath = new Map(scanned.analyses.map((analysis) => [analysis.path, analysis.findings]));
    const texts = new Map(scanned.found.map(({ path, text }) => [path, text]));
    writeReport(
      {
        command: "scan",
        root: list.root,
        findings,
        fixesLeftOut: leftOut,
        coverage: {
          filesChanged: list.files.length,
          ...sumUp(scanned.analyses),
          rules: countRules(rulesThatRan(analyzer.rules, analyzer.problems), reviewed, languageOfPath),
          milliseconds: Math.round(performance.now() - began),
        },
        routesAlone: scanned.routesAlone,
        notReviewed,
        files: new Map([
          ...scanned.unread.map(({ path }): [string, boolean] => [path ?? "", false]),
          ...scanned.analyses.map((analysis): [string, boolean] => [analysis.path, analysis.reviewed]),
        ]),
        program: await programNameIn(list.root, io.cwd, io.env),
        rules: analyzer.rules,
        textOf: (path) => texts.get(path),
        hide: hideSecretsIn(
          analyzer.rules,
          (path) => texts.get(path),
          (path) => byPath.get(path) ?? [],
        ),
        exitStatus,
      },
      invocation,
    );
    return exitStatus;
  };
  return withSession(invocation, list.root, work, { findingsOnly: true });
}

/** Something was there to look at, and was not looked at. Some is left out on purpose; a rule is no file. */
function isUnlooked(entry: NotReviewed): boolean {
  return entry.reason !== "rule error" && entry.reason !== "rule unsupported" && !isLeftOut(entry);
}

/** Reads and analyses in batches, so that a large tree does not have to fit into memory; keeps the texts that have findings. */
async function scanAll(list: ScanList, { analyzer }: Session, { io, common }: Invocation): Promise<Scanned> {
  const analyses: FileAnalysis[] = [];
  const found: FoundIn[] = [];
  const unread: NotReviewed[] = [];
  let routesAlone = false;
  for await (const batch of readBatches(list)) {
    unread.push(...batch.unread);
    const before = analyses.length + unread.length;
    const onProgress = (done: number): void => {
      if (!common.quiet) io.progress(`Scanning: ${before + done} of ${count(list.files.length, "file")}`);
    };
    const imports = { root: list.root, still: true } as const;
    const files = batch.files.map((file) => ({ ...file, imports }));
    routesAlone ||= !list.folders && mayDeclareRoutes(files, analyzer.rules);
    const done = await analyzeWithRoutes(files, analyzer, { onProgress });
    for (const [i, analysis] of done.entries()) {
      const text = batch.files[i]?.text ?? "";
      analyses.push(analysis);
      for (const finding of bySeverity(analysis)) found.push({ path: analysis.path, text, finding, imports });
    }
  }
  return { analyses, found: withoutToldAtCallers(found), unread, routesAlone };
}

function withoutToldAtCallers(found: readonly FoundIn[]): readonly FoundIn[] {
  const told = toldAtCallers(found.map(({ path, text, finding }) => ({ path, text, findings: [finding] })));
  return told.size === 0 ? found : found.filter(({ finding }) => !told.has(finding));
}

function bySeverity({ findings }: FileAnalysis): FileAnalysis["findings"] {
  return [...findings].sort((a, b) => severityRank[b.severity] - severityRank[a.severity] || a.span.start - b.span.start);
}
