/** Prints a report in the format that was asked for, to standard output or to a file. */

import { lstatSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { codeOf, messageOf, UserError } from "../../host/userError.ts";
import type { Invocation } from "../command.ts";
import { toolVersion } from "../toolVersion.ts";
import { printReport } from "./printReport.ts";
import type { Report } from "./report.ts";
import { jsonText, toJson } from "./toJson.ts";
import { toSarif } from "./toSarif.ts";

/** @throws UserError when the output file cannot be written. */
export function writeReport(report: Report, invocation: Invocation): void {
  writeResult(formatReport(report, invocation), invocation);
}

function formatReport(report: Report, { common, io, flags }: Invocation): string {
  if (common.format === "json") return jsonText(toJson(report, toolVersion));
  if (common.format === "sarif") {
    const suppressed = flags["no-suppressed"] !== true;
    return jsonText(toSarif(report, { toolVersion, suppressed }));
  }
  const toFile = common.output !== undefined;
  return printReport(report, {
    width: toFile ? 100 : io.width,
    colour: io.colour && !toFile,
    quiet: common.quiet,
    checklist: flags.checklist === true,
    all: flags.all === true,
    cwd: io.cwd,
  });
}

/** Writes data where the user wants it: whole or not at all. */
export function writeResult(text: string, { common, io }: Pick<Invocation, "common" | "io">): void {
  io.progress("");
  if (common.output === undefined) io.out(text);
  else writeFileWhole(common.output, text);
}

/** A reader never sees half of the file. A link stays a link; a device or a pipe is written to as it is. */
function writeFileWhole(file: string, text: string): void {
  try {
    const target = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ? realpathSync(file) : file;
    const stats = lstatSync(target, { throwIfNoEntry: false });
    if (stats?.isDirectory()) throw new Error("it is a folder");
    if (stats && !stats.isFile()) {
      writeFileSync(target, text);
      return;
    }
    const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
    try {
      writeFileSync(temporary, text, { flag: "wx", mode: stats ? stats.mode & 0o777 : 0o666 });
      renameSync(temporary, target);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    const why = codeOf(error) === "ENOENT" ? "there is no such folder" : messageOf(error);
    throw new UserError(`The output file ${file} cannot be written: ${why}`);
  }
}
