import { exec, execFileSync, execSync } from "node:child_process";
import { Command } from "commander";

const program = new Command();
program.command("backup <database>").action((database: string, options: { out: string }) => {
  // ruleid: javascript.command-from-program-input
  execSync(`pg_dump ${database} > dump.sql`);
  // ruleid: javascript.command-from-program-input
  exec("pg_dump main > " + options.out);
  // ok: javascript.command-from-program-input
  execFileSync("pg_dump", ["--file", options.out, "--", database]);
});
program.command("size <count>").action(async (count: string) => {
  // ok: javascript.command-from-program-input
  execSync(`head -n ${Number(count)} log.txt`);
  // ok: javascript.command-from-program-input
  execSync("uptime");
});
