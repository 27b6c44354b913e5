/** Turns the words of a command line into a checked invocation. */

import { availableParallelism } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { meant } from "../engine/rules/misspelt.ts";
import type { Severity } from "../engine/rules/rule.ts";
import { codeOf, messageOf, UsageError } from "../host/userError.ts";
import type { Command, CommandIo, CommandOption, CommonOptions, Invocation } from "./command.ts";

/** What commands understand, all of them or those that a command takes. */
export const commonOptions: readonly CommandOption[] = [
  {
    name: "rules",
    type: "string",
    multiple: true,
    value: "FILE|DIR",
    help: "add rules in Semgrep's rule language (may be repeated)",
  },
  { name: "no-default-rules", type: "boolean", help: "leave out the rules that come with Linewarden" },
  { name: "no-workspace-rules", type: "boolean", help: "leave out the repository's own rules in .linewarden/rules" },
  { name: "full-severity", type: "boolean", help: "count tests, examples, generated and copied code as any other" },
  { name: "format", type: "string", value: "FORMAT", help: "text (default), json or sarif (2.1.0)" },
  { name: "output", type: "string", value: "FILE", help: "write the result to a file" },
  { name: "jobs", type: "string", value: "N", help: "worker threads (default: one per processor, at most 8)" },
  {
    name: "fail-on",
    type: "string",
    value: "SEVERITY",
    help: "exit with 1 from this severity on: low (default; gate: high), medium, high, critical or never",
  },
  { name: "strict", type: "boolean", help: "exit with 1 when something was not reviewed" },
  { name: "quiet", short: "q", type: "boolean", help: "findings only: no summary and no progress" },
];

export const severities: readonly Severity[] = ["low", "medium", "high", "critical"];
const formats = ["text", "json", "sarif"] as const;

/** @throws UsageError naming the word that is wrong. */
export function parseInvocation(command: Command, words: readonly string[], io: CommandIo): Invocation {
  const { values, positionals } = parseWords(command, words);
  const both = Object.keys(values).find((name) => values[name] === true && values[`no-${name}`] === true);
  if (both !== undefined) throw new UsageError(`--${both} and --no-${both} exclude each other.`);
  const own = Object.fromEntries(command.options.map(({ name }) => [name, values[name]]));
  return { positionals, flags: own, common: readCommon(values, io.cwd), io };
}

/** The options of all commands that a command takes. */
export function sharedOptions({ takes, formats: printed }: Command): readonly CommandOption[] {
  const taken = takes === undefined ? commonOptions : commonOptions.filter(({ name }) => takes.includes(name));
  return printed === undefined
    ? taken
    : taken.map((option) => (option.name === "format" ? { ...option, help: printed } : option));
}

type Values = Record<string, string | boolean | string[] | undefined>;

function parseWords(command: Command, words: readonly string[]): { values: Values; positionals: string[] } {
  const options: Record<string, { type: "boolean" | "string"; multiple?: boolean; short?: string }> = {};
  for (const { name, type, multiple, short } of [...sharedOptions(command), ...command.options])
    options[name] = { type, ...(multiple ? { multiple } : {}), ...(short ? { short } : {}) };
  try {
    const args = withNegativeNumbers(words, options);
    const parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { values: parsed.values as Values, positionals: parsed.positionals };
  } catch (error) {
    throw new UsageError(mistakeIn(error, command));
  }
}

/** `--jobs -1` is a value that is out of range, and no second option. */
function withNegativeNumbers(words: readonly string[], options: Readonly<Record<string, { type: string }>>): string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const takes = before?.startsWith("--") === true && options[before.slice(2)]?.type === "string" && !joined.includes("--");
    if (takes && /^-\d/.test(word)) joined[joined.length - 1] = `${before}=${word}`;
    else joined.push(word);
  }
  return joined;
}

/** What Node's parser says of the words, in ours. */
function mistakeIn(error: unknown, command: Command): string {
  const message = messageOf(error);
  const name = /'(?:-\w, )?(--?[\w-]*)/.exec(message)?.[1] ?? "";
  const options = [...sharedOptions(command), ...command.options];
  if (codeOf(error) === "ERR_PARSE_ARGS_UNKNOWN_OPTION") {
    const names = options.map((option) => `--${option.name}`);
    const elsewhere = commonOptions.some((option) => `--${option.name}` === name);
    return `${elsewhere ? `This command has no option ${name}` : `There is no option ${name}`}${meant(name, names) || "."}`;
  }
  const known = options.find((option) => `--${option.name}` === name);
  if (codeOf(error) === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE" && known)
    return known.type === "boolean" ? `${name} takes no value.` : `${name} needs a value: ${name} ${known.value ?? "VALUE"}.`;
  return `${message.split(/\.?\n/)[0] ?? ""}.`;
}

function readCommon(values: Values, cwd: string): CommonOptions {
  const text = (name: string): string | undefined => (typeof values[name] === "string" ? values[name] : undefined);
  const format = text("format") ?? "text";
  if (!isOneOf(formats, format)) throw new UsageError(`--format is ${formats.join(", ")}, not ${JSON.stringify(format)}.`);
  const output = text("output");
  if (output === "") throw new UsageError("--output needs a file name.");
  const rules = Array.isArray(values.rules) ? values.rules : [];
  return {
    rules: rules.map((rule) => path.resolve(cwd, rule)),
    defaultRules: values["no-default-rules"] !== true,
    workspaceRules: values["no-workspace-rules"] !== true,
    fullSeverity: values["full-severity"] === true,
    format,
    output: output === undefined ? undefined : path.resolve(cwd, output),
    jobs: readJobs(text("jobs")),
    failOn: readFailOn(text("fail-on")),
    strict: values.strict === true,
    quiet: values.quiet === true,
  };
}

/** More threads than eight cost more memory than they save time. */
function readJobs(text: string | undefined): number {
  if (text === undefined) return Math.min(8, Math.max(1, availableParallelism()));
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new UsageError(`--jobs is a whole number from 1 to 999, not ${JSON.stringify(text)}.`);
  return Number(text);
}

function readFailOn(text: string | undefined): CommonOptions["failOn"] {
  if (text === undefined || text === "never" || isOneOf(severities, text)) return text;
  throw new UsageError(`--fail-on is ${severities.join(", ")} or never, not ${JSON.stringify(text)}.`);
}

function isOneOf<T extends string>(all: readonly T[], text: string): text is T {
  return (all as readonly string[]).includes(text);
}
