// `npm run precision`: what the rules say of real packages that are well reviewed, beside a second reader's verdicts. Exits 1 when a
// finding has no verdict or a goal is missed. `-- --add` puts findings without a row into the table, and takes out rows without one.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { readTarball, readZip } from "../test/precision/archives.ts";
import { judge, readPackages, readVerdicts, writeVerdicts } from "../test/precision/tables.ts";
import { buildIfStale, installPackages, root } from "./setup.mjs";

/** Findings of medium severity or more in 1,000 lines, and the share of them that the second reader may reject. */
const goals = { per1000: 0.2, rejected: 0.1 };
const least = { npm: 30, pypi: 30, lines: 300_000 };
const languages = { npm: "JavaScript, TypeScript", pypi: "Python" };
/** Wheels without compiled parts, the same on each machine. pip would run the code of a source distribution to learn what it needs. */
const wheelOnly = ["-q", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:"].concat(
  "--platform any --python-version 3.12 --implementation py --abi none".split(" "),
);
const folder = join(cacheFolder(), "linewarden", "precision");
const verdictFile = join(root, "test/precision/verdicts.tsv");

const { rows: packages, faults } = readPackages(readFileSync(join(root, "test/precision/packages.tsv"), "utf8"));
const table = readFileSync(verdictFile, "utf8");
const verdicts = readVerdicts(table);
const wrong = [...faults.map((fault) => `packages.tsv: ${fault}`), ...verdicts.faults.map((fault) => `verdicts.tsv: ${fault}`)];
if (wrong.length > 0) throw new Error(wrong.join("\n"));
installPackages();
buildIfStale();

const lines = { npm: 0, pypi: 0 };
const left = [];
/** Files and rules whose look at a file was cut short: what they would have found is not known. */
const cutShort = [];
// A folder for each run: two at a time must not clear away what the other one reads.
mkdirSync(folder, { recursive: true });
const unpacked = mkdtempSync(join(folder, "unpacked-"));
process.on("exit", () => {
  for (const made of [unpacked, `${unpacked}.json`]) rmSync(made, { recursive: true, force: true });
});
for (const one of packages) unpack(one, fetched(one));
const findings = scan();
const { judged, unread, gone, counted, rejected } = judge(findings, verdicts.rows);
if (process.argv.includes("--add")) addRows();
process.exitCode = print() ? 0 : 1;

/** The archive as it was pinned: from the cache, or by the registry's own client, with whatever mirror that is set up for. */
function fetched({ registry, name, version, sha256 }) {
  const place = join(folder, registry, `${name.replaceAll("/", "+")}-${version}`);
  const known = existsSync(place) ? readdirSync(place) : [];
  if (known.length !== 1) {
    process.stderr.write(`Fetching ${name} ${version}\n`);
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    if (registry === "npm") client("npm", ["pack", `${name}@${version}`, "--ignore-scripts", "--pack-destination", place]);
    else client("python3", ["-m", "pip", "download", ...wheelOnly, "--dest", place, `${name}==${version}`]);
  }
  const [file = ""] = readdirSync(place);
  const archive = readFileSync(join(place, file));
  const found = createHash("sha256").update(archive).digest("hex");
  if (found === sha256) return archive;
  rmSync(place, { recursive: true, force: true });
  throw new Error(`${name} ${version} is not the archive that was pinned: its SHA-256 is ${found}.`);
}

