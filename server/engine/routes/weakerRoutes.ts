/** Finds routes that ask less of their caller than all of their siblings do: who it is, and not what they may do. Pure. */

import type { LackingRoute } from "./compareRoutes.ts";
import { lostIn, newIn } from "./newRoutes.ts";
import type { FileRoutes, Route, RoutesOfChange } from "./route.ts";

/** Siblings that ask for more, at least; of a route that only reads, so many of them read too. */
const least = 3;
const leastReading = 2;

const isAsWeak = ({ role, guards }: Route): boolean => role === undefined && guards.authorization !== undefined;
const reads = ({ method }: Route): boolean => method === "GET" || method === "ANY";

/**
 * Compares within one router or class of a file: the routes of the same beginning of the path, else all of them. None of them may be
 * as weak, but that reading may be open to more people than writing, and what serves the caller alone needs no role. One that asks for
 * nothing at all says nothing of what the others should ask.
 */
export function weakerRoutes({ path, routes }: FileRoutes, change?: RoutesOfChange): LackingRoute[] {
  const isNew = newIn(change, path, ({ role }) => role);
  const hasLost = lostIn(change, path, ({ role }) => role);
  const compared = routes.filter((route) => !route.isPublic && !route.isPersonal && !route.byInput);
  return compared.flatMap((route): LackingRoute[] => {
    const own = route.guards.authorization;
    if (own === undefined || route.role !== undefined || route.servesCaller) return [];
    const group = compared.filter(
      (other) => other !== route && other.group === route.group && (other.role !== undefined || !isNew(other)),
    );
    const near = group.filter((other) => beginning(other.path) === beginning(route.path));
    // Those that asked for more before this change say the same of what is right here.
    const lost = compared.filter((other) => other.group === route.group && hasLost(other));
    const siblings = strongerThan(route, near, lost) ?? strongerThan(route, group.filter(isOfAllOffices(route)), lost);
    if (!siblings) return [];
    const [first] = siblings;
    return [
      {
        route,
        siblings: siblings.slice(0, least).map((sibling) => ({ path, route: sibling })),
        guard: first?.role ?? "",
        own,
        sameFile: true,
      },
    ];
  });
}

/** The nearest first. What the change took from the route itself needs one more witness only. */
function strongerThan(route: Route, others: readonly Route[], lost: readonly Route[]): readonly Route[] | undefined {
  const stronger = others.filter(({ role }) => role !== undefined);
  const hasLost = lost.includes(route);
  if (stronger.length < (hasLost ? 1 : Math.max(1, least - lost.length))) return undefined;
  if (others.some((other) => isAsWeak(other) && (reads(route) || !reads(other)))) return undefined;
  if (reads(route) && !hasLost && stronger.filter(reads).length < leastReading) return undefined;
  return [...stronger].sort((a, b) => Math.abs(a.line - route.line) - Math.abs(b.line - route.line));
}

/** What begins with the name of an office asks for the role of that office, which says nothing of routes outside of it. */
function isOfAllOffices({ path }: Route): (other: Route) => boolean {
  const own = beginning(path);
  return (other) => beginning(other.path) === own || !office.test(beginning(other.path));
}

const office = /^(?:_?admin\w*|back-?office|manage(?:ment)?|internal|staff|moderat\w+|super-?user)$/i;

/** "users" of "/api/v1/users/:id". */
export function beginning(path: string): string {
  return path.split("/").find((part) => part !== "" && !/^(?:api|v\d+)$/i.test(part)) ?? "";
}
