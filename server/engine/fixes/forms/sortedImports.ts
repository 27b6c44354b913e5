/** Where a new import of Python's standard library belongs in a file that sorts its imports as isort does. Pure. */

import type { Node, Tree } from "../../tree/node.ts";
import type { TextEdit } from "../fix.ts";

/** Of the standard library; other names are those of packages or of the project itself. */
const standard = new Set(
  (
    "abc argparse ast asyncio base64 binascii bz2 calendar cgi codecs collections concurrent configparser contextlib copy csv ctypes dataclasses datetime " +
    "decimal difflib email enum errno fcntl fnmatch fractions ftplib functools gc getpass gettext glob gzip hashlib heapq hmac html http imaplib importlib " +
    "inspect io ipaddress itertools json locale logging lzma marshal math mimetypes multiprocessing numbers operator os pathlib pickle pipes platform " +
    "poplib pprint pty pwd queue random re sched secrets select shelve shlex shutil signal smtplib socket socketserver sqlite3 ssl stat statistics string " +
    "struct subprocess sys tarfile telnetlib tempfile textwrap threading time timeit tomllib traceback types typing unicodedata unittest urllib uuid " +
    "warnings weakref xml xmlrpc zipfile zlib zoneinfo"
  ).split(" "),
);

interface Line {
  readonly node: Node;
  /** `import os` stands before `from os import path`. */
  readonly isFrom: boolean;
  readonly module: string;
}

/**
 * @param line `import html`, `from html import escape`.
 * @returns Beside others of the standard library where these stand among packages; nothing where the line is none of it, or its block is in no order.
 */
export function sortedPlace(line: string, tree: Tree): TextEdit | undefined {
  const added = readLine(line);
  if (!added || !isStandard(added)) return undefined;
  const blocks = blocksOf(tree);
  const newline = tree.text.includes("\r\n") ? "\r\n" : "\n";
  const own = blocks.find((block) => block.every(isStandard));
  const [first] = blocks[0] ?? [];
  if (!own) {
    const beside = blocks.flat().filter(isStandard);
    if (first && beside.length === 0) return before(first.node, line + newline + newline);
    const last = beside.filter(({ isFrom }) => isFrom === added.isFrom || added.isFrom).at(-1);
    if (last) return after(last.node, newline + line, tree.text);
    return beside[0] && before(beside[0].node, line + newline);
  }
  if (!own.every((one, index) => index === 0 || !isBefore(one, own[index - 1] ?? one))) return undefined;
  const next = own.find((one) => isBefore(added, one));
  if (next) return before(next.node, line + newline);
  const last = own.at(-1);
  return last && after(last.node, newline + line, tree.text);
}

function isStandard({ module }: Pick<Line, "module">): boolean {
  return standard.has(module.split(".")[0] ?? "");
}

function readLine(text: string): Omit<Line, "node"> | undefined {
  const found = /^(from|import) ([\w.]+)/.exec(text);
  return found?.[2] === undefined ? undefined : { isFrom: found[1] === "from", module: found[2].toLowerCase() };
}

function isBefore(a: Omit<Line, "node">, b: Omit<Line, "node">): boolean {
  return a.isFrom === b.isFrom ? a.module < b.module : b.isFrom;
}

/** The imports at the head of the file, apart by the empty lines between them; what must stand first is none of them. */
function blocksOf({ root, text }: Tree): Line[][] {
  const blocks: Line[][] = [];
  let end = -1;
  for (const node of root.children) {
    if (node.kind === "string" && end < 0) continue;
    const read = node.kind === "import" ? readLine(text.slice(node.start, node.end)) : undefined;
    if (!read) break;
    if (read.module === "__future__") continue;
    const block = end < 0 || /\n[ \t]*\r?\n/.test(text.slice(end, node.start)) ? undefined : blocks.at(-1);
    if (block) block.push({ ...read, node });
    else blocks.push([{ ...read, node }]);
    end = node.end;
  }
  return blocks;
}

function before({ start }: Node, text: string): TextEdit {
  return { span: { start, end: start }, text };
}

function after({ end }: Node, text: string, whole: string): TextEdit {
  const at = end + (/[^\r\n]*/.exec(whole.slice(end))?.[0].length ?? 0);
  return { span: { start: at, end: at }, text };
}

/** What Black leaves on one line. */
const longest = 88;

/**
 * @param module Of which the file has `from m import a, b`, on one line.
 * @returns The edit that gives that line the name too, in the order that isort gives names where it is in one; nothing where there is no such line.
 */
export function besideNames(name: string, module: string, { root, text }: Tree): TextEdit | undefined {
  for (const node of root.children) {
    const line = node.kind === "import" ? text.slice(node.start, node.end) : "";
    const list = /^from ([\w.]+) import ([\w, ]+)$/.exec(line);
    const rest = /[^\r\n]*/.exec(text.slice(node.end))?.[0] ?? "";
    if (list?.[1] !== module || rest !== "" || line.length + name.length + 2 > longest || / as /.test(line)) continue;
    const names = node.children;
    const isSorted = names.every((one, index) => index === 0 || isAfter(one.text, names[index - 1]?.text ?? ""));
    const next = isSorted ? names.find((one) => isAfter(one.text, name)) : undefined;
    if (next) return before(next, `${name}, `);
    return { span: { start: node.end, end: node.end }, text: `, ${name}` };
  }
  return undefined;
}

/** Constants, classes, then the others (isort's `order_by_type`). */
function isAfter(one: string, other: string): boolean {
  const rank = (name: string): number => (/^[A-Z_0-9]{2,}$/.test(name) ? 0 : /^[A-Z]/.test(name) ? 1 : 2);
  if (rank(one) !== rank(other)) return rank(one) > rank(other);
  return one.toLowerCase() > other.toLowerCase();
}
