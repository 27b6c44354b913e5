import { symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { folder, git, linewarden, removeFolders, repository } from "./commandLine.ts";

const shell = 'const { exec } = require("child_process");\nexports.run = (command) => exec(command);\n';
const harmless = "exports.run = (command) => command.length;\n";
const route = 'const { run } = require("./lib/shell");\nexports.list = (req, res) => {\n  run("ls " + req.query.dir);\n};\n';

const usage =
  "import os\n\ndef usage(path):\n    os.system(f'du -sh {path}')\n\ndef count(path):\n    os.system(f'wc -l {path}')\n";
const view = "from flask import request\nfrom disk import usage\n\ndef view():\n    usage(request.args['path'])\n";
const ignored = view.replace(
  "\n    usage",
  "\n    # linewarden-ignore python.os-command-injection: only within the house\n    usage",
);

/** The findings as `path:line`, in the order of the report. */
async function found(where: string, ...args: string[]): Promise<string[]> {
  const { stdout } = await linewarden(where, ...args, "--format", "json");
  const { findings } = JSON.parse(stdout) as { findings: { path: string; start: { line: number }; rule: string }[] };
  return findings.map(({ path: file, start }) => `${file}:${start.line}`);
}

describe("flow across the files of a project", function () {
  this.timeout(120000);
  after(removeFolders);

  for (const [title, files, expected] of [
    ["CommonJS", { "routes.js": route, "lib/shell.js": shell }, ["routes.js:3"]],
    [
      "ES modules",
      {
        "routes.mjs": 'import { run } from "./lib/shell.mjs";\nexport const list = (req, res) => {\n  run(req.query.dir);\n};\n',
        "lib/shell.mjs": 'import { exec } from "node:child_process";\nexport const run = (command) => exec(command);\n',
      },
      ["routes.mjs:3"],
    ],
    [
      "programs without an ending",
      {
        "bin/serve": `#!/usr/bin/env node\n${route.replace("./lib/shell", "../lib/shell")}`,
        "lib/shell.js": shell,
        "bin/view": `#!/usr/bin/env python3\n${view}`,
        "bin/disk.py": usage,
      },
      ["bin/disk.py:7", "bin/serve:4", "bin/view:6"],
    ],
    [
      "components of Vue and Svelte",
      {
        "lib/page.ts": "export function show(text: string) {\n  document.body.innerHTML = text;\n}\n",
        "A.vue":
          '<template><p /></template>\n<script setup lang="ts">\nimport { show } from "./lib/page";\nshow(location.hash);\n</script>\n',
        "B.svelte": '<script>\n  import { show } from "./lib/page";\n  show(location.hash);\n</script>\n',
      },
      ["A.vue:4", "B.svelte:3"],
    ],
    [
      "TypeScript with paths, from JavaScript as well",
      {
        "tsconfig.json": '{ "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["src/lib/*"] } } }',
        "src/routes.ts":
          'import type { Request } from "express";\nimport { run } from "@lib/shell";\nexport const list = (req: Request) => {\n  run(req.query.dir as string);\n};\n',
        "src/other.js": 'import { run } from "./lib/shell";\nexport const list = (req, res) => run(req.query.dir);\n',
        "src/lib/shell.ts":
          'import { exec } from "node:child_process";\nexport const run = (command: string) => exec(command);\n',
      },
      ["src/other.js:2", "src/routes.ts:4"],
    ],
    [
      "a Python package",
      {
        "app/__init__.py": "",
        "app/views.py": "from flask import request\nfrom .shell import run\n\ndef view():\n    run(request.args.get('dir'))\n",
        "app/shell.py": "import os\n\ndef run(command):\n    os.system('ls ' + command)\n",
      },
      ["app/views.py:5"],
    ],
    [
      "a function that its caller in another file is told for",
      { "views.py": view, "disk.py": usage },
      ["disk.py:7", "views.py:5"],
    ],
    ["a function whose caller is silenced", { "views.py": ignored, "disk.py": usage }, ["disk.py:4", "disk.py:7", "views.py:6"]],
    ["a helper that does no harm", { "routes.js": route, "lib/shell.js": harmless }, []],
  ] as const)
    it(`scan: ${title}`, async () => {
      expect(await found(folder(files), "scan")).to.deep.equal(expected);
    });

  it("review: a function that its caller in another file is told for", async () => {
    const where = repository({ "a.txt": "a\n" }, { "views.py": view, "disk.py": usage });
    expect(await found(where, "review")).to.deep.equal(["views.py:5", "disk.py:7"]);
  });

  it("names the other file and how it knows", async () => {
    const { stdout } = await linewarden(folder({ "routes.js": route, "lib/shell.js": shell }), "scan");
    expect(stdout).to.contain("lib/shell.js:2").and.to.contain("flow across files");
  });

  it("follows no link out of the folder", async () => {
    const outside = folder({ "shell.js": shell });
    const where = folder({ "routes.js": route, "lib/readme.md": "" });
    symlinkSync(path.join(outside, "shell.js"), path.join(where, "lib/shell.js"));
    expect(await found(where, "scan")).to.deep.equal([]);
  });

  it("review: what the change of another file introduces at a changed call", async () => {
    const where = repository({ "routes.js": route, "lib/shell.js": harmless });
    writeFileSync(path.join(where, "lib/shell.js"), shell);
    writeFileSync(path.join(where, "routes.js"), `// lists\n${route}`);
    expect(await found(where, "review")).to.deep.equal(["routes.js:4"]);
  });

  it("review: what was there before is not introduced", async () => {
    const where = repository({ "routes.js": route, "lib/shell.js": shell });
    writeFileSync(path.join(where, "lib/shell.js"), `// moved\n${shell}`);
    writeFileSync(path.join(where, "routes.js"), `// lists\n${route}`);
    expect(await found(where, "review")).to.deep.equal([]);
  });

  it("review --staged: reads the staged text of an imported file, not the one on disk", async () => {
    const where = repository({ "routes.js": "", "lib/shell.js": harmless });
    writeFileSync(path.join(where, "routes.js"), route);
    git(where, "add", "routes.js");
    writeFileSync(path.join(where, "lib/shell.js"), shell);
    expect(await found(where, "review", "--staged")).to.deep.equal([]);
    git(where, "add", "lib/shell.js");
    writeFileSync(path.join(where, "lib/shell.js"), harmless);
    expect(await found(where, "review", "--staged")).to.deep.equal(["routes.js:3"]);
  });

  it("review --staged: reads a file that is not part of the change from the index", async () => {
    const where = repository({ "routes.js": "", "lib/shell.js": shell });
    writeFileSync(path.join(where, "routes.js"), route);
    git(where, "add", "routes.js");
    writeFileSync(path.join(where, "lib/shell.js"), harmless);
    expect(await found(where, "review", "--staged")).to.deep.equal(["routes.js:3"]);
  });
});
