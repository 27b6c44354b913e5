/** `linewarden gate`: the verdict of the policy on what will be committed; also what the git hooks call. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commentStyleOf } from "../engine/findings/commentStyle.ts";
import { noticeAround, noticeCommit, noticeRewritten, recordInstallation } from "../host/commitNotice.ts";
import { commitOccasion } from "../host/commitOccasion.ts";
import { type GateResult, installGate, isGateInstalled, removeGate } from "../host/gateHooks.ts";
import { type GateOutcome, judgeGate } from "../host/gateVerdict.ts";
import { openRepository, type Repository } from "../host/git.ts";
import { hookNames, noticeHooks } from "../host/hookScripts.ts";
import { resourceFolder } from "../host/resources.ts";
import { codeOf, messageOf, UsageError, UserError } from "../host/userError.ts";
import { count } from "../review/plural.ts";
import type { Review } from "../review/review.ts";
import { blocks } from "../review/verdict.ts";
import { type Command, exitStatus, type Invocation } from "./command.ts";
import { exitStatusOf } from "./exitStatusOf.ts";
import { fixOptions } from "./offerFixes.ts";
import { fixCommandLine } from "./output/fixCommandLine.ts";
import { plain } from "./output/plainText.ts";
import type { Report } from "./output/report.ts";
import { writeReport } from "./output/writeReport.ts";
import { programName } from "./programName.ts";
import { reportOf } from "./reviewCommand.ts";
import { type Session, withSession } from "./session.ts";

const policy =
  "The default policy stops a commit that introduces a critical or high finding of high or medium confidence which no comment silences, and a change of which nothing could be reviewed. Everything else is shown and passes.";

export const gateCommand: Command = {
  usage: ["gate [--staged | --range A..B]", "gate install", "gate remove"],
  description: `Judges the index against HEAD, as the next commit will be, or a range of commits; records the verdict in .git/linewarden.\n${policy}`,
  options: [
    { name: "staged", type: "boolean", help: "the index against HEAD (the default)" },
    { name: "range", type: "string", value: "A..B", help: "what came in from commit A to commit B" },
    { name: "explain", type: "boolean", help: "say why: the policy, every finding with its path, the whole checklist" },
    { name: "amend", type: "boolean", help: "judge the index as the amended last commit" },
    { name: "hook", type: "string", value: "NAME", help: "called by the git hook of that name" },
    { name: "checklist", type: "boolean", help: "all items of the checklist with their evidence" },
    { name: "all", type: "boolean", help: "name everything that was not reviewed" },
    { name: "no-suppressed", type: "boolean", help: "SARIF: leave out silenced findings" },
    ...fixOptions,
  ],
  examples: [
    [
      "linewarden gate install",
      "stop commits that introduce a high finding, from now on; status 1 where you have to add a line yourself",
    ],
    ["linewarden gate --explain", "why the next commit would be stopped"],
    ["linewarden gate --range origin/main..HEAD", "a whole branch, in CI"],
  ],
  run: runGate,
};

async function runGate(invocation: Invocation): Promise<number> {
  const { positionals, flags, io } = invocation;
  const hook = typeof flags.hook === "string" ? flags.hook : undefined;
  const verb = hook ? undefined : readVerb(positionals);
  const range = readRange(flags);
  const repository = await openRepository(io.cwd, hook ? { fromHook: true } : {});
  if (!repository) throw new UserError(`${io.cwd} is not in a git repository, so there is nothing to gate.`);
  if (hook !== undefined && noticeHooks.some((name) => name === hook)) return runNotice(repository, hook, invocation);
  if (hook !== undefined && hook !== "pre-commit" && hook !== "pre-merge-commit")
    throw new UserError(`There is no gate in the hook ${JSON.stringify(hook)}; there is one in ${hookNames.join(", ")}.`);
  if (verb === "install") {
    const paths = { installerNode: process.execPath, installerCli: join(resourceFolder(), "cli.js") };
    const undo = () => `${programName(repository.commonDir, io.cwd, io.env)} gate remove`;
    const wasInstalled = await isGateInstalled(repository);
    const result = await inGitFolder("installed", () => installGate(repository, paths, undo));
    if (result.installed && !wasInstalled) await recordInstallation(repository, new Date().toISOString());
    // A script has to notice that there is something left to do.
    return Math.max(say(result, invocation), result.installed ? exitStatus.done : exitStatus.found);
  }
  if (verb === "remove") return say(await inGitFolder("removed", () => removeGate(repository)), invocation);
  const change = range ?? (await stagedChange(flags.amend === true, repository, hook));
  // The pre-commit framework shows nothing of a hook that passes, but for those after the commit.
  if (!range && !(hook && io.env.PRE_COMMIT === "1")) await sayAround(repository, invocation);
  const judge = async (session: Session): Promise<number> => {
    const { analyzer, ruleProblems } = session;
    const outcome = await judgeGate({
      repository,
      change,
      analyzer,
      ruleProblems,
      fromHook: hook !== undefined,
      now: () => performance.now(),
      date: () => new Date().toISOString(),
      onProgress: (done, total) => invocation.common.quiet || io.progress(`Reviewing: ${done} of ${count(total, "file")}`),
    });
    return hook ? sayInHook(outcome, session, invocation, repository) : sayVerdict(outcome, session, invocation);
  };
  return withSession(invocation, repository.root, judge, { readsRules: true });
}

/** The hooks and the launcher may stand where the person may not write. */
async function inGitFolder(done: string, work: () => Promise<GateResult>): Promise<GateResult> {
  try {
    return await work();
  } catch (error) {
    throw codeOf(error) === "" ? error : new UserError(`The gate was not wholly ${done}: ${messageOf(error)}`);
  }
}

