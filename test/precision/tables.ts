/** Reads the two tables of `npm run precision`, and compares findings in real packages with the verdicts on them. Pure. */

export type Registry = "npm" | "pypi";
export type Severity = "critical" | "high" | "medium" | "low";

export interface PinnedPackage {
  readonly registry: Registry;
  readonly name: string;
  readonly version: string;
  /** Of the archive, in hexadecimal; empty until it was fetched for the first time. */
  readonly sha256: string;
  /** Folders and files inside the package that hold its source; those after `!` are left out. Empty: all of it. */
  readonly parts: readonly string[];
}

/** true: a weakness of the package. accepted: the code is what the rule says, and has a reason to be. false: a false alarm. */
const verdicts = ["true", "accepted", "false"] as const;

export interface VerdictRow {
  /** "npm:koa". */
  readonly package: string;
  /** Inside the package, with `/`. */
  readonly file: string;
  /** Hash of the line, without spaces around it, so that lines may move. */
  readonly line: string;
  readonly rule: string;
  readonly severity: Severity;
  /** Undefined for a finding that nobody has judged. */
  readonly verdict: (typeof verdicts)[number] | undefined;
  readonly reason: string;
}

/** A finding as the table names it. */
export type TableFinding = Omit<VerdictRow, "verdict" | "reason">;

export interface Rows<T> {
  readonly rows: readonly T[];
  /** One sentence each, with the line of the table. */
  readonly faults: readonly string[];
}

/** One package a line: registry, name, version, SHA-256 and parts, with tabs between. Lines that begin with `#` are comments. */
export function readPackages(text: string): Rows<PinnedPackage> {
  const seen = new Set<string>();
  return readRows(text, 5, ([registry = "", name = "", version = "", sha256 = "", parts = ""]) => {
    if (registry !== "npm" && registry !== "pypi") return `there is no registry "${registry}"`;
    if (!/^(?:@[\w.-]+\/)?[\w.-]+$/.test(name)) return `"${name}" is no name of a package`;
    if (!/^\d[\w.+-]*$/.test(version)) return `"${version}" is no version`;
    if (!/^(?:[\da-f]{64})?$/.test(sha256)) return `"${sha256}" is no SHA-256`;
    if (seen.has(`${registry}:${name}`)) return `${name} stands here twice`;
    seen.add(`${registry}:${name}`);
    return { registry, name, version, sha256, parts: parts.split(" ").filter(Boolean) };
  });
}

/** One finding a line: package, file, hash of the line, rule, severity, verdict and reason, with tabs between. */
export function readVerdicts(text: string): Rows<VerdictRow> {
  const seen = new Set<string>();
  return readRows(text, 7, ([name = "", file = "", line = "", rule = "", severity = "", verdict = "", reason = ""]) => {
    const known = verdicts.find((one) => one === verdict);
    if (!/^(?:npm|pypi):\S+$/.test(name)) return `"${name}" is no package`;
    if (!/^[\da-f]{12}$/.test(line)) return `"${line}" is no hash of a line`;
    if (!isSeverity(severity)) return `there is no severity "${severity}"`;
    if (!known && verdict !== "?") return `"${verdict}" is no verdict: ${verdicts.join(", ")}, or ? for one to come`;
    if (known && reason.trim().length < 15) return "a verdict needs a reason";
    const row = { package: name, file, line, rule, severity, verdict: known, reason };
    if (seen.has(keyOf(row))) return "the finding stands here twice";
    seen.add(keyOf(row));
    return row;
  });
}

function readRows<T>(text: string, columns: number, read: (cells: readonly string[]) => T | string): Rows<T> {
  const rows: T[] = [];
  const faults: string[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const cells = line.split("\t");
    const row = cells.length === columns ? read(cells) : `${columns} columns are needed, not ${cells.length}`;
    if (typeof row === "string") faults.push(`line ${at + 1}: ${row}`);
    else rows.push(row);
  }
  return { rows, faults };
}

function isSeverity(text: string): text is Severity {
  return text === "critical" || text === "high" || text === "medium" || text === "low";
}

/** @returns The rows as `readVerdicts` reads them, ordered by package, file and rule. */
export function writeVerdicts(rows: readonly VerdictRow[]): string {
  return [...rows]
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ verdict = "?", reason, ...row }) => `${keyOf(row)}\t${row.severity}\t${verdict}\t${reason}\n`)
    .join("");
}

/** Equal for the findings that one row of the table speaks of: a line may hold several of one rule. */
function keyOf({ package: name, file, rule, line }: TableFinding): string {
  return [name, file, line, rule].join("\t");
}

export interface Judgement {
  /** Findings with their row, in the order given. */
  readonly judged: readonly { readonly finding: TableFinding; readonly row: VerdictRow | undefined }[];
  /** Findings of medium severity or more that have no verdict. */
  readonly unread: readonly TableFinding[];
  /** Rows that speak of no finding any more. */
  readonly gone: readonly VerdictRow[];
  /** Findings of medium severity or more, and how many of them the second reader rejected. */
  readonly counted: number;
  readonly rejected: number;
}

export function judge<T extends TableFinding>(findings: readonly T[], rows: readonly VerdictRow[]): Judgement {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const judged = findings.map((finding) => ({ finding, row: byKey.get(keyOf(finding)) }));
  const counted = judged.filter(({ finding }) => finding.severity !== "low");
  const found = new Set(findings.map(keyOf));
  return {
    judged,
    unread: counted.filter(({ row }) => row?.verdict === undefined).map(({ finding }) => finding),
    gone: rows.filter((row) => !found.has(keyOf(row))),
    counted: counted.length,
    rejected: counted.filter(({ row }) => row?.verdict === "false").length,
  };
}
