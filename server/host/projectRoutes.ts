/** Reads the routes of a project, so that those of a change can be compared with their siblings in other files. */

import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import path from "node:path";
import type { SourceFile } from "../engine/analyze.ts";
import type { FileAnalysis } from "../engine/findings/finding.ts";
import { languageOfPath } from "../engine/languages/registry.ts";
import { needsProject, projectRoutesFor } from "../engine/routes/compareRoutes.ts";
import { mayComeTogether, routesOfChange } from "../engine/routes/newRoutes.ts";
import type { FileRoutes, RoutesOfChange } from "../engine/routes/route.ts";
import { matchersOf } from "../engine/routes/routeWords.ts";
import { type Rule, routeWordsOf } from "../engine/rules/rule.ts";
import { openRouteCache, type RouteCache } from "../store/routeCache.ts";
import type { AnalyzeAllOptions, Analyzer } from "./analyzer.ts";
import { readTextFile } from "./files.ts";
import type { ProjectSource } from "./moduleReader.ts";
import { resourceFolder } from "./resources.ts";
import { statsOfLink } from "./statsOf.ts";
import { walkFiles } from "./walkFiles.ts";

type RouteReader = Pick<Analyzer, "rules" | "routesOf">;

/** Files that are read for their routes, and of those the ones that are parsed. */
const mostRead = 3000;
const mostParsed = 400;
/** A larger one is no source that a person wrote. */
const mostBytes = 300_000;

/** @returns Whether a rule asks for routes and one of these files may declare some. */
export function mayDeclareRoutes(files: readonly SourceFile[], rules: readonly Rule[]): boolean {
  return files.some((file) => declaresRoutes(file, rules));
}

/**
 * @param dir Absolute; its files are those that git does not ignore.
 * @param leftOut Paths whose texts are known already.
 * @returns Never rejects: what cannot be read is compared with nothing.
 */
export async function readProjectRoutes(dir: string, leftOut: ReadonlySet<string>, analyzer: RouteReader): Promise<FileRoutes[]> {
  const walked = await walkFiles(dir).catch(() => undefined);
  const wanted = (walked?.files ?? []).filter((file) => isProgram(file) && !leftOut.has(file)).slice(0, mostRead);
  const cache = openRouteCache(dir, readerOf(analyzer.rules));
  const found: (FileRoutes | Unread)[] = [];
  for (let i = 0; i < wanted.length && found.length < mostParsed; i += 32) {
    const some = await Promise.all(wanted.slice(i, i + 32).map((file) => look(dir, file, cache, analyzer.rules)));
    for (const one of some) if (one) found.push(one);
  }
  return readRest(found.slice(0, mostParsed), cache, analyzer);
}

/** A file that may declare routes. */
interface Unread {
  readonly source: SourceFile;
}

/** A file that was not touched since it was looked at is not even read. @returns Nothing for one that declares no routes. */
async function look(
  dir: string,
  file: string,
  cache: RouteCache,
  rules: readonly Rule[],
): Promise<FileRoutes | Unread | undefined> {
  const place = path.join(dir, file);
  const stamp = stampOf(place);
  const known = stamp === undefined ? undefined : cache.untouched(file, stamp);
  if (known !== undefined) return known ?? undefined;
  const read = await readTextFile(place, mostBytes);
  if (!("text" in read)) return undefined;
  const source = { path: file, text: read.text };
  const declares = declaresRoutes(source, rules);
  if (stamp !== undefined) cache.stamp(file, stamp, declares ? source : undefined);
  return declares ? { source } : undefined;
}

/** Milliseconds: a file that was written so lately may be written again without its times showing it. */
const justNow = 2000;

function stampOf(place: string): string | undefined {
  const stats = statsOfLink(place);
  if (!stats?.isFile() || Math.max(stats.mtimeMs, stats.ctimeMs) > Date.now() - justNow) return undefined;
  return [stats.dev, stats.ino, stats.size, stats.mtimeMs, stats.ctimeMs].join(" ");
}

/** A change is small and its project is not: only files that are new to the cache are parsed. */
async function readRest(
  found: readonly (FileRoutes | Unread)[],
  cache: RouteCache,
  analyzer: RouteReader,
): Promise<FileRoutes[]> {
  const files = found.flatMap((one) => ("source" in one ? [one.source] : []));
  const known = new Map(files.map((file) => [file, cache.get(file)]));
  const unknown = files.filter((file) => known.get(file) === undefined);
  const anew = unknown.length > 0 ? await analyzer.routesOf(unknown) : [];
  for (const [index, routes] of anew.entries()) {
    const file = unknown[index];
    if (!file || routes === undefined) continue;
    known.set(file, routes);
    cache.put(file, routes);
  }
  cache.save();
  return found.flatMap((one) => ("source" in one ? (known.get(one.source) ?? []) : [one]));
}

