/** What a fresh process finds: the state that the language server must have come to. */

import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dist, type LspClient } from "../lsp/client.ts";

export interface ColdScan {
  readonly status: number | null;
  /** "a.js test.danger:2", sorted. */
  readonly findings: readonly string[];
  readonly notReviewed: readonly { readonly path?: string; readonly reason: string; readonly detail: string }[];
  readonly stderr: string;
}

interface ReviewJson {
  readonly findings: readonly {
    readonly path: string;
    readonly ruleId: string;
    readonly start: { readonly line: number };
    readonly introduced?: boolean;
    readonly suppression?: unknown;
  }[];
  readonly notReviewed: ColdScan["notReviewed"];
}

export function runCli(args: readonly string[], cwd: string, timeoutMs = 90_000) {
  return spawnSync(process.execPath, [join(dist, "cli.js"), ...args], {
    cwd,
    encoding: "utf8",
    timeout: timeoutMs,
    maxBuffer: 1 << 28,
  });
}

/** `linewarden review --format json`, as the state of an editor. */
export function coldScan(dir: string, ...more: readonly string[]): ColdScan {
  const { status, stdout, stderr } = runCli(["review", dir, "--format", "json", ...more], dir);
  if (stdout === "") throw new Error(`The command line said nothing: ${status} ${stderr}`);
  const json = JSON.parse(stdout) as ReviewJson;
  const findings = json.findings
    .filter((finding) => finding.introduced !== false && !finding.suppression)
    .map((finding) => `${finding.path} ${finding.ruleId}:${finding.start.line}`);
  return { status, findings: findings.sort(), notReviewed: json.notReviewed, stderr };
}

/** What the editor shows, in the same form. */
export function shownState(client: LspClient, dir: string): string[] {
  const top = `${realpathSync(dir)}/`;
  return client
    .state()
    .flatMap((line) => {
      const [uri = "", ...found] = line.split(" ");
      return found.map((one) => `${fileURLToPath(uri).slice(top.length)} ${one}`);
    })
    .sort();
}
