/** Tells which routes a change made as they are: they say nothing of what the project leaves open. Pure. */

import { guardKinds } from "./guardWords.ts";
import type { FileRoutes, Route, RoutesOfChange } from "./route.ts";

/** @param files Those of the change, as they are now. @param before The routes of its base. */
export function routesOfChange(
  files: readonly string[],
  now: readonly FileRoutes[],
  before: readonly FileRoutes[],
): RoutesOfChange {
  const changed = new Set(files);
  const current = new Set(now.filter(({ path }) => changed.has(path)).flatMap(({ routes }) => routes.map(nameOf)));
  const routes = before.flatMap((file) => file.routes);
  return {
    files,
    kept: routes.filter((route) => current.has(nameOf(route))),
    gone: routes.filter((route) => !current.has(nameOf(route))),
  };
}

/** Whether it matters what the base had: one route has no others that it came with, or that came to it. */
export function mayComeTogether(files: readonly string[], all: readonly FileRoutes[]): boolean {
  const changed = new Set(files);
  const kinds = [...guardKinds.map((kind) => (route: Route) => route.guards[kind]), (route: Route) => route.role];
  return kinds.some((has) => {
    let lacking = 0;
    let having = 0;
    let havingInChange = 0;
    for (const { path, routes } of all)
      for (const route of routes)
        if (has(route) !== undefined) {
          having++;
          if (changed.has(path)) havingInChange++;
        } else if (changed.has(path) && !route.isPublic) lacking++;
    return lacking > 1 ? having > 0 : lacking > 0 && havingInChange > 0;
  });
}

/** A predicate for the routes of a file: the change added it, or took away what it had. One that moved, with its path or a part of it, was there. */
export function newIn(
  change: RoutesOfChange | undefined,
  path: string,
  has: (route: Route) => unknown,
): (route: Route) => boolean {
  if (!change?.files.includes(path)) return () => false;
  const kept = new Set(change.kept.filter((old) => !has(old)).map(nameOf));
  const gone = change.gone.filter((old) => !has(old));
  return (route) => !kept.has(nameOf(route)) && !gone.some((old) => mayBe(old, route));
}

/** A predicate for the routes of a file: the change took away what it had. */
export function lostIn(
  change: RoutesOfChange | undefined,
  path: string,
  has: (route: Route) => unknown,
): (route: Route) => boolean {
  if (!change?.files.includes(path)) return () => false;
  const had = new Set(change.kept.filter((old) => has(old)).map((old) => `${old.group} ${nameOf(old)}`));
  return (route) => !has(route) && had.has(`${route.group} ${nameOf(route)}`);
}

/**
 * A predicate for the routes of a file: in the base it was there already, and had the same or lacked it as now. Of a file that is no part
 * of the change each was.
 */
export function sameBefore(
  change: RoutesOfChange | undefined,
  path: string,
  has: (route: Route) => unknown,
): (route: Route) => boolean {
  if (!change?.files.includes(path)) return () => true;
  const kept = new Set(change.kept.map((old) => `${!has(old)} ${nameOf(old)}`));
  return (route) => {
    const lacks = !has(route);
    return kept.has(`${lacks} ${nameOf(route)}`) || change.gone.some((old) => !has(old) === lacks && mayBe(old, route));
  };
}

function mayBe(old: Route, route: Route): boolean {
  const [before, now] = [plain(old.path), plain(route.path)];
  return old.method === route.method && (before.endsWith(now) || now.endsWith(before) || now === "/");
}

function nameOf({ method, path }: Route): string {
  return `${method} ${plain(path)}`;
}

/** However an id is called. */
function plain(path: string): string {
  return path.replace(/:\w+|\{[^}]*\}|<[^>]*>/g, ":id");
}
