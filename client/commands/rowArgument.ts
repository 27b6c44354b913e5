/** Tells what a command was called with: a row of a tree, or something else. Pure. */

import type { Row } from "../review/row.ts";

export function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && "id" in value && "context" in value && "children" in value;
}

/** A member of an object argument that is a string. */
export function textOf(value: unknown, name: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const member: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof member === "string" ? member : undefined;
}
