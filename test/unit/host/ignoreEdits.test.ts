import { expect } from "chai";
import { ignoreEdits } from "../../../server/host/ignoreEdits.ts";
import { engineOf, loadParser } from "../engine/findings/engineFor.ts";

const code = { id: "code", languages: ["javascript", "python"], pattern: "danger(...)" };
const text = { id: "text", languages: ["regex"], "pattern-regex": 'raw="[^"]*"' };

/** The file with the comment that silences its one finding, or undefined where there is no place for one. */
function silenced(path: string, content: string): string | undefined {
  const engine = engineOf([code, text]);
  const [finding, another] = engine.analyze({ path, text: content }).findings;
  if (!finding || another) throw new Error("There should be one finding.");
  const [edit] = ignoreEdits(engine, { path, text: content }, finding, "by hand") ?? [];
  if (!edit) return undefined;
  const after = content.slice(0, edit.span.start) + edit.text + content.slice(edit.span.end);
  expect(engine.analyze({ path, text: after }).findings.map(({ suppression }) => suppression?.reason)).to.deep.equal(["by hand"]);
  return after.replace(/@[0-9a-f]{8}/, "@CONTENT");
}

describe("ignoreEdits", () => {
  before(loadParser);

  for (const [what, path, before, after] of [
    ["code", "a.js", "danger(a);\n", "// linewarden-ignore code@CONTENT: by hand\ndanger(a);\n"],
    [
      "a script of a component",
      "a.vue",
      "<script>\n  danger(a);\n</script>\n",
      "<script>\n  // linewarden-ignore code@CONTENT: by hand\n  danger(a);\n</script>\n",
    ],
    ["a script on one line", "a.html", "<script>danger(a)</script>\n", undefined],
    [
      "a template of a component",
      "a.vue",
      '<template>\r\n  <p raw="a"></p>\r\n</template>\r\n',
      '<template>\r\n  <!-- linewarden-ignore text@CONTENT: by hand -->\r\n  <p raw="a"></p>\r\n</template>\r\n',
    ],
    ["a page", "a.html", '<p raw="a"></p>\n', '<!-- linewarden-ignore text@CONTENT: by hand -->\n<p raw="a"></p>\n'],
    [
      "a page with a script",
      "a.html",
      '<script>b()</script>\n<p raw="a"></p>\n',
      '<script>b()</script>\n<!-- linewarden-ignore text@CONTENT: by hand -->\n<p raw="a"></p>\n',
    ],
    [
      "a line of Python that goes on",
      "a.py",
      "a = 1 + \\\n  danger(b)\n",
      "# linewarden-ignore code@CONTENT: by hand\na = 1 + \\\n  danger(b)\n",
    ],
    [
      "a tag over several lines",
      "a.vue",
      '<template>\n  <p\n    a="b"\n    raw="a"\n  ></p>\n</template>\n',
      '<template>\n  <!-- linewarden-ignore text@CONTENT: by hand -->\n  <p\n    a="b"\n    raw="a"\n  ></p>\n</template>\n',
    ],
    [
      "a shell command over several lines",
      "a.sh",
      'run \\\n  a \\\n  raw="a"\n',
      '# linewarden-ignore text@CONTENT: by hand\nrun \\\n  a \\\n  raw="a"\n',
    ],
    ["the first line of a script", "a.sh", '#!/bin/sh raw="a"\nls\n', undefined],
    ["a script with a first line", "a.js", "#!/usr/bin/env node\ndanger(a);\n", "#!/usr/bin/env node\n// IGNORED\ndanger(a);\n"],
    ["a declaration of XML", "a.xml", '<?xml version="1.0" raw="a"?>\n<a/>\n', undefined],
    ["a file with a byte order mark", "a.py", "\ufeffdanger(a)\n", "\ufeff# IGNORED\ndanger(a)\n"],
    ["a template string", "a.ts", "const q = `\n  ${danger(a)}\n`;\n", "// IGNORED\nconst q = `\n  ${danger(a)}\n`;\n"],
    ["the text of one", "a.js", 'f();\nconst q = `\n  raw="a"\n`;\n', 'f();\n// IGNORED\nconst q = `\n  raw="a"\n`;\n'],
    ["a docstring", "a.py", 'def f():\n  """\n  raw="a"\n  """\n', 'def f():\n  # IGNORED\n  """\n  raw="a"\n  """\n'],
    ["a block of text", "a.yaml", 'a:\n  b: |\n    c\n    raw="a"\n', 'a:\n  # IGNORED\n  b: |\n    c\n    raw="a"\n'],
    ["a list item of it", "a.yml", '- >-\n  c\n\n  raw="a"\n', '# IGNORED\n- >-\n  c\n\n  raw="a"\n'],
    [
      "a long script of a workflow",
      "a.yml",
      `run: |\n${"  ls\n".repeat(12)}  raw="a"\n`,
      `run: |\n${"  ls\n".repeat(12)}  # IGNORED\n  raw="a"\n`,
    ],
    ["a text of TOML", "a.toml", 'a = """\nraw="a"\n"""\n', '# IGNORED\na = """\nraw="a"\n"""\n'],
    ["a text of Go", "a.go", 'a := `\nraw="a"\n`\n', '// IGNORED\na := `\nraw="a"\n`\n'],
    ["code in a document", "a.md", '# A\n```sh\nraw="a"\n```\n', '# A\n<!-- IGNORED -->\n```sh\nraw="a"\n```\n'],
    ["input of a command", "a.sh", 'cat <<-"END"\n  raw="a"\nEND\n', '# IGNORED\ncat <<-"END"\n  raw="a"\nEND\n'],
    ["a line behind it", "a.sh", 'cat <<END\nEND\nraw="a"\n', 'cat <<END\nEND\n# IGNORED\nraw="a"\n'],
    ["the page of PHP", "a.php", '<p raw="a">\n<?php f(); ?>\n', '<!-- IGNORED -->\n<p raw="a">\n<?php f(); ?>\n'],
    ["the code of PHP", "a.php", '<?php\nraw="a"\n', '<?php\n// IGNORED\nraw="a"\n'],
    [
      "a line that a linter is told of",
      "a.ts",
      "  // eslint-disable-next-line no-eval\n  danger(a);\n",
      "  // IGNORED\n  // eslint-disable-next-line no-eval\n  danger(a);\n",
    ],
    ["data without comments", "package.json", '{\n  "a": "raw=\\"b\\""\n}\nraw="a"\n', undefined],
    ["Go", "a.go", 'raw="a"\n', '// linewarden-ignore text@CONTENT: by hand\nraw="a"\n'],
    ["SQL", "a.sql", 'raw="a"\n', '-- linewarden-ignore text@CONTENT: by hand\nraw="a"\n'],
    ["a style sheet", "a.css", 'raw="a"\n', '/* linewarden-ignore text@CONTENT: by hand */\nraw="a"\n'],
    ["a batch file", "a.bat", 'raw="a"\n', 'rem linewarden-ignore text@CONTENT: by hand\nraw="a"\n'],
    ["XML", "pom.xml", 'raw="a"\n', '<!-- linewarden-ignore text@CONTENT: by hand -->\nraw="a"\n'],
    ["a Dockerfile", "Dockerfile", 'raw="a"\n', '# linewarden-ignore text@CONTENT: by hand\nraw="a"\n'],
    ["settings with comments", ".vscode/settings.json", 'raw="a"\n', '// linewarden-ignore text@CONTENT: by hand\nraw="a"\n'],
    ["configuration", "a.yaml", 'raw="a"\n', '# linewarden-ignore text@CONTENT: by hand\nraw="a"\n'],
  ] as const)
    it(`silences a finding in ${what}`, () => {
      const comment = /linewarden-ignore (?:code|text)@CONTENT: by hand/;
      expect(silenced(path, before)?.replace(comment, "IGNORED")).to.equal(after?.replace(comment, "IGNORED"));
    });
});
