/** Counts, per weakness, what all rules together find and wrongly find: on the rules' own test files and on the cases beside this file. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { removedInText } from "../../server/changes/removedInText.ts";
import { createEngine } from "../../server/engine/analyze.ts";
import type { Finding } from "../../server/engine/findings/finding.ts";
import type { Rule } from "../../server/engine/rules/rule.ts";
import { indexLines } from "../../server/engine/tree/lineIndex.ts";
import type { ParseText } from "../../server/engine/tree/rawTree.ts";
import { readCatalog } from "../rules/ruleCatalog.ts";

export interface WeaknessRow {
  /** "CWE-89". */
  readonly weakness: string;
  rules: number;
  /** Lines that are to be found. */
  cases: number;
  found: number;
  /** Lines that nearly look bad. */
  harmless: number;
  falseAlarms: number;
}

/** Rows by the number of the weakness. A line of `cases/` without `bad:` is harmless as far as every weakness goes. */
export function measure(parse: ParseText): { readonly rows: readonly WeaknessRow[]; readonly wrong: readonly string[] } {
  const catalog = readCatalog();
  const rules = catalog
    .flatMap((entry) => entry.rules)
    .filter(({ kind, paths }) => kind === "finding" && paths.include.length === 0);
  const engine = createEngine({ rules: rules.map((rule) => ({ ...rule, paths: { include: [], exclude: [] } })), parse });
  const table = new Table(rules);
  const linesOf = (path: string, text: string, beforeText = text) => {
    const removed = removedInText(path, beforeText, text, (one) => engine.analyze({ path, text: one, guards: "only" }));
    return findingsByLine([...engine.analyze({ path, text }).findings, ...removed], text);
  };
  for (const { rules: own, tests } of catalog)
    for (const rule of own)
      if (rules.includes(rule))
        for (const file of tests) table.addRuleTest(rule, file.text, linesOf(file.path, file.text, file.beforeText));
  const folder = join(__dirname, "cases");
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, name), "utf8");
    table.addCases(name, text, linesOf(name, text));
  }
  return { rows: table.sorted(), wrong: table.wrong };
}

type Lines = ReadonlyMap<number, readonly Finding[]>;

function findingsByLine(findings: readonly Finding[], text: string): Lines {
  const lines = indexLines(text);
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings) {
    const { line } = lines.positionAt(finding.span.start);
    byLine.set(line, [...(byLine.get(line) ?? []), finding]);
  }
  return byLine;
}

function yieldsTo({ metadata }: Rule): readonly unknown[] {
  const ids = metadata.other["yields-to"];
  return Array.isArray(ids) ? ids : [];
}

class Table {
  readonly wrong: string[] = [];
  private readonly rows = new Map<string, WeaknessRow>();

  constructor(rules: readonly Rule[]) {
    for (const { metadata } of rules) this.row(metadata.cwe[0] ?? "").rules++;
  }

  sorted(): readonly WeaknessRow[] {
    const number = ({ weakness }: WeaknessRow): number => Number(weakness.slice(4));
    return [...this.rows.values()].sort((a, b) => number(a) - number(b));
  }

  /** `ruleid:` and `ok:` speak of the first line below that is no comment. */
  addRuleTest(rule: Rule, text: string, found: Lines): void {
    const row = this.row(rule.metadata.cwe[0] ?? "");
    const lines = text.split("\n");
    for (const [at, line] of lines.entries()) {
      const note = /\b(ruleid|ok):\s*([\w.-]+)/.exec(line);
      if (!note || note[2] !== rule.id) continue;
      let target = at + 1;
      while (/^\s*(#|\/\/|<!--).*\b(ruleid|ok):/.test(lines[target] ?? "")) target++;
      // A rule that knows more of the fault may tell it in this one's place.
      const tellers = note[1] === "ok" ? [rule.id] : [rule.id, ...yieldsTo(rule)];
      const hit = found.get(target)?.some(({ ruleId }) => tellers.includes(ruleId)) === true;
      if (note[1] === "ok") {
        row.harmless++;
        if (hit) row.falseAlarms++;
      } else {
        row.cases++;
        // A stronger rule of the same weakness may speak instead.
        if (hit || this.speaks(found.get(target), rule.metadata.cwe)) row.found++;
      }
    }
  }

  /** `bad: CWE-89` at the end of a line; any finding on another line is a false alarm. */
  addCases(name: string, text: string, found: Lines): void {
    for (const [at, line] of text.split("\n").entries()) {
      const bad = /\bbad: (CWE-\d+)$/.exec(line)?.[1];
      const here = found.get(at);
      if (bad !== undefined) {
        const row = this.row(bad);
        row.cases++;
        if (this.speaks(here, [bad])) row.found++;
        else this.wrong.push(`${name}:${at + 1} lacks ${bad}: ${line.trim()}`);
      } else if (here) {
        const [first] = here;
        if (first === undefined || first.severity === "low") continue;
        this.row(first.metadata.cwe[0] ?? "").falseAlarms++;
        this.wrong.push(`${name}:${at + 1} has ${first.ruleId}: ${line.trim()}`);
      }
    }
  }

  private speaks(findings: readonly Finding[] | undefined, weaknesses: readonly string[]): boolean {
    return findings?.some(({ metadata }) => metadata.cwe.some((id) => weaknesses.includes(id))) === true;
  }

  private row(weakness: string): WeaknessRow {
    const known = this.rows.get(weakness) ?? { weakness, rules: 0, cases: 0, found: 0, harmless: 0, falseAlarms: 0 };
    this.rows.set(weakness, known);
    return known;
  }
}
