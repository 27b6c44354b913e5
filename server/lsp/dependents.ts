/** What imports a file that is another one now is analysed again. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isCurrent, type OpenDocument } from "./openDocument.ts";
import type { ReviewRoot } from "./reviewRoot.ts";
import { pathWithin } from "./uris.ts";

export interface Dependents {
  /** An open document has a new analysis. Once the editing rests, what imports it is analysed; files that import one another come to rest. */
  changed(root: ReviewRoot, document: OpenDocument): void;
  /** From here on it counts as it stands on disk. */
  closed(root: ReviewRoot, document: OpenDocument): void;
  /** @param file Absolute. An open document counts by its text, not by what is on disk. */
  changedOnDisk(root: ReviewRoot, file: string): void;
}

/** Milliseconds: with each key, what imports the file would keep its own analysis waiting. */
const restMs = 500;

export function createDependents(analyzeAgain: (document: OpenDocument) => void): Dependents {
  /** The texts that open documents were last imported with. */
  const texts = new Map<string, string | undefined>();
  const spread = (root: ReviewRoot, path: string, delayMs: number, importsIt = importsOf(path)): void =>
    root.refreshDependents(path, delayMs, () => {
      for (const document of [...root.documents]) if (document.path !== path && importsIt(document)) analyzeAgain(document);
    });
  return {
    changed(root, { path, text }) {
      const key = `${root.dir} ${path}`;
      const now = text.getText();
      const before = texts.has(key) ? texts.get(key) : onDisk(root, path);
      texts.set(key, now);
      if (before !== now) spread(root, path, restMs);
    },
    closed(root, { path, text }) {
      texts.delete(`${root.dir} ${path}`);
      if (onDisk(root, path) !== text.getText()) spread(root, path, 0);
    },
    changedOnDisk(root, file) {
      const path = pathWithin(root.dir, file);
      const isOpen = [...root.documents].some((document) => document.path === path);
      // An analysis that is under way may have read what stood there before.
      if (path !== undefined && !isOpen) spread(root, path, 0, (document) => !isCurrent(document) || importsOf(path)(document));
    },
  };
}

function importsOf(path: string): (document: OpenDocument) => boolean {
  return (document) => document.analysis?.result.imports?.includes(path) ?? false;
}

function onDisk(root: ReviewRoot, path: string): string | undefined {
  try {
    return readFileSync(join(root.dir, path), "utf8");
  } catch {
    return undefined;
  }
}
