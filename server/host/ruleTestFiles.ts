/** Which files stand beside a rule file to test it, and what they hold. */

import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { readTextFile } from "./files.ts";

export interface RuleTestText {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** What the file must be after all fixes. */
  readonly fixedText?: string;
  /** What the file was before the change, for rules of `mode: removed`. */
  readonly beforeText?: string;
}

/**
 * `sql.yaml` is tested by `sql.py`, `sql.test.py` and the like, and by variants such as `sql.views.py`, unless those belong to a rule file
 * `sql.views.yaml`; `sql.fixed.py`, `sql.before.py`, `sql.views.fixed.py` and other rule files are no tests.
 *
 * @param folder Where the tests are, if not beside the rule file; none when there is no such folder.
 */
export function testFilesOf(ruleFile: string, folder = path.dirname(ruleFile)): string[] {
  if (!existsSync(folder)) return [];
  const stem = path.basename(ruleFile).replace(/\.[^.]+$/, "");
  const isOfOther = (name: string): boolean => {
    const [variant] = /^\.(?!test\.)[^.]+(?=\.)/.exec(name.slice(stem.length)) ?? [];
    return (
      variant !== undefined &&
      [".yaml", ".yml"].some((end) => existsSync(path.join(path.dirname(ruleFile), stem + variant + end)))
    );
  };
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith(`${stem}.`) && path.join(folder, entry.name) !== ruleFile)
    .map(({ name }) => name)
    .filter((name) => {
      const rest = name.slice(stem.length);
      return isTest.test(rest) && (/\.test\./.test(rest) || !/\.(ya?ml|json|md)$/.test(rest)) && !isOfOther(name);
    })
    .sort()
    .map((name) => path.join(folder, name));
}

/** What stands behind the rule file's name: a variant, `.test` and the ending. */
const isTest = /^(?:\.(?!(?:test|fixed|before)\.)[\w-]+)?(?:\.test)?\.[^.]+$/;

/** `sql.fixed.py` for `sql.py` and `sql.test.py`, `sql.views.fixed.py` for `sql.views.py`. */
export function fixedFileOf(test: string): string {
  return test.replace(/(\.test)?(\.[^.]+)$/, ".fixed$2");
}

/** The test file's text before the change that a rule of `mode: removed` looks at. */
export function beforeFileOf(test: string): string {
  return test.replace(/(\.test)?(\.[^.]+)$/, ".before$2");
}

/** The rule files, present or not, that a file of this name would test, the nearest name first; those beside it count too. */
export function ruleFilesTestedBy(test: string): string[] {
  const stem = test.replace(/(?:\.(?:test|fixed|before))?\.[^.]+$/, "");
  const whole = stem.replace(/(?<=[^/\\])\.[\w-]+$/, "");
  return [...new Set([stem, whole])].flatMap((one) => [".yaml", ".yml"].map((end) => one + end)).filter((file) => file !== test);
}

/** @param textOf What the editor shows of a file instead of the disk. */
export async function readRuleTest(
  test: string,
  textOf: (file: string) => string | undefined = () => undefined,
): Promise<RuleTestText | { readonly complaint: string }> {
  const read = async (file: string) => {
    const shown = textOf(file);
    return shown === undefined ? readTextFile(file) : { text: shown };
  };
  const own = await read(test);
  if ("unread" in own) return { complaint: own.unread.detail };
  const found: { fixedText?: string; beforeText?: string } = {};
  for (const [key, file] of [
    ["fixedText", fixedFileOf(test)],
    ["beforeText", beforeFileOf(test)],
  ] as const) {
    if (!existsSync(file)) continue;
    const beside = await read(file);
    if ("unread" in beside) return { complaint: `${path.basename(file)}: ${beside.unread.detail}` };
    found[key] = beside.text;
  }
  return { path: test, text: own.text, ...found };
}
