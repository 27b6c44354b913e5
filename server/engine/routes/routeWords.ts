/** The words by which routes and their guards are told: data of rules/models/, made ready for matching. Pure. */

import type { GuardKind } from "./route.ts";

/**
 * How the words of a key are meant: whole names; regular expressions, `folded` without regard to case; parts of a path between its
 * separators; names with the method that each stands for.
 */
type WordKind = "names" | "expressions" | "folded" | "path parts" | "methods";

interface WordFact {
  readonly kind: WordKind;
  readonly about: string;
}

/** The keys of `routes` in a model; the documentation is made from it too. */
export const routeKeys = {
  declares: { kind: "expressions", about: "what a text without any route has nowhere; other texts are not read for routes" },
  methods: { kind: "names", about: "methods of a router that declare a route: `app.get(path, handler)`" },
  routers: { kind: "folded", about: "names of variables that are routers wherever they come from" },
  "router-makers": { kind: "expressions", about: "calls that give a router" },
  "not-routers": { kind: "expressions", about: "things that have methods of the same names" },
  starts: {
    kind: "expressions",
    about: "what starts a server; two files that both do are two programs, and not compared with one another",
  },
  layers: { kind: "names", about: "methods of a router that put something before its routes" },
  mounts: { kind: "names", about: "methods of a router that take in another one" },
  "added-routes": { kind: "names", about: "methods that add a route, called `add_` and its method" },
  "url-patterns": { kind: "names", about: "functions of a path and a view" },
  procedures: {
    kind: "expressions",
    about: "what a procedure begins with that asks who is calling: `protectedProcedure.input(...)`",
  },
  "procedure-ends": { kind: "methods", about: "what a procedure ends with; its handler stands there" },
  listeners: { kind: "names", about: "methods of a socket that take an event and what answers it" },
  sockets: { kind: "expressions", about: "names of a connection whose events are compared" },
  decorators: { kind: "methods", about: "decorators of a controller's methods" },
  controllers: { kind: "names", about: "decorators of classes whose methods are routes" },
  "function-decorators": { kind: "names", about: "methods of a router that decorate a function" },
  "view-bases": { kind: "expressions", about: "base classes of which each method answers a request" },
  "view-methods": { kind: "methods", about: "methods of such classes" },
  authorization: { kind: "folded", about: "a guard that asks who is calling, or what they may do" },
  callers: { kind: "folded", about: "the user or session that calls; whoever reads it knows who is calling" },
  sent: { kind: "expressions", about: "what the sender of a request decides, which therefore checks nothing" },
  privileges: { kind: "folded", about: "a guard that asks what the caller may do, and not only who it is" },
  validation: { kind: "folded", about: "a guard that checks what was sent" },
  "rate-limit": { kind: "folded", about: "a guard that limits how often one may call" },
  csrf: { kind: "folded", about: "a guard against requests that another site makes" },
  owner: { kind: "folded", about: "a check that the object belongs to the caller" },
  open: { kind: "names", about: "says that a route is open to all, in any case" },
  "public-paths": { kind: "path parts", about: "routes that are public by nature" },
  "personal-paths": { kind: "path parts", about: "routes that are about the caller" },
  "catalogue-paths": { kind: "path parts", about: "routes about what people are shown before they sign in" },
  "office-paths": { kind: "path parts", about: "routes that are about nobody's own things" },
  documentation: { kind: "expressions", about: "whole paths of an interface's own documentation; public where they are read" },
  "sensitive-paths": { kind: "path parts", about: "sign-in, registration, reset, tokens" },
  "leaving-paths": { kind: "path parts", about: "signing out" },
  "hook-paths": { kind: "folded", about: "called by other services; public where the signature is checked" },
  signatures: { kind: "folded", about: "a check of such a signature" },
  "signature-checks": {
    kind: "folded",
    about: "called to check who signed what was sent; open where the answer can be a refusal",
  },
  "signature-makers": {
    kind: "folded",
    about:
      "called to make a signature with a key, or to check one; a function that compares it with what was sent is a check of it",
  },
  "caller-types": {
    kind: "expressions",
    about: "types of a decorated function's parameter that stand for a dependency which gives the caller",
  },
  "people-paths": { kind: "path parts", about: "routes whose objects are people with an account" },
  registrations: { kind: "folded", about: "called where a password is stored for the first time" },
  "sign-in-paths": { kind: "path parts", about: "routes that answer to a name and a password" },
  denials: { kind: "folded", about: "names that turn somebody away: errors, answers and constants" },
  "security-logs": { kind: "folded", about: "calls that write into a log which is kept" },
  "password-changes": { kind: "folded", about: "called, or assigned to (with a dot before it), where a password is changed" },
  "role-changes": { kind: "folded", about: "the same where somebody is given other rights" },
  body: { kind: "expressions", about: "reads the body of the request" },
  ids: { kind: "folded", about: "a path that names an object by an id" },
} as const satisfies Readonly<Record<string, WordFact>>;

