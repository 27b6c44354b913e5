/** Places in a text. */

/** A half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Zero-based line, zero-based UTF-16 column: the language server protocol's default. */
export interface Position {
  readonly line: number;
  readonly character: number;
}
