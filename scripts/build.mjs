// Bundles the doors and the editor client into dist/, with the grammars and the compiled rules beside them.
import { copyFileSync, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
const grammars = ["javascript", "typescript", "tsx", "python"];
const entries = {
  cli: "server/cli/main.ts",
  cliReviewing: "server/cli/reviewingCommands.ts",
  cliRules: "server/cli/rulesCommand.ts",
  server: "server/lsp/main.ts",
  analysisWorker: "server/host/analysisWorker.ts",
  extension: "client/extension.ts",
};

/** What the entry of the command line loads when it is asked for: reading all of it takes longer than some commands do. */
const commandBundles = {
  name: "command bundles",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/\w+\.ts$/ }, ({ path, importer, kind }) => {
      if (kind !== "dynamic-import" || !/[\\/]cli[\\/]commands\.ts$/.test(importer)) return;
      const bundle = Object.keys(entries).find((name) => entries[name] === `server/cli/${path.slice(2)}`);
      return bundle && { path: `./${bundle}.js`, external: true };
    });
  },
};

mkdirSync(join(dist, "grammars"), { recursive: true });
const present = Object.entries(entries).filter(([, file]) => existsSync(join(root, file)));
if (process.argv.includes("--require-all") && present.length !== Object.keys(entries).length)
  throw new Error("An entry point is missing.");
const options = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  // Names stay as they are, so that a stack in a report can be read; keeping them on minified code would cost time at each closure.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  mainFields: ["module", "main"],
  external: ["vscode"],
  // The bundle is CommonJS: what a module writes as import.meta.url is the bundle's own file.
  define: { "import.meta.url": "__bundleUrl" },
  banner: { js: "const __bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
  logLevel: "warning",
};
await build({ ...options, entryPoints: Object.fromEntries(present.filter(([name]) => name !== "cli")) });
await build({
  ...options,
  entryPoints: Object.fromEntries(present.filter(([name]) => name === "cli")),
  plugins: [commandBundles],
  // `import()` of a bundle would go through it twice more, for names that nobody asks for: it becomes `require`.
  supported: { "dynamic-import": false },
});
copyIfNewer(join(root, "node_modules/web-tree-sitter/web-tree-sitter.wasm"), join(dist, "grammars/web-tree-sitter.wasm"));
for (const name of grammars) {
  const file = `tree-sitter-${name}.wasm`;
  copyIfNewer(join(root, "node_modules/@vscode/tree-sitter-wasm/wasm", file), join(dist, "grammars", file));
}
if (existsSync(join(root, "scripts/compileRules.mjs"))) await import("./compileRules.mjs");
writeFileSync(join(dist, ".built"), "");

function copyIfNewer(from, to) {
  if (!existsSync(to) || statSync(from).mtimeMs > statSync(to).mtimeMs || statSync(from).size !== statSync(to).size)
    copyFileSync(from, to);
}
