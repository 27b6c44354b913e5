/** Shows one page of the panel in a webview view, and passes on what the person does there. */

import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { pageHtml } from "./pageHtml.ts";
import type { Page } from "./pageModel.ts";

export interface PageActions {
  /** A command of this extension, without its prefix; only those that a button of the present page names. */
  command(name: string): void;
  /** A step of the path of the data, zero-based. */
  step(index: number): void;
}

export class PageView implements vscode.WebviewViewProvider {
  private view: vscode.WebviewView | undefined;
  private page: Page | undefined;
  private readonly media: vscode.Uri;
  private readonly title: string;
  private readonly actions: PageActions;

  constructor(extensionUri: vscode.Uri, title: string, actions: PageActions) {
    this.media = vscode.Uri.joinPath(extensionUri, "media");
    this.title = title;
    this.actions = actions;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const { webview } = view;
    webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [this.media] };
    webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    view.onDidDispose(() => {
      if (this.view === view) this.view = undefined;
    });
    webview.html = pageHtml({
      language: vscode.env.language,
      title: this.title,
      cspSource: webview.cspSource,
      nonce: randomBytes(16).toString("base64url"),
      styleUri: webview.asWebviewUri(vscode.Uri.joinPath(this.media, "panel.css")).toString(),
      scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(this.media, "panel.js")).toString(),
    });
    this.view = view;
  }

  /** Sends the page when it differs from the one on screen. */
  show(page: Page): void {
    if (JSON.stringify(page) === JSON.stringify(this.page)) return;
    this.page = page;
    this.send();
  }

  /** Opens the view without taking the focus; it must have been opened once for that to work without it. */
  reveal(): void {
    this.view?.show(true);
  }

  private send(): void {
    if (this.view && this.page) void this.view.webview.postMessage({ type: "page", page: this.page });
  }

  private receive(message: unknown): void {
    if (typeof message !== "object" || message === null || !("type" in message)) return;
    if (message.type === "ready") this.send();
    if (
      message.type === "command" &&
      "command" in message &&
      this.page?.buttons.some(({ command }) => command === message.command)
    )
      this.actions.command(String(message.command));
    if (message.type === "step" && "index" in message && typeof message.index === "number") this.actions.step(message.index);
  }
}