/** Names what reads routes: this build of the program, and the words that the rules give it. */
function readerOf(rules: readonly Rule[]): string {
  const program = path.join(resourceFolder(), "analysisWorker.js");
  const { size = 0, mtimeMs = 0 } = statSync(program, { throwIfNoEntry: false }) ?? {};
  const words = rules.flatMap(({ body }) => (body.mode === "routes" ? [body] : []));
  return createHash("sha256")
    .update(JSON.stringify([size, mtimeMs, words]))
    .digest("hex");
}

/** What is known of a change where its routes are compared. */
export interface ChangedSources {
  /** Paths as they are now. */
  readonly changed: readonly string[];
  readonly base: readonly SourceFile[];
}

/**
 * Gives each file that may declare routes what the rest of the project says of them.
 *
 * @param rest Routes of files that are not among these.
 */
export async function withProjectRoutes<File extends SourceFile>(
  files: readonly File[],
  rest: readonly FileRoutes[],
  analyzer: RouteReader,
  sources?: ChangedSources,
): Promise<readonly File[]> {
  if (!mayDeclareRoutes(files, analyzer.rules)) return files;
  const own = await analyzer.routesOf(files.filter((file) => declaresRoutes(file, analyzer.rules)));
  const all = [...own.flatMap((one) => one ?? []), ...rest];
  const change = sources && (await readBaseRoutes(sources, all, analyzer));
  return files.map((file) =>
    declaresRoutes(file, analyzer.rules) ? { ...file, project: projectRoutesFor(file.path, all, change) } : file,
  );
}

/** @returns Nothing where it would change nothing: the base is not parsed then. */
async function readBaseRoutes(
  { changed, base }: ChangedSources,
  now: readonly FileRoutes[],
  analyzer: RouteReader,
): Promise<RoutesOfChange | undefined> {
  if (!mayComeTogether(changed, now)) return undefined;
  const before = await analyzer.routesOf(base.filter((file) => declaresRoutes(file, analyzer.rules)));
  return routesOfChange(
    changed,
    now,
    before.flatMap((one) => one ?? []),
  );
}

/**
 * Analyses files and compares their routes with one another: in one pass, and once more for each file of which the others change what
 * is said. @returns In the order of the files.
 */
export async function analyzeWithRoutes(
  files: readonly ProjectSource[],
  analyzer: Pick<Analyzer, "rules" | "analyzeAll">,
  options: AnalyzeAllOptions,
): Promise<FileAnalysis[]> {
  if (!mayDeclareRoutes(files, analyzer.rules)) return analyzer.analyzeAll(files, options);
  const analyses = await analyzer.analyzeAll(
    files.map((file) => (declaresRoutes(file, analyzer.rules) ? { ...file, withRoutes: true } : file)),
    options,
  );
  const all = analyses.flatMap(({ routes }) => routes ?? []);
  const again = analyses.flatMap(({ routes }, index) => {
    const file = files[index];
    const project = routes && routes.routes.length > 0 ? projectRoutesFor(routes.path, all) : undefined;
    return file && routes && project && needsProject(routes, project) ? [{ index, file: { ...file, project } }] : [];
  });
  const anew = await analyzer.analyzeAll(
    again.map(({ file }) => file),
    options.signal ? { signal: options.signal } : {},
  );
  for (const [i, { index }] of again.entries()) {
    const analysis = anew[i];
    if (analysis) analyses[index] = analysis;
  }
  return analyses;
}

/** Whether a file may declare a route, by its name and words; false where no rule asks for routes. */
export function declaresRoutes({ path: file, text }: SourceFile, rules: readonly Rule[]): boolean {
  const words = isProgram(file) ? routeWordsOf(rules) : undefined;
  return words !== undefined && matchersOf(words).mayDeclare(text);
}

/** Tests declare routes that nobody can call. */
function isProgram(file: string): boolean {
  return (
    languageOfPath(file) !== undefined &&
    !/(?:^|\/)(?:tests?|__tests__|fixtures?|node_modules)\/|[._](?:test|spec)\.[a-z]+$|\.d\.ts$|(?:^|\/)test_[^/]*\.py$/.test(
      file,
    )
  );
}
