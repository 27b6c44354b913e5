/** What is put into an object under keys that stand in the program, in place of what was there. */

import { childrenOf, type Node } from "../tree/node.ts";
import { keyOfConstant, placeOf, writePlace } from "./places.ts";
import type { Run } from "./run.ts";
import { clean, partOf, stepped, type Value } from "./value.ts";

/** `map.set("a", x)`, `config.set("section", "a", x)`: the value stands under its keys, where these are constant. */
export function storeByKey(run: Run, call: Node, object: Node, args: readonly Value[]): boolean {
  const given = call.children.filter((child) => child.role === "argument");
  const [callee] = call.children;
  if (!/^(set|setdefault|put)$/.test(callee?.text ?? "") || given.length < 2 || given.length > 3) return false;
  const path = given.slice(0, -1).map((key) => keyOfConstant(run, key));
  const place = path.includes(undefined) ? undefined : placeOf(run, object, true);
  if (!place?.exact) return false;
  run.state?.unguard(place.id);
  const keys = path.flatMap((key) => key ?? []);
  writePlace(
    run,
    { ...place, path: [...place.path, ...keys] },
    stepped(args.at(-1) ?? clean, object, `put into \`${nameOf(object)}\``),
  );
  return true;
}

/** `table.update(a=x)`, `table.update({"a": x})` of Python. @returns False where a key is not known, or which object it is. */
export function updateByKey(run: Run, call: Node, object: Node, args: readonly Value[]): boolean {
  if (!run.precise || run.dialect.keysAreFields || call.children[0]?.text !== "update") return false;
  const given = childrenOf(call, "argument");
  if (given.length === 0 || !given.every((one) => one.kind === "keywordArgument" || pairsOf(run, one))) return false;
  if (!placeOf(run, object, true)?.exact) return false;
  for (const [index, one] of given.entries()) {
    const value = args[index] ?? clean;
    if (one.kind === "keywordArgument") put(run, object, [`[${one.text}`, value]);
    else storePairs(run, object, one, value);
  }
  return true;
}

/** `Object.assign(object, { a: x })`. @returns False where it is no object literal, or a key of it is not known. */
export function storePairs(run: Run, object: Node, given: Node | undefined, value: Value): boolean {
  const keys = run.precise && given ? pairsOf(run, given) : undefined;
  if (!keys || !placeOf(run, object, true)?.exact) return false;
  for (const key of keys) put(run, object, [key, partOf(value, key)]);
  return true;
}

/** The keys of an object literal, each of which stands in the program. */
function pairsOf(run: Run, { kind, children }: Node): readonly string[] | undefined {
  if (kind !== "object") return undefined;
  const keys = children.map((pair) =>
    pair.kind === "pair" && pair.children[0] ? keyOfConstant(run, pair.children[0]) : undefined,
  );
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

function put(run: Run, object: Node, [key, value]: readonly [string, Value]): void {
  const place = placeOf(run, object, true);
  if (!place?.exact) return;
  run.state?.unguard(place.id);
  writePlace(run, { ...place, path: [...place.path, key] }, stepped(value, object, `put into \`${nameOf(object)}\``));
}

/** A variable or a field as it is written, in what is said of a flow. */
export function nameOf(node: Node): string {
  if (node.kind === "name") return node.text;
  const [object] = node.children;
  if (node.kind !== "member") return "";
  const before = object ? nameOf(object) : "";
  return before === "" ? node.text : `${before}.${node.text}`;
}
