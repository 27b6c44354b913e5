/** What schemas of zod, Joi and Yup let through: fields whose type or list of values leaves no room for an attack. */

import { factsOf } from "../patterns/matchContext.ts";
import { definitionsFor } from "../patterns/scopes.ts";
import { childOf, childrenOf, type Node } from "../tree/node.ts";
import { isAnchored } from "./anchored.ts";
import { regexOf } from "./guards.ts";
import type { Run } from "./run.ts";
import { clean, stepped, type Value, whole, withPart } from "./value.ts";

/** Where the checked value stands in what a method gives. */
const readers: ReadonlyMap<string, readonly string[]> = new Map([
  ["parse", []],
  ["parseAsync", []],
  ["safeParse", [".data"]],
  ["safeParseAsync", [".data"]],
  ["validateSync", []],
  ["validateAsync", []],
  ["cast", []],
]);

const makers = /^(z|zod|joi|Joi|yup|Yup|v)$/;
const harmlessTypes = new Set(
  "enum literal nativeEnum number boolean bool bigint date int null undefined uuid guid iso valid equal oneOf".split(" "),
);
/** Calls in a chain after which nothing else is let through. */
const harmlessSteps = new Set(
  "uuid guid cuid cuid2 ulid datetime isoDate alphanum hex valid equal oneOf ip number boolean date".split(" "),
);
/** After these other values or fields are let through as well. */
const openingSteps = new Set(["or", "extend", "safeExtend", "merge", "and", "augment"]);
const wrappers = new Set("optional nullable nullish array union tuple readonly".split(" "));
const deepest = 5;

/**
 * @param args What the call is given.
 * @returns What the call of a schema's method gives, with the harmless fields clean; `undefined` for any other call.
 */
export function checkedBySchema(run: Run, call: Node, args: readonly Value[]): Value | undefined {
  const callee = childOf(call, "callee");
  const [object] = callee?.children ?? [];
  const [first] = args;
  if (callee?.kind !== "member" || !object || !first) return undefined;
  const reader = readers.get(callee.text) ?? (callee.text === "validate" ? [] : undefined);
  const schema = reader && schemaOf(run, object);
  if (!reader || !schema) return undefined;
  const held = stepped(checked(run, schema, first, 0), call, `let through by \`${callee.text}\``);
  // Joi gives an object with the value in it, Yup a promise for the value.
  const path = callee.text === "validate" && /^joi$/i.test(baseOf(schema)?.text ?? "") ? [".value"] : reader;
  return path.length === 0 ? held : withPart(clean, path, held);
}

/** The expression that makes a schema, here or where the variable is declared. */
function schemaOf(run: Run, node: Node): Node | undefined {
  const base = baseOf(node);
  if (!base || makers.test(base.text)) return base && node.kind !== "name" ? node : undefined;
  // What is called on a schema of the file is left to the look at its steps.
  if (node !== base) return schemaOf(run, base) && node;
  const [only, ...others] = definitionsFor(factsOf(run.module.context).definitions, node, node.text);
  const made = only?.kind === "variable" && others.length === 0 ? only.value : undefined;
  return made && made.kind !== "name" && makers.test(baseOf(made)?.text ?? "") ? made : undefined;
}

/** The `z` of `z.string().min(1)`. */
function baseOf(node: Node): Node | undefined {
  let at: Node | undefined = node;
  while (at && (at.kind === "call" || at.kind === "member")) at = at.children[0];
  return at?.kind === "name" ? at : undefined;
}

function checked(run: Run, schema: Node, value: Value, depth: number): Value {
  if (depth > deepest) return value;
  if (isHarmless(run, schema, depth)) return clean;
  const shape = shapeOf(run, schema);
  let result = value;
  for (const pair of shape?.children ?? []) {
    const [key, type] = pair.kind === "pair" ? pair.children : [];
    if (!key || !type || (key.kind !== "name" && key.kind !== "string")) continue;
    const name = `.${key.text}`;
    const before = result.parts?.get(name) ?? whole(result.flows);
    const after = checked(run, type, before, depth + 1);
    if (after !== before) result = withPart(result, [name], after);
  }
  return result;
}

/** The object of `z.object({...})`, whatever is called on it. */
function shapeOf(run: Run, schema: Node): Node | undefined {
  for (let at: Node | undefined = schema; at; at = at.children[0]) {
    if (at.kind === "name" && !makers.test(at.text)) at = schemaOf(run, at) ?? at;
    const callee: Node | undefined = at.kind === "call" ? at.children[0] : undefined;
    if (callee?.kind !== "member" || (callee.text !== "object" && callee.text !== "strictObject" && callee.text !== "keys"))
      continue;
    const [first] = childrenOf(at, "argument");
    if (first?.kind === "object") return first;
  }
  return undefined;
}