/** @throws UsageError before anything is looked at. */
function readVerb([verb, ...more]: readonly string[]): "install" | "remove" | undefined {
  if (verb === undefined) return undefined;
  const here = "the gate is that of the repository around the current folder";
  if (verb !== "install" && verb !== "remove")
    throw new UsageError(`gate takes install or remove, not ${JSON.stringify(verb)}; ${here}.`);
  if (more.length > 0) throw new UsageError(`gate ${verb} takes no more words, not ${JSON.stringify(more.join(" "))}; ${here}.`);
  return verb;
}

type JudgedChange = Parameters<typeof judgeGate>[0]["change"];

function readRange({ range, staged, amend }: Invocation["flags"]): JudgedChange | undefined {
  if (typeof range !== "string") return undefined;
  if (staged === true || amend === true) throw new UsageError("--range and --staged exclude each other.");
  const [from, to, ...more] = range.split("..");
  if (!from || to === undefined || more.length > 0 || to.startsWith("."))
    throw new UsageError(
      `--range is two commits with two dots between, such as origin/main..HEAD, not ${JSON.stringify(range)}.`,
    );
  return { kind: "range", from, to: to || "HEAD" };
}

/** git tells the hook nothing of --amend; a merge is never an amended commit. */
async function stagedChange(amend: boolean, repository: Repository, hook: string | undefined): Promise<JudgedChange> {
  if (amend) return { kind: "staged", amend };
  const occasion =
    hook === "pre-commit" ? await commitOccasion(process.ppid, (name) => repository.configValue(`alias.${name}`)) : undefined;
  return { kind: "staged", ...(occasion?.amend ? { amend: true } : {}) };
}

function say({ lines }: GateResult, { io }: Invocation): number {
  io.out(lines.map((line) => `${line}\n`).join(""));
  return exitStatus.done;
}

async function runNotice(repository: Repository, hook: string, invocation: Invocation): Promise<number> {
  const { positionals, io } = invocation;
  const at = new Date().toISOString();
  const program = programName(repository.commonDir, join(repository.root, io.env.GIT_PREFIX ?? ""), io.env);
  const lines =
    hook === "post-rewrite"
      ? await noticeRewritten(repository, positionals[0] ?? "", readFileSync(0, "utf8"), at, program)
      : await noticeCommit(repository, at, program);
  io.err(lines.map((line) => `${plain(line)}\n`).join(""));
  await sayAround(repository, invocation);
  return exitStatus.done;
}

/** Where HUSKY=0 or another core.hooksPath let a commit pass, the next hook that runs says so. */
async function sayAround(repository: Repository, { io }: Invocation): Promise<void> {
  const program = programName(repository.commonDir, join(repository.root, io.env.GIT_PREFIX ?? ""), io.env);
  const lines = await noticeAround(repository, new Date().toISOString(), program);
  io.err(lines.map((line) => `${plain(line)}\n`).join(""));
}

async function sayVerdict(outcome: GateOutcome, session: Session, invocation: Invocation): Promise<number> {
  const { review } = outcome;
  const explain = invocation.flags.explain === true;
  const asked = explain ? { ...invocation, flags: { ...invocation.flags, checklist: true, all: true } } : invocation;
  const status = statusOf(outcome, invocation);
  const report = { ...(await reportOf("gate", outcome.change, review, session, asked)), exitStatus: status };
  writeReport(report, asked);
  if (invocation.common.format === "text" && explain) {
    const reasons = review.verdict.reasons.map((reason) => `  - ${plain(reason)}\n`).join("");
    invocation.io.out(
      `\n${policy}\nVerdict on ${plain(review.base.label)}: ${review.verdict.blocked ? "stopped" : "passes"}, ${plain(review.verdict.summary)}.\n${reasons}`,
    );
  }
  if (outcome.notRecorded) invocation.io.err(`linewarden: the verdict was not recorded: ${plain(outcome.notRecorded)}\n`);
  return status;
}