export type RouteKey = keyof typeof routeKeys;

/** Sources of regular expressions, names, and `name METHOD`, by key. */
export type RouteWords = Readonly<Partial<Record<RouteKey, readonly string[]>>>;

/** Words of several frameworks together, each once. */
export function joinRouteWords(all: readonly RouteWords[]): RouteWords {
  const joined: Partial<Record<RouteKey, string[]>> = {};
  for (const key of Object.keys(routeKeys) as RouteKey[]) {
    const words = [...new Set(all.flatMap((one) => one[key] ?? []))];
    if (words.length > 0) joined[key] = words;
  }
  return joined;
}

/** @returns Why these words cannot be used; `undefined` when they can. */
export function wordProblem(key: RouteKey, word: string): string | undefined {
  const { kind }: WordFact = routeKeys[key];
  if (kind === "names" || kind === "methods") return undefined;
  try {
    new RegExp(word);
    return undefined;
  } catch {
    return `\`${word}\` is not a regular expression`;
  }
}

export interface RouteMatchers {
  /** A text of which this is false declares no route. */
  mayDeclare(text: string): boolean;
  /** Whether a key has this name, or an expression for it. */
  has(key: RouteKey, name: string): boolean;
  /** What a name stands for, by a key of `methods`. */
  methodOf(key: RouteKey, name: string): string | undefined;
  guard(kind: GuardKind, name: string): boolean;
  isOpen(name: string): boolean;
}

const made = new WeakMap<RouteWords, RouteMatchers>();

/** The same object for the same words. */
export function matchersOf(words: RouteWords): RouteMatchers {
  const known = made.get(words) ?? makeMatchers(words);
  made.set(words, known);
  return known;
}

function makeMatchers(words: RouteWords): RouteMatchers {
  const tests = new Map<RouteKey, (name: string) => boolean>();
  const methods = new Map<RouteKey, ReadonlyMap<string, string>>();
  for (const key of Object.keys(routeKeys) as RouteKey[]) {
    const { kind }: WordFact = routeKeys[key];
    const listed = words[key] ?? [];
    if (kind === "names" || kind === "methods") {
      const byName = new Map(listed.map((word) => [word.split(" ")[0] ?? word, word.split(" ")[1] ?? word]));
      methods.set(key, byName);
      tests.set(key, (name) => byName.has(name));
    } else {
      const regex = regexOf(key, kind, listed);
      tests.set(
        key,
        remembering((name) => regex.test(name)),
      );
    }
  }
  const open = new Set((words.open ?? []).map((name) => name.toLowerCase()));
  const has = (key: RouteKey, name: string): boolean => tests.get(key)?.(name) ?? false;
  return {
    mayDeclare: (text) => has("declares", text),
    has,
    methodOf: (key, name) => methods.get(key)?.get(name),
    guard: (kind, name) => has(kind === "rate limit" ? "rate-limit" : kind, name),
    isOpen: (name) => open.has(name.toLowerCase()),
  };
}

/** The same names come in every file, so answers are kept. */
function remembering(test: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    if (name.length > 100) return test(name);
    let answer = known.get(name);
    if (answer === undefined) {
      answer = test(name);
      if (known.size > 5000) known.clear();
      known.set(name, answer);
    }
    return answer;
  };
}

/** What may stand behind a part of a path. */
const partEnds: Readonly<Partial<Record<RouteKey, string>>> = {
  "public-paths": "[/_.:<{-]",
  "personal-paths": "[/_:<{-]",
  "office-paths": "[/_:<{-]",
  "sensitive-paths": "[/_:<{-]",
  "leaving-paths": "[/_-]",
  "people-paths": "[/_:<{-]",
  "sign-in-paths": "[/_:<{-]",
};

function regexOf(key: RouteKey, kind: WordKind, words: readonly string[]): RegExp {
  if (words.length === 0) return /(?!)/;
  const any = words.join("|");
  if (kind !== "path parts") return new RegExp(any, kind === "folded" ? "i" : "");
  const begin = key === "public-paths" ? "[/_.-]" : "[/_-]";
  return new RegExp(`(?:^|${begin})(?:${any})(?:$|${partEnds[key] ?? "/"})`, "i");
}
