/** Finds the routes that lack what their siblings have. Pure. */

import { languageOfPath } from "../languages/registry.ts";
import { lacks, outerGuards } from "./guardWords.ts";
import type { FileRoutes, GuardKind, Lack, OuterGuard, ProjectRoutes, Route, SecurityEvent } from "./route.ts";
import { weakerRoutes } from "./weakerRoutes.ts";

export interface LackingRoute {
  readonly route: Route;
  /** Siblings that have the guard, nearest first. */
  readonly siblings: readonly Sibling[];
  /** How the siblings are protected, or what logs there: a name of the code. */
  readonly guard: string;
  /** What the route has in its place, where that asks for less. */
  readonly own?: string;
  /** What is not logged. */
  readonly event?: SecurityEvent;
  /** Siblings of the same file are better evidence than others. */
  readonly sameFile: boolean;
}

interface Sibling {
  readonly path: string;
  readonly route: Route;
}

/** Which routes can be compared in a guard or a log, and how many of them have to have it. */
interface Comparison {
  readonly concerns: (route: Route) => boolean;
  /** The name of what a route has; empty or absent where it has none. */
  readonly has: (route: Route) => string | undefined;
  /** Share of the comparable routes that have it. */
  readonly share: number;
  /** How many have it, at least: in the same file, and in others. */
  readonly least: number;
  readonly leastElsewhere: number;
}

const writes = (route: Route): boolean => /^(?:POST|PUT|PATCH|DELETE|ACTION)$/.test(route.method);