/** In a hook: one line when the commit passes; what, where and how to go on when it is stopped. */
async function sayInHook(
  outcome: GateOutcome,
  session: Session,
  invocation: Invocation,
  { commonDir }: Repository,
): Promise<number> {
  const { review } = outcome;
  // git runs hooks at the top of the work tree; the person may stand below it.
  // git leads both streams to one place; through a pipe they would arrive mixed, with the end in the middle.
  const out = invocation.common.format === "text" ? invocation.io.err : invocation.io.out;
  const io = { ...invocation.io, out, cwd: join(review.root, invocation.io.env.GIT_PREFIX ?? "") };
  const program = programName(commonDir, io.cwd, io.env);
  const status = statusOf(outcome, invocation);
  const { filesReviewed, filesChanged, lines, rules } = review.coverage;
  io.progress("");
  const gaps = review.notReviewed
    .slice(0, 5)
    .map(
      ({ path, reason, detail }) =>
        `  not reviewed: ${plain(path === undefined ? "" : `${path}: `)}${reason}. ${plain(detail)}\n`,
    );
  if (review.notReviewed.length > 5)
    gaps.push(`  and ${review.notReviewed.length - 5} more that were not reviewed: ${program} gate --explain\n`);
  if (status === exitStatus.done) {
    io.err(
      `linewarden: passes (${filesReviewed} of ${count(filesChanged, "changed file")}, ${count(lines, "line")}, ${count(rules, "rule")}): ${plain(review.verdict.summary)}\n${gaps.join("")}`,
    );
    return status;
  }
  const stopping = review.files.map((file) => ({ ...file, introduced: file.introduced.filter(blocks) }));
  const shown = invocation.common.failOn ? review : { ...review, files: stopping };
  const report = { ...(await reportOf("gate", outcome.change, shown, session, invocation)), exitStatus: status, program };
  writeReport(report, { ...invocation, io, common: { ...invocation.common, quiet: true } });
  const reason = review.verdict.blocked ? review.verdict.summary : "findings at or above the severity that was asked for";
  const unread = review.verdict.nothingScanned ? `${whoDecides(review)}\n` : "";
  io.err(`linewarden: this commit is stopped: ${plain(reason)}.\n${gaps.join("")}${unread}${howToGoOn(report, program, io.cwd)}`);
  return status;
}

/** Of a commit that holds nothing that a rule can look at. */
function whoDecides({ notReviewed }: Review): string {
  const binary = notReviewed.length > 0 && notReviewed.every(({ reason }) => reason === "binary");
  const why = binary ? "No rule can read binary files" : "No rule could look at anything in it";
  return `${why}, so a person has to decide: where it is as it should be, \`git commit --no-verify\` passes once.`;
}

/** Names a fix only where there is one that was verified. */
function howToGoOn(report: Report, program: string, cwd: string): string {
  const { findings } = report;
  const rows: string[] = ["How to go on:"];
  const [first] = findings;
  const fixable = findings.find(({ fix }) => fix !== undefined && "edits" in fix);
  if (fixable) {
    const command = fixCommandLine(fixable, { ...report, program }, cwd);
    rows.push(`  fix it            ${command}   (or by hand), git add, and commit again`);
  } else if (first) rows.push("  fix it            by hand, git add, and commit again");
  if (first) rows.push(...howToIgnore(findings));
  rows.push(
    `  why               ${program} gate --explain`,
    "  pass once         git commit --no-verify   (noticed and recorded)",
  );
  return `${rows.join("\n")}\n`;
}

/** Rules that are named in the comments; more of them say the same. */
const mostNamed = 3;

/** Each finding is silenced by the name of its own rule; where no comment can stand, by none. */
function howToIgnore(all: Report["findings"]): string[] {
  const findings = all.filter(({ path }) => commentStyleOf(path) !== undefined);
  if (findings.length === 0) return [];
  const rules = [...new Set(findings.map(({ finding }) => finding.ruleId))];
  const comment = (rule: string): string => `linewarden-ignore ${rule}: reason`;
  const [only = "", ...more] = rules;
  const lead = "  a false alarm     say why in a comment on its line";
  if (more.length === 0) return [`${lead}: ${comment(only)}`];
  const rows = [
    `${lead}, with its own rule:`,
    ...rules.slice(0, mostNamed).map((rule) => `                    ${comment(rule)}`),
  ];
  if (rules.length > mostNamed) rows.push(`                    and so for ${rules.length - mostNamed} more`);
  return rows;
}

function statusOf({ review }: GateOutcome, { common }: Invocation): number {
  const findings = review.files.flatMap((file) => file.introduced);
  const strict = exitStatusOf(
    { findings, notReviewed: review.notReviewed, nothingScanned: review.verdict.nothingScanned },
    { ...common, failOn: common.failOn ?? "never" },
    "high",
  );
  return common.failOn === undefined && review.verdict.blocked ? exitStatus.found : strict;
}
