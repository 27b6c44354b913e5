import { loadRules } from "../../../../server/engine/rules/loadRules.ts";

/** A rule file of one rule; `lines` replace or add keys. */
export function ruleFile(...lines: string[]): string {
  const own = lines.join("\n").split("\n");
  const has = (key: string): boolean => own.some((line) => line.startsWith(`${key}:`));
  const base = [
    ["id", "id: a"],
    ["languages", "languages: [python]"],
    ["severity", "severity: ERROR"],
    ["message", "message: m"],
  ].flatMap(([key, line]) => (has(key ?? "") ? [] : [line ?? ""]));
  return `rules:\n${[...base, ...own].map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`)).join("\n")}\n`;
}

/** What is wrong with a rule of these lines: `KIND KEY LINE:COLUMN MESSAGE` each. */
export function problemsOf(...lines: string[]): string[] {
  const { problems } = loadRules(ruleFile(...lines), "r.yaml");
  return problems.map(({ kind, key, place, message }) => `${kind} ${key} ${place.line}:${place.column} ${message}`);
}
