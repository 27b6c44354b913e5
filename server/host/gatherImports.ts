/** Collects the texts that files import from where they cannot be read one by one, such as git's index. */

import type { SourceFile } from "../engine/analyze.ts";
import { languageOfPath } from "../engine/languages/registry.ts";
import { ModuleStore, Program } from "../engine/modules/program.ts";

/** Each round reads what the one before made known: imports of imports, and what their paths depend on. */
const mostRounds = 8;
/** UTF-16 units; beyond it the rest counts as unknown. */
const mostText = 4_000_000;

/**
 * @param has Whether there is a file of this path.
 * @param readMany The texts of such files; what cannot be read is absent.
 * @returns Texts by path, those of the given files included.
 */
export async function gatherImports(
  files: readonly SourceFile[],
  has: (path: string) => boolean,
  readMany: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>,
): Promise<Map<string, string>> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const asked = new Set<string>();
  let length = 0;
  for (let round = 0; round < mostRounds && length < mostText; round++) {
    const wanted = missingOf(files, texts, (path) => has(path) && !asked.has(path));
    if (wanted.length === 0) break;
    for (const path of wanted) asked.add(path);
    for (const [path, text] of await readMany(wanted)) {
      texts.set(path, text);
      length += text.length;
    }
  }
  return texts;
}

function missingOf(files: readonly SourceFile[], texts: ReadonlyMap<string, string>, has: (path: string) => boolean): string[] {
  const wanted = new Set<string>();
  const read = (path: string): string | undefined => {
    const text = texts.get(path);
    if (text === undefined && has(path)) wanted.add(path);
    return text;
  };
  const store = new ModuleStore();
  for (const { path, text } of files) {
    const language = languageOfPath(path);
    if (!language) continue;
    const program = new Program(read, store, () => undefined);
    program.closure(program.entry(path, text, language));
  }
  return [...wanted];
}
