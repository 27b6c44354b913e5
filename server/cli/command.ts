/** What a command of the command line is: one file exports one of these, and `commands.ts` names it in one line. */

import type { Severity } from "../engine/rules/rule.ts";

/** Exit statuses. */
export const exitStatus = { done: 0, found: 1, noResult: 2 } as const;

/** An option beside those that every command has. */
export interface CommandOption {
  /** Without the dashes: "fail-on". */
  readonly name: string;
  /** One letter that means the same. */
  readonly short?: string;
  readonly type: "boolean" | "string";
  readonly multiple?: boolean;
  /** What stands for the value in the help: "REF". */
  readonly value?: string;
  readonly help: string;
}

/** The options that every command has, checked. */
export interface CommonOptions {
  /** Rule files and folders, absolute paths, in the order given. */
  readonly rules: readonly string[];
  readonly defaultRules: boolean;
  readonly workspaceRules: boolean;
  /** Tests, examples, generated and copied code count as any other. */
  readonly fullSeverity: boolean;
  readonly format: "text" | "json" | "sarif";
  /** Absolute path. */
  readonly output: string | undefined;
  /** Worker threads, at least one. */
  readonly jobs: number;
  /** Undefined when it was not given: each command has its own default. */
  readonly failOn: Severity | "never" | undefined;
  readonly strict: boolean;
  readonly quiet: boolean;
}

/** The streams and the terminal, passed in so that commands can be run in a test. */
export interface CommandIo {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Whether data goes to a terminal, and its width in columns. */
  readonly terminal: boolean;
  readonly width: number;
  readonly colour: boolean;
  /** Data, to standard output. */
  out(text: string): void;
  /** Messages for a person, to standard error. */
  err(text: string): void;
  /** One line on standard error that the next one replaces; only one of them, in a long run, unless that is a terminal. An empty text clears it. */
  progress(text: string): void;
}

export interface Invocation {
  readonly positionals: readonly string[];
  /** Values of the command's own options. */
  readonly flags: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly common: CommonOptions;
  readonly io: CommandIo;
}

export interface Command {
  /** What follows "linewarden", one line per form. */
  readonly usage: readonly string[];
  /** For the help, several lines at most. */
  readonly description: string;
  readonly options: readonly CommandOption[];
  /** The names of the options of all commands that this one takes; absent: all of them. */
  readonly takes?: readonly string[];
  /** What the help says of `--format` where not every format is printed. */
  readonly formats?: string;
  /** Command lines and what they do. */
  readonly examples: readonly (readonly [command: string, what: string])[];
  /** @returns The exit status. Throws UserError for a usage that gives no result (status 2). */
  run(invocation: Invocation): Promise<number>;
}
