/** Keeps the routes of a project's files by their content, so that the next review does not parse the whole project for them again. */

import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { FileRoutes } from "../engine/routes/route.ts";
import { cacheFolder } from "./cacheFolder.ts";

export interface RouteCache {
  /** `null`: the file declares none. `undefined`: not known. */
  get(file: Source): FileRoutes | null | undefined;
  put(file: Source, routes: FileRoutes | null): void;
  /** Writes what was asked for or put in since the cache was opened, when that is another set than before. Never throws. */
  save(): void;
}

interface Source {
  readonly path: string;
  readonly text: string;
}

/** Bytes. */
const largest = 20_000_000;

/**
 * @param dir The project's folder, absolute.
 * @param reader Names the program and the rules that read the routes: what another one wrote counts as unknown.
 * @returns Never throws: a cache that cannot be read is an empty one.
 */
export function openRouteCache(dir: string, reader: string, folder = cacheFolder()): RouteCache {
  const file = path.join(folder, "routes", `${hash(dir)}.json`);
  const known = readEntries(file, reader);
  const used = new Map<string, FileRoutes | null>();
  let changed = false;
  const keyOf = ({ path: name, text }: Source): string => hash(`${name}\0${text}`);
  return {
    get(source) {
      const key = keyOf(source);
      const found = known.get(key);
      // The path is part of the key: an entry that says otherwise was not written here.
      if (found === undefined || (found !== null && found.path !== source.path)) return undefined;
      used.set(key, found);
      return found;
    },
    put(source, routes) {
      used.set(keyOf(source), routes);
      changed = true;
    },
    save() {
      if (changed || used.size !== known.size) writeEntries(file, reader, used);
    },
  };
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 40);
}

function readEntries(file: string, reader: string): Map<string, FileRoutes | null> {
  try {
    const handle = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const stats = fstatSync(handle);
      if (!stats.isFile() || stats.size > largest) return new Map();
      const content: unknown = JSON.parse(readFileSync(handle, "utf8"));
      if (!isObject(content) || content.reader !== reader || !isObject(content.files)) return new Map();
      const entries = Object.entries(content.files);
      return new Map(
        entries.filter((entry): entry is [string, FileRoutes | null] => entry[1] === null || isFileRoutes(entry[1])),
      );
    } finally {
      closeSync(handle);
    }
  } catch {
    return new Map();
  }
}

/** Under another name first, so that two reviews at once leave one whole file. */
function writeEntries(file: string, reader: string, entries: ReadonlyMap<string, FileRoutes | null>): void {
  const fresh = `${file}.${process.pid}.tmp`;
  const text = JSON.stringify({ reader, files: Object.fromEntries(entries) });
  // It would not be read again.
  if (Buffer.byteLength(text) > largest) return;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(fresh, text, { mode: 0o600, flag: "wx" });
      renameSync(fresh, file);
    } catch {
      rmSync(fresh, { force: true });
    }
  } catch {
    // Without a cache the next review takes as long as this one.
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isFileRoutes(value: unknown): value is FileRoutes {
  if (!isObject(value)) return false;
  const { path: name, routes, mounts, global } = value;
  if (typeof name !== "string" || !Array.isArray(routes) || !Array.isArray(mounts) || !Array.isArray(global)) return false;
  return (
    routes.every(isRoute) &&
    mounts.every((mount) => isObject(mount) && typeof mount.module === "string" && Array.isArray(mount.guards))
  );
}

function isRoute(value: unknown): boolean {
  return (
    isObject(value) &&
    ["method", "path"].every((key) => typeof value[key] === "string") &&
    ["isPublic", "isSensitive", "readsById", "readsBody"].every((key) => typeof value[key] === "boolean") &&
    typeof value.line === "number" &&
    isObject(value.guards) &&
    isObject(value.span) &&
    typeof value.span.start === "number" &&
    typeof value.span.end === "number"
  );
}
