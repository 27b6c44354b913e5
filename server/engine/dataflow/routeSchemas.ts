/** What the schema of a Fastify route lets through: fields whose type, form or list of values leaves no room for an attack. */

import { heldBy } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { childOf, type Node } from "../tree/node.ts";
import { isAnchored, isConstant } from "./guards.ts";
import type { Run } from "./run.ts";

/** The parts of a request by their names in a schema. */
const parts: ReadonlyMap<string, string> = new Map([
  ["params", ".params"],
  ["querystring", ".query"],
  ["query", ".query"],
  ["body", ".body"],
  ["headers", ".headers"],
]);
const harmlessTypes = new Set(["integer", "number", "boolean", "null"]);
const harmlessFormats = new Set(["uuid", "date", "time", "date-time", "duration", "ipv4", "ipv6"]);

/**
 * @param options What a route is registered with: `{ schema: { params: ... }, handler }`.
 * @returns The fields of the request that are checked, each as the path to it.
 */
export function checkedByRoute(run: Run, options: Node): readonly (readonly string[])[] {
  const schema = entry(run, objectOf(run, options), "schema");
  return [...parts].flatMap(([name, part]) => {
    const properties = entry(run, entry(run, schema, name), "properties");
    return (properties?.children ?? []).flatMap((pair) => {
      const key = pair.kind === "pair" && pair.text !== "[]" ? childOf(pair, "key") : undefined;
      return key && isHarmless(run, objectOf(run, pair.children[1])) ? [[part, `.${key.text}`]] : [];
    });
  });
}

function isHarmless(run: Run, property: Node | undefined): boolean {
  const values = heldUnder(property, "enum");
  if (values?.kind === "array" && values.children.length > 0 && values.children.every((one) => isConstant(run, one))) return true;
  if (heldUnder(property, "const")) return true;
  const text = (name: string): string => {
    const value = heldUnder(property, name);
    return value?.kind === "string" ? value.text : "";
  };
  return (
    harmlessTypes.has(text("type")) ||
    harmlessFormats.has(text("format")) ||
    (text("pattern") !== "" && isAnchored(`/${text("pattern")}/`))
  );
}

function entry(run: Run, object: Node | undefined, name: string): Node | undefined {
  return objectOf(run, heldUnder(object, name));
}

function heldUnder(object: Node | undefined, name: string): Node | undefined {
  const found = object?.children.find(
    (pair) => pair.kind === "pair" && pair.text !== "[]" && childOf(pair, "key")?.text === name,
  );
  return found?.children[1];
}

/** An object literal, or the one that a variable holds. */
function objectOf(run: Run, node: Node | undefined): Node | undefined {
  const held = node?.kind === "name" ? heldBy(node, factsOf(run.module.context).definitions) : node;
  return held?.kind === "object" ? held : undefined;
}
