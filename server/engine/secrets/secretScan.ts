/** Finds the secrets of all rules of `mode: secrets` in one pass over a text. Pure. */

import type { Regex } from "../patterns/compileRegex.ts";
import { compileLiterals, type LiteralHit, type LiteralScan } from "../patterns/literalScan.ts";
import type { Confidence } from "../rules/rule.ts";
import type { Span } from "../tree/span.ts";
import { valueOfName } from "./assigned.ts";
import { checksums, passwordOfBasic, structures } from "./checks.ts";
import { cellsUnderHeads, cellsUnderNames } from "./columns.ts";
import { explanationLowers } from "./explained.ts";
import { type FileKind, fileKindOf } from "./fileKind.ts";
import { listOfName, type NameList } from "./names.ts";
import { isProven, isThoughtOf, near } from "./proven.ts";
import { type Demand, isFormShown, isPlainOrGuessed, judgeValue, type Surroundings, type Verdict } from "./values.ts";

/** A form of secrets, ready to run. */
export interface CompiledForm {
  /** The rule that it belongs to. */
  readonly ruleId: string;
  /** One of them stands in every match. */
  readonly literals: readonly string[];
  /** UTF-16 units of a match before and from the literal. */
  readonly before: number;
  readonly after: number;
  readonly regex: Regex;
  /** Name of a check in `checksums`. */
  readonly checksum?: string;
  /** What the group `secret` is judged by; absent for tokens whose form tells enough. */
  readonly values?: Demand;
}

/** Names whose values a rule reports. */
export interface CompiledNames extends NameList {
  readonly ruleId: string;
}

export interface FoundSecret extends Span {
  readonly ruleId: string;
  readonly confidence: Confidence;
  /** Steps below the rule's severity: where it is less likely to open anything. */
  readonly lower: number;
  /** Of two at one place the one with the lower rank is told. */
  readonly rank: number;
}

/** Nouns that stand in the names; a name without one is not looked at. */
const nouns = [
  "pass",
  "pwd",
  "secret",
  "token",
  "key",
  "auth",
  "cred",
  "salt",
  "pw",
  "jwt",
  "bearer",
  "mnemonic",
  "pepper",
  "senha",
  "contrasena",
  "wachtwoord",
  "kennwort",
  "clave",
  "mdp",
  "haslo",
  "heslo",
  "sifre",
  "signature",
  "pin",
  "psk",
  "api_hash",
  "apihash",
  "erlang",
  "sonar.login",
];

/** All rules of a run, made ready when the first text comes. */
export class SecretScan {
  private readonly forms: CompiledForm[] = [];
  private readonly names: CompiledNames[] = [];
  private scan: { readonly literals: LiteralScan; readonly formOf: readonly (CompiledForm | undefined)[] } | undefined;
  private last:
    | { readonly path: string; readonly text: string; readonly found: ReadonlyMap<string, readonly FoundSecret[]> }
    | undefined;

  add(parts: readonly (CompiledForm | CompiledNames)[]): void {
    for (const part of parts) {
      if ("regex" in part) this.forms.push(part);
      else this.names.push(part);
    }
    this.scan = undefined;
  }

  /** @returns The secrets that one rule tells of, by their place; none that another rule knows better. */
  of(ruleId: string, path: string, text: string): readonly FoundSecret[] {
    if (this.last?.path !== path || this.last.text !== text) this.last = { path, text, found: this.findAll(path, text) };
    return this.last.found.get(ruleId) ?? [];
  }

  private findAll(path: string, text: string): Map<string, FoundSecret[]> {
    this.scan ??= this.prepare();
    const kind = fileKindOf(path, text);
    const found: FoundSecret[] = [];
    let named = -1;
    for (const hit of this.scan.literals(text)) {
      const form = this.scan.formOf[hit.literal];
      if (form) found.push(...secretsOfForm(form, hit, text, kind));
      else if (!kind.generated && hit.start >= named) {
        const name = nameAround(text, hit, kind);
        named = name.end;
        const secret = this.secretOfName(name, text, kind);
        if (secret) found.push(secret);
      }
    }
    if (kind.table || kind.format === "prose") found.push(...this.secretsOfColumns(text, kind));
    const byRule = new Map<string, FoundSecret[]>();
    for (const secret of weighedByPlace(withoutOverlaps(found), path, text, kind))
      byRule.set(secret.ruleId, [...(byRule.get(secret.ruleId) ?? []), secret]);
    return byRule;
  }

  private prepare() {
    const literals: string[] = [];
    const formOf: (CompiledForm | undefined)[] = [];
    for (const form of this.forms)
      for (const literal of form.literals) {
        literals.push(literal);
        formOf.push(form);
      }
    if (this.names.length > 0) literals.push(...nouns);
    return { literals: compileLiterals(literals), formOf };
  }

