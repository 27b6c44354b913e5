/** What is known of a guard in one text: plain data that crosses threads, so that two versions of a file can be compared. */

import type { Finding } from "../findings/finding.ts";
import type { IgnoreComment } from "../findings/suppression.ts";
import type { Span } from "../tree/span.ts";

export interface Guard {
  /** What is told when the guard is gone. Its places are those of the text in which the guard stands. */
  readonly finding: Finding;
  /** Ids of the rules whose guards this one makes up for, its own among them. */
  readonly covers: readonly string[];
  /** What `$GUARD` stands for, without whitespace; else its whole text. */
  readonly name: string;
  /** The code that it stands before or around, without the guard itself; in source order. */
  readonly protects: readonly Span[];
  /** The function, route or test that it is a part of. */
  readonly unit: Span;
  /** What it holds for: its unit, the methods of the class that is its unit, or all of the file (middleware of a router, a setting). */
  readonly reach: "unit" | "class" | "file";
  /** The router of the file that it holds for, then those that take this one in; empty where it holds for more, or where that is unknown. */
  readonly routers: readonly string[];
  /** What a router or a plugin takes in that it holds for, by names and modules; undefined where it holds for a whole application, or where that is unknown. */
  readonly before?: readonly string[];
  /** Name of the function that it stands in, or that it decorates; "" where there is none. */
  readonly holder: string;
}

/** The guards of one text. */
export interface FileGuards {
  /** In the order of the rules, then of the text. */
  readonly found: readonly Guard[];
  /** Comments that silence findings: what was removed is told later, at a place that is not known yet. */
  readonly ignores: readonly IgnoreComment[];
}
