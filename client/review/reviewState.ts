/** Holds what the server last said of every folder, and tells the views when that changes. */

import * as vscode from "vscode";
import type { FolderReview } from "../../server/protocol.ts";
import type { ServerState } from "../languageClient.ts";
import { hasChange } from "./checklistRows.ts";
import { emptyState } from "./emptyState.ts";

/** A server that comes back within this time leaves no trace in the views, in milliseconds. */
const keepMs = 5_000;

export class ReviewState implements vscode.Disposable {
  private readonly emitter = new vscode.EventEmitter<void>();
  private expiry: NodeJS.Timeout | undefined;
  private readonly keys = new Map<string, unknown>();
  private readonly progressEmitter = new vscode.EventEmitter<void>();
  private readonly work = new Map<string | number, string>();
  readonly onDidChange = this.emitter.event;
  /** Comes often: what hangs on it must be little work. */
  readonly onDidProgress = this.progressEmitter.event;
  /** How far a long review is, in words. */
  progress: string | undefined;
  /** `undefined` until the first review came, and again when the server has been away for long: nothing stale is shown. */
  reviews: readonly FolderReview[] | undefined;
  server: ServerState["state"] = "starting";

  setReviews(reviews: readonly FolderReview[]): void {
    clearTimeout(this.expiry);
    this.reviews = reviews;
    this.changed();
  }

  setServer(server: ServerState["state"]): void {
    if (server === this.server) return;
    this.server = server;
    clearTimeout(this.expiry);
    if (server !== "running") {
      this.work.clear();
      this.showProgress();
      this.expiry = setTimeout(() => this.forget(), keepMs);
    }
    this.changed();
  }

  /** Of several pieces of work at once the one that began last is shown, and when it ends the one before it. */
  setProgress(work: string | number, words: string | undefined): void {
    if (words === undefined) this.work.delete(work);
    else this.work.set(work, words);
    this.showProgress();
  }

  private showProgress(): void {
    const words = [...this.work.values()].at(-1);
    if (words === this.progress) return;
    this.progress = words;
    this.progressEmitter.fire();
  }

  dispose(): void {
    clearTimeout(this.expiry);
    this.emitter.dispose();
    this.progressEmitter.dispose();
  }

  private forget(): void {
    this.reviews = undefined;
    this.changed();
  }

  private changed(): void {
    const reviews = this.reviews ?? [];
    this.setKey("linewarden.server", this.server);
    this.setKey("linewarden.empty", emptyState(this.server, this.reviews));
    this.setKey("linewarden.hasChange", reviews.some(hasChange));
    this.setKey(
      "linewarden.hasFindings",
      reviews.some(({ files }) => files.some(({ findings }) => findings.length > 0)),
    );
    this.emitter.fire();
  }

  private setKey(key: string, value: unknown): void {
    if (this.keys.get(key) === value) return;
    this.keys.set(key, value);
    void vscode.commands.executeCommand("setContext", key, value);
  }
}