  private secretOfName(name: Span, text: string, kind: FileKind): FoundSecret | undefined {
    if (name.end - name.start > 80) return undefined;
    const value = valueOfName(text, name, kind);
    if (!value) return undefined;
    const at = listOfName(text.slice(name.start, name.end), this.names, value.called);
    const list = at === undefined ? undefined : this.names[at];
    if (!list) return undefined;
    const written = text.slice(value.start, value.end);
    const called = text.slice(name.start, name.end);
    if (isPublic(text, name, written) || saysItsName(called, written)) return undefined;
    const around = value.loose ? "words" : surroundings(kind);
    if (around === "made up" && (/^key$/i.test(called) || isTestVector(text, value))) return undefined;
    const judged = judgeValue(written, list.demand, around);
    const proven = judged === undefined && around === "usual" && isProven(text, name, value, list.demand, kind);
    const verdict = proven ? (isThoughtOf(called, written, kind) ? "made up" : "weak") : judged;
    return foundWith(value, list.ruleId, verdict, kind);
  }

  /** What stands in a table under the name of a secret. */
  private secretsOfColumns(text: string, kind: FileKind): FoundSecret[] {
    const listOf = (column: string): CompiledNames | undefined => {
      const at = listOfName(column, this.names, false);
      const list = at === undefined || /^tokens?$/i.test(column) ? undefined : this.names[at];
      return list?.demand === "random" ? undefined : list;
    };
    return (kind.table ? cellsUnderNames : cellsUnderHeads)(text, listOf).flatMap(({ list, start, end }) => {
      const cell = text.slice(start, end);
      const verdict = isDigest(cell) ? undefined : judgeValue(cell, list.demand, surroundings(kind));
      return foundWith({ start, end }, list.ruleId, verdict, kind) ?? [];
    });
  }
}

function foundWith({ start, end }: Span, ruleId: string, verdict: Verdict | undefined, kind: FileKind): FoundSecret | undefined {
  // What everybody tries first stands in texts for people as an example, and in the pipeline for a database of its own.
  if (!verdict || (verdict === "weak" && (kind.format === "prose" || kind.pipeline))) return undefined;
  return { start, end, ruleId, rank: 2, ...weigh(verdict, kind) };
}

/** As long as a common hash: the password itself is not there. */
function isDigest(text: string): boolean {
  return /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i.test(text);
}

/** The identifier, key or option around a noun. */
function nameAround(text: string, hit: LiteralHit, kind: FileKind): Span {
  let start = hit.start;
  let end = hit.end;
  while (start > 0 && hit.start - start < 80 && /[\w.-]/.test(text.charAt(start - 1))) start--;
  // In code a point begins a member; in settings it belongs to the name.
  const more = kind.format === "code" ? /[\w-]/ : /[\w.-]/;
  while (end < text.length && end - hit.end < 80 && more.test(text.charAt(end))) end++;
  // `password.equals("...")` compares what the name stands for.
  const asked = /\.(?:equals|equalsIgnoreCase|eq)$/.exec(text.slice(hit.end, end));
  if (asked) end -= asked[0].length;
  while (/[-.]/.test(text.charAt(start)) && start < hit.start) start++;
  while (/[-.]/.test(text.charAt(end - 1)) && end > hit.end) end--;
  return { start, end };
}

/** A number among other long ones, in a test of cryptography. */
function isTestVector(text: string, { start, end }: Span): boolean {
  if (!/^[0-9a-f]{16,}$/i.test(text.slice(start, end))) return false;
  return (text.slice(Math.max(0, start - 800), end + 800).match(/\b(?:0x)?[0-9a-f]{32,}\b/gi) ?? []).length > 3;
}

/** `manage_own_credentials: "manageOwnCredentials"` */
function saysItsName(name: string, value: string): boolean {
  const plain = (text: string): string => text.replace(/[\W_]/g, "").toLowerCase();
  return plain(name) === plain(value);
}

/** Which key signed, and what lets a badge be drawn, everybody may see. */
function isPublic(text: string, name: Span, value: string): boolean {
  const before = text.slice(Math.max(0, name.start - 24), name.end);
  // The salt of a hash beside it keeps nothing secret.
  if (/^salt$/i.test(text.slice(name.start, name.end)) && /hash|iterations|kdf/i.test(near(text, name, 200))) return true;
  if (/sign(?:ing)?_?key$/i.test(before) && /^(?:0x)?(?:[0-9A-F]{8}|[0-9A-F]{16})$/.test(value)) return true;
  return (/^[0-9A-F]{40}$/.test(value) && /gpg|pgp|fingerprint/i.test(before)) || /badge(?:\.svg)?\?token$/.test(before);
}

