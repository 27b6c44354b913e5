/** What a person looks at comes first: the first reading of a folder starts several processes. */

import type { OpenDocument } from "./openDocument.ts";

/** Milliseconds that the first reading leaves to the documents that are open. */
const mostMs = 300;

export interface DocumentsFirst {
  /** Resolves when every open document has findings to show, those of an earlier run included, or when the time for it is over. */
  shown(): Promise<void>;
  /** Call when a document has an analysis. */
  update(): void;
}

export function createDocumentsFirst(documents: ReadonlySet<OpenDocument>): DocumentsFirst {
  let goOn: (() => void) | undefined;
  const areShown = (): boolean => ![...documents].some(isAwaited);
  return {
    shown: () =>
      areShown()
        ? Promise.resolve()
        : new Promise((resolve) => {
            goOn = resolve;
            setTimeout(resolve, mostMs).unref();
          }),
    update() {
      if (goOn && areShown()) goOn();
    },
  };
}

/** Whether an analysis is to come and nothing is known until then. */
export function isAwaited({ analysis, waits, deleted }: OpenDocument): boolean {
  return waits && !analysis && !deleted;
}
