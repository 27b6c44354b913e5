/** What git would store of a file of the work tree, worked out here because git itself would run filters for it. */

import { createHash } from "node:crypto";
import type { Repository } from "./git.ts";
import { objectHash } from "./gitIndex.ts";

/** The attributes of one path that decide how its bytes become a blob. */
export interface StoreAttributes {
  /** CRLF becomes LF. */
  readonly convertsLineEnds: boolean;
  readonly ident: boolean;
  /** Name of the encoding in the work tree; absent for UTF-8. */
  readonly encoding?: string;
  /** Name of a filter. It is never run. */
  readonly filter?: string;
}

const plain: StoreAttributes = { convertsLineEnds: false, ident: false };
const names = ["text", "crlf", "eol", "ident", "filter", "working-tree-encoding"];

/** Reads the attributes of many paths with one git process. Paths without an entry store their bytes as they are. */
export async function readAttributes(repository: Repository, paths: readonly string[]): Promise<Map<string, StoreAttributes>> {
  const result = new Map<string, StoreAttributes>();
  if (paths.length === 0) return result;
  const [autocrlf, answer] = await Promise.all([
    repository.configValue("core.autocrlf"),
    repository.git(["check-attr", "-z", "--stdin", ...names], { input: `${paths.join("\0")}\0` }),
  ]);
  const converts = /^(input|true|yes|on|1)$/i.test(autocrlf ?? "");
  const values = new Map<string, Map<string, string>>();
  const fields = answer.stdout.toString("utf8").split("\0");
  for (let i = 0; i + 2 < fields.length; i += 3) {
    const [path = "", name = "", value = ""] = fields.slice(i, i + 3);
    const own = values.get(path) ?? new Map<string, string>();
    values.set(path, own.set(name, value));
  }
  for (const path of paths) result.set(path, attributesOf(values.get(path), converts));
  return result;
}

function attributesOf(values: ReadonlyMap<string, string> | undefined, autocrlf: boolean): StoreAttributes {
  if (!values) return { ...plain, convertsLineEnds: autocrlf };
  const value = (name: string): string => values.get(name) ?? "unspecified";
  const given = (name: string): string | undefined => (/^(unspecified|unset|set)$/.test(value(name)) ? undefined : value(name));
  const filter = given("filter");
  const encoding = given("working-tree-encoding");
  return {
    convertsLineEnds: convertsLineEnds(value("text") === "unspecified" ? value("crlf") : value("text"), value("eol"), autocrlf),
    ident: value("ident") === "set",
    ...(filter === undefined ? {} : { filter }),
    ...(encoding === undefined ? {} : { encoding }),
  };
}

function convertsLineEnds(text: string, eol: string, autocrlf: boolean): boolean {
  if (text === "unset") return false;
  if (text === "set" || text === "auto" || text === "input") return true;
  return /^(lf|crlf)$/.test(eol) || autocrlf;
}

/**
 * @param targets Object ids that the file may be equal to, such as the index's and the base's.
 * @returns The target that git would store these bytes as, if it is one of them; else the id of the bytes as they are.
 */
export function storedAs(bytes: Buffer, attributes: StoreAttributes | undefined, targets: readonly string[]): string {
  const algorithm = targets[0]?.length === 64 ? "sha256" : "sha1";
  const raw = objectHash(algorithm, "blob", bytes);
  if (!attributes || targets.includes(raw)) return raw;
  const stored = objectHash(algorithm, "blob", storedBytes(bytes, attributes));
  return targets.includes(stored) ? stored : raw;
}

/** In git's order: filter, encoding, line ends, identifiers. Only LFS's filter is known: it stores a pointer. */
function storedBytes(bytes: Buffer, attributes: StoreAttributes): Buffer {
  let result = bytes;
  if (attributes.filter === "lfs") result = lfsPointer(bytes);
  if (attributes.encoding !== undefined) result = recode(result, attributes.encoding);
  if (attributes.convertsLineEnds && result.includes("\r\n")) result = replaced(result, /\r\n/g, "\n");
  // What git itself filled in, and nothing else that may hide there.
  if (attributes.ident && result.includes("$Id: ")) result = replaced(result, /\$Id: [0-9a-f]{40,64} \$/g, "$$Id$$");
  return result;
}

/** Latin-1 keeps every byte. */
function replaced(bytes: Buffer, pattern: RegExp, by: string): Buffer {
  return Buffer.from(bytes.toString("latin1").replace(pattern, by), "latin1");
}

function recode(bytes: Buffer, encoding: string): Buffer {
  try {
    return Buffer.from(new TextDecoder(encoding.replace(/-BOM$/i, ""), { fatal: true }).decode(bytes), "utf8");
  } catch {
    return bytes;
  }
}

/** The pointer file of Git LFS, specification version 1. */
function lfsPointer(bytes: Buffer): Buffer {
  const oid = createHash("sha256").update(bytes).digest("hex");
  return Buffer.from(`version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${bytes.length}\n`);
}
