import { join } from "node:path";
import { expect } from "chai";
import { applyFix } from "../../../../server/engine/fixes/applyFix.ts";
import { withoutUnusedImports } from "../../../../server/engine/fixes/unusedImports.ts";
import { languageById, languageOfPath } from "../../../../server/engine/languages/registry.ts";
import { resourceFolder } from "../../../../server/host/resources.ts";
import { createParser, type Parser } from "../../../../server/parser/parser.ts";

describe("imports that a fix leaves without a use", () => {
  let parser: Parser;
  before(async () => {
    parser = await createParser(join(resourceFolder(), "grammars"));
    await parser.load(["javascript", "typescript", "python"]);
  });

  /** @param edits what is replaced, each once. */
  function mend(path: string, text: string, ...edits: readonly (readonly [string, string])[]): string {
    const language = languageOfPath(path);
    if (!language) throw new Error("no language");
    const tree = languageById(language).convert(parser.parse(language, text));
    const fix = {
      title: "",
      edits: edits.map(([old, now]) => ({ span: { start: text.indexOf(old), end: text.indexOf(old) + old.length }, text: now })),
    };
    return applyFix(text, withoutUnusedImports(fix, tree, path));
  }

  for (const [name, path, text, edits, expected] of [
    [
      "a module",
      "a.py",
      "import os\nimport pickle\nx = pickle.loads(b)\n",
      [["pickle.loads(b)", "f(b)"]],
      "import os\nx = f(b)\n",
    ],
    [
      "one name of a list",
      "a.py",
      "from random import choice, shuffle\nx = choice(a)\nshuffle(a)\n",
      [["choice(a)", "f(a)"]],
      "from random import shuffle\nx = f(a)\nshuffle(a)\n",
    ],
    [
      "a module by another name",
      "a.py",
      "import xml.etree.ElementTree as ET\nx = ET.parse(b)\n",
      [["ET.parse(b)", "f(b)"]],
      "x = f(b)\n",
    ],
    [
      "an import that the fix adds behind it",
      "a.py",
      "import os\nimport random\n\nx = random.random()\n",
      [
        ["\n\nx", "\nimport secrets\n\nx"],
        ["random.random()", "secrets.token_hex()"],
      ],
      "import os\nimport secrets\n\nx = secrets.token_hex()\n",
    ],
    ["require", "a.js", 'const cp = require("child_process");\ncp.exec(a);\n', [["cp.exec(a)", "f(a)"]], "f(a);\n"],
    [
      "a name of a list of require",
      "a.js",
      'const { exec, spawn } = require("node:child_process");\nexec(a);\nspawn(b);\n',
      [["exec(a)", "f(a)"]],
      'const { spawn } = require("node:child_process");\nf(a);\nspawn(b);\n',
    ],
    [
      "import",
      "a.ts",
      'import { exec, spawn } from "child_process";\nspawn(a);\nexec(b);\n',
      [["exec(b)", "f(b)"]],
      'import { spawn } from "child_process";\nspawn(a);\nf(b);\n',
    ],
  ] as const)
    it(`go: ${name}`, () => expect(mend(path, text, ...edits)).to.equal(expected));

  for (const [name, path, text, edits] of [
    ["used elsewhere", "a.py", "import pickle\nx = pickle.loads(b)\ny = pickle.dumps(x)\n", [["pickle.loads(b)", "f(b)"]]],
    ["unused before", "a.py", "import random\nx = eval(b)\n", [["eval(b)", "f(b)"]]],
    ["named in a text", "a.py", 'import pickle\n__all__ = ["pickle"]\nx = pickle.loads(b)\n', [["pickle.loads(b)", "f(b)"]]],
    ["named in a comment", "a.py", "import pickle  # pickle of old\nx = pickle.loads(b)\n", [["pickle.loads(b)", "f(b)"]]],
    ["a package's own names", "p/__init__.py", "import pickle\nx = pickle.loads(b)\n", [["pickle.loads(b)", "f(b)"]]],
    [
      "of a module that may do something when it is loaded",
      "a.js",
      'const m = require("./setup");\nm.run(a);\n',
      [["m.run(a)", "f(a)"]],
    ],
    ["with more in its line", "a.py", "import pickle; import yaml\nx = pickle.loads(b)\n", [["pickle.loads(b)", "f(b)"]]],
  ] as const)
    it(`stay: ${name}`, () => {
      const [[old, now]] = edits;
      expect(mend(path, text, ...edits)).to.equal(text.replace(old, now));
    });
});
