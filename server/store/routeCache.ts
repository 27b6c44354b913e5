/** Keeps the routes of a project's files by their content, so that the next review does not parse the whole project for them again. */

import path from "node:path";
import type { FileRoutes } from "../engine/routes/route.ts";
import { cacheFolder } from "./cacheFolder.ts";
import { digest, openContentCache } from "./contentCache.ts";

export interface RouteCache {
  /** `null`: the file declares none. `undefined`: not known. */
  get(file: Source): FileRoutes | null | undefined;
  put(file: Source, routes: FileRoutes | null): void;
  /** As `get`, of a file whose text is not read because it has not been touched since; `null` also where it cannot declare any. */
  untouched(path: string, stamp: string): FileRoutes | null | undefined;
  /** @param file Absent: its text cannot declare routes. */
  stamp(path: string, stamp: string, file: Source | undefined): void;
  /** Writes what was asked for or put in since the cache was opened, when that is another set than before. Never throws. */
  save(): void;
}

interface Source {
  readonly path: string;
  readonly text: string;
}

/**
 * @param dir The project's folder, absolute.
 * @param reader Names the program and the rules that read the routes: what another one wrote counts as unknown.
 * @returns Never throws: a cache that cannot be read is an empty one.
 */
export function openRouteCache(dir: string, reader: string, folder = cacheFolder()): RouteCache {
  const cache = openContentCache<Entry>(path.join(folder, "routes", `${digest(dir)}.json`), reader, isEntry);
  const keyOf = ({ path: name, text }: Source): string => digest(`${name}\0${text}`);
  return {
    get(source) {
      const found = cache.get(keyOf(source));
      // The path is part of the key: an entry that says otherwise was not written here.
      return found === null || (isFileRoutes(found) && found.path === source.path) ? found : undefined;
    },
    put: (source, routes) => cache.put(keyOf(source), routes),
    untouched(name, stamp) {
      const seen = cache.get(stampKey(name));
      if (!isStamp(seen) || seen.stamp !== stamp) return undefined;
      const found = seen.key === undefined ? null : cache.get(seen.key);
      return found === null || (isFileRoutes(found) && found.path === name) ? found : undefined;
    },
    stamp: (name, stamp, source) => cache.put(stampKey(name), { stamp, ...(source ? { key: keyOf(source) } : {}) }),
    save: () => cache.save(),
  };
}

/** When a file was last touched, and the key of the text that it had. */
interface Stamp {
  readonly stamp: string;
  readonly key?: string;
}

type Entry = FileRoutes | Stamp | null;

function stampKey(name: string): string {
  return `stamp ${name}`;
}

function isEntry(value: unknown): value is Entry {
  return value === null || isFileRoutes(value) || isStamp(value);
}

function isStamp(value: unknown): value is Stamp {
  return isObject(value) && typeof value.stamp === "string" && (value.key === undefined || typeof value.key === "string");
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
    ["method", "path", "group"].every((key) => typeof value[key] === "string") &&
    ["isPublic", "isPersonal", "isSensitive", "readsById", "readsBody", "servesCaller"].every(
      (key) => typeof value[key] === "boolean",
    ) &&
    typeof value.line === "number" &&
    isObject(value.guards) &&
    (value.role === undefined || typeof value.role === "string") &&
    isObject(value.events) &&
    isObject(value.span) &&
    typeof value.span.start === "number" &&
    typeof value.span.end === "number"
  );
}
