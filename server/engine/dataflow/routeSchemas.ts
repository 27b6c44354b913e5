/** What the schema of a Fastify route lets through: fields whose type, form or list of values leaves no room for an attack. */

import { heldBy } from "../patterns/constants.ts";
import { factsOf } from "../patterns/matchContext.ts";
import { childOf, type Node } from "../tree/node.ts";
import { isAnchored } from "./anchored.ts";
import { isConstant } from "./guards.ts";
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

/** How a validator reads schemas. */
export interface SchemaReading {
  /** A form holds where no type is asked for, too. */
  readonly untyped: boolean;
  readonly formats: boolean;
}

const ofFastify: SchemaReading = { untyped: true, formats: true };

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
      return key && isHarmless(run, objectOf(run, pair.children[1]), ofFastify) ? [[part, `.${key.text}`]] : [];
    });
  });
}

const deepest = 4;

/**
 * @param schema Of JSON Schema, where it can be seen.
 * @returns What it leaves no room for an attack in, each as the path to it; an empty one is the whole value.
 */
export function harmlessParts(run: Run, schema: Node, reading: SchemaReading, depth = 0): readonly (readonly string[])[] {
  const object = objectOf(run, schema);
  // What an asynchronous schema gives is a promise, which says nothing yet.
  if (!object || depth > deepest || heldUnder(object, "$async")) return [];
  if (isHarmless(run, object, reading)) return [[]];
  return (entry(run, object, "properties")?.children ?? []).flatMap((pair) => {
    const [key, value] = pair.kind === "pair" && pair.text !== "[]" ? [childOf(pair, "key"), pair.children[1]] : [];
    return key && value ? harmlessParts(run, value, reading, depth + 1).map((path) => [`.${key.text}`, ...path]) : [];
  });
}

function isHarmless(run: Run, property: Node | undefined, { untyped, formats }: SchemaReading): boolean {
  const values = heldUnder(property, "enum");
  if (values?.kind === "array" && values.children.length > 0 && values.children.every((one) => isConstant(run, one))) return true;
  // `{ $data: "1/name" }` is what was sent, too.
  const only = heldUnder(property, "const");
  if (only && isConstant(run, only)) return true;
  const text = (name: string): string => {
    const value = heldUnder(property, name);
    return value?.kind === "string" ? value.text : "";
  };
  if (harmlessTypes.has(text("type"))) return true;
  // A list or an object passes a form that is asked of texts alone.
  if (text("type") !== "string" && (!untyped || heldUnder(property, "type"))) return false;
  return (formats && harmlessFormats.has(text("format"))) || (text("pattern") !== "" && isAnchored(`/${text("pattern")}/`));
}

function entry(run: Run, object: Node | undefined, name: string): Node | undefined {
  return objectOf(run, heldUnder(object, name));
}

export function heldUnder(object: Node | undefined, name: string): Node | undefined {
  const found = object?.children.find(
    (pair) => pair.kind === "pair" && pair.text !== "[]" && childOf(pair, "key")?.text === name,
  );
  return found?.children[1];
}

/** An object literal, or the one that a variable holds. */
export function objectOf(run: Run, node: Node | undefined): Node | undefined {
  const held = node?.kind === "name" ? heldBy(node, factsOf(run.module.context).definitions) : node;
  return held?.kind === "object" ? held : undefined;
}
