// `npm run package`: builds everything and makes the one VSIX; stops when it is not what users should get.
// usage: node scripts/package.mjs [--out FILE]
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createVSIX, listFiles } from "@vscode/vsce";
import { buildIfStale, root } from "./setup.mjs";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const maxBytes = 4 * 1024 * 1024;
const required = [
  "package.json",
  "package.nls.json",
  "README.md",
  "CHANGELOG.md",
  "LICENSE",
  manifest.icon,
  "dist/extension.js",
  "dist/server.js",
  "dist/analysisWorker.js",
  "dist/cli.js",
  "dist/cliReviewing.js",
  "dist/cliRules.js",
  "dist/rules.json",
  "dist/patterns.json",
  "dist/grammars/web-tree-sitter.wasm",
];
const forbidden = /\.map$|\.ts$|(^|\/)(node_modules|test|tools|client|server|samples|out)\//;

const outFlag = process.argv.indexOf("--out");
const vsix = resolve(outFlag > 0 ? process.argv[outFlag + 1] : join(root, `${manifest.name}-${manifest.version}.vsix`));

buildIfStale();
const files = (await listFiles({ cwd: root, dependencies: false })).map((file) => file.replaceAll("\\", "/"));
const problems = [
  ...required.filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
  ...files.filter((file) => forbidden.test(file)).map((file) => `${file} does not belong in it`),
];
if (problems.length) stop(problems.join("\n"));
mkdirSync(dirname(vsix), { recursive: true });
rmSync(vsix, { force: true });
// The bundles hold all that they need: no packages. Pictures in the README get an address once the manifest names a repository.
await createVSIX({
  cwd: root,
  packagePath: vsix,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: manifest.repository !== undefined,
  skipLicense: true,
});
if (!existsSync(vsix)) stop("vsce made no file");
const { size } = statSync(vsix);
if (size > maxBytes) stop(`${vsix} has ${size} bytes; at most ${maxBytes} are allowed`);
console.log(`${vsix}\n${files.length} files, ${(size / 1024 / 1024).toFixed(2)} MB`);

function stop(message) {
  console.error(message);
  process.exit(1);
}
