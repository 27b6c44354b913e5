/** The commands that review: one bundle beside that of the entry, so that each run loads what it needs. */

import type { Command } from "./command.ts";
import { fixCommand } from "./fixCommand.ts";
import { gateCommand } from "./gateCommand.ts";
import { reviewCommand } from "./reviewCommand.ts";
import { scanCommand } from "./scanCommand.ts";

export const reviewingCommands = {
  fix: fixCommand,
  gate: gateCommand,
  review: reviewCommand,
  scan: scanCommand,
} satisfies Record<string, Command>;
