/** Finds the routes that lack what their siblings have. Pure. */

import { languageOfPath } from "../languages/registry.ts";
import { forSome } from "./constantAnswer.ts";
import { lacks, outerGuards } from "./guardWords.ts";
import { newIn, sameBefore } from "./newRoutes.ts";
import type { FileRoutes, GuardKind, Lack, OuterGuard, ProjectRoutes, Route, RoutesOfChange, SecurityEvent } from "./route.ts";
import { beginning, weakerRoutes } from "./weakerRoutes.ts";

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
  /** What the siblings have says nothing of this route. */
  readonly differs?: (route: Route, siblings: readonly Sibling[]) => boolean;
}

const writes = (route: Route): boolean => /^(?:POST|PUT|PATCH|DELETE|ACTION)$/.test(route.method);

function isCatalogue(route: Route, siblings: readonly Sibling[]): boolean {
  return (
    (route.method === "GET" || route.onlyShows === true) &&
    (route.byInput || !forSome.test(route.path)) &&
    siblings.every((sibling) => writes(sibling.route) || (sibling.route.method === "ANY" && !sibling.route.onlyShows))
  );
}

/** What is read there is everybody's; those that ask who is calling read other things, which are their caller's own. */
function readsForAll({ method, path, isCatalogue }: Route, siblings: readonly Sibling[]): boolean {
  if (method !== "GET" || !isCatalogue || forSome.test(path)) return false;
  return siblings.every(
    ({ route }) => writes(route) || (route.guards.owner !== undefined && beginning(route.path) !== beginning(path)),
  );
}

const comparisons: Readonly<Record<GuardKind, Omit<Comparison, "has">>> = {
  authorization: {
    concerns: (route) => !route.isPublic && !route.byInput,
    share: 0.6,
    least: 2,
    leastElsewhere: 4,
    // A catalogue is read by everybody, and changed by few.
    differs: (route, siblings) => isCatalogue(route, siblings) || readsForAll(route, siblings),
  },
  validation: {
    concerns: (route) => writes(route) && route.readsBody && !route.byInput,
    share: 0.6,
    least: 2,
    leastElsewhere: 4,
  },
  "rate limit": { concerns: (route) => route.isSensitive && !route.byInput, share: 0.5, least: 1, leastElsewhere: 1 },
  csrf: {
    concerns: (route) => writes(route) && !route.byInput && !/webhook|\/api\//i.test(route.path),
    share: 0.6,
    least: 2,
    leastElsewhere: 4,
  },
  // Who may do it for everybody's things, as an administrator, owns none of them.
  owner: {
    concerns: (route) => route.readsById && !route.isPublic && route.role === undefined && !route.writesCaller,
    share: 0.5,
    least: 1,
    leastElsewhere: 3,
    // What nobody has to sign in for is not one's own.
    differs: (route, siblings) =>
      // An event may be open to all, and so may what everybody may read of it.
      (route.byInput ||
        (route.guards.authorization === undefined &&
          siblings.every((sibling) => sibling.route.guards.authorization !== undefined))) &&
      isCatalogue(route, siblings),
  },
};

const events: readonly SecurityEvent[] = ["failed sign-in", "denied access", "password change", "role change"];

const guardComparisons = Object.fromEntries(
  Object.entries(comparisons).map(([kind, comparison]) => [
    kind,
    { ...comparison, has: (route: Route) => route.guards[kind as GuardKind] },
  ]),
) as Readonly<Record<GuardKind, Comparison>>;

/** A guard holds for all routes; these say that it does not for them. Reading may be open on purpose. */
const optingOut: Comparison = {
  ...comparisons.authorization,
  concerns: (route) => !route.isPublic && !route.byInput && (writes(route) || !route.optsOut),
  has: (route) => route.guards.authorization ?? (route.optsOut ? undefined : "the default of the server"),
};

/** Only those that decide the same event are alike, so that there are few of them. */
function comparisonOf(event: SecurityEvent): Comparison {
  const has = (route: Route): string | undefined => route.events[event];
  return { concerns: (route) => has(route) !== undefined, has, share: 0.6, least: 2, leastElsewhere: 2 };
}

const eventComparisons = events.map((event) => ({ event, comparison: comparisonOf(event) }));

/** Most siblings that are named. */
const mostNamed = 3;

/** Files that a file is compared with; further ones are less alike, and looking at all would cost their number squared. */
const mostOthers = 30;

/**
 * @param all Files of the project, the file itself too or not; those in languages of another family run in another program.
 * @param change Absent where no base is known.
 */
