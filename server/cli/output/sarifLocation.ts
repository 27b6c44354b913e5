/** Places and sentences as SARIF wants them. */

import path from "node:path";
import { pathToFileURL } from "node:url";

/** Name of the base of all relative URIs. */
export const rootId = "SRCROOT";

/** A relative URI under the root, or a file URI for a path outside of it (a rule file). */
export function artifactLocation(file: string): Record<string, unknown> {
  if (path.isAbsolute(file)) return { uri: pathToFileURL(file).href };
  return { uri: file.split("/").map(encodeSegment).join("/"), uriBaseId: rootId };
}

export function folderUri(folder: string): string {
  return pathToFileURL(folder.endsWith(path.sep) ? folder : folder + path.sep).href;
}

/** Viewers cut a message after its first sentence, so each must end as one. */
export function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A lone surrogate, which a file name on Windows may have, is no URI. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(Buffer.from(segment).toString());
}
