/** Finds what a file calls an import that a fix needs, or adds it where the file's imports are. Pure. */

import { mayEmbedCode } from "../../languages/embeddedCode.ts";
import { collectDefinitions } from "../../patterns/scopes.ts";
import type { Node, Tree } from "../../tree/node.ts";
import type { FixContext, FixRefusal, TextEdit } from "../fix.ts";
import { preferredQuote } from "../query/writeLiteral.ts";
import { fromNamedImport, throughNamedImport } from "./namedImports.ts";
import { besideNames, sortedPlace } from "./sortedImports.ts";
import { endsStatements, goesOn } from "./statementEnds.ts";

interface Needed {
  /** As `collectDefinitions` writes it: "secrets", "markupsafe.escape", "crypto". */
  readonly path: string;
  /** What the file is to call it if it has no name for it yet. */
  readonly name: string;
  readonly module: string;
  /** Absent: the module itself. */
  readonly member?: string;
}

interface Names {
  /** By the name in templates, `$CRYPTO`, or by what stands for a name of the module, `$CRYPTO.randomUUID`. */
  readonly names: ReadonlyMap<string, string>;
  readonly edits: readonly TextEdit[];
}

/**
 * @param imports By the name in templates: `import secrets`, `from m import n`; `import crypto from "node:crypto"`, `import { a } from "m"`.
 * @param templates In which these names stand.
 */
export function importNames(
  imports: Readonly<Record<string, string>>,
  templates: readonly string[],
  { tree, path, text }: FixContext,
): Names | FixRefusal {
  const names = new Map<string, string>();
  const edits: TextEdit[] = [];
  const lines: string[] = [];
  const isFree = (name: string): boolean => !isTaken(name, tree.root);
  for (const [placeholder, source] of Object.entries(imports)) {
    const needed = readImport(source);
    if (!needed) return { refused: `the import "${source}" of the rule cannot be read` };
    const known = knownName(needed, tree);
    if (known !== undefined) {
      names.set(placeholder, known);
      continue;
    }
    const named = needed.member === undefined ? throughNamedImport(placeholder, needed.path, templates, tree, isFree) : undefined;
    if (named) {
      for (const [name, written] of named.names) names.set(name, written);
      edits.push(...named.edits);
      continue;
    }
    const { member } = needed;
    const from = member === undefined ? "" : needed.path.slice(0, -member.length - 1);
    const line =
      member !== undefined && tree.language === "python" && isFree(member) ? besideNames(member, from, tree) : undefined;
    if (member !== undefined && line) {
      names.set(placeholder, member);
      edits.push(line);
      continue;
    }
    const beside = member === undefined || tree.language === "python" ? undefined : fromNamedImport([member], from, tree, isFree);
    if (member !== undefined && beside) {
      names.set(placeholder, beside.names.get(member) ?? member);
      edits.push(...beside.edits);
      continue;
    }
    if (!isFree(needed.name)) return { refused: `the name ${needed.name} stands for something else in this file` };
    if (/^node:/.test(needed.module) && runsInBrowser(tree))
      return { refused: `this code runs in a browser, where ${needed.module} does not exist` };
    names.set(placeholder, needed.name);
    lines.push(writeImport(needed, tree, path));
  }
  if (lines.length > 0 && /\.html?$/i.test(path)) return { refused: "a page brings its libraries by elements of its own" };
  return { names, edits: [...edits, ...insertImports(lines, tree, mayEmbedCode(path) ? text : undefined)] };
}

function readImport(source: string): Needed | undefined {
  const whole = /^import ([\w.]+)$/.exec(source);
  if (whole?.[1]) return { path: whole[1], name: whole[1], module: whole[1] };
  const member = /^from ([\w.]+) import (\w+)$/.exec(source) ?? undefined;
  const named = member ? [member[0], member[2], member[1]] : /^import \{ (\w+) \} from "([^"]+)"$/.exec(source);
  if (named?.[1] && named[2])
    return { path: `${named[2].replace(/^node:/, "")}.${named[1]}`, name: named[1], module: named[2], member: named[1] };
  const all = /^import (\w+) from "([^"]+)"$/.exec(source);
  return all?.[1] && all[2] ? { path: all[2].replace(/^node:/, ""), name: all[1], module: all[2] } : undefined;
}

/** A name that stands for it and nothing else in the file. */
function knownName({ path, module, member }: Needed, tree: Tree): string | undefined {
  const definitions = collectDefinitions(tree, true);
  // Python's `import m` gives no other name, so that it is no definition; `import m.n` gives the name of `m`.
  const plain = ({ kind, text, children }: Node): boolean =>
    kind === "import" &&
    (text === module || text.startsWith(`${module}.`)) &&
    children.some((one) => one.text === "" && one.children.length === 0);
  if (member === undefined && tree.language === "python" && tree.root.children.some(plain) && !definitions.has(module))
    return module;
  for (const [name, list] of definitions)
    if (list.every((one) => one.kind === "import" && one.path === path) && isAtTop(list[0]?.node)) return name;
  return undefined;
}

