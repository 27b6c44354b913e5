/** Tells whether a check compares a path with a folder that is wider than the constant one that the path is put together with. Pure. */

import { type Definitions, definitionsFor } from "../patterns/scopes.ts";
import { childOf, childrenOf, type Node, type Tree } from "../tree/node.ts";

interface File {
  readonly tree: Tree;
  readonly definitions: Definitions;
}

/**
 * `join(ROOT, "uploads", name)` may leave `ROOT/uploads` where it is compared with `ROOT`. So may every path that is compared with "/".
 *
 * @param base The folder that the check compares with.
 * @param path What is checked.
 * @returns false where it cannot be told.
 */
export function isWiderFolder(base: Node, path: Node, file: File): boolean {
  const folder = segmentsOf(base, file);
  if (folder.length === 1 && folder[0] === "/") return true;
  const whole = segmentsOf(path, file);
  const next = whole[folder.length];
  if (next === undefined || next === ".." || next === "/" || !isPlain(next) || whole.length === folder.length + 1) return false;
  return folder.every((segment, index) => segment === whole[index]);
}

/** Around what is no text; its own slashes are written otherwise, so that a text can be split at them. */
const mark = "\u0001";

function isPlain(segment: string): boolean {
  return !segment.includes(mark);
}

/** The names of the folders on the way, "/" first for one from the root; without "." and what ".." takes back. */
function segmentsOf(node: Node, file: File): readonly string[] {
  const written = textOf(node, file, 0);
  const segments: string[] = written.startsWith("/") ? ["/"] : [];
  for (const segment of written.split("/")) {
    if (segment === "" || segment === ".") continue;
    const last = segments.at(-1);
    if (segment === ".." && last !== undefined && last !== ".." && last !== "/" && isPlain(last)) segments.pop();
    else segments.push(segment);
  }
  return segments;
}

const maxDepth = 12;
const joins = /^(?:(?:\w+\.)*path\.(?:posix\.|win32\.)?)?(?:join|resolve)$/;
const same =
  /^(?:(?:\w+\.)*path\.(?:normalize|abspath|realpath|normpath)|(?:fs\.)?realpathSync|abspath|realpath|normpath|normalize|(?:pathlib\.)?(?:Path|PurePath)|str|String)$/;
const workingFolder = /^(?:process\.cwd|(?:os\.)?getcwd|(?:pathlib\.)?Path\.cwd)$/;
const sameMethods = /^(?:resolve|absolute|toString|as_posix|trim)$/;

function textOf(node: Node | undefined, file: File, depth: number): string {
  if (!node) return mark;
  if (depth > maxDepth) return unknown(node, file);
  const inner = (one: Node | undefined): string => textOf(one, file, depth + 1);
  switch (node.kind) {
    case "string":
    case "stringPart":
      return node.text;
    case "template":
      return node.children.map((child) => inner(child.kind === "interpolation" ? childOf(child, "value") : child)).join("");
    case "binary":
      if (node.text !== "+" && node.text !== "/") break;
      return inner(childOf(node, "left")) + (node.text === "/" ? "/" : "") + inner(childOf(node, "right"));
    case "member":
      return /^(?:path|os|os\.path)\.sep$/.test(sourceOf(node, file)) ? "/" : unknown(node, file);
    case "name": {
      if (node.text === "sep") return "/";
      const value = valueBehind(node, file);
      return value ? inner(value) : unknown(node, file);
    }
    case "call":
      return textOfCall(node, file, inner) ?? unknown(node, file);
    default:
  }
  return unknown(node, file);
}

function textOfCall(node: Node, file: File, inner: (one: Node | undefined) => string): string | undefined {
  const callee = childOf(node, "callee");
  const given = childrenOf(node, "argument");
  if (!callee) return undefined;
  const name = sourceOf(callee, file);
  if (workingFolder.test(name) && given.length === 0) return ".";
  if (joins.test(name)) return given.map((one) => inner(one)).join("/");
  if (same.test(name)) return given.length > 0 ? given.map((one) => inner(one)).join("/") : undefined;
  if (callee.kind !== "member") return undefined;
  const object = childOf(callee, "object");
  if (callee.text === "joinpath") return [object, ...given].map(inner).join("/");
  return sameMethods.test(callee.text) ? inner(object) : undefined;
}

/** What a variable holds where it is used: given to it once, or in Python more than once in one list of statements. */
function valueBehind(name: Node, { tree, definitions }: File): Node | undefined {
  const all = definitions.get(name.text) ?? [];
  if (all.some(({ kind }) => kind === "assignment")) return undefined;
  const here = definitionsFor(definitions, name, name.text);
  const [first] = here;
  if (here.length === 1) return first?.kind === "variable" && !holds(first.value, name) ? first.value : undefined;
  const list = first?.node.parent?.parent;
  if (tree.language !== "python" || here.some(({ kind, node }) => kind !== "variable" || node.parent?.parent !== list))
    return undefined;
  return here
    .filter(({ node }) => (node.parent?.end ?? node.end) <= name.start)
    .sort((a, b) => a.node.start - b.node.start)
    .at(-1)?.value;
}

function holds(outer: Node | undefined, { start, end }: Node): boolean {
  return outer !== undefined && outer.start <= start && outer.end >= end;
}

function unknown(node: Node, file: File): string {
  return `${mark}${sourceOf(node, file).replaceAll("/", "\u0002")}${mark}`;
}

function sourceOf({ start, end }: Node, { tree }: File): string {
  return tree.text.slice(start, end);
}
