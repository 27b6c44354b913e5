/** `linewarden lsp --stdio`: hands standard input and output to the language server, for editors other than VS Code. */

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { resourceFolder } from "../host/resources.ts";
import { UserError } from "../host/userError.ts";
import type { Command } from "./command.ts";

export const lspCommand: Command = {
  usage: ["lsp --stdio"],
  description: [
    "Runs the language server on standard input and output. Your editor starts it, with the top folder of the project as its root.",
    'Rules in .linewarden/rules are off until the editor sends the initialization option {"trusted": true}.',
  ].join("\n"),
  options: [{ name: "stdio", type: "boolean", help: "speak over standard input and output (the only way there is)" }],
  takes: [],
  examples: [["linewarden lsp --stdio", "what to put into the editor's configuration as the server's command"]],
  async run({ positionals, flags }) {
    if (positionals.length > 0) throw new UserError("linewarden lsp takes no arguments but --stdio.");
    if (flags.stdio !== true) throw new UserError("linewarden lsp needs --stdio; it is started by an editor.");
    const server = join(resourceFolder(), "server.js");
    if (!existsSync(server)) throw new UserError(`The language server is missing: ${server}. In a checkout, run: npm run build`);
    // Not `import()`: that would go through the whole bundle twice more, for names that nobody asks for.
    createRequire(__filename)(server);
    // The server ends the process itself, with the status that the protocol asks for.
    return new Promise<number>(() => {});
  },
};
