/** Makes a route of what a framework's reader found. Pure. */

import type { LineIndex } from "../tree/lineIndex.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { Notes } from "../tree/notes.ts";
import type { Span } from "../tree/span.ts";
import { aliasOf } from "./aliases.ts";
import { ownerAskedBy } from "./askedElsewhere.ts";
import { checksIn } from "./checksIn.ts";
import { answersAlike, leadsOnward, staysInBrowser } from "./constantAnswer.ts";
import { guardKinds, guardOf, isOpen, isPublicPath, isSensitivePath, roleOf } from "./guardWords.ts";
import { namesIn } from "./namesIn.ts";
import { type FunctionNamed, isSignedCall } from "./refusing.ts";
import type { GuardKind, Route } from "./route.ts";
import type { RouteMatchers } from "./routeWords.ts";
import { saysBack } from "./saidBack.ts";
import { eventsOf } from "./securityEvents.ts";
import { isInjected } from "./sentValues.ts";

/** A route as it is declared. */
export interface RouteDraft {
  readonly method: string;
  readonly path: string;
  /** The router, or the class, that declares it. */
  readonly group: string;
  readonly span: Span;
  /** Middleware, decorators, dependencies, options, base classes: of the route, and of all that stands around it. */
  readonly around: readonly Node[];
  /** The function that answers; absent where it is in another file. */
  readonly handler: Node | undefined;
  /** Names of what turns callers away by what it does, whatever it is called. */
  readonly refusing?: readonly string[];
  /** It takes the id of a record in its input, and has no address of its own: a procedure, an event of a socket. */
  readonly byInput?: true;
  /** It says of itself that nobody has to sign in, where the application asks everybody. */
  readonly optsOut?: true;
  /** Declared as Hapi does, whose `auth.default` holds for it. */
  readonly ofHapi?: true;
}

type Finished = Omit<Route, "span" | "line">;

/** By method and path what was found out about a route, with what it was found out from. */
type FinishedRoutes = Map<string, KeptRoute>;

interface KeptRoute {
  readonly words: RouteMatchers;
  readonly draft: RouteDraft;
  readonly found: Finished;
  /** Functions of the file that were asked for by their names. */
  readonly asked: ReadonlyMap<string, Node | undefined>;
}

/** Routes of one handler; what a path was while it was typed goes again. */
const mostKept = 20;

/** A handler, and what stands around it, goes over into the tree after an edit elsewhere. */
const finished = new Notes<Node, FinishedRoutes>();

/** @param declared What the file declares, by name. */
export function finishRoute(
  draft: RouteDraft,
  lines: LineIndex,
  words: RouteMatchers,
  declared: () => ReadonlyMap<string, Node>,
): Route {
  const { handler, method, path, span } = draft;
  const functionNamed = functionsFor(handler, declared);
  const known = (handler && finished.get(handler)) ?? (new Map() satisfies FinishedRoutes);
  const key = `${method} ${path}`;
  let last = known.get(key);
  if (last?.words !== words || !isSame(last.draft, draft) || !isStill(last.asked, functionNamed)) {
    const asked = new Map<string, Node | undefined>();
    const found = lookInto(draft, words, (name) => {
      const found = functionNamed(name);
      asked.set(name, found);
      return found;
    });
    last = { words, draft, found, asked };
    if (known.size >= mostKept) known.clear();
    known.set(key, last);
    if (handler) finished.set(handler, known);
  }
  return { ...last.found, span: { start: span.start, end: span.end }, line: lines.positionAt(span.start).line };
}

/** `check` of the file, and `this.check` and `self.check` of the class that the handler stands in. */
function functionsFor(handler: Node | undefined, declared: () => ReadonlyMap<string, Node>): FunctionNamed {
  return (name) => {
    const [, own] = /^(?:this|self|cls)\.(\w+)$/.exec(name) ?? [];
    const found =
      own === undefined
        ? declared().get(name)
        : handler?.parent?.children.find((one) => one.kind === "function" && childOf(one, "name")?.text === own);
    return found?.kind === "function" ? found : undefined;
  };
}

function isStill(asked: KeptRoute["asked"], functionNamed: FunctionNamed): boolean {
  for (const [name, found] of asked) if (functionNamed(name) !== found) return false;
  return true;
}

