/** Lines that a fix adds end as the file's statements do. */

const path = `- {title: Stay inside, pattern: "join(...)", variable: $FILE, folder: $FILE, after: "if ($FILE.startsWith($FOLDER)) {\\n  stop();\\n  return;\\n}"}`;
const first = `- {title: Skip the key, pattern: "for (const $KEY in $X) { ... }", first: 'if ($KEY === "a") continue;'}`;
const check = `- {title: Check it, pattern: $F = take($X), replace: $F = taken($X), after: "if (bad($F)) throw stop();"}`;

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
  ...(
    [
      ["a bracket", "[1, 2].forEach(g)"],
      ["a parenthesis", "(await h()).go()"],
      ["a template", "`${a}`.split(b)"],
      ["a sign", "-a"],
      ["a regex", "/x/.test(a)"],
      ["a comment and a bracket", "// (next)\n  /* then */ [1].map(g)"],
    ] as const
  ).map(([name, next]) => ({
    name: `keeps the semicolon before a line that begins with ${name}`,
    find: "$F = take($X)",
    fixes: check,
    path: "a.js",
    text: `let f\nasync function go(x) {\n  f = take(x);\n  ${next}\n  return f\n}\n`,
    expected: `let f\nasync function go(x) {\n  f = taken(x);\n  if (bad(f)) throw stop();\n  ${next}\n  return f\n}\n`,
  })),
  {
    name: "adds no semicolon before a line that begins with a comment and a name",
    find: "$F = take($X)",
    fixes: check,
    path: "a.js",
    text: "let f\nfunction go(x) {\n  f = take(x)\n  // (next)\n  return f\n}\n",
    expected: "let f\nfunction go(x) {\n  f = taken(x)\n  if (bad(f)) throw stop()\n  // (next)\n  return f\n}\n",
  },
  {
    name: "keeps the semicolon before the statement that it guards",
    find: "fetch($X)",
    fixes: `- {title: Check it, pattern: fetch($X), replace: reach($X), before: "if (bad($X)) throw stop();"}`,
    path: "a.js",
    text: "let f\nasync function go(x) {\n  f = 1\n  if (x) {\n    (await fetch(x)).go()\n  }\n}\n",
    expected:
      "let f\nasync function go(x) {\n  f = 1\n  if (x) {\n    if (bad(x)) throw stop();\n    (await reach(x)).go()\n  }\n}\n",
  },
  {
    name: "puts a semicolon before a bracket that it adds",
    find: "$F = take($X)",
    fixes: `- {title: Check it, pattern: $F = take($X), replace: $F = taken($X), after: "[$F].forEach(check);"}`,
    path: "a.js",
    text: "let f\nfunction go(x) {\n  f = take(x)\n  return f\n}\n",
    expected: "let f\nfunction go(x) {\n  f = taken(x)\n  ;[f].forEach(check)\n  return f\n}\n",
  },
  {
    name: "puts a semicolon before a bracket that it adds in front",
    find: "take($X)",
    fixes: `- {title: Check it, pattern: take($X), replace: taken($X), before: "[$X].forEach(check);"}`,
    path: "a.js",
    text: "let f\nfunction go(x) {\n  f = 1\n  take(x)\n  return f\n}\n",
    expected: "let f\nfunction go(x) {\n  f = 1\n  ;[x].forEach(check)\n  taken(x)\n  return f\n}\n",
  },
  {
    name: "keeps the semicolon of require before a parenthesis",
    find: "weak($X)",
    fixes: `- {title: Take a safe one, pattern: weak($X), imports: {$SAFE: import safe from "node:crypto"}, replace: $SAFE.choice($X)}`,
    path: "a.js",
    text: "(async () => {\n  let a = 1\n  a = weak(1)\n  await go(a)\n})()\n",
    expected: 'const safe = require("node:crypto");\n\n(async () => {\n  let a = 1\n  a = safe.choice(1)\n  await go(a)\n})()\n',
  },
];
