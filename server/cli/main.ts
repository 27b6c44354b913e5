#!/usr/bin/env node
/** The command line's entry: finds the command, loads only its bundle, runs it and sets the exit status. */

import { isUsageError, isUserError, UserError } from "../host/userError.ts";
import { type CommandIo, exitStatus } from "./command.ts";
import { commands } from "./commands.ts";
import { createIo } from "./createIo.ts";
import { toolVersion } from "./toolVersion.ts";

void main(process.argv.slice(2), createIo());

async function main(words: readonly string[], io: CommandIo): Promise<void> {
  try {
    process.exitCode = await run(words, io);
  } catch (error) {
    io.progress("");
    process.exitCode = exitStatus.noResult;
    await printError(error, io);
  }
}

async function run(words: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = words;
  if (name === "--version" || name === "-v" || name === "-V" || name === "version") {
    io.out(`${toolVersion}\n`);
    return exitStatus.done;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") return help(rest[0], name === undefined, io);
  const entry = commands.find((command) => command.name === name);
  if (!entry) throw new UserError(unknownCommand(name));
  const command = await entry.load();
  const { parseInvocation } = await import("./parseInvocation.ts");
  if (asksForHelp(rest)) return help(name, false, io);
  try {
    return await command.run(parseInvocation(command, rest, io));
  } catch (error) {
    throw isUsageError(error) ? new UserError(`${error.message} See: linewarden ${name} --help`) : error;
  }
}

/** Asked for, help is data; without any command it answers a mistake. */
async function help(name: string | undefined, mistake: boolean, io: CommandIo): Promise<number> {
  const { printCommandHelp, printOverview } = await import("./printHelp.ts");
  const entry = commands.find((command) => command.name === name);
  if (name !== undefined && !entry && !name.startsWith("-")) throw new UserError(unknownCommand(name));
  const text = entry ? printCommandHelp(await entry.load(), io.width) : printOverview(commands, toolVersion);
  if (mistake) io.err(text);
  else io.out(text);
  return mistake ? exitStatus.noResult : exitStatus.done;
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf("--");
  return (end < 0 ? words : words.slice(0, end)).some((word) => word === "--help" || word === "-h");
}

function unknownCommand(name: string): string {
  const kind = name.startsWith("-") ? "option" : "command";
  return `There is no ${kind} ${JSON.stringify(name)}. Commands: ${commands.map((command) => command.name).join(", ")}. See: linewarden --help`;
}

/** The user's mistakes in one line; our own with everything that a report needs. */
async function printError(error: unknown, io: CommandIo): Promise<void> {
  const { plain, plainLines } = await import("./output/plainText.ts");
  if (isUserError(error)) io.err(`linewarden: ${plain(error.message)}\n`);
  else {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    io.err(
      `linewarden: this is a fault of Linewarden ${toolVersion} (Node ${process.version}); please report it:\n${plainLines(stack)}\n`,
    );
  }
}
