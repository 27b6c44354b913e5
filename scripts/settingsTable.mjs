// The README's table of settings, made from the manifest. usage: node scripts/settingsTable.mjs   (writes it into the README)
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup.mjs";

const begin = "<!-- settings: begin (checked against the manifest by a test) -->\n";
const end = "<!-- settings: end -->";

/** @returns the README with the table that the manifest gives. */
export function withSettingsTable(readme, manifest, words) {
  const plain = (text) =>
    text
      .replace(/^%(.*)%$/, (_, key) => words[key] ?? key)
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replaceAll("|", "\\|");
  const groups = [manifest.contributes.configuration].flat();
  const settings = groups
    .flatMap((group) => Object.entries(group.properties))
    .sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0));
  const rows = settings.map(
    ([name, setting]) =>
      `| \`${name}\` | \`${JSON.stringify(setting.default)}\` | ${plain(setting.markdownDescription ?? setting.description)} |`,
  );
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from) throw new Error("The README has no place for the table of settings.");
  return `${readme.slice(0, from + begin.length)}\n| setting | default | what it does |\n|---|---|---|\n${rows.join("\n")}\n\n${readme.slice(to)}`;
}

if (process.argv[1]?.endsWith("settingsTable.mjs")) {
  const read = (name) => readFileSync(join(root, name), "utf8");
  writeFileSync(
    join(root, "README.md"),
    withSettingsTable(read("README.md"), JSON.parse(read("package.json")), JSON.parse(read("package.nls.json"))),
  );
}
