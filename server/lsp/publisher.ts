/** Sends diagnostics: at once after a pause, at most four times a second for each file, and empties files that left. */

import type { Diagnostic } from "vscode-languageserver/node";

export interface Published {
  readonly diagnostics: readonly Diagnostic[];
  /** Version of the open document that they were computed on. */
  readonly version?: number;
}

export interface Publisher {
  /** `read` is asked when it is this file's turn, so that a burst ends with its last state. */
  publish(uri: string, read: () => Published | undefined): void;
  /** The diagnostics vanish, as soon as the rate allows. */
  clear(uri: string): void;
  /** Files that show at least one diagnostic now. */
  shown(): readonly string[];
  dispose(): void;
}

export interface PublisherOptions {
  send(uri: string, published: Published): void;
  /** Milliseconds, monotonic. */
  now(): number;
}

const perWindow = 4;
/** A little more than a second: the sends of one window are then never more than four in any second at the other end. */
const windowMs = 1_050;

interface FileState {
  readonly sent: number[];
  last: string;
  read: (() => Published | undefined) | undefined;
  timer: NodeJS.Timeout | undefined;
}

export function createPublisher({ send, now }: PublisherOptions): Publisher {
  const files = new Map<string, FileState>();

  const flush = (uri: string, file: FileState): void => {
    const published = file.read?.();
    file.read = undefined;
    if (!published) return;
    const text = JSON.stringify(published.diagnostics);
    // An open document gets an answer for each version; a closed file only when something changed.
    const seen = `${published.version ?? ""} ${text}`;
    if (seen === file.last || (published.version === undefined && text === "[]" && file.last === "")) return;
    file.last = text === "[]" && published.version === undefined ? "" : seen;
    file.sent.push(now());
    send(uri, published);
  };
  const publish = (uri: string, read: () => Published | undefined): void => {
    const file = files.get(uri) ?? { sent: [], last: "", read: undefined, timer: undefined };
    files.set(uri, file);
    file.read = read;
    if (file.timer) return;
    while (file.sent.length > 0 && (file.sent[0] ?? 0) <= now() - windowMs) file.sent.shift();
    if (file.sent.length < perWindow) {
      flush(uri, file);
      return;
    }
    file.timer = setTimeout(
      () => {
        file.timer = undefined;
        file.sent.shift();
        flush(uri, file);
      },
      (file.sent[0] ?? 0) + windowMs - now(),
    );
  };
  return {
    publish,
    clear(uri) {
      if (files.has(uri)) publish(uri, () => ({ diagnostics: [] }));
    },
    shown: () => [...files].filter(([, file]) => file.last !== "" && !file.last.endsWith(" []")).map(([uri]) => uri),
    dispose() {
      for (const file of files.values()) clearTimeout(file.timer);
      files.clear();
    },
  };
}
