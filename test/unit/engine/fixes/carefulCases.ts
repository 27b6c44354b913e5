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

const html = `- {title: Escape the values, patterns: [{pattern: show($HTML)}, {focus-metavariable: $HTML}], wrap: "str(escape($VALUE))", wrap-in: html}`;

/** What is shown, and how: numbers stay as they are. */
const shown: readonly (readonly [before: string, text: string, expected: string])[] = [
  ["", 'f"<p>{a} {b:.2f} {len(a)}</p>"', 'f"<p>{str(escape(a))} {b:.2f} {len(a)}</p>"'],
  ["", '"<p>%s %d %.1f%%</p>" % (a, b, c)', '"<p>%s %d %.1f%%</p>" % (str(escape(a)), b, c)'],
  ["", '"<p>{} {:d}</p>".format(a, b)', '"<p>{} {:d}</p>".format(str(escape(a)), b)'],
  ["n = int(x)\nm = n * 2\n", '"<p>" + a + str(n) + str(m)', '"<p>" + str(escape(a)) + str(n) + str(m)'],
  ["n = int(x)\nn = x\n", '"<p>" + n', '"<p>" + str(escape(n))'],
  ["for n in x:\n    pass\nn = 1\n", '"<p>" + n', '"<p>" + str(escape(n))'],
  ["", '"<p>" + str(a)', '"<p>" + str(escape(a))'],
  ["", 'f"<p>{a} {quote_ident(b)}</p>"', 'f"<p>{str(escape(a))} {quote_ident(b)}</p>"'],
  [
    "",
    `"<ul>" + "".join(f"<li>{row}</li>" for row in rows) + "</ul>"`,
    `"<ul>" + "".join(f"<li>{str(escape(row))}</li>" for row in rows) + "</ul>"`,
  ],
];

/** Markup of the program that a value holds: escaping it would show its tags. */
const marked: readonly (readonly [before: string, text: string, why: string])[] = [
  ["", 'f"<p>{markdown(a)}</p>"', "markdown() gives markup, whose tags escaping would show; escape or clean what it is given"],
  ["", "etree.tostring(a)", "etree.tostring() gives markup, whose tags escaping would show; escape or clean what it is given"],
  [
    "row = '<i>a</i>'\nrow = f'<b>{a}</b>'\n",
    'f"<p>{row}</p>"',
    "row holds markup of the program; escape the values where they are put into it",
  ],
];

export const carefulCases = [
  ...marked.map(([before, text, why]) => ({
    name: `leaves markup of the program as it is: ${before}${text}`,
    ...{ find: "show($HTML)", fixes: html, text: `${before}show(${text})\n`, expected: `refused: ${why}` },
  })),
  ...shown.map(([before, text, expected]) => ({
    name: `escapes what is no number: ${before}${text}`,
    find: "show($HTML)",
    fixes: html,
    text: `${before}show(${text})\n`,
    expected: `${before}show(${expected})\n`,
  })),
  {
    name: "quotes no parameter that is a number",
    find: "run($COMMAND)",
    fixes: `- {title: Quote the values, patterns: [{pattern: run($COMMAND)}, {focus-metavariable: $COMMAND}], wrap: quote($VALUE), wrap-in: shell}`,
    text: 'def f(n: int, host):\n    run(f"echo {n} {host}")\n',
    expected: 'def f(n: int, host):\n    run(f"echo {n} {quote(host)}")\n',
  },
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
  ...[
    "process.env.S!",
    "process.env.S as string",
    "(a as any as Record<string, string>)",
    "<string>a",
    "(a)",
    "a satisfies B",
  ].map((last) => ({
    name: `adds an argument behind what is said of the type of the last one: ${last}`,
    find: "sign($A, $B)",
    fixes: `- {title: Add options, pattern: "sign($A, $B)", append: "{ secure: true }"}`,
    path: "a.ts",
    text: `sign({ id }, ${last});\n`,
    expected: `sign({ id }, ${last}, { secure: true });\n`,
  })),
  {
    name: "writes quotes as the strings of the file have them, not its keys",
    find: "weak()",
    fixes: `- {title: Do better, pattern: weak(), replace: 'escape("x")'}`,
    path: "a.js",
    text: "const a = { b: 1, c: 2, d: 'e' };\nweak();\n",
    expected: "const a = { b: 1, c: 2, d: 'e' };\nescape('x');\n",
  },
  {
    name: "keeps the key of a short entry",
    find: "show($A, {..., key, ...})",
    fixes: `- {title: Hide it, pattern: "show($A, {..., $K: $B, ...})", replace: {$B: '"escape()"'}}`,
    path: "a.js",
    text: 'show("a", { key });\n',
    expected: 'show("a", { key: "escape()" });\n',
  },
  {
    name: "writes a plain text among the text around it",
    find: "show($A)",
    fixes: "- {title: Hide it, pattern: 'show(`...${$B}...`, ...)', replace: {$B: '\"secure [true]\"'}}",
    path: "a.js",
    text: "show(`a ${b} c`);\n",
    expected: "show(`a secure [true] c`);\n",
  },
  {
    name: "takes `as` of TypeScript along into a variable",
    find: "go($X)",
    fixes: `- {title: Stay inside, pattern: "$A.to", variable: $PLACE, replace: escape($PLACE)}`,
    path: "a.ts",
    text: "f(() => {\n  go(query.to as string);\n});\n",
    expected: "f(() => {\n  const place = query.to as string;\n  go(escape(place));\n});\n",
  },
];