export function projectRoutesFor(path: string, all: readonly FileRoutes[], change?: RoutesOfChange): ProjectRoutes {
  const project = readyToCompare(all);
  const isProgram = project.programs.has(path);
  return {
    guards: guardsFromOutside(path, project),
    others: nearestTo(path, project)
      .filter((other) => other.path !== path && !(isProgram && project.programs.has(other.path)))
      .slice(0, mostOthers),
    ...(change ? { change } : {}),
  };
}

/** One more than is asked for, since the file itself may be among them; the files of a folder have the same ones. */
function nearestTo(path: string, project: ComparedProject): ProjectRoutes["others"] {
  const folders = path.split("/").slice(0, -1);
  const isPython = isOfPython(path);
  const key = `${isPython} ${folders.join("/")}`;
  const known = project.nearest.get(key);
  if (known) return known;
  const nearest = project.withRoutes
    .filter((other) => other.isPython === isPython)
    .map((other) => ({ other, common: commonLength(folders, other.folders) }))
    .sort((a, b) => b.common - a.common || (a.other.routes.path < b.other.routes.path ? -1 : 1))
    .slice(0, mostOthers + 1)
    .map(({ other: { routes } }) => ({
      path: routes.path,
      routes: routes.routes,
      guards: guardsFromOutside(routes.path, project),
    }));
  project.nearest.set(key, nearest);
  return nearest;
}

/** Python stands alone; what else is read is JavaScript in some form. */
function isOfPython(path: string): boolean {
  return languageOfPath(path) === "python";
}

interface ComparedFile {
  readonly routes: FileRoutes;
  /** The path at its separators. */
  readonly folders: readonly string[];
  readonly isPython: boolean;
}

/** All files of a project, sorted by what is asked of them for each of the others. */
interface ComparedProject {
  readonly withRoutes: readonly ComparedFile[];
  /** Paths of the files that start a server. */
  readonly programs: ReadonlySet<string>;
  /** What a file puts before the routes of others. */
  readonly guarding: readonly ComparedFile[];
  /** By file: each is asked for by all that are near it. */
  readonly outside: Map<string, readonly OuterGuard[]>;
  /** By folder and family of languages. */
  readonly nearest: Map<string, ProjectRoutes["others"]>;
}

const compared = new WeakMap<readonly FileRoutes[], ComparedProject>();

function readyToCompare(all: readonly FileRoutes[]): ComparedProject {
  let project = compared.get(all);
  if (!project) {
    const files = all.map((routes) => ({ routes, folders: routes.path.split("/"), isPython: isOfPython(routes.path) }));
    project = {
      withRoutes: files.filter(({ routes }) => routes.routes.length > 0),
      programs: new Set(all.flatMap((file) => (file.starts ? [file.path] : []))),
      guarding: files.filter(({ routes }) => routes.asksByDefault || routes.global.length + routes.mounts.length > 0),
      outside: new Map(),
      nearest: new Map(),
    };
    compared.set(all, project);
  }
  return project;
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
    return eventComparisons.flatMap(({ event, comparison }) =>
      lackingIn(own, project?.others ?? [], comparison).map((lacking) => ({ ...lacking, event })),
    );
  const isAsked = lack === "authorization" && own.asksByDefault && isOfHapi(own);
  if (isAsked || project?.guards.includes(lack) || own.global.includes(lack))
    return lack === "authorization" ? lackingIn(own, [], optingOut, { change: project?.change }) : [];
  if (lack === "role") return weakerRoutes(own, project?.change);
  const others = (project?.others ?? []).filter(({ guards }) => !guards.includes(lack));
  return lackingIn(own, others, guardComparisons[lack], { pairs: true, change: project?.change });
}

const concerned = new WeakMap<readonly Route[], Map<Comparison, readonly Sibling[]>>();

/** The routes of a file that a comparison is about; those of the same files are asked for again and again. */
function concernedIn(path: string, routes: readonly Route[], comparison: Comparison): readonly Sibling[] {
  const known = concerned.get(routes) ?? new Map<Comparison, readonly Sibling[]>();
  concerned.set(routes, known);
  let found = known.get(comparison);
  if (!found) {
    found = routes.filter(comparison.concerns).map((route) => ({ path, route }));
    known.set(comparison, found);
  }
  return found;
}

interface Compared {
  /** One sibling of the same path is enough. */
  readonly pairs?: boolean;
  readonly change?: RoutesOfChange | undefined;
}

