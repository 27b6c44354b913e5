/** `npm run accuracy`: prints the table, and what is missing or wrong. */

import { join } from "node:path";
import { resourceFolder } from "../../server/host/resources.ts";
import { createParser } from "../../server/parser/parser.ts";
import { measure, type WeaknessRow } from "./table.ts";

async function main(): Promise<void> {
  const parser = await createParser(join(resourceFolder(), "grammars"));
  await parser.load(["javascript", "typescript", "tsx", "python"]);
  const { rows, wrong } = measure(parser.parse);
  const sum = (key: "rules" | "cases" | "found" | "harmless" | "falseAlarms"): number =>
    rows.reduce((total, row) => total + row[key], 0);
  const all: WeaknessRow = {
    weakness: `all ${rows.length}`,
    rules: sum("rules"),
    cases: sum("cases"),
    found: sum("found"),
    harmless: sum("harmless"),
    falseAlarms: sum("falseAlarms"),
  };
  console.log("weakness    rules  cases  found  harmless  false alarms");
  for (const { weakness, rules, cases, found, harmless, falseAlarms } of [...rows, all])
    console.log(
      `${weakness.padEnd(10)}${pad(rules, 7)}${pad(cases, 7)}${pad(found, 7)}${pad(harmless, 10)}${pad(falseAlarms, 14)}`,
    );
  for (const line of wrong) console.log(line);
  console.log(
    "\nThese are the project's own cases, written with the rules: they show what is covered, not how rules do on code unknown to them.",
  );
}

function pad(value: number, width: number): string {
  return String(value).padStart(width);
}

void main();
