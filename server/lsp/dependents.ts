/** What imports a file that is another one now is analysed again. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { importsPath, isCurrent, type OpenDocument } from "./openDocument.ts";
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
  /** What became another one while a document was analysed, which may have read what it was before. */
  const meanwhile = new Map<OpenDocument, Set<string>>();
  const spread = (root: ReviewRoot, path: string, delayMs: number): void =>
    root.refreshDependents(path, delayMs, () => {
      for (const document of [...root.documents]) {
        if (document.path === path) continue;
        if (importsPath(document, path)) analyzeAgain(document);
        else if (!isCurrent(document)) meanwhile.set(document, new Set(meanwhile.get(document)).add(path));
      }
    });
  return {
    changed(root, document) {
      const { path, text } = document;
      const others = meanwhile.get(document) ?? [];
      meanwhile.delete(document);
      if ([...others].some((other) => importsPath(document, other))) analyzeAgain(document);
      const key = `${root.dir} ${path}`;
      const now = text.getText();
      const before = texts.has(key) ? texts.get(key) : onDisk(root, path);
      texts.set(key, now);
      if (before !== now) spread(root, path, restMs);
    },
    closed(root, document) {
      const { path, text, openedText } = document;
      const key = `${root.dir} ${path}`;
      // It may have been analysed with neither of both, and may be saved by now.
      const imported = [texts.get(key) ?? openedText, text.getText()];
      meanwhile.delete(document);
      texts.delete(key);
      const now = onDisk(root, path);
      if (imported.some((one) => one !== now)) spread(root, path, 0);
    },
    changedOnDisk(root, file) {
      const path = pathWithin(root.dir, file);
      const isOpen = [...root.documents].some((document) => document.path === path);
      if (path !== undefined && !isOpen) spread(root, path, 0);
    },
  };
}

function onDisk(root: ReviewRoot, path: string): string | undefined {
  try {
    return readFileSync(join(root.dir, path), "utf8");
  } catch {
    return undefined;
  }
}