function isAtTop(node: Node | undefined): boolean {
  for (let at = node; at; at = at.parent) if (at.kind === "function" || at.kind === "class") return false;
  return node !== undefined;
}

/** Also a use without a declaration: it means a global of the language. Properties and keys are other names. */
export function isTaken(name: string, within: Node): boolean {
  return anyNode(within, (node) => node.kind === "name" && node.text === name && node.role !== "property");
}

function runsInBrowser(tree: Tree): boolean {
  return anyNode(
    tree.root,
    ({ kind, text, role }) =>
      (kind === "name" && /^(window|document|localStorage|sessionStorage)$/.test(text) && role !== "property") ||
      (kind === "string" && text === "use client"),
  );
}

function anyNode(root: Node, test: (node: Node) => boolean): boolean {
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (test(node)) return true;
    pending.push(...node.children);
  }
  return false;
}

function writeImport({ name, module, member }: Needed, tree: Tree, path: string): string {
  if (tree.language === "python") return member === undefined ? `import ${module}` : `from ${module} import ${member}`;
  const quote = preferredQuote(tree);
  const end = endsStatements(tree) ? ";" : "";
  const from = `${quote}${module}${quote}`;
  if (usesRequire(tree, path)) return `const ${member === undefined ? name : `{ ${member} }`} = require(${from})${end}`;
  return `import ${member === undefined ? `* as ${name}` : `{ ${member} }`} from ${from}${end}`;
}

function usesRequire({ root, language }: Tree, path: string): boolean {
  if (root.children.some(({ kind }) => kind === "import" || kind === "export")) return false;
  if (language !== "javascript" || path.endsWith(".mjs") || mayEmbedCode(path)) return false;
  return true;
}

/**
 * One line where the file's order has its place; else all of them behind the imports that are there.
 *
 * @param around The text of the file, where the code is a part of it.
 */
function insertImports(lines: readonly string[], tree: Tree, around: string | undefined): readonly TextEdit[] {
  const [line, another] = lines;
  if (line === undefined) return [];
  const sorted = tree.language === "python" && another === undefined ? sortedPlace(line, tree) : undefined;
  return [sorted ?? behindImports(lines, tree, around)];
}

/** After the last import of the file's head; else after what must stand first. */
function behindImports(lines: readonly string[], tree: Tree, around: string | undefined): TextEdit {
  const { text, root } = tree;
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const last = root.children.filter((node) => isImport(node)).at(-1);
  const anchor = last ?? headOf(root);
  if (!anchor && around !== undefined) {
    const at = /^\s*/.exec(text)?.[0].length ?? 0;
    const indent = /(?:^|\n)([ \t]*)$/.exec(around.slice(0, at))?.[1] ?? "";
    return { span: { start: at, end: at }, text: `${lines.join(newline + indent)}${newline}${newline}${indent}` };
  }
  if (!anchor) {
    const shebang = /^#![^\n]*\n/.exec(text)?.[0].length ?? 0;
    const comment = /^(?:[ \t]*(?:#|\/\/)[^\n]*\n)*/.exec(text.slice(shebang))?.[0].length ?? 0;
    const at = shebang + (tree.language === "python" ? comment : 0);
    const written = separated(lines, at, tree).map((line) => line + newline);
    return { span: { start: at, end: at }, text: written.join("") + newline };
  }
  const rest = /[^\r\n]*/.exec(text.slice(anchor.end))?.[0].length ?? 0;
  const at = anchor.end + rest;
  const gap = last ? "" : newline;
  const written = separated(lines, at, tree).map((line) => newline + line);
  return { span: { start: at, end: at }, text: gap + written.join("") };
}

/** The last `require()` keeps its semicolon where the code behind it would go on with it. */
function separated(lines: readonly string[], at: number, { text }: Tree): readonly string[] {
  if (!goesOn(text.slice(at))) return lines;
  return lines.map((line, index) => (index === lines.length - 1 && /^const .*\)$/.test(line) ? `${line};` : line));
}

/** `import`, and at the top level `const m = require("m")`. */
function isImport(node: Node): boolean {
  if (node.kind === "import") return true;
  const value = node.kind === "declare" ? node.children.find(({ role }) => role === "value") : undefined;
  const call = value?.kind === "member" ? value.children[0] : value;
  return call?.kind === "call" && call.children[0]?.text === "require" && call.children[1]?.kind === "string";
}

/** A docstring or "use strict". */
function headOf({ children: [first] }: Node): Node | undefined {
  return first?.kind === "string" ? first : undefined;
}
