/** Joined paths, and the folder that a fix compares them with. */

const folder = `- {title: Stay inside, pattern: "$FILE = join(...)", folder: $FILE, after: "if ($FILE.startsWith($FOLDER)) stop();"}`;

export const folderCases = (
  [
    ["the whole folder", "ROOT, 'users', req.params.u, 'a'", "join(ROOT, 'users')"],
    ["the one part of it", "ROOT, req.params.n", "ROOT"],
    ["folders in a text", "ROOT, `users/x-${req.query.n}`", "join(ROOT, 'users')"],
    ["no folder", "req.query.n, 'a'", "refused: the path begins with what the caller gives"],
    ["the root", "'/', req.query.n", "refused: the path begins at the root of all files"],
    ["what climbs", "ROOT, req.query.n, '../a'", "refused: the path climbs out of a folder that the caller names"],
    ["what may be untrusted", "ROOT, ask(1), req.query.n", "refused: whether callers decide ask(1) cannot be told"],
    [
      "a path in a path",
      "ROOT, join('a', req.query.n)",
      "refused: where the part of the path begins that the caller gives cannot be told",
    ],
  ] as const
).map(([name, parts, expected]) => {
  const text = `const ROOT = 'a';\nf((req) => {\n  const file = join(${parts});\n  go();\n});\n`;
  const after = `  if (file.startsWith(${expected})) stop();\n  go();`;
  return {
    name: `tells the folder of a joined path: ${name}`,
    find: "$FILE = join(...);\ngo();",
    fixes: folder,
    path: "a.js",
    text,
    expected: expected.startsWith("refused") ? expected : text.replace("  go();", after),
  };
});
