/** Paths that are put into a variable of their own before they are checked. */

const fixes = `- {title: Stay inside, pattern-either: [pattern: "join(...)", pattern: "\`...\`", pattern: $A + $B], variable: $FILE, folder: $FILE, after: "if ($FILE.startsWith($FOLDER)) stop();"}`;
const refused = "refused: the code runs only sometimes, or in a function without statements of its own";

export const variableCases = (
  [
    [
      "in a call",
      "send(read(join(ROOT, req.params.n)));",
      "const file = join(ROOT, req.params.n);\n  if (file.startsWith(ROOT)) stop();\n  send(read(file));",
    ],
    [
      "as a text",
      "return read(`${ROOT}/a/${req.params.n}.txt`);",
      "const file = `${ROOT}/a/${req.params.n}.txt`;\n  if (file.startsWith(`${ROOT}/a`)) stop();\n  return read(file);",
    ],
    [
      "as a sum",
      "if (read('./a/' + req.params.n)) go();",
      "const file = './a/' + req.params.n;\n  if (file.startsWith('./a')) stop();\n  if (read(file)) go();",
    ],
    [
      "beside a name that is taken",
      "const file = 1;\n  read(join(ROOT, req.params.n), file);",
      "const file = 1;\n  const file2 = join(ROOT, req.params.n);\n  if (file2.startsWith(ROOT)) stop();\n  read(file2, file);",
    ],
    ["after a condition", "go() && read(join(ROOT, req.params.n));", refused],
    ["in a function without statements", "names.map((name) => read(join(ROOT, req.params.n)));", refused],
    ["in a branch", "if (a) go();\n  else if (read(join(ROOT, req.params.n))) go();", refused],
    ["of a loop's condition", "while (read(join(ROOT, req.params.n))) go();", refused],
    ["with a side effect", "read(join(ROOT, req.params.n, count++));", "refused: a value has a side effect"],
    ["from the root", "read(`/${req.params.n}`);", "refused: the path begins at the root of all files"],
    ["without a folder", "read(`a${req.params.n}`);", "refused: the path begins with what the caller gives"],
    ["that climbs", "read(`a/${req.params.n}/../b`);", "refused: the path climbs out of a folder that the caller names"],
    ["of something unknown", "read(`${ask(1)}/${req.params.n}`);", "refused: whether callers decide ask(1) cannot be told"],
  ] as const
).map(([name, code, expected]) => {
  const write = (body: string): string => `const ROOT = 'a';\nf((req) => {\n  ${body}\n});\n`;
  return {
    name: `puts a path into a variable: ${name}`,
    find: /read\([`'"]/.test(code) ? (code.includes("`") ? "read(`...`)" : "read($A + $B)") : "read(join(...), ...)",
    fixes,
    path: "a.js",
    text: write(code),
    expected: expected.startsWith("refused") ? expected : write(expected),
  };
});

export const replacedCases = [
  {
    name: "puts an expression into a variable that is asked twice",
    find: "go($X ?? $Y)",
    fixes: `- {title: Stay inside, pattern: $A ?? $B, variable: $PLACE, replace: '$PLACE === "a" ? $PLACE : "b"'}`,
    path: "a.ts",
    text: "f(() => {\n  go((next ?? 'c') as string);\n});\n",
    expected: "f(() => {\n  const place = next ?? 'c';\n  go((place === 'a' ? place : 'b') as string);\n});\n",
  },
  ...(
    [
      ["of a branch", "if (a.b) go(a.b);", "if (a.b) go(a.b === 'a' ? a.b : 'b');"],
      ["of an arrow", "h((c) => go(c.query.to));", "h((c) => go(c.query.to === 'a' ? c.query.to : 'b'));"],
    ] as const
  ).map(([name, code, expected]) => {
    const write = (body: string): string => `f(() => {\n  ${body}\n  g('x');\n});\n`;
    return {
      name: `asks twice in place where no variable can stand: ${name}`,
      find: "go($X.$Y)",
      fixes: `- {title: Stay inside, patterns: [{pattern: go($A)}, {focus-metavariable: $A}], variable: $PLACE, replace: '$PLACE === "a" ? $PLACE : "b"'}`,
      path: "a.js",
      text: write(code),
      expected: write(expected),
    };
  }),
];
