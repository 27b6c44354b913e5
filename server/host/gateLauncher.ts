/** The launcher that the git hooks call: a small script that finds a Linewarden that runs, wherever it moved. */

/** Absolute paths; what is not known is absent. */
export interface LauncherPaths {
  /** The Node that ran `gate install`, and the command line that it ran. */
  readonly installerNode?: string;
  readonly installerCli?: string;
  /** dist/cli.js in the folder of the installed editor extension. */
  readonly extensionCli?: string;
  /** The editor's own runtime, which is Node when ELECTRON_RUN_AS_NODE is set. */
  readonly editor?: string;
}

/** Reads what `launcherPaths` wrote; what is not a set of paths is no paths. */
export function readLauncherPaths(json: string): LauncherPaths {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return {};
  }
  if (typeof value !== "object" || value === null) return {};
  const known = ["installerNode", "installerCli", "extensionCli", "editor"];
  return Object.fromEntries(Object.entries(value).filter(([key, path]) => known.includes(key) && typeof path === "string"));
}

/**
 * The launcher as a POSIX shell script (git brings a shell on every system).
 * It tries, in order: the command line that installed it, `linewarden` on the PATH, Node on the PATH with the installed
 * extension, the editor's own runtime. An extension that was updated is looked for beside its old folder.
 */
export function launcherScript(paths: LauncherPaths): string {
  return `#!/bin/sh
# Finds Linewarden for the git hooks. Written by "linewarden gate install"; the editor extension keeps the paths true.
installer_node=${quote(paths.installerNode)}
installer_cli=${quote(paths.installerCli)}
extension_cli=${quote(paths.extensionCli)}
editor=${quote(paths.editor)}

if [ ! -f "$extension_cli" ] && [ -n "$extension_cli" ]; then
  for candidate in "$(dirname "$(dirname "$(dirname "$extension_cli")")")"/linewarden.linewarden-*/dist/cli.js; do
    [ -f "$candidate" ] && extension_cli=$candidate
  done
fi
node_on_path() {
  command -v node >/dev/null 2>&1 && node -e 'process.exit(+(process.versions.node.split(".")[0] < 20))' >/dev/null 2>&1
}
if [ -f "$installer_cli" ]; then
  [ -x "$installer_node" ] && exec env ELECTRON_RUN_AS_NODE=1 "$installer_node" "$installer_cli" "$@"
  node_on_path && exec node "$installer_cli" "$@"
  [ -x "$editor" ] && exec env ELECTRON_RUN_AS_NODE=1 "$editor" "$installer_cli" "$@"
fi
command -v linewarden >/dev/null 2>&1 && exec linewarden "$@"
if [ -f "$extension_cli" ]; then
  node_on_path && exec node "$extension_cli" "$@"
  [ -x "$editor" ] && exec env ELECTRON_RUN_AS_NODE=1 "$editor" "$extension_cli" "$@"
  [ -x "$installer_node" ] && exec env ELECTRON_RUN_AS_NODE=1 "$installer_node" "$extension_cli" "$@"
fi
echo "linewarden: not found, so nothing was reviewed. Repair: open the folder in the editor or run 'linewarden gate install'. Remove: 'linewarden gate remove'. Pass once: git commit --no-verify" >&2
exit 1
`;
}

/** Single quotes for the shell; on Windows with forward slashes, which both its shell and Node read. */
function quote(path: string | undefined): string {
  const plain = path === undefined ? "" : /^[A-Za-z]:\\/.test(path) ? path.replaceAll("\\", "/") : path;
  return `'${plain.replaceAll("'", "'\\''")}'`;
}
