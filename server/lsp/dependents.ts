/** What imports a file that is another one now is analysed again. */

import { isCurrent, type OpenDocument } from "./openDocument.ts";
import type { ReviewRoot } from "./reviewRoot.ts";
import { pathWithin } from "./uris.ts";

export interface Dependents {
  /**
   * An open document has a new analysis.
   *
   * @param version Each version counts once, so that files that import one another come to rest.
   */
  changed(root: ReviewRoot, path: string, version: number): void;
  /** @param file Absolute. An open document counts by its text, not by what is on disk. */
  changedOnDisk(root: ReviewRoot, file: string): void;
}

export function createDependents(analyzeAgain: (document: OpenDocument) => void): Dependents {
  const versions = new Map<string, number>();
  const spread = (root: ReviewRoot, path: string, importsIt: (document: OpenDocument) => boolean): void => {
    root.refreshDependents(path);
    for (const document of root.documents) if (document.path !== path && importsIt(document)) analyzeAgain(document);
  };
  return {
    changed(root, path, version) {
      const key = `${root.dir} ${path}`;
      if (versions.get(key) === version) return;
      versions.set(key, version);
      spread(root, path, (document) => imports(document, path));
    },
    changedOnDisk(root, file) {
      const path = pathWithin(root.dir, file);
      const isOpen = [...root.documents].some((document) => document.path === path);
      // An analysis that is under way may have read what stood there before.
      if (path !== undefined && !isOpen) spread(root, path, (document) => !isCurrent(document) || imports(document, path));
    },
  };
}

function imports(document: OpenDocument, path: string): boolean {
  return document.analysis?.result.imports?.includes(path) ?? false;
}