function isHarmless(run: Run, schema: Node, depth: number): boolean {
  if (depth > deepest) return false;
  if (schema.kind === "name") {
    const made = schemaOf(run, schema);
    return made !== undefined && isHarmless(run, made, depth + 1);
  }
  for (let at: Node | undefined = schema; at; at = at.children[0]) {
    if (at.kind === "name" && !makers.test(at.text)) at = schemaOf(run, at) ?? at;
    const callee: Node | undefined = at.kind === "call" ? at.children[0] : undefined;
    if (callee?.kind !== "member") continue;
    const given = childrenOf(at, "argument");
    // What a function makes of it is not known.
    if (callee.text === "transform" || callee.text === "preprocess" || callee.text === "custom") return false;
    if (openingSteps.has(callee.text)) return false;
    // `.catch((context) => context.input)` gives back what did not fit.
    if (callee.text === "catch" && given[0]?.kind === "function") return false;
    if (callee.text === "refine" && given[0] && asksAList(run, given[0])) return true;
    const isBase = makers.test(baseOf(callee)?.text ?? "") && callee.children[0]?.kind !== "call";
    if (isBase ? harmlessTypes.has(callee.text) : harmlessSteps.has(callee.text)) return true;
    const [first] = given;
    if (
      (callee.text === "regex" || callee.text === "matches" || callee.text === "pattern") &&
      first &&
      isAnchored(regexOf(run, first))
    )
      return true;
    if (isBase && wrappers.has(callee.text) && first)
      return (first.kind === "array" ? first.children : given).every((one) => isHarmless(run, one, depth + 1));
  }
  return false;
}

/** A check of one's own that lets through what the program knows: `(text) => ALLOWED.has(text)`, `(text) => new URL(text).hostname === "a.example"`. */
function asksAList(run: Run, check: Node): boolean {
  const body = check.kind === "function" ? childOf(check, "body") : undefined;
  if (!body) return false;
  if (body.kind !== "block") return isKnown(run, body);
  const answers = returnsIn(body);
  return (
    answers.some((one) => isKnown(run, one)) &&
    answers.every((one) => (one.kind === "boolean" ? one.text === "false" : isKnown(run, one)))
  );
}

function returnsIn(top: Node): Node[] {
  if (top.kind === "return") return top.children.slice(0, 1);
  return top.kind === "function" ? [] : top.children.flatMap(returnsIn);
}

/** Whether a condition holds for nothing but values that the program has, or for plain words. */
function isKnown(run: Run, condition: Node): boolean {
  const [left, right] = condition.children;
  if (condition.kind === "binary" && left && right) {
    if (condition.text === "&&") return isKnown(run, left) || isKnown(run, right);
    if (condition.text === "||") return isKnown(run, left) && isKnown(run, right);
    return (
      condition.text === "===" && (left.kind === "string" || right.kind === "string") && asksForHost.test(textOf(run, condition))
    );
  }
  const callee = condition.kind === "call" ? childOf(condition, "callee") : undefined;
  const [object] = callee?.kind === "member" ? callee.children : [];
  if (!callee || !object) return false;
  if (callee.text === "test") return isAnchored(regexOf(run, object));
  // Hosts below one of the program's own.
  if (callee.text === "endsWith") return right?.kind === "string" && /^\.[\w-]+\./.test(right.text);
  return /^(?:has|includes|some)$/.test(callee.text) && object.kind === "name";
}

/** The value itself, or the part of an address that says where it leads. */
const asksForHost = /\.(?:host|hostname|origin)\b|^\w+\s*===/;

function textOf(run: Run, { start, end }: Node): string {
  return run.module.context.tree.text.slice(start, end);
}

const procedures = new Set(["query", "mutation", "subscription"]);

/**
 * What a procedure of tRPC is handed as its input: what the schema lets through.
 *
 * @param target Where the handler's parameter names the input: `x` in `({ input: x }) => ...`.
 * @returns The value as it is everywhere else.
 */
export function checkedByProcedure(run: Run, target: Node, value: Value): Value {
  const pattern = target.parent?.kind === "pair" ? target.parent.parent : undefined;
  const key = target.parent?.children[0]?.text;
  const handler = pattern?.parent?.kind === "parameter" ? pattern.parent.parent : undefined;
  const callee = handler?.parent?.kind === "call" ? childOf(handler.parent, "callee") : undefined;
  if (key !== "input" || callee?.kind !== "member" || !procedures.has(callee.text)) return value;
  for (let at = callee.children[0]; at; at = at.children[0]) {
    const given = at.kind === "call" ? childOf(at, "callee") : undefined;
    const [schema] = given?.kind === "member" && given.text === "input" ? childrenOf(at, "argument") : [];
    const made = schema && schemaOf(run, schema);
    if (made) return checked(run, made, value, 0);
  }
  return value;
}

/** `c.req.valid("query")` of Hono: what the schema lets through that the route's validator was given for that part of the request. */
export function checkedByRoute(run: Run, call: Node, value: Value): Value {
  const callee = childOf(call, "callee");
  const [part] = childrenOf(call, "argument");
  if (callee?.kind !== "member" || callee.text !== "valid" || part?.kind !== "string") return value;
  for (let at = call.parent; at; at = at.parent) {
    const route = at.kind === "function" && at.parent?.kind === "call" ? at.parent : undefined;
    for (const given of route ? childrenOf(route, "argument") : []) {
      const validates = given.kind === "call" && /[vV]alidator$/.test(childOf(given, "callee")?.text ?? "");
      const [place, schema] = validates ? childrenOf(given, "argument") : [];
      const made = place?.text === part.text && schema ? schemaOf(run, schema) : undefined;
      if (made) return checked(run, made, value, 0);
    }
  }
  return value;
}
