/** Takes out the imports that nothing uses any more once a fix is applied. Pure. */

import { requiredModule } from "../patterns/scopes.ts";
import { childOf, type Node, type Tree } from "../tree/node.ts";
import type { Span } from "../tree/span.ts";
import { applyFix } from "./applyFix.ts";
import type { Fix, TextEdit } from "./fix.ts";

/** Modules of the languages themselves, which do nothing but give names: any other may be there for what it does when it is loaded. */
const harmless = new Set(
  (
    "buffer child_process crypto fs fs/promises http https os path querystring tls url util vm " +
    "base64 hashlib hmac json marshal md5 os os.path pickle random re sha shelve shlex ssl string subprocess sys tempfile time traceback urllib uuid " +
    "xml.dom.minidom xml.etree.ElementTree xml.sax"
  ).split(" "),
);

/**
 * @param tree Of the text before the fix.
 * @returns The fix with the removal; the same fix where each import is still used, was unused before, or may be there for another reason.
 */
export function withoutUnusedImports(fix: Fix, tree: Tree, path: string): Fix {
  // What a package collects in its `__init__.py` is for others.
  if (/(^|\/)__init__\.py$/.test(path)) return fix;
  const after = applyFix(tree.text, fix);
  const removals: TextEdit[] = [];
  let { edits } = fix;
  for (const statement of tree.root.children) {
    const imported = importedBy(statement);
    if (!imported || !harmless.has(imported.module.replace(/^node:/, ""))) continue;
    const own = tree.text.slice(statement.start, statement.end);
    const isLeft = (name: string): boolean => {
      const here = countOf(name, own);
      return countOf(name, tree.text) > here && countOf(name, after) === here;
    };
    const left = imported.names.filter(({ text }) => isLeft(text));
    const exchanged = exchangedIn(left, imported, edits);
    if (exchanged) edits = exchanged;
    const span = exchanged || left.length === 0 ? undefined : removalOf(left, imported, statement, fix, tree.text);
    if (span) removals.push({ span, text: "" });
  }
  if (removals.length === 0 && edits === fix.edits) return fix;
  return { ...fix, edits: [...edits, ...removals].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) };
}

interface Imported {
  readonly module: string;
  /** Local names, with the entry of the list that each stands in. */
  readonly names: readonly { readonly text: string; readonly entry: Node }[];
  /** Each name can be taken out of the list by itself. */
  readonly isList: boolean;
}

/** `import`, and `const m = require("m")`; undefined for anything else. */
function importedBy(statement: Node): Imported | undefined {
  if (statement.kind === "import") {
    const names = statement.children.map((entry) => ({
      text: childOf(entry, "name")?.text ?? (entry.text === "" ? (statement.text.split(".")[0] ?? "") : ""),
      entry,
    }));
    const isList = statement.children.every(({ text }) => text !== "" && text !== "*" && text !== "default");
    return names.some(({ text }) => text === "") ? undefined : { module: statement.text, names, isList };
  }
  const module = statement.kind === "declare" ? requiredModule(childOf(statement, "value")) : undefined;
  const target = childOf(statement, "target");
  if (module === undefined || !target) return undefined;
  if (target.kind === "name") return { module, names: [{ text: target.text, entry: target }], isList: false };
  const pairs = target.kind === "object" ? target.children : [];
  const names = pairs.map((entry) => ({ text: entry.children[1]?.text ?? "", entry }));
  return names.length === 0 || names.some(({ text }) => text === "") ? undefined : { module, names, isList: true };
}

/** With the new name in place of the only one of a list, behind which the fix would put it; `undefined` where that is not so. */
function exchangedIn(
  left: Imported["names"],
  { names, isList }: Imported,
  edits: readonly TextEdit[],
): readonly TextEdit[] | undefined {
  const [only] = names;
  if (!isList || !only || names.length > 1 || left.length !== 1) return undefined;
  const { start, end } = only.entry;
  const behind = edits.find(({ span, text }) => span.start === end && span.end === end && text.startsWith(","));
  if (!behind) return undefined;
  return edits.map((edit) => (edit === behind ? { span: { start, end }, text: edit.text.replace(/^,\s*/, "") } : edit));
}

/** The whole line, or some names of a list; nothing where the fix changes something there, or more stands in the line. */
function removalOf(left: Imported["names"], imported: Imported, statement: Node, { edits }: Fix, text: string): Span | undefined {
  const isFree = ({ start, end }: Span): boolean => edits.every(({ span }) => span.end <= start || span.start >= end);
  if (left.length < imported.names.length) {
    const [only, ...more] = left;
    if (!imported.isList || !only || more.length > 0) return undefined;
    const index = imported.names.indexOf(only);
    const before = imported.names[index - 1]?.entry.end;
    const span =
      before === undefined
        ? { start: only.entry.start, end: imported.names[1]?.entry.start ?? 0 }
        : { start: before, end: only.entry.end };
    return isFree(span) ? span : undefined;
  }
  const start = text.lastIndexOf("\n", statement.start - 1) + 1;
  const lead = text.slice(start, statement.start);
  const rest = /^[ \t]*;?[ \t]*(\r?\n|$)/.exec(text.slice(statement.end));
  if (!rest || !/^(?:(?:const|let|var)\s+)?$/.test(lead)) return undefined;
  const end = statement.end + rest[0].length;
  // An import that the fix adds stands at the end of this very line.
  const lines = [
    { start, end },
    { start: start - (/\r?\n$/.exec(text.slice(0, start))?.[0].length ?? 0), end: end - (rest[1]?.length ?? 0) },
  ];
  return lines.find((span, index) => isFree(span) && (index === 0 || span.start < start));
}

/** Anywhere in the text, also in comments and texts: it may be meant by its name. */
function countOf(name: string, text: string): number {
  return text.split(new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`)).length - 1;
}
