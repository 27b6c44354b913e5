/** Reads YAML (or JSON) into plain values that know where they stand, within limits that hostile files cannot exceed. */

import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { RulePlace } from "./rule.ts";

export type Located = LocatedMap | LocatedList | LocatedScalar;

export interface LocatedMap {
  readonly kind: "map";
  readonly entries: readonly LocatedEntry[];
  readonly place: RulePlace;
}

export interface LocatedEntry {
  readonly key: string;
  readonly keyPlace: RulePlace;
  readonly value: Located;
}

export interface LocatedList {
  readonly kind: "list";
  readonly items: readonly Located[];
  readonly place: RulePlace;
}

export interface LocatedScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  readonly place: RulePlace;
}

export interface YamlError {
  readonly message: string;
  readonly place: RulePlace;
}

const maxDepth = 60;
const maxValues = 200_000;

/** In braces `{regex: a?:}` gives a text that ends with a colon, as YAML 1.1 reads it, and no mapping. */
const endsWithColon = /^(?!.*: )[^"'\s,{}[\]][^,{}[\]\n]*:$/;

/** @returns The first document's value, or what is wrong with the text; never throws. An empty text is a null scalar. */
export function readYaml(text: string, file: string): { value: Located } | { errors: readonly YamlError[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): RulePlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(0, line - 1), column: Math.max(0, col - 1) };
  };
  const colons = new Map<number, string>();
  const errors = document.errors.filter(({ code, pos: [start, end] }) => {
    const plain = code === "BLOCK_IN_FLOW" && endsWithColon.test(text.slice(start, end));
    if (plain) colons.set(start, text.slice(start, end));
    return !plain;
  });
  if (errors.length > 0) return { errors: errors.map((error) => ({ message: error.message, place: placeAt(error.pos[0]) })) };
  const reader = new Reader(document, placeAt, colons);
  try {
    return { value: reader.read(document.contents, placeAt(0), 0) };
  } catch (error) {
    if (error instanceof TooLarge) return { errors: [{ message: error.message, place: error.place }] };
    throw error;
  }
}

/** The plain value, as JSON would have it. */
export function plainValue(located: Located): unknown {
  if (located.kind === "scalar") return located.value;
  if (located.kind === "list") return located.items.map(plainValue);
  return Object.fromEntries(located.entries.map((entry) => [entry.key, plainValue(entry.value)]));
}

class TooLarge extends Error {
  readonly place: RulePlace;
  constructor(message: string, place: RulePlace) {
    super(message);
    this.place = place;
  }
}

/** Unfolds aliases while it counts, so neither a cycle nor a "billion laughs" file gets far. */
class Reader {
  private values = 0;
  private readonly document: Document;
  private readonly placeAt: (offset: number) => RulePlace;
  private readonly colons: ReadonlyMap<number, string>;

  /** @param colons Texts that end with a colon, by where they begin; the document has a mapping there. */
  constructor(document: Document, placeAt: (offset: number) => RulePlace, colons: ReadonlyMap<number, string>) {
    this.document = document;
    this.placeAt = placeAt;
    this.colons = colons;
  }

  read(node: unknown, fallback: RulePlace, depth: number): Located {
    if (isAlias(node)) return this.read(node.resolve(this.document), this.placeOf(node, fallback), depth + 1);
    const place = this.placeOf(node, fallback);
    if (depth > maxDepth) throw new TooLarge(`nested more than ${maxDepth} levels deep`, place);
    if (++this.values > maxValues) throw new TooLarge(`more than ${maxValues} values`, place);
    if (isSeq(node)) return { kind: "list", items: node.items.map((item) => this.read(item, place, depth + 1)), place };
    const colon = isMap(node) && this.colons.get(node.range?.[0] ?? -1);
    if (colon) return { kind: "scalar", value: colon, place };
    if (isMap(node)) return { kind: "map", entries: this.entries(node.items, place, depth), place };
    return { kind: "scalar", value: isScalar(node) ? scalarOf(node.value) : null, place };
  }

  private entries(items: readonly { key: unknown; value: unknown }[], place: RulePlace, depth: number): LocatedEntry[] {
    const entries: LocatedEntry[] = [];
    const merged: LocatedEntry[] = [];
    for (const item of items) {
      const keyPlace = this.placeOf(item.key, place);
      const key = isScalar(item.key) ? String(item.key.value) : String(item.key);
      const value = this.read(item.value, keyPlace, depth + 1);
      if (key === "<<" && value.kind !== "scalar") merged.push(...mergedEntries(value));
      else entries.push({ key, keyPlace, value });
    }
    const own = new Set(entries.map((entry) => entry.key));
    return [...entries, ...merged.filter((entry) => !own.has(entry.key))];
  }

  private placeOf(node: unknown, fallback: RulePlace): RulePlace {
    const range = typeof node === "object" && node !== null && "range" in node ? (node.range as readonly number[] | null) : null;
    const start = range?.[0];
    return start === undefined ? fallback : this.placeAt(start);
  }
}

function mergedEntries(value: LocatedMap | LocatedList): LocatedEntry[] {
  if (value.kind === "map") return [...value.entries];
  return value.items.flatMap((item) => (item.kind === "map" ? item.entries : []));
}

function scalarOf(value: unknown): string | number | boolean | null {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : String(value);
}
