/** Where a fix would do harm, or would have lost something of the code. */

const filter = `- {title: Compare with text only, patterns: [{pattern: find($FILTER)}, {focus-metavariable: $FILTER}], wrap: "escape($VALUE)", wrap-in: filter}`;
const path = `- {title: Take the bare name, pattern: $FILE.originalname, replace: escape($FILE.originalname)}`;
const moved = `- {title: Say who may, pattern: "chmod($PATH, $MODE)", replace: {$MODE: "escape($MODE)"}}`;
const unbound = `- {title: Evaluate nothing, pattern: eval($X), replace: safe($Y)}`;
const run = `- {title: Run the program, pattern: weak(), imports: {$RUN: 'import { execFile } from "node:child_process"'}, replace: $RUN()}`;

const filters: readonly (readonly [string, string])[] = [
  ["{ name: b.name, $or: [{ mail: b.mail }, { nick: { $eq: b.nick } }] }", ""],
  ["{ age: req.query.age }", ""],
  ["{ message: b.message, language: b.language }", ""],
  ["{ tag: { $in: b.tag } }", "$in may need something else than text"],
  ["{ a: { $gt: b.a } }", "$gt may need something else than text"],
  ["{ a: { $not: { $all: b.a } } }", "$all may need something else than text"],
  ["{ name: b.name, maxAge: b.maxAge }", "whether `maxAge` holds text cannot be told"],
  ["{ created_at: b.at }", "whether `created_at` holds text cannot be told"],
  ["{ isOpen: b.isOpen }", "whether `isOpen` holds text cannot be told"],
  ["{ name: [b.name] }", "a list would become one text"],
  ["{ where: { owner: 'a' }, data: { name: b.name } }", "the types of the columns are the schema's, and text may not fit them"],
];

export const carefulCases = [
  ...filters.map(([text, why]) => ({
    name: why === "" ? `compares with text: ${text}` : `refuses to make text of ${text}`,
    find: "find(...)",
    fixes: filter,
    path: "a.js",
    text: `find(${text});\n`,
    expected: why === "" ? `find(${text.replace(/: ((?:b|req\.query)\.\w+)/g, ": escape($1)")});\n` : `refused: ${why}`,
  })),
  {
    name: "keeps TypeScript's ! behind what it names",
    find: "store(...)",
    fixes: path,
    path: "a.ts",
    text: "store(req.file!.originalname);\n",
    expected: "store(escape(req.file!.originalname));\n",
  },
  {
    name: "takes TypeScript's ! along with what it replaces, and no comparison",
    find: "chmod($PATH, $MODE)",
    fixes: moved,
    path: "a.ts",
    text: "chmod(path, mode!);\n",
    expected: "chmod(path, escape(mode!));\n",
  },
  {
    name: "refuses where the template has a name that nothing is bound to",
    find: "eval($X)",
    fixes: unbound,
    path: "a.js",
    text: "eval(code);\n",
    expected: "refused: the rule's fix has $Y, which stands for nothing in what was found",
  },
  ...["import { exec } from 'child_process';", "const { exec } = require('node:child_process');"].map((line) => ({
    name: `adds a name to the import of the module that is there: ${line}`,
    find: "weak()",
    fixes: run,
    path: "a.js",
    text: `${line}\n\nweak();\nexec("a");\n`,
    expected: `${line.replace("exec", "exec, execFile")}\n\nexecFile();\nexec("a");\n`,
  })),
  {
    name: "keeps the module's other import by name apart from one of another module",
    find: "weak()",
    fixes: run,
    path: "a.js",
    text: "import { readFile } from 'fs';\n\nweak();\n",
    expected: "import { readFile } from 'fs';\nimport { execFile } from 'node:child_process';\n\nexecFile();\n",
  },
];