function client(command, args) {
  execFileSync(command, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
}

/** Writes the text files of the package's source. */
function unpack({ registry, name, parts }, archive) {
  const files = registry === "npm" ? readTarball(archive) : readZip(archive);
  const wanted = parts.filter((part) => !part.startsWith("!"));
  const unwanted = parts.filter((part) => part.startsWith("!")).map((part) => part.slice(1));
  let written = 0;
  for (const { name: full, content } of files) {
    const file = registry === "npm" ? full.slice(full.indexOf("/") + 1) : full;
    const isIn = (part) => file === part || file.startsWith(`${part}/`);
    if ((wanted.length > 0 && !wanted.some(isIn)) || unwanted.some(isIn) || content.includes(0)) continue;
    const isCode = /\.(?:[cm]?[jt]sx?|py)$/.test(file);
    const count = content.toString().split("\n").length - 1;
    if (/\.d\.[cm]?ts$/.test(file)) continue;
    if (isCode && (/[.-](?:min|bundle|umd)\./.test(file) || content.length > 200 * (count + 1))) left.push(`${name}/${file}`);
    else {
      const target = join(unpacked, registry, name, file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content, { mode: 0o644 });
      if (isCode) lines[registry] += count;
      if (isCode) written++;
    }
  }
  if (written === 0) throw new Error(`${name} has no source in ${parts.join(", ")}.`);
}

/** All findings that are not silenced, in the order of the packages. */
function scan() {
  const output = `${unpacked}.json`;
  const options = ["--no-fixes", "--no-workspace-rules", "--fail-on", "never", "--format", "json", "--output", output];
  execFileSync(process.execPath, [join(root, "dist/cli.js"), "scan", ".", ...options], {
    cwd: unpacked,
    stdio: ["ignore", 2, 2],
  });
  const result = JSON.parse(readFileSync(output, "utf8"));
  const scanned = result.coverage.lines;
  if (scanned < lines.npm + lines.pypi) throw new Error(`Only ${scanned} of ${lines.npm + lines.pypi} lines were scanned.`);
  for (const { path, reason, detail } of result.notReviewed)
    if (["timed out", "crashed", "step limit", "rule error"].includes(reason)) cutShort.push(`${path}: ${detail}`);
  const texts = new Map();
  return result.findings
    .filter(({ suppressed }) => !suppressed)
    .map(({ path, start, ruleId, severity, message }) => {
      const [registry, ...rest] = path.split("/");
      const name = rest.slice(0, rest[0]?.startsWith("@") ? 2 : 1).join("/");
      if (!texts.has(path)) texts.set(path, readFileSync(join(unpacked, path), "utf8").split(/\r\n|\r|\n/));
      const text = (texts.get(path)[start.line - 1] ?? "").trim();
      const line = createHash("sha256").update(text).digest("hex").slice(0, 12);
      const file = rest.join("/").slice(name.length + 1);
      return { package: `${registry}:${name}`, file, line, rule: ruleId, severity, at: start.line, text, message };
    })
    .sort((a, b) => `${a.package}/${a.file}`.localeCompare(`${b.package}/${b.file}`) || a.at - b.at);
}

function addRows() {
  const isGone = new Set(gone);
  const rows = verdicts.rows.filter((row) => !isGone.has(row));
  const known = new Set();
  for (const { finding, row } of judged) {
    const key = [finding.package, finding.file, finding.line, finding.rule].join("\t");
    if (row || finding.severity === "low" || known.has(key)) continue;
    known.add(key);
    rows.push({ ...finding, verdict: undefined, reason: "" });
  }
  const comments = table.split("\n").filter((line) => line.startsWith("#"));
  writeFileSync(`${verdictFile}.new`, `${comments.join("\n")}\n${writeVerdicts(rows)}`);
  renameSync(`${verdictFile}.new`, verdictFile);
}

/** @returns Whether every finding has a verdict and the goals are met. */
function print() {
  const quiet = process.argv.includes("--summary");
  for (const { finding, row } of judged) {
    if (quiet || finding.severity === "low") continue;
    console.log(`${finding.severity.padEnd(8)} ${finding.package}/${finding.file}:${finding.at}  ${finding.rule}`);
    console.log(`         ${finding.text.slice(0, 150)}`);
    console.log(`         ${row?.verdict ?? "no verdict"}${row?.reason ? `: ${row.reason}` : ""}\n`);
  }
  const total = lines.npm + lines.pypi;
  const share = counted === 0 ? 0 : rejected / counted;
  for (const registry of ["npm", "pypi"]) {
    const here = findings.filter((one) => one.package.startsWith(`${registry}:`));
    const of = (severity) => here.filter((one) => one.severity === severity).length;
    const count = packages.filter((one) => one.registry === registry).length;
    const high = here.length - of("low");
    console.log(
      `${languages[registry]}: ${count} packages, ${lines[registry]} lines; ${of("critical")} critical, ${of("high")} high, ${of("medium")} medium, ` +
        `${of("low")} low; ${((1000 * high) / lines[registry]).toFixed(3)} of medium or more per 1,000 lines`,
    );
  }
  const say = (good, text) => {
    console.log(`${good ? "ok  " : "FAIL"} ${text}`);
    return good;
  };
  const rate = (1000 * counted) / total;
  if (left.length > 0) console.log(`${left.length} bundled or minified files were left out.`);
  for (const one of cutShort) console.log(one);
  if (gone.length > 0) console.log(`${gone.length} rows of the table speak of no finding any more: -- --add takes them out.`);
  return [
    say(
      total >= least.lines && ["npm", "pypi"].every((one) => packages.filter((p) => p.registry === one).length >= least[one]),
      `${packages.length} packages, ${total} lines (at least ${least.npm} and ${least.pypi}, ${least.lines} lines)`,
    ),
    say(cutShort.length === 0, `${cutShort.length} files that were not reviewed to their end`),
    say(unread.length === 0, `${unread.length} findings of medium or more without a verdict`),
    say(rate <= goals.per1000, `${rate.toFixed(3)} findings of medium or more per 1,000 lines (at most ${goals.per1000})`),
    say(
      share < goals.rejected,
      `${rejected} of ${counted} rejected, ${(100 * share).toFixed(1)} % (less than ${100 * goals.rejected} %)`,
    ),
  ].every(Boolean);
}

/** Where the system keeps what a program can fetch again. */
function cacheFolder() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === "win32" && process.env.LOCALAPPDATA) return process.env.LOCALAPPDATA;
  return join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache");
}