function surroundings(kind: FileKind): Surroundings {
  if (kind.locale) return "words";
  return kind.test || kind.example ? "made up" : "usual";
}

function secretsOfForm(form: CompiledForm, hit: LiteralHit, text: string, kind: FileKind): FoundSecret[] {
  // One more character, so that the form can ask what stands before.
  const from = Math.max(0, hit.start - form.before - 1);
  const window = text.slice(from, hit.start + form.after);
  for (const match of form.regex.all(window)) {
    const start = from + match.start;
    const end = from + match.end;
    if (start > hit.start || end < hit.end) continue;
    const { secret = "" } = match.groups;
    const at = secret === "" ? start : start + text.slice(start, end).lastIndexOf(secret);
    const span = secret === "" ? { start, end } : { start: at, end: at + secret.length };
    const weight = weighForm(form, text.slice(span.start, span.end), text.slice(end, end + 80), kind);
    return weight ? [{ ...span, ruleId: form.ruleId, rank: form.values ? 1 : 0, ...weight }] : [];
  }
  return [];
}

type Weight = Pick<FoundSecret, "confidence" | "lower">;

function weighForm(form: CompiledForm, secret: string, behind: string, kind: FileKind): Weight | undefined {
  const check = form.checksum === undefined ? undefined : checksums[form.checksum];
  const holds = check?.(secret);
  if (form.values) {
    if (holds === false) return undefined;
    const judged = form.checksum === "basic" ? passwordOfBasic(secret) : secret;
    const verdict = judgeValue(judged, form.values, surroundings(kind));
    if (verdict === "weak" && (kind.pipeline || (kind.format === "prose" && isPlainOrGuessed(secret)))) return undefined;
    const weight = verdict && weigh(verdict, kind);
    // What answers on this machine alone is of little use to others.
    return weight && (isLocalHost(behind) ? onThisMachine(verdict, weight) : weight);
  }
  if (isFormShown(secret)) return undefined;
  if (holds === false) return structures.has(form.checksum ?? "") ? undefined : { confidence: "low", lower: 2 };
  return { confidence: kind.test || kind.example ? "medium" : "high", lower: placeLowers(kind) };
}

function onThisMachine(verdict: Verdict, { lower }: Weight): Weight | undefined {
  if (verdict === "weak") return undefined;
  return { confidence: verdict === "random" ? "medium" : "low", lower: lower + 2 };
}

function isLocalHost(behind: string): boolean {
  return /^@(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|host\.docker\.internal|[\w.-]*\bexample\.(?:com|org|net))\b/.test(
    behind,
  );
}

function weigh(verdict: Verdict, kind: FileKind): Weight {
  if (verdict === "weak") return { confidence: "low", lower: 1 + placeLowers(kind) };
  if (surroundings(kind) !== "usual") return { confidence: verdict === "random" ? "medium" : "low", lower: placeLowers(kind) };
  return { confidence: verdict === "random" ? "high" : "medium", lower: placeLowers(kind) };
}

/** A key in a test or an example is more often made up, and one in a text for people more often old. */
function placeLowers(kind: FileKind): number {
  return (kind.test || kind.example ? 2 : 0) + (kind.format === "prose" ? 1 : 0);
}

/** A token that an issuer's form proves is one wherever it stands, and so is a random one in code that was put aside. */
function weighedByPlace(secrets: readonly FoundSecret[], path: string, text: string, kind: FileKind): FoundSecret[] {
  const lowers = explanationLowers(
    text,
    secrets.map(({ start }) => start),
    path,
    kind,
  );
  return secrets.flatMap((secret, i) => {
    const lower = lowers[i] ?? 0;
    if (lower === 2 && secret.rank > 0 && secret.confidence === "low") return [];
    return secret.rank === 0 || (lower === 1 && secret.confidence === "high")
      ? secret
      : { ...secret, lower: secret.lower + lower };
  });
}

/** One place is told once, by the rule that knows most of it. */
function withoutOverlaps(found: readonly FoundSecret[]): FoundSecret[] {
  const kept: FoundSecret[] = [];
  // Places are few; their order makes the ranks decide.
  const taken: Span[] = [];
  for (const secret of [...found].sort((a, b) => a.rank - b.rank || a.start - b.start || b.end - a.end)) {
    if (overlaps(taken, secret)) continue;
    insert(taken, secret);
    kept.push(secret);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function overlaps(taken: readonly Span[], { start, end }: Span): boolean {
  const next = placeFor(taken, start);
  return (taken[next]?.start ?? end) < end || (taken[next - 1]?.end ?? start) > start;
}

function insert(taken: Span[], span: Span): void {
  taken.splice(placeFor(taken, span.start), 0, span);
}

/** Index of the first that begins at or after a place. */
function placeFor(taken: readonly Span[], start: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
