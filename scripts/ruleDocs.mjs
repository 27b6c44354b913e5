// Writes docs/rules/: a page for each rule, from the rule and its test file, and an index by weakness. `--check` only says whether they are current.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createEngine } from "../server/engine/analyze.ts";
import { hideSecrets } from "../server/engine/findings/hideSecrets.ts";
import { readCatalog } from "../test/rules/ruleCatalog.ts";
import { root } from "./setup.mjs";

const weaknesses = JSON.parse(readFileSync(join(root, "scripts/weaknesses.json"), "utf8"));
/** Pieces of code that a page shows of each kind. */
const mostPieces = 4;
const catalog = readCatalog().filter(({ rules }) => rules[0]?.kind === "finding");
const rules = catalog.flatMap((entry) => entry.rules);
// The keys in the test files open nothing, but whoever looks for keys in these pages cannot know that. These rules need no grammar.
const keyRules = rules.filter(({ languages }) => languages.length === 0);
const engine = createEngine({
  rules: keyRules,
  parse() {
    throw new Error("Only texts are looked at.");
  },
});

const pages = new Map(catalog.map((entry) => [`${entry.rules[0].id}.md`, page(entry)]));
pages.set("README.md", index());
const folder = join(root, "docs/rules");
if (process.argv.includes("--check")) check();
else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of pages) writeFileSync(join(folder, name), text);
}

function check() {
  const there = new Set(readdirSync(folder));
  const wrong = [
    ...[...pages].filter(([name, text]) => !there.has(name) || readFileSync(join(folder, name), "utf8") !== text),
    ...[...there].filter((name) => !pages.has(name)).map((name) => [name]),
  ].map(([name]) => name);
  if (wrong.length > 0)
    console.error(
      `docs/rules is not what the rules say (${wrong.slice(0, 5).join(", ")}): node --import tsx scripts/ruleDocs.mjs`,
    );
  console.log(`${pages.size} pages`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

function page({ path, rules: [rule], tests }) {
  const { id, severity, languages, metadata } = rule;
  const { wrong, advice } = split(shown(rule.message));
  const titles = [metadata.other["fix-title"] ?? [], (rule.fixes ?? []).map(({ title }) => title)].flat().filter(Boolean);
  const fixes = titles.length === 0 && metadata.quickFix ? ["Yes, where the code around it is understood"] : titles;
  const facts = [
    ["Severity, confidence", `${severity}, ${metadata.confidence}`],
    ["Looks at", languages.length > 0 ? languages.filter((name) => name !== "tsx").join(", ") : "any text"],
    ["Weakness", metadata.cwe.map((cwe) => `[${cwe}](${definition(cwe)}) ${nameOf(cwe)}`).join("; ")],
    ["OWASP Top 10", metadata.owasp.join(", ")],
    ["OWASP ASVS 5", [metadata.other.asvs ?? []].flat().join(", ")],
    ["OWASP Top 10 for LLM applications", [metadata.other.llm ?? []].flat().join(", ")],
    ["Quick fix", [...new Set(fixes)].join("; ")],
  ].filter(([, text]) => text !== "");
  return `${[
    `# ${id}`,
    `| | |\n|---|---|\n${facts.map(([name, text]) => `| ${name} | ${text.replaceAll("|", "\\|")} |`).join("\n")}`,
    `## What is wrong\n\n${wrong}`,
    `## Why it matters\n\n${shown(metadata.why ?? "")}`,
    `## What to do\n\n${advice}`,
    ...examples(
      id,
      tests.flatMap((file) => piecesOf(file, id)),
    ),
    `## More\n\n${[
      ...metadata.references.map((link) => `- <${link}>`),
      `- [The rule](../../${path}) and its cases: ${tests.map((file) => `[${file.path.split("/").at(-1)}](../../${file.path})`).join(", ")}`,
    ].join("\n")}`,
    "[All rules](README.md)",
  ].join("\n\n")}\n`;
}

/** Code where both kinds stand together is shown where one of them has none of its own. */
function examples(id, pieces) {
  const of = (kind) => pieces.filter((piece) => piece.kind === kind);
  const isEnough = of("bad").length > 0 && of("good").length > 0;
  if (!isEnough && of("both").length === 0) throw new Error(`The test file of ${id} has no bad or no good code.`);
  return [
    ...section("Bad code", of("bad")),
    ...section("Good code", of("good")),
    ...(isEnough ? [] : section("Bad and good code", of("both"))),
  ];
}

function section(title, pieces) {
  if (pieces.length === 0) return [];
  const blocks = pieces.slice(0, mostPieces).map(({ text, language }) => `\`\`\`${language}\n${text}\n\`\`\``);
  return [`## ${title}\n\n${blocks.join("\n\n")}`];
}

