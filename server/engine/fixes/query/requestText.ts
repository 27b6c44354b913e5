/** Makes a text of a value that a request may send as an object, where a driver would do something else with that. Pure. */

import type { Node } from "../../tree/node.ts";
import type { FixContext } from "../fix.ts";
import type { PlaceholderStyle } from "./sqlPlaces.ts";

/** What is a text whoever sends it. */
const textAnyway = /(?:^|\.)(?:params|headers|cookies)\b|\.(?:get|header|param|query)\(/;

/**
 * `mysql` and `mysql2` write `{a: 1}` as `` `a` = 1 ``, which is a condition of the caller's; the types of Postgres.js take no `ParsedQs`.
 *
 * @returns The value as it is written as a parameter.
 */
export function requestText(
  source: string,
  node: Node | undefined,
  { wantsText }: PlaceholderStyle,
  context: FixContext,
): string {
  const { tree, finding, text } = context;
  if (wantsText === undefined || tree.language === "python") return source;
  if (wantsText === "typed" && tree.language === "javascript") return source;
  if (!node || !(node.kind === "name" || node.kind === "member" || node.kind === "index")) return source;
  const from = finding.path.find(({ role, note }) => role === "source" && note === "comes from the request");
  if (!from || from.elsewhere) return source;
  const given = node.kind === "name" ? text.slice(from.span.start, from.span.end) : source;
  return textAnyway.test(given) ? source : `String(${source})`;
}
