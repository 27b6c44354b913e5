/** Work-done progress in the editor for a long review, which the user may cancel. */

import type { Connection } from "vscode-languageserver/node";
import type { Translate } from "../review/translate.ts";
import type { ClientFeatures } from "./clientFeatures.ts";

export interface ReviewProgress {
  report(done: number, total: number): void;
  readonly signal: AbortSignal;
  end(): void;
}

interface ProgressWords {
  readonly features: ClientFeatures;
  readonly t: Translate;
}

/** Nothing is shown for work that ends before `afterMs`. */
export function startProgress(
  connection: Connection,
  { features, t }: ProgressWords,
  title: string,
  afterMs: number,
): ReviewProgress {
  const abort = new AbortController();
  let ended = false;
  let shown: Awaited<ReturnType<Connection["window"]["createWorkDoneProgress"]>> | undefined;
  let lastPercent = -1;
  const show = async (): Promise<void> => {
    const progress = await connection.window.createWorkDoneProgress();
    if (ended) return;
    shown = progress;
    progress.begin(title, 0, undefined, features.cancellableProgress);
    progress.token.onCancellationRequested(() => abort.abort());
  };
  const timer = setTimeout(() => {
    if (features.progress) show().catch(() => {});
  }, afterMs);
  return {
    signal: abort.signal,
    report(done, total) {
      const percent = Math.floor((100 * done) / Math.max(1, total));
      if (!shown || percent === lastPercent) return;
      lastPercent = percent;
      shown.report(percent, t("{0} of {1} files", done, total));
    },
    end() {
      ended = true;
      clearTimeout(timer);
      shown?.done();
      shown = undefined;
    },
  };
}