/** What is wrong comes first in a message, what to do last; one sentence alone is both. */
function split(message) {
  const sentences = message.split(/(?<=[.!?]["')`]?)\s+(?=["'(`]?[A-Z])/);
  return sentences.length === 1
    ? { wrong: message, advice: message }
    : { wrong: sentences.slice(0, -1).join(" "), advice: sentences.at(-1) };
}

/** Names of metavariables stand for what is found, and angle brackets for themselves. */
function shown(text) {
  return text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/\$(DO|ASK|HAVE|CHECK)\b/g, (_, verb) => verb.toLowerCase())
    .replace(/\$[A-Z_]+/g, "`$&`")
    .replace(/</g, "&lt;");
}

/** The statements of a test file that its comments speak of, with secrets hidden. */
function piecesOf({ path, text }, id) {
  const { findings } = engine.analyze({ path: `${path}.txt`, text });
  const hide = hideSecrets(text, findings, () => true);
  const extension = path.slice(path.lastIndexOf(".") + 1);
  const pieces = [[]];
  let before = "";
  for (const line of text.split("\n")) {
    const starts = before.trim() === "" ? /^[^\s)\]}]/.test(line) : /^\S/.test(line) && noteOf(line) && !noteOf(before);
    if (starts) pieces.push([]);
    pieces.at(-1).push(line);
    before = line;
  }
  return pieces
    .filter((lines) => lines.some((line) => noteOf(line) && line.includes(id)))
    .map((lines) => ({ kind: kindOf(lines), text: withMarks(lines, hide), language: extension === "txt" ? "text" : extension }));
}

/** "ruleid: python.debug-on" in a comment of a test file, in two groups. */
function noteOf(line) {
  return /\b(ruleid|ok):\s*[\w.\-/]+(?:\s*,\s*[\w.\-/]+)*/.exec(line);
}

function kindOf(lines) {
  const kinds = new Set(lines.map((line) => noteOf(line)?.[1]));
  if (kinds.has("ruleid")) return kinds.has("ok") ? "both" : "bad";
  return "good";
}

/** Short pieces speak for themselves; in longer ones, and where both kinds stand together, each line is named. */
function withMarks(lines, hide) {
  return lines
    .flatMap((line) => {
      const note = noteOf(line);
      if (!note) return [hide(line)];
      return kindOf(lines) === "both" || lines.length > 3 ? [line.replace(note[0], note[1] === "ok" ? "good" : "bad")] : [];
    })
    .join("\n")
    .trimEnd();
}

function index() {
  const byWeakness = new Map();
  for (const rule of rules) {
    const cwe = rule.metadata.cwe[0];
    byWeakness.set(cwe, [...(byWeakness.get(cwe) ?? []), rule]);
  }
  const number = (cwe) => Number(cwe.slice(4));
  const sections = [...byWeakness]
    .sort(([a], [b]) => number(a) - number(b))
    .map(([cwe, ofIt]) => {
      const rows = ofIt.map((rule) => {
        const { wrong } = split(shown(rule.message));
        return `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${wrong.replaceAll("|", "\\|")} |`;
      });
      return `## ${cwe} ${nameOf(cwe)}\n\n| Rule | Severity | What is wrong |\n|---|---|---|\n${rows.join("\n")}`;
    });
  return `${[
    "# The rules by weakness",
    `${rules.length} rules for ${byWeakness.size} weaknesses; each stands under the first that it names. The pages are made from the rules and their test files in \`rules/\` by ` +
      "`node --import tsx scripts/ruleDocs.mjs`; change those, not the pages.",
    ...sections,
  ].join("\n\n")}\n`;
}

function nameOf(cwe) {
  return weaknesses[cwe] ?? "";
}

function definition(cwe) {
  return `https://cwe.mitre.org/data/definitions/${cwe.slice(4)}.html`;
}
