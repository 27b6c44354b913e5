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
 * @returns Nothing where the line is none of the standard library, or the file's imports are in no order.
 */
export function sortedPlace(line: string, tree: Tree): TextEdit | undefined {
  const added = readLine(line);
  if (!added || !isStandard(added)) return undefined;
  const blocks = blocksOf(tree);
  const newline = tree.text.includes("\r\n") ? "\r\n" : "\n";
  const own = blocks.find((block) => block.every(isStandard));
  const [first] = blocks[0] ?? [];
  if (!own)
    return first && !blocks.some((block) => block.some(isStandard)) ? before(first.node, line + newline + newline) : undefined;
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
