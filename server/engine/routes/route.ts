/** What is known of an endpoint: plain data that crosses threads, so that the routes of other files can be compared too. */

import type { Span } from "../tree/span.ts";

/** What protects a route, each of which a rule may miss. */
export type GuardKind = "authorization" | "validation" | "rate limit" | "csrf" | "owner";

/** What is put before routes from elsewhere; "role": it asks what the caller may do, too. */
export type OuterGuard = GuardKind | "role";

/** What a person who looks into an attack has to find in the log. */
export type SecurityEvent = "failed sign-in" | "denied access" | "password change" | "role change";

/** What a route may lack that its siblings have: a guard, a guard that asks for as much, or the log of an event. */
export type Lack = OuterGuard | "log";

export interface Route {
  /** "GET"; "ANY" where the framework does not say; "ACTION" for a server action. */
  readonly method: string;
  /** With the prefixes that the file knows. For views without a path the function's name. */
  readonly path: string;
  /** What a finding marks: where the route is declared. */
  readonly span: Span;
  /** Zero-based. */
  readonly line: number;
  /** The name under which each guard was recognized. */
  readonly guards: Readonly<Partial<Record<GuardKind, string>>>;
  /** The name of what asks whether the caller may do this, and not only who it is; absent: nothing does. */
  readonly role?: string;
  /** The router, or the class, that declares it. */
  readonly group: string;
  /** By its path it is about the caller: `/me`. */
  readonly isPersonal: boolean;
  /** Its handler works with the caller, or cannot be seen: it may serve only what is theirs. */
  readonly servesCaller: boolean;
  /** Open to everybody on purpose. */
  readonly isPublic: boolean;
  /** By its path it is about what people are shown before they sign in. */
  readonly isCatalogue?: true;
  /** Signs in, registers, resets a password or gives out a token. */
  readonly isSensitive: boolean;
  /** It may be where people register themselves: a new account with a password, and nothing is said of its rights. */
  readonly registers?: true;
  /** The handler reads an object by an id of the request. */
  readonly readsById: boolean;
  /** The caller goes into a new record there, and nothing asks whose the one is that it belongs to: such a route says nothing of others. */
  readonly writesCaller?: true;
  /** The framework does not say the method, and the handler takes nothing in and changes nothing. */
  readonly onlyShows?: true;
  /** A procedure or an event of a socket that takes an id in its input: compared in whose record that is, and in nothing else. */
  readonly byInput?: true;
  /** It says of itself that nobody has to sign in, where the application asks everybody. */
  readonly optsOut?: true;
  /** Declared as Hapi does, whose `auth.default` holds for it. */
  readonly ofHapi?: true;
  /** The handler reads the body of the request. */
  readonly readsBody: boolean;
  /** The security events that it decides, each with the name of the call that logs it; empty where nothing does. */
  readonly events: Readonly<Partial<Record<SecurityEvent, string>>>;
}

/** What one file declares. */
export interface FileRoutes {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly routes: readonly Route[];
  /** Files that are put behind guards here, by the module as it is imported: `./routes/users`. */
  readonly mounts: readonly Mount[];
  /** Guards that hold for the whole application, wherever its routes are declared. */
  readonly global: readonly OuterGuard[];
  /** Hapi's `auth.default`: all routes of Hapi that say nothing else ask who is calling. */
  readonly asksByDefault?: true;
  /** It starts a server: with another file that does, it is no part of one program. */
  readonly starts?: true;
}

/** What the rest of the project says of one file's routes. */
export interface ProjectRoutes {
  /** Guards that other files put before this one. */
  readonly guards: readonly OuterGuard[];
  /** The nearest files with routes, nearest first. */
  readonly others: readonly {
    readonly path: string;
    readonly routes: readonly Route[];
    readonly guards: readonly OuterGuard[];
  }[];
  /** Absent where no base is known. */
  readonly change?: RoutesOfChange;
}

/** What the base of a change had. */
export interface RoutesOfChange {
  /** Files that changed, as they are called now. */
  readonly files: readonly string[];
  /** Routes of the base that are there still, by method and path, and those that are not. */
  readonly kept: readonly Route[];
  readonly gone: readonly Route[];
}

export interface Mount {
  readonly module: string;
  readonly guards: readonly OuterGuard[];
}
