/** The process's own streams, terminal and environment, as the commands see them. */

import { fstatSync, writeFileSync } from "node:fs";
import { messageOf, UserError } from "../host/userError.ts";
import { type CommandIo, exitStatus } from "./command.ts";

const widthWithoutTerminal = 100;

/** Colour only on a terminal that shows it, and never with NO_COLOR (https://no-color.org). */
export function createIo(): CommandIo {
  const { stdout, stderr, env } = process;
  const terminal = stdout.isTTY === true;
  let shown = false;
  ignoreClosedPipe();
  return {
    cwd: process.cwd(),
    env,
    terminal,
    width: terminal ? Math.max(40, stdout.columns || 80) : widthWithoutTerminal,
    colour: terminal && !env.NO_COLOR && env.TERM !== "dumb",
    out: isWrittenAtOnce() ? writeAll : (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    progress(text) {
      if (!stderr.isTTY || env.TERM === "dumb" || (text === "" && !shown)) return;
      stderr.write(`\r\u001b[2K${text.slice(0, Math.max(20, (stderr.columns || 80) - 1))}`);
      shown = text !== "";
    },
  };
}

/** A file or a device; terminals, pipes and sockets are written to by the stream. */
function isWrittenAtOnce(): boolean {
  try {
    const out = fstatSync(process.stdout.fd);
    return !process.stdout.isTTY && !out.isFIFO() && !out.isSocket();
  } catch {
    return false;
  }
}

/** The stream would take a part that was written for the whole: a full disk must not end in a result that is cut off. */
function writeAll(text: string): void {
  try {
    writeFileSync(process.stdout.fd, text);
  } catch (error) {
    throw new UserError(`The result cannot be written: ${messageOf(error)}`);
  }
}

/** `linewarden scan | head` is no error: what nobody reads is not written. Messages that cannot be shown change no result. */
function ignoreClosedPipe(): void {
  process.stderr.on("error", () => undefined);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") return;
    process.stderr.write(`linewarden: The result cannot be written: ${error.message}\n`);
    process.exit(exitStatus.noResult);
  });
}