/** Of one handler, method and path: made of the same nodes. */
function isSame(a: RouteDraft, b: RouteDraft): boolean {
  return a.group === b.group && isEach(a.around, b.around) && isEach(a.refusing ?? [], b.refusing ?? []);
}

function isEach<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

function lookInto(draft: RouteDraft, words: RouteMatchers, functionNamed: FunctionNamed): Finished {
  const { handler, method, path, group } = draft;
  const around = namesIn(draft.around);
  const own = handler ? namesIn([handler]) : [];
  const types = handler
    ? childrenOf(handler, "parameter").flatMap(({ children }) => namesIn(children.filter(({ role }) => role === "type")))
    : [];
  const answer = handler ? [handler] : [];
  const checked = checksIn([...draft.around, ...answer], words).authorization;
  const { refusing = [] } = draft;
  const role = roleOf([...checked, ...refusing], words);
  // The owner is asked for in the handler; the kind of a parameter validates it.
  const namesFor: Partial<Record<GuardKind, readonly string[]>> = {
    authorization: checked,
    owner: handler ? ownersIn(handler, path, words) : [],
    validation: [...around, ...own, ...types],
  };
  const guards: Partial<Record<GuardKind, string>> = {};
  for (const kind of guardKinds) {
    const found = guardOf(kind, namesFor[kind] ?? [...around, ...own], words);
    if (found !== undefined) guards[kind] = found;
  }
  // Who wrote a new record says nothing of whose the one is that was found; what is deleted there is asked for all the same.
  const onlyWrites =
    guards.owner !== undefined && handler !== undefined && !guardOf("owner", ownersIn(handler, path, words, "beyondNew"), words);
  if (onlyWrites && own.some((name) => deletes.test(name))) delete guards.owner;
  const ownerElsewhere = handler && guards.owner === undefined ? ownerAskedBy(handler, functionNamed, words) : undefined;
  if (ownerElsewhere !== undefined) guards.owner = ownerElsewhere;
  const [refuses] = refusing;
  if (refuses !== undefined) guards.authorization ??= refuses;
  const isSigned = isSignedCall(draft, checked, guards.authorization === undefined ? functionNamed : () => undefined, words);
  return {
    method,
    path,
    guards,
    ...(role === undefined ? {} : { role }),
    group,
    isPersonal: words.has("personal-paths", path),
    servesCaller: handler ? worksWithCaller(handler, words) : !words.has("office-paths", path),
    isPublic:
      isOpen(around, words) ||
      isPublicPath(draft, own, words) ||
      answersAlike(draft) ||
      saysBack(draft) ||
      staysInBrowser(draft) ||
      leadsOnward(draft) ||
      (mayRegister(draft, own, words) && signsUp.test((handler && childOf(handler, "name")?.text) ?? "")) ||
      isSigned,
    ...(words.has("catalogue-paths", path) ? { isCatalogue: true as const } : {}),
    isSensitive: isSensitivePath(path, method, words),
    ...(draft.byInput ? { byInput: true as const } : {}),
    ...(draft.optsOut ? { optsOut: true as const } : {}),
    ...(onlyWrites && guards.owner !== undefined ? { writesCaller: true as const } : {}),
    ...(draft.ofHapi ? { ofHapi: true as const } : {}),
    ...(mayRegister(draft, own, words) ? { registers: true as const } : {}),
    // What is handed the caller may look at the owner itself.
    readsById:
      handler !== undefined &&
      (draft.byInput || words.has("ids", path)) &&
      !onlyRedirects(handler) &&
      !isHandedObject(handler, path, own, words) &&
      (guards.owner !== undefined || !handsOnCaller(handler, words)),
    ...(method === "ANY" && handler && !own.some((name) => changes.test(name)) ? { onlyShows: true as const } : {}),
    // What is signed comes from where it is known to be as it should.
    readsBody: !isSigned && own.some((name) => words.has("body", name)),
    events: draft.byInput ? {} : eventsOf(draft, words),
  };
}

/** `POST /users` with a password that is hashed. Whoever gives rights as well makes accounts for others. */
function mayRegister({ method, path }: RouteDraft, own: readonly string[], words: RouteMatchers): boolean {
  if ((method !== "POST" && method !== "ANY") || words.has("ids", path) || !words.has("people-paths", path)) return false;
  return own.some((name) => words.has("registrations", name)) && !own.some((name) => givesRights.test(name));
}

