/** What the engine says about a file. Plain data that crosses threads and processes. */

import type { FileGuards } from "../guards/guard.ts";
import type { FileRoutes } from "../routes/route.ts";
import type { Confidence, RuleMetadata, Severity } from "../rules/rule.ts";
import type { Span } from "../tree/span.ts";

/** A place in another file; lines and UTF-16 characters counted from zero. */
export interface Elsewhere {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** One step of the path of untrusted data, source first, sink last. */
export interface PathStep {
  /** In the file of the finding: for a step in another file, where the data leaves this one or comes back. */
  readonly span: Span;
  readonly elsewhere?: Elsewhere;
  readonly role: "source" | "step" | "sink";
  /** For a person: "comes from the request", "assigned to `sql`", "runs here". */
  readonly note: string;
}

/** Where a path ends: at its sink, behind which only the inside of what it calls is told. */
export function endOfPath(path: readonly PathStep[]): PathStep | undefined {
  return path.findLast(({ role }) => role === "sink");
}

/** Whether a step only says under which name a function takes what it is given: its line is the head of that function. */
export function isHandover({ role, note }: PathStep): boolean {
  return role === "step" && note.startsWith(handedOverAs);
}

/** How the note of such a step begins. */
export const handedOverAs = "handed over as ";

/** What a metavariable was bound to. */
export interface Capture {
  readonly span: Span;
  readonly text: string;
}

export interface Suppression {
  /** "linewarden-ignore" or "nosemgrep". */
  readonly kind: string;
  readonly reason?: string;
  /** It names the content of what it silences, and can silence nothing else. */
  readonly bound?: true;
  readonly span: Span;
}

export interface Finding {
  readonly ruleId: string;
  readonly span: Span;
  /** Metavariables are filled in; secrets are masked. */
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /**
   * How the engine knows: "direct match", "flow in a function", "flow through functions", "flow across files", "flow between functions, through what they share"; and whether it assumes
   * that a call of unknown code passes its input on.
   */
  readonly evidence: string;
  readonly metadata: RuleMetadata;
  /** Empty for a direct match. */
  readonly path: readonly PathStep[];
  /** By metavariable with its dollar sign. Secrets are masked. */
  readonly captures: Readonly<Record<string, Capture>>;
  /**
   * Content identity, 16 hex digits: rule, enclosing function, matched nodes without whitespace and comments and with local
   * names numbered, source and sink. Equal for moved, re-indented and renamed code.
   */
  readonly fingerprint: string;
  /**
   * As `fingerprint`, with the shape of the enclosing function in place of its name: pairs the findings of a function that was
   * renamed and is otherwise the same.
   */
  readonly shapeFingerprint?: string;
  /** As `fingerprint`, without the enclosing function: what a suppression names, wherever the code stands. */
  readonly contentFingerprint?: string;
  /** Name of the enclosing function or class path, for people: "UserStore.find". Empty at the top level. */
  readonly within: string;
  readonly suppression?: Suppression;
  /** A comment that would silence it, and does not, because it was there before the change brought this finding. */
  readonly passedOver?: Suppression;
  /** The lines that the change took away, where that is the fault; secrets are masked. `line` is zero-based, of the text before it. */
  readonly removed?: readonly { readonly line: number; readonly text: string }[];
  /** Fix template already filled in, replaces `span`. Verified by `verifyFix` before it is offered. */
  readonly fixText?: string;
}

/** Code that a checklist item speaks of, such as a query or an upload; not a fault. */
export interface Topic {
  readonly ruleId: string;
  readonly checklist: readonly string[];
  readonly span: Span;
}

/** Something that was not reviewed, and why. Never left out of a result. */
export interface NotReviewed {
  /** Relative path with `/`; absent when the whole run is meant. */
  readonly path?: string;
  readonly reason:
    | "binary"
    | "too large"
    | "unreadable"
    | "invalid UTF-8"
    | "unsupported language"
    | "syntax errors"
    | "step limit"
    | "crashed"
    | "timed out"
    | "rule error"
    | "rule unsupported"
    | "submodule"
    | "symbolic link"
    | "conflict"
    | "not checked";
  /** One sentence for a person, with position where there is one. */
  readonly detail: string;
  readonly ruleId?: string;
  readonly span?: Span;
}

export interface FileAnalysis {
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly topics: readonly Topic[];
  readonly notReviewed: readonly NotReviewed[];
  /** False when no rule could look at it (unsupported language, too large, binary). */
  readonly reviewed: boolean;
  readonly lines: number;
  readonly bytes: number;
  /** Rules that apply to the file's language and path, whether or not the index let them run. */
  readonly rulesRun: number;
  readonly steps: number;
  /** Paths of files that were read, or looked for, to follow imports: when one of them changes, so may the findings. Absent: none. */
  readonly imports?: readonly string[];
  /** Where they were asked for: what the file declares. */
  readonly routes?: FileRoutes;
  /** Where they were asked for: what protects something in it. */
  readonly guards?: FileGuards;
  /** True when only the statement around an edit was analysed anew; a whole analysis follows when the editing rests. */
  readonly partial?: true;
}
