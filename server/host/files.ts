/** Reads one file as text, or says why it cannot be: never follows a link, never blocks on a pipe, never reads past the limit. */

import { constants, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { NotReviewed } from "../engine/findings/finding.ts";
import { codeOf, messageOf } from "./userError.ts";

/** Bytes; the default of the setting `linewarden.maxFileSizeMb` is the same. */
export const defaultMaxBytes = 5 * 1024 * 1024;

interface TextContent {
  /** Without a byte order mark, so that offsets are those of the editor's document. */
  readonly text: string;
  readonly byteOrderMark: boolean;
  /** Size on disk. */
  readonly bytes: number;
}

export type ReadText = TextContent | { readonly unread: Pick<NotReviewed, "reason" | "detail"> };
export type ReadBytes =
  | { readonly bytes: Buffer; readonly stats: Stats }
  | { readonly unread: Pick<NotReviewed, "reason" | "detail"> };

/** @param file Absolute path. @returns The text, or why it is not reviewed. Never throws. */
export async function readTextFile(file: string, maxBytes: number = defaultMaxBytes): Promise<ReadText> {
  const read = await readBytes(file, maxBytes);
  return "unread" in read ? read : decodeText(read.bytes);
}

/** Strict UTF-8: a file with other bytes is not reviewed rather than reviewed as something that it is not. */
export function decodeText(bytes: Buffer): ReadText {
  // The same test as git's: a NUL among the first 8000 bytes.
  const zero = bytes.subarray(0, 8000).indexOf(0);
  const first = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  if (first === 0xfffe || first === 0xfeff)
    return { unread: { reason: "invalid UTF-8", detail: "The file is UTF-16; only UTF-8 is read." } };
  if (zero >= 0) return { unread: { reason: "binary", detail: `The file is binary: byte ${zero} is zero.` } };
  const byteOrderMark = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, byteOrderMark, bytes: bytes.length };
  } catch {
    return { unread: { reason: "invalid UTF-8", detail: "The file is not valid UTF-8." } };
  }
}

/** @returns The bytes of a regular file, or why not. Never throws. */
export async function readBytes(file: string, maxBytes: number): Promise<ReadBytes> {
  let handle: FileHandle | undefined;
  try {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
    handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat();
    if (stats.isDirectory()) return { unread: { reason: "unreadable", detail: "It is a folder." } };
    if (!stats.isFile()) return { unread: { reason: "unreadable", detail: "It is not a regular file." } };
    if (stats.size > maxBytes) return { unread: tooLarge(stats.size, maxBytes) };
    const bytes = await readAll(handle, stats.size, maxBytes);
    return bytes.length > maxBytes ? { unread: tooLarge(bytes.length, maxBytes) } : { bytes, stats };
  } catch (error) {
    return { unread: whyUnread(error) };
  } finally {
    await handle?.close();
  }
}

export function tooLarge(bytes: number, maxBytes: number): Pick<NotReviewed, "reason" | "detail"> {
  const mb = (count: number): string => `${(count / 1024 / 1024).toFixed(count < 10_485_760 ? 1 : 0)} MB`;
  return { reason: "too large", detail: `The file has ${mb(bytes)}; the limit is ${mb(maxBytes)}.` };
}

/** A file that grows while it is read ends one byte past the limit. */
async function readAll(handle: FileHandle, size: number, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let total = 0;
  for (let want = size + 1; total <= maxBytes; want = 65_536) {
    const buffer = Buffer.allocUnsafe(Math.max(1, Math.min(want, maxBytes + 1 - total)));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
    if (bytesRead === 0) break;
    chunks.push(buffer.subarray(0, bytesRead));
    total += bytesRead;
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

const reasons: Readonly<Record<string, Pick<NotReviewed, "reason" | "detail">>> = {
  ELOOP: { reason: "symbolic link", detail: "It is a symbolic link; links are not followed." },
  EMLINK: { reason: "symbolic link", detail: "It is a symbolic link; links are not followed." },
  ENOENT: { reason: "unreadable", detail: "It does not exist any more." },
  EACCES: { reason: "unreadable", detail: "Permission denied." },
  EPERM: { reason: "unreadable", detail: "Permission denied." },
};

function whyUnread(error: unknown): Pick<NotReviewed, "reason" | "detail"> {
  return reasons[codeOf(error)] ?? { reason: "unreadable", detail: messageOf(error) };
}