const comparisons: Readonly<Record<GuardKind, Omit<Comparison, "has">>> = {
  authorization: { concerns: (route) => !route.isPublic, share: 0.6, least: 2, leastElsewhere: 4 },
  validation: { concerns: (route) => writes(route) && route.readsBody, share: 0.6, least: 2, leastElsewhere: 4 },
  "rate limit": { concerns: (route) => route.isSensitive, share: 0.5, least: 1, leastElsewhere: 1 },
  csrf: { concerns: (route) => writes(route) && !/webhook|\/api\//i.test(route.path), share: 0.6, least: 2, leastElsewhere: 4 },
  owner: { concerns: (route) => route.readsById && !route.isPublic, share: 0.5, least: 1, leastElsewhere: 3 },
};

const events: readonly SecurityEvent[] = ["failed sign-in", "denied access", "password change", "role change"];

/** Only those that decide the same event are alike, so that there are few of them. */
function comparisonOf(event: SecurityEvent): Comparison {
  const has = (route: Route): string | undefined => route.events[event];
  return { concerns: (route) => has(route) !== undefined, has, share: 0.6, least: 2, leastElsewhere: 2 };
}

/** Most siblings that are named. */
const mostNamed = 3;

/** Files that a file is compared with; further ones are less alike, and looking at all would cost their number squared. */
const mostOthers = 30;

/** @param all Files of the project, the file itself too or not; those in languages of another family run in another program. */
export function projectRoutesFor(path: string, all: readonly FileRoutes[]): ProjectRoutes {
  const nearest = all
    .filter((other) => other.path !== path && other.routes.length > 0 && isOfOneFamily(path, other.path))
    .map((other) => ({ other, common: commonLength(path, other.path) }))
    .sort((a, b) => b.common - a.common || (a.other.path < b.other.path ? -1 : 1))
    .slice(0, mostOthers);
  return {
    guards: guardsFromOutside(path, all),
    others: nearest.map(({ other }) => ({ path: other.path, routes: other.routes, guards: guardsFromOutside(other.path, all) })),
  };
}

/** @returns Whether the rest of the project changes what the comparison says of a file. */
export function needsProject(own: FileRoutes, project: ProjectRoutes): boolean {
  const told = (lacking: LackingRoute): string =>
    `${lacking.route.span.start} ${lacking.guard} ${lacking.sameFile} ${namesOfSiblings(lacking, own.path)}`;
  return lacks.some((kind) => {
    const [alone, among] = [compareRoutes(own, undefined, kind), compareRoutes(own, project, kind)];
    return alone.map(told).join("\n") !== among.map(told).join("\n");
  });
}

/** @param project Absent: only the file's own routes are compared. */
export function compareRoutes(own: FileRoutes, project: ProjectRoutes | undefined, lack: Lack): LackingRoute[] {
  if (lack === "log")
    return events.flatMap((event) =>
      lackingIn(own, project?.others ?? [], comparisonOf(event)).map((lacking) => ({ ...lacking, event })),
    );
  if (project?.guards.includes(lack) || own.global.includes(lack)) return [];
  if (lack === "role") return weakerRoutes(own);
  const others = (project?.others ?? []).filter(({ guards }) => !guards.includes(lack));
  return lackingIn(own, others, { ...comparisons[lack], has: (route) => route.guards[lack] }, true);
}

/** @param pairs One sibling of the same path is enough. */
function lackingIn(own: FileRoutes, others: ProjectRoutes["others"], comparison: Comparison, pairs = false): LackingRoute[] {
  const { concerns, has, share, least, leastElsewhere } = comparison;
  const here = own.routes.filter(concerns).map((route) => ({ path: own.path, route }));
  const elsewhere = others.flatMap(({ path, routes }) => routes.filter(concerns).map((route) => ({ path, route })));
  const found: LackingRoute[] = [];
  for (const { route } of here) {
    if (has(route)) continue;
    const near = havingAmong(here, has, share, pairs && hasSamePath(here, route, has) ? 1 : least);
    const far = near ? undefined : havingAmong([...here, ...elsewhere], has, Math.max(share, 0.75), leastElsewhere);
    const siblings = near ?? far;
    if (!siblings) continue;
    const sorted = [...siblings]
      .sort((a, b) => closeness(b, own.path, route) - closeness(a, own.path, route))
      .slice(0, mostNamed);
    const [first] = sorted;
    found.push({ route, siblings: sorted, guard: (first && has(first.route)) ?? "", sameFile: near !== undefined });
  }
  return found;
}

/** Reading and changing one thing are comparable however few routes there are: `GET /orders/:id` and `DELETE /orders/:id`. */
function hasSamePath(here: readonly Sibling[], route: Route, has: Comparison["has"]): boolean {
  return writes(route) && here.some((other) => other.route.path === route.path && has(other.route));
}

function havingAmong(routes: readonly Sibling[], has: Comparison["has"], share: number, least: number): Sibling[] | undefined {
  const having = routes.filter(({ route }) => has(route));
  // The route in question is one of them and has none.
  return having.length >= least && having.length >= share * (routes.length - 1) ? having : undefined;
}

/** The same path, then the same beginning of the path and the same method, then the same file. */
function closeness({ path, route }: Sibling, own: string, to: Route): number {
  const first = (text: string): string => text.split("/")[1] ?? "";
  return (
    (route.path === to.path ? 8 : 0) +
    (path === own ? 4 : 0) +
    (first(route.path) === first(to.path) ? 2 : 0) +
    (route.method === to.method ? 1 : 0)
  );
}

/** Other files mount this one behind a guard, or put the guard before the whole application. */
function guardsFromOutside(path: string, all: readonly FileRoutes[]): readonly OuterGuard[] {
  const known = outside.get(all) ?? new Map<string, readonly OuterGuard[]>();
  outside.set(all, known);
  const before = known.get(path);
  if (before) return before;
  const guards = readGuardsFromOutside(path, all);
  known.set(path, guards);
  return guards;
}

/** Each file is asked for once by all that are near it. */
const outside = new WeakMap<readonly FileRoutes[], Map<string, readonly OuterGuard[]>>();

function readGuardsFromOutside(path: string, all: readonly FileRoutes[]): readonly OuterGuard[] {
  const others = all.filter((other) => other.path !== path && isOfOneFamily(path, other.path));
  const guards = new Set(others.flatMap(({ global }) => global));
  for (const { module, guards: before } of others.flatMap(({ mounts }) => mounts))
    if (isModule(path, module)) for (const guard of before) guards.add(guard);
  return outerGuards.filter((kind) => guards.has(kind));
}

/** Python stands alone; what else is read is JavaScript in some form. */
function isOfOneFamily(one: string, other: string): boolean {
  return (languageOfPath(one) === "python") === (languageOfPath(other) === "python");
}

/** Folders that two paths share from the root on. */
function commonLength(one: string, other: string): number {
  const [left, right] = [one.split("/"), other.split("/")];
  const differs = left.findIndex((part, index) => part !== right[index]);
  return differs < 0 ? left.length : differs;
}

/** Whether an import names a file, by the end of its path: `./routes/users` is `src/routes/users.ts` and `src/routes/users/index.js`. */
function isModule(path: string, module: string): boolean {
  const plain = path.replace(/\.[a-z]+$/, "").replace(/\/(?:index|__init__)$/, "");
  const named = module
    .replace(/^(?:\.{1,2}\/)+|^[@~]\//g, "")
    .replace(/\.[jt]sx?$/, "")
    .replace(/\/index$/, "");
  const wanted = /\//.test(module)
    ? named
    : named
        .replace(/^\.+/, "")
        .replaceAll(".", "/")
        .replace(/\/\w*[rR]outer$/, "");
  return wanted !== "" && (plain === wanted || plain.endsWith(`/${wanted}`));
}

/** For people: "GET /orders (line 12)", "POST /users (src/users.ts:8)". */
export function namesOfSiblings({ siblings }: LackingRoute, own: string): string {
  const texts = siblings.map(({ path, route }) => {
    const place = path === own ? `line ${route.line + 1}` : `${path}:${route.line + 1}`;
    return `${route.method === "ANY" || route.method === "ACTION" ? "" : `${route.method} `}${route.path} (${place})`;
  });
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}