function lackingIn(
  own: FileRoutes,
  others: ProjectRoutes["others"],
  comparison: Comparison,
  compared: Compared = {},
): LackingRoute[] {
  const found = lackingNow(own, others, comparison, compared);
  const { change } = compared;
  if (found.length === 0 || !change) return found;
  // What was open before is not the fault of a change that adds routes with the guard.
  const { has } = comparison;
  const wasThere = sameBefore(change, own.path, has);
  if (!found.some(({ route }) => wasThere(route))) return found;
  const asBefore = { ...own, routes: own.routes.filter(wasThere) };
  const othersBefore = others.map((other) => {
    const routes = other.routes.filter(sameBefore(change, other.path, has));
    return routes.length === other.routes.length ? other : { ...other, routes };
  });
  const before = new Set(lackingNow(asBefore, othersBefore, comparison, compared).map(({ route }) => route));
  return found.filter(({ route }) => !wasThere(route) || before.has(route));
}

function lackingNow(
  own: FileRoutes,
  others: ProjectRoutes["others"],
  comparison: Comparison,
  { pairs = false, change }: Compared,
): LackingRoute[] {
  const { has, share, least, leastElsewhere, differs } = comparison;
  const here = concernedIn(own.path, own.routes, comparison);
  const lacking = here.filter(({ route }) => !has(route));
  if (lacking.length === 0) return [];
  const near = havingAmong(here, has, share, change);
  let far: readonly Sibling[] | undefined;
  const found: LackingRoute[] = [];
  for (const { route } of lacking) {
    const isNear = near.length >= (pairs && hasSamePath(here, route, has) ? 1 : least);
    if (!isNear && !far) {
      const elsewhere = others.flatMap(({ path, routes }) => concernedIn(path, routes, comparison));
      far = havingAmong([...here, ...elsewhere], has, Math.max(share, 0.75), change);
    }
    const siblings = isNear ? near : (far ?? []);
    if ((!isNear && siblings.length < leastElsewhere) || differs?.(route, siblings)) continue;
    const sorted = [...siblings]
      .sort((a, b) => closeness(b, own.path, route) - closeness(a, own.path, route))
      .slice(0, mostNamed);
    const [first] = sorted;
    found.push({ route, siblings: sorted, guard: (first && has(first.route)) ?? "", sameFile: isNear });
  }
  return found;
}

/** Reading and changing one thing are comparable however few routes there are: `GET /orders/:id` and `DELETE /orders/:id`. */
function hasSamePath(here: readonly Sibling[], route: Route, has: Comparison["has"]): boolean {
  return writes(route) && here.some((other) => other.route.path === route.path && has(other.route));
}

/** None where too few have it. Those without it that the change brings are no reason to leave one another open. */
function havingAmong(
  routes: readonly Sibling[],
  has: Comparison["has"],
  share: number,
  change: RoutesOfChange | undefined,
): readonly Sibling[] {
  const having = routes.filter(({ route }) => has(route));
  const tests = new Map<string, (route: Route) => boolean>();
  const isNew = ({ path, route }: Sibling): boolean => {
    const test = tests.get(path) ?? newIn(change, path, has);
    tests.set(path, test);
    return !has(route) && test(route);
  };
  const added = change ? routes.filter(isNew).length : 0;
  // The route in question is one of them and has none.
  return having.length >= share * (routes.length - Math.max(added, 1)) ? having : [];
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
function guardsFromOutside(path: string, { guarding, outside, programs, withRoutes }: ComparedProject): readonly OuterGuard[] {
  const before = outside.get(path);
  if (before) return before;
  const isPython = isOfPython(path);
  const found = new Set<OuterGuard>();
  const isHapi = (): boolean => withRoutes.some(({ routes }) => routes.path === path && isOfHapi(routes));
  for (const { routes, isPython: other } of guarding) {
    if (routes.path === path || other !== isPython) continue;
    for (const guard of routes.global) found.add(guard);
    if (routes.asksByDefault && !(programs.has(path) && programs.has(routes.path)) && isHapi()) found.add("authorization");
    for (const { module, guards } of routes.mounts) if (isModule(path, module)) for (const guard of guards) found.add(guard);
  }
  const guards = outerGuards.filter((kind) => found.has(kind));
  outside.set(path, guards);
  return guards;
}

function isOfHapi({ routes }: FileRoutes): boolean {
  return routes.some((route) => route.ofHapi);
}

/** Folders that two paths share from the root on. */
function commonLength(left: readonly string[], right: readonly string[]): number {
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
