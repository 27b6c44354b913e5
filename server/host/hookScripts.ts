/** The text of the git hooks: our part of a hook file, put in and taken out without touching the rest. */

import { createHash } from "node:crypto";

/** Hooks that stop a commit, and hooks that only notice one that no other hook saw. */
export const gateHooks = ["pre-commit", "pre-merge-commit"] as const;
export const noticeHooks = ["post-commit", "post-rewrite", "post-applypatch"] as const;
export type HookName = (typeof gateHooks)[number] | (typeof noticeHooks)[number];
export const hookNames: readonly HookName[] = [...gateHooks, ...noticeHooks];

/** What a hook that was there before is kept as, in the same folder. */
export const keptSuffix = ".kept-by-linewarden";
const marker = "# Linewarden's gate: put here by `linewarden gate install`, taken out by `linewarden gate remove`.";

export function isOurHook(text: string): boolean {
  return text.includes(marker);
}

/** True for a hook of ours, of this or an older version, that nobody changed since it was written. */
export function isUnedited(text: string): boolean {
  const cut = text.lastIndexOf("# checksum ");
  return cut >= 0 && text.slice(cut) === checksumLine(text.slice(0, cut));
}

function checksumLine(body: string): string {
  return `# checksum ${createHash("sha256").update(body).digest("hex").slice(0, 16)}\n`;
}

/**
 * A hook file of ours. A hook that stood here before runs first, with the same arguments, input and standing: when it
 * fails, the commit stops with its own exit code. git runs hooks at the top of the work tree.
 *
 * @param isShared The file stands in the work tree and may be committed: it lets commits pass in a clone where nobody installed the gate,
 *   and says so. Where somebody did, a launcher that is gone stops the commit as everywhere.
 */
export function hookScript(name: HookName, isShared = false): string {
  const body = hookBody(name, isShared);
  return body + checksumLine(body);
}

function hookBody(name: HookName, isShared: boolean): string {
  const blocks = gateHooks.some((gate) => gate === name);
  const kept = `kept="$(dirname "$0")/${name}${keptSuffix}"`;
  const launch = 'launcher="$(git rev-parse --git-common-dir)/linewarden/launch"';
  if (name === "post-rewrite") {
    // Both read the list of rewritten commits on standard input.
    return `#!/bin/sh
${marker}
${kept}
${launch}
rewritten=$(cat)
code=0
if [ -x "$kept" ]; then printf '%s\\n' "$rewritten" | "$kept" "$@"; code=$?; fi
if [ -f "$launcher" ]; then printf '%s\\n' "$rewritten" | sh "$launcher" gate --hook ${name} "$@"; fi
exit $code
`;
  }
  return `#!/bin/sh
${marker}
${kept}
${launch}
${blocks ? `if [ -x "$kept" ]; then "$kept" "$@" || exit $?; fi` : `code=0\nif [ -x "$kept" ]; then "$kept" "$@"; code=$?; fi`}
${isShared ? notInstalled(blocks) : ""}if [ ! -f "$launcher" ]; then
  echo "linewarden: the launcher $launcher is gone, so nothing was reviewed. Repair: linewarden gate install. Pass once: git commit --no-verify" >&2
  exit ${blocks ? "1" : "$code"}
fi
${blocks ? `exec sh "$launcher" gate --hook ${name} "$@"` : `sh "$launcher" gate --hook ${name} "$@"\nexit $code`}
`;
}

/** In a clone: neither the launcher nor what it is made from was ever there. */
function notInstalled(blocks: boolean): string {
  return `if [ ! -f "$launcher" ] && [ ! -f "$launcher.json" ]; then
${blocks ? `  echo "${notHere}" >&2\n` : ""}  exit ${blocks ? "0" : "$code"}
fi
`;
}

const notHere = "Linewarden is not installed here, so nothing was reviewed (linewarden gate install)";

/**
 * The one line for a hook that somebody else's tool writes. Such hooks are committed, so it also runs in clones in which nobody installed
 * the gate: there it says so and lets the commit pass. It holds no `: `, which would end it in YAML.
 */
export function hookLine(name: HookName): string {
  const stops = gateHooks.some((gate) => gate === name) ? " || exit $?" : "";
  return `l="$(git rev-parse --git-common-dir)/linewarden/launch"; if [ -f "$l" ]; then sh "$l" gate --hook ${name} "$@"${stops}; else echo "${notHere}" >&2; fi`;
}
