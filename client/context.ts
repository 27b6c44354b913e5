/** What the commands and views work with. */

import type * as vscode from "vscode";
import type { ViewFinding } from "../server/protocol.ts";
import type { Translate } from "../server/review/translate.ts";
import type { ServerConnection } from "./languageClient.ts";
import type { ReviewState } from "./review/reviewState.ts";

export interface ClientContext {
  readonly t: Translate;
  readonly log: vscode.LogOutputChannel;
  readonly connection: ServerConnection;
  readonly state: ReviewState;
  /** The finding on the Finding page. */
  readonly chosen: {
    get(): ViewFinding | undefined;
    set(finding: ViewFinding): void;
  };
}

/** Commands by their name without the prefix `linewarden.`; arguments come from menus, key bindings and other extensions. */
export type Commands = Readonly<Record<string, (...values: unknown[]) => unknown>>;
