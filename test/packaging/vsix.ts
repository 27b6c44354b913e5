// Makes the VSIX once for the packaging tests and unpacks it, into a folder with a space in its name.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

export const root = join(__dirname, "../..");

export interface Unpacked {
  readonly vsix: string;
  /** Size of the VSIX. */
  readonly bytes: number;
  /** The extension's own folder. */
  readonly folder: string;
  /** Paths of its files relative to the folder, with `/`. */
  readonly files: readonly string[];
  /** Everything, to be removed by the caller of the last test. */
  readonly parent: string;
}

/** Runs `npm run package`'s script and unpacks what it made. Needs Debian's unzip. */
export function packAndUnpack(): Unpacked {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), "linewarden packaging ")));
  const vsix = join(parent, "linewarden.vsix");
  execFileSync(process.execPath, [join(root, "scripts/package.mjs"), "--out", vsix], { cwd: root, stdio: "pipe" });
  const unpacked = join(parent, "unpacked");
  execFileSync("unzip", ["-q", vsix, "-d", unpacked]);
  const folder = join(unpacked, "extension");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  return { vsix, bytes: statSync(vsix).size, folder, files: files.sort(), parent };
}
