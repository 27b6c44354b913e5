/** Lines that a fix adds end as the file's statements do. */

const path = `- {title: Stay inside, pattern: "join(...)", variable: $FILE, folder: $FILE, after: "if ($FILE.startsWith($FOLDER)) {\\n  stop();\\n  return;\\n}"}`;
const first = `- {title: Skip the key, pattern: "for (const $KEY in $X) { ... }", first: 'if ($KEY === "a") continue;'}`;

export const endCases = [
  {
    name: "adds lines without semicolons to a file that has none",
    find: "read(join(...), ...)",
    fixes: path,
    path: "a.js",
    text: "const ROOT = 'a'\nf((req) => {\n  send(read(join(ROOT, req.params.n))) // now\n})\n",
    expected:
      "const ROOT = 'a'\nf((req) => {\n  const file = join(ROOT, req.params.n)\n  if (file.startsWith(ROOT)) {\n    stop()\n    return\n  }\n  send(read(file)) // now\n})\n",
  },
  {
    name: "adds lines with semicolons where most statements have them",
    find: "read(join(...), ...)",
    fixes: path,
    path: "a.js",
    text: "const ROOT = 'a';\nf((req) => {\n  go()\n  send(read(join(ROOT, req.params.n)));\n});\n",
    expected:
      "const ROOT = 'a';\nf((req) => {\n  go()\n  const file = join(ROOT, req.params.n);\n  if (file.startsWith(ROOT)) {\n    stop();\n    return;\n  }\n  send(read(file));\n});\n",
  },
  {
    name: "keeps the semicolon before a statement that begins with a bracket",
    find: "for (const $KEY in $X) { $Z; }",
    fixes: first,
    path: "a.js",
    text: "function f(x) {\n  for (const key in x) {\n    ;[key].map(g)\n  }\n  return x\n}\n",
    expected: 'function f(x) {\n  for (const key in x) {\n    if (key === "a") continue\n    ;[key].map(g)\n  }\n  return x\n}\n',
  },
  {
    name: "adds an import without a semicolon",
    find: "weak($X)",
    fixes: `- {title: Take a safe one, pattern: weak($X), imports: {$SAFE: import safe from "node:crypto"}, replace: $SAFE.choice($X)}`,
    path: "a.ts",
    text: "import a from 'a'\n\na(weak(1))\n",
    expected: "import a from 'a'\nimport * as safe from 'node:crypto'\n\na(safe.choice(1))\n",
  },
];