/** A view takes in a form or an upload, or does something with what it found. */
const changes =
  /(?:^|[._])(?:POST|FILES|PUT|DELETE|PATCH|body|form|require_POST|require_http_methods|login|logout)(?:$|[._])|(?:^|\.)(?:(?:save|delete|create|update|add|remove|clear|set|send|delay|apply_async|enqueue|publish|write|execute|cancel|approve|reject|refund|archive|restore)|(?:bulk|get_or|update_or|soft|hard|send|set|mark|toggle|run|start|stop|execute|cancel|approve|reject|refund)_\w+)$/;

/** Handlers whose name says that people register there themselves. */
const signsUp = /^(?:sign_?up|register|register_?(?:user|account|member|customer)|create_?my_?account)$/i;

const givesRights = /(?:^|[._])(?:roles?|is_?admin|is_?staff|is_?superuser|permissions?|scopes?|privileges?)$/i;

/** Not what is only kept in memory. */
const deletes =
  /^(?!.*(?:cache|redis|map|cookie|session|storage)).*\.(?:delete|deleteOne|deleteMany|destroy|findByIdAndDelete|findOneAndDelete)$/i;

/** Names by which a handler asks whose an object is. To be given the caller, as a parameter, is no question yet, nor is an id of the path. */
function ownersIn(handler: Node, path: string, words: RouteMatchers, which: "owner" | "beyondNew" = "owner"): readonly string[] {
  const body = childOf(handler, "body");
  const inBody = new Set(body ? checksIn([body], words)[which] : []);
  const ids = idsOf(path);
  return checksIn([handler], words)[which].filter((name) => !ids.has(name) && (inBody.has(name) || !words.has("callers", name)));
}

/** Calls that look nothing up: the browser is sent to another address, which asks for itself. */
const redirecting = /redirect|^(?:url_for|reverse|str|int|String|encodeURIComponent)$/i;

const idNames = /[{<:](?:\w+:)?(\w+)/g;

function idsOf(path: string): ReadonlySet<string | undefined> {
  return new Set([...path.matchAll(idNames)].map(([, name]) => name));
}

/** It takes no id of its path itself: what a framework fills in was looked up by whoever does that. */
function isHandedObject(handler: Node, path: string, own: readonly string[], words: RouteMatchers): boolean {
  const ids = idsOf(path);
  if (!childrenOf(handler, "parameter").some((parameter) => isInjected(parameter, words))) return false;
  return !own.some((name) => name.split(".").some((part) => ids.has(part)));
}

/** It sends the browser elsewhere and does nothing but that. */
function onlyRedirects(handler: Node): boolean {
  const body = childOf(handler, "body");
  let redirects = false;
  const stack = body ? [body] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "index" || node.kind === "await") return false;
    if (node.kind === "call") {
      const name = childOf(node, "callee")?.text ?? "";
      if (!redirecting.test(name)) return false;
      redirects ||= /redirect/i.test(name);
    }
    stack.push(...node.children);
  }
  return redirects;
}

/** The body speaks of the user that calls, by what the request holds or by a parameter that a framework fills in with them. */
function worksWithCaller(handler: Node, words: RouteMatchers): boolean {
  const body = childOf(handler, "body");
  if (!body) return false;
  const { owner } = checksIn([body], words);
  return (
    guardOf("owner", owner, words) !== undefined ||
    owner.some((name) => words.has("callers", name)) ||
    handsOnCaller(handler, words)
  );
}

/** The body speaks of a parameter that a framework fills in with the user that calls. */
function handsOnCaller(handler: Node, words: RouteMatchers): boolean {
  const callers = childrenOf(handler, "parameter").flatMap((parameter) => {
    const alias = aliasOf(parameter);
    const names = (): readonly string[] => checksIn(alias ? [parameter, alias] : [parameter], words).authorization;
    const isCaller = isInjected(parameter, words) && guardOf("authorization", names(), words);
    return isCaller ? (childOf(parameter, "target")?.text ?? []) : [];
  });
  const body = callers.length > 0 ? childOf(handler, "body") : undefined;
  return body !== undefined && checksIn([body], words).owner.some((name) => callers.includes(name.split(".")[0] ?? ""));
}
