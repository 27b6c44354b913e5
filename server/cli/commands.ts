/** The table of commands. A command is one file and one line here; its bundle is loaded when it is asked for (see scripts/build.mjs). */

import type { Command } from "./command.ts";

export interface CommandEntry {
  readonly name: string;
  /** One line of the overview. */
  readonly summary: string;
  load(): Promise<Command>;
}

export const commands: readonly CommandEntry[] = [
  {
    name: "scan",
    summary: "every finding in files or folders",
    load: async () => (await import("./reviewingCommands.ts")).reviewingCommands.scan,
  },
  {
    name: "review",
    summary: "what a change introduced, with its checklist",
    load: async () => (await import("./reviewingCommands.ts")).reviewingCommands.review,
  },
  {
    name: "rules",
    summary: "check rule files; run them on their tests",
    load: async () => (await import("./rulesCommand.ts")).rulesCommand,
  },
  {
    name: "gate",
    summary: "the verdict on what will be committed; installs and removes the git hooks",
    load: async () => (await import("./reviewingCommands.ts")).reviewingCommands.gate,
  },
  {
    name: "fix",
    summary: "apply verified fixes to a file",
    load: async () => (await import("./reviewingCommands.ts")).reviewingCommands.fix,
  },
  {
    name: "lsp",
    summary: "the language server, for any editor",
    load: async () => (await import("./lspCommand.ts")).lspCommand,
  },
];
