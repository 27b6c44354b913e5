/** Reads packages' archives in memory: regular files only, by names that stay inside; nothing in them is run. */

import { gunzipSync, inflateRawSync } from "node:zlib";

export interface ArchivedFile {
  /** Relative, with `/`; never absolute, and without `..`. */
  readonly name: string;
  readonly content: Buffer;
}

/** Bytes that one archive may unpack to. */
const mostUnpacked = 400_000_000;

/**
 * A `.tgz` as npm makes it: ustar, names of more than 100 characters in the prefix or in a pax header. Links and devices are left out.
 *
 * @throws When it is not such an archive, or holds too much.
 */
export function readTarball(archive: Buffer): ArchivedFile[] {
  const tar = gunzipSync(archive, { maxOutputLength: mostUnpacked });
  const files: ArchivedFile[] = [];
  let longName: string | undefined;
  for (let at = 0; at + 512 <= tar.length; ) {
    const header = tar.subarray(at, at + 512);
    if (header.every((byte) => byte === 0)) break;
    const size = Number.parseInt(textIn(header, 124, 12).trim() || "0", 8);
    if (!(size >= 0) || at + 512 + size > tar.length) throw new Error("The tarball is damaged.");
    const content = tar.subarray(at + 512, at + 512 + size);
    const type = String.fromCharCode(header[156] ?? 0);
    const prefix = textIn(header, 257, 5) === "ustar" ? textIn(header, 345, 155) : "";
    const name = longName ?? (prefix === "" ? textIn(header, 0, 100) : `${prefix}/${textIn(header, 0, 100)}`);
    longName = type === "x" ? /(?:^|\n)\d+ path=(.*)\n/.exec(content.toString())?.[1] : undefined;
    if ((type === "0" || type === "\0") && staysInside(name)) files.push({ name, content });
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

/**
 * A wheel: a zip archive without encryption. Links, which a zip marks in the file's mode, are left out.
 *
 * @throws When it is not such an archive, or holds too much.
 */
export function readZip(archive: Buffer): ArchivedFile[] {
  const end = archive.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  if (end < 0) throw new Error("The archive is no zip file.");
  const files: ArchivedFile[] = [];
  let at = archive.readUInt32LE(end + 16);
  let unpacked = 0;
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error("The zip file is damaged.");
    const lengths = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    const name = archive.toString("utf8", at + 46, at + 46 + (lengths[0] ?? 0));
    const isLink = archive.readUInt32LE(at + 38) >>> 28 === 0xa;
    if (!isLink && !name.endsWith("/") && staysInside(name)) {
      const content = entryOf(archive, at, mostUnpacked - unpacked);
      unpacked += content.length;
      files.push({ name, content });
    }
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return files;
}

function entryOf(archive: Buffer, directory: number, most: number): Buffer {
  const method = archive.readUInt16LE(directory + 10);
  const length = archive.readUInt32LE(directory + 20);
  const local = archive.readUInt32LE(directory + 42);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + length);
  if (method !== 0 && method !== 8) throw new Error(`The zip file uses method ${method}.`);
  const content = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  if (content.length > most) throw new Error("The archive unpacks to too much.");
  return content;
}

function textIn(header: Buffer, start: number, length: number): string {
  const field = header.toString("utf8", start, start + length);
  const end = field.indexOf("\0");
  return end < 0 ? field : field.slice(0, end);
}

function staysInside(name: string): boolean {
  if (name === "" || /^[/\\]|^[a-zA-Z]:|[\\\0]/.test(name)) return false;
  return !name.split("/").some((part) => part === ".." || part === ".");
}
