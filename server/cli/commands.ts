/** The table of commands. A command is one file and one line here; its file is loaded when it is asked for. */

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
    load: async () => (await import("./scanCommand.ts")).scanCommand,
  },
  {
    name: "review",
    summary: "what a change introduced, with its checklist",
    load: async () => (await import("./reviewCommand.ts")).reviewCommand,
  },
  {
    name: "rules",
    summary: "check rule files; run them on their tests",
    load: async () => (await import("./rulesCommand.ts")).rulesCommand,
  },
  {
    name: "gate",
    summary: "the verdict on what will be committed; installs and removes the git hooks",
    load: async () => (await import("./gateCommand.ts")).gateCommand,
  },
  {
    name: "fix",
    summary: "apply verified fixes to a file",
    load: async () => (await import("./fixCommand.ts")).fixCommand,
  },
  {
    name: "lsp",
    summary: "the language server, for any editor",
    load: async () => (await import("./lspCommand.ts")).lspCommand,
  },
];
