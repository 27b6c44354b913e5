import { join } from "node:path";
import { expect } from "chai";
import { createEngine } from "../../../../server/engine/analyze.ts";
import { applyFix } from "../../../../server/engine/fixes/applyFix.ts";
import { offerFix } from "../../../../server/engine/fixes/offerFix.ts";
import { loadRules } from "../../../../server/engine/rules/loadRules.ts";
import { resourceFolder } from "../../../../server/host/resources.ts";
import { createParser, type Parser } from "../../../../server/parser/parser.ts";
import { carefulCases } from "./carefulCases.ts";
import { embeddedCases } from "./embeddedCases.ts";
import { endCases } from "./endCases.ts";
import { folderCases } from "./folderCases.ts";
import { importCases } from "./importCases.ts";
import { replacedCases, variableCases } from "./variableCases.ts";

interface Case {
  readonly name: string;
  /** What is found, and the items of `fixes`. */
  readonly find: string;
  readonly fixes: string;
  readonly path?: string;
  readonly text: string;
  /** The text afterwards, or "refused: why". */
  readonly expected: string;
}

const mode = `- {title: Let the owner write, pattern: "chmod($PATH, $MODE)", replace: {$MODE: "0o600"}}`;
const random = `- {title: Take a safe one, pattern: weak(), imports: {$SAFE: import secrets}, replace: $SAFE.choice()}`;
const timeout = `- {title: Give up in time, pattern: get(...), set: {timeout: "10"}}`;
const secure = `- {title: Protect the cookie, pattern: "cookie($NAME, $OPTIONS)", in: $OPTIONS, set: {secure: "true"}, add: {sameSite: '"lax"'}}`;
const plain = `- {title: Leave it out, pattern: "f($A, $OPTIONS)", in: $OPTIONS, set: {raw: null}}`;
const html = `- {title: Escape the values, pattern: show($HTML), at: $HTML, wrap: "escape($VALUE)", wrap-in: html}`;
const shell = `- {title: Quote the values, pattern: "run($COMMAND)", at: $COMMAND, wrap: quote($VALUE), wrap-in: shell}`;
const guard = `- {title: Check the name, pattern: "$FILE = join($NAME)", after: "if bad($FILE):\\n  stop()"}`;

const cases: readonly Case[] = [
  ...folderCases,
  ...variableCases,
  ...replacedCases,
  ...carefulCases,
  ...embeddedCases,
  ...importCases,
  ...endCases,
  {
    name: "replaces a part and keeps comments and layout",
    find: "chmod($PATH, 511)",
    fixes: mode,
    text: "chmod(  path,  # who\n  511 )\n",
    expected: "chmod(  path,  # who\n  0o600 )\n",
  },
  {
    name: "appends a keyword argument on a line of its own",
    find: "get($URL)",
    fixes: timeout,
    text: "get(\n    url,\n)\n",
    expected: "get(\n    url,\n    timeout=10,\n)\n",
  },
  {
    name: "gives a keyword argument another value",
    find: "get(..., timeout=None)",
    fixes: timeout,
    text: "get(url, timeout=None)\n",
    expected: "get(url, timeout=10)\n",
  },
  {
    name: "refuses options that come from elsewhere",
    find: "get(...)",
    fixes: timeout,
    text: "get(url, **options)\n",
    expected: "refused: some of the options come from elsewhere",
  },
  {
    name: "sets entries of an object, shorthand too, and keeps a value that is there",
    find: "cookie($NAME, {..., secure, ...})",
    fixes: secure,
    path: "a.js",
    text: "cookie('a', { secure, sameSite: 'strict' });\n",
    expected: "cookie('a', { secure: true, sameSite: 'strict' });\n",
  },
  {
    name: "fills an empty object",
    find: "cookie($NAME, {})",
    fixes: secure,
    path: "a.ts",
    text: 'cookie("a", {} as Options);\n',
    expected: 'cookie("a", { secure: true, sameSite: "lax" } as Options);\n',
  },
  {
    name: "refuses options in a variable",
    find: "cookie($NAME, options)",
    fixes: secure,
    path: "a.js",
    text: "cookie('a', options);\n",
    expected: "refused: the options stand elsewhere",
  },
  {
    name: "takes an entry away, with its comma",
    find: "f($A, {..., raw: true, ...})",
    fixes: plain,
    path: "a.js",
    text: "f(1, { raw: true, b: 2 });\n",
    expected: "f(1, { b: 2 });\n",
  },
  {
    name: "takes the only entry away",
    find: "f($A, {..., raw: true, ...})",
    fixes: plain,
    path: "a.js",
    text: "f(1, { raw: true });\n",
    expected: "f(1, {});\n",
  },
  {
    name: "refuses where a comment would be lost",
    find: "weak(...)",
    fixes: `- {title: Take a safe one, pattern: weak(...), replace: safe()}`,
    text: "x = weak(  # why\n)\n",
    expected: "refused: a comment in the code would be lost",
  },
  {
    name: "puts lines after the statement, in the file's indentation",
    find: "$FILE = join($NAME)\nreturn $FILE",
    fixes: guard,
    text: "def f(name):\n\tpath = join(name)  # here\n\treturn path\n",
    expected: "def f(name):\n\tpath = join(name)  # here\n\tif bad(path):\n\t\tstop()\n\treturn path\n",
  },
  {
    name: "refuses where the statement shares its line",
    find: "$FILE = join($NAME)",
    fixes: guard,
    text: "a = 1; path = join(name)\n",
    expected: "refused: the statement shares its line with other code",
  },
  {
    name: "escapes the values of a concatenation",
    find: "show($X)",
    fixes: html.replace("pattern: show($HTML), at: $HTML", "patterns: [{pattern: show($HTML)}, {focus-metavariable: $HTML}]"),
    text: `show("<b title='" + name + "'>" + text + "</b>")\n`,
    expected: `show("<b title='" + escape(name) + "'>" + escape(text) + "</b>")\n`,
  },
  ...(
    [
      ["<a href='", "'>x</a>", "escaping is not enough in an attribute with an address or code"],
      ["<script>a = '", "'</script>", "escaping is not enough inside a script, a style or a comment"],
      ["<b class=", ">x</b>", "escaping is not enough in a tag outside of quotes"],
    ] as const
  ).map(([before, after, why]) => ({
    name: `escapes nothing after ${before}`,
    find: "show($X)",
    fixes: html.replace("pattern: show($HTML), at: $HTML", "patterns: [{pattern: show($HTML)}, {focus-metavariable: $HTML}]"),
    text: `show("${before}" + name + "${after}")\n`,
    expected: `refused: ${why}`,
  })),
  {
    name: "quotes a value of a command in an f-string",
    find: "run($X)",
    fixes: shell.replace(
      `pattern: "run($COMMAND)", at: $COMMAND`,
      "patterns: [{pattern: run($COMMAND)}, {focus-metavariable: $COMMAND}]",
    ),
    text: 'run(f"ls -l {d["a"]}")\n',
    expected: 'run(f"ls -l -- {quote(d["a"])}")\n',
  },
  ...(
    [
      ['"ls -l %s" % d', 'run("ls -l -- %s" % quote(d))\n'],
      ['"cat a | wc {}".format(d)', 'run("cat a | wc -- {}".format(quote(d)))\n'],
      ['"echo " + d', 'run("echo " + quote(d))\n'],
      ['"head -n " + d', 'run("head -n " + quote(d))\n'],
      ['"cp " + d + " " + e', 'run("cp -- " + quote(d) + " " + quote(e))\n'],
      ['"ls x" + d', 'run("ls x" + quote(d))\n'],
      ['f"sort > {d}"', 'run(f"sort > {quote(d)}")\n'],
      ['f"wc -l < {d}"', 'run(f"wc -l < {quote(d)}")\n'],
      ['f"wc -l <{d}"', 'run(f"wc -l <{quote(d)}")\n'],
      ['"cat /etc/hosts > " + d', 'run("cat /etc/hosts > " + quote(d))\n'],
      ['f"ls -l >> {d}"', 'run(f"ls -l >> {quote(d)}")\n'],
      ['f"cat x 2> {d}"', 'run(f"cat x 2> {quote(d)}")\n'],
      ['f"cat x &> {d}"', 'run(f"cat x &> {quote(d)}")\n'],
      ['f"cat {d} > {e}"', 'run(f"cat -- {quote(d)} > {quote(e)}")\n'],
      ['f"cat 2>&1 > x {d} > -y"', 'run(f"cat 2>&1 > x -- {quote(d)} > -y")\n'],
      ['f"sort > -- {d}"', 'run(f"sort > -- -- {quote(d)}")\n'],
      ["f\"grep 'a|b' {d}\"", "run(f\"grep 'a|b' -- {quote(d)}\")\n"],
      ["f\"grep 'a > b' {d}\"", "run(f\"grep 'a > b' -- {quote(d)}\")\n"],
      ["f\"grep 'a;tar b' {d} 'c|d'\"", "run(f\"grep 'a;tar b' -- {quote(d)} 'c|d'\")\n"],
      ["f\"grep a {d} 'b|c' -i\"", "refused: a value that begins with - would be read as an option, and options stand behind it"],
      ['f"ls {d} `more`"', "refused: whether options stand behind the value cannot be told"],
      [
        '"tar xf " + d',
        "refused: a value that begins with - would be read as an option, and how tar is kept from that is not known; refuse such values before the call",
      ],
    ] as const
  ).map(([command, expected]) => ({
    name: `keeps a quoted value from being an option: ${command}`,
    find: "run($X)",
    fixes: shell.replace(
      `pattern: "run($COMMAND)", at: $COMMAND`,
      "patterns: [{pattern: run($COMMAND)}, {focus-metavariable: $COMMAND}]",
    ),
    text: `run(${command})\n`,
    expected,
  })),
  {
    name: "does not quote inside quotes",
    find: "run($X)",
    fixes: shell.replace(
      `pattern: "run($COMMAND)", at: $COMMAND`,
      "patterns: [{pattern: run($COMMAND)}, {focus-metavariable: $COMMAND}]",
    ),
    text: `run("ls '" + d + "'")\n`,
    expected: "refused: the value stands between quotes of the command already",
  },
  {
    name: "makes no text of a value that is made one",
    find: "show($HTML)",
    fixes: `- {title: Escape, patterns: [{pattern: show($HTML)}, {focus-metavariable: $HTML}], wrap: "escape(String($VALUE))", wrap-in: any}`,
    path: "a.js",
    text: `show(String(req.query.re));\n`,
    expected: `show(escape(String(req.query.re)));\n`,
  },
  {
    name: "says why where the rule does",
    find: "weak()",
    fixes: "- {pattern: weak(), refuse: nobody knows a better one}",
    text: "weak()\n",
    expected: "refused: nobody knows a better one",
  },
  {
    name: "says that no form is for such code",
    find: "weak($X)",
    fixes: random,
    text: "weak(1)\n",
    expected: "refused: no safe replacement is known for this form of the code",
  },
];

describe("fixes that a rule describes by forms", () => {
  let parser: Parser;
  before(async () => {
    parser = await createParser(join(resourceFolder(), "grammars"));
    await parser.load(["javascript", "typescript", "python"]);
  });

  for (const { name, find, fixes, path = "a.py", text, expected } of cases)
    it(name, () => expect(fixed(find, fixes, path, text)).to.equal(expected));

  it("a rule whose fix does not say what to do is not run", () => {
    const rule = (fix: string) => loadRules(ruleText("f()", fix, "a.py"), "rule.yaml").problems.map(({ message }) => message);
    expect(rule("- {title: Do something, pattern: f()}")[0]).to.match(/needs `title` and one of/);
    expect(rule("- {pattern: f(), replace: g()}")[0]).to.match(/needs `title` and one of/);
    expect(rule("- {pattern: f(), refuse: why not, replace: g()}")[0]).to.match(/or `refuse` alone/);
    expect(rule("- {title: Do something, pattern: f(), wrap: g($VALUE)}")[0]).to.match(/`wrap` needs `wrap-in`/);
    expect(rule("- {title: Do something, pattern: f(), replace: g(), why: not}")[0]).to.match(/`why` is not a key/);
    expect(rule("- {title: Do something, replace: g()}")[0]).to.match(/needs one of `pattern`/);
  });

  function fixed(find: string, fixes: string, path: string, text: string): string {
    const { rules, problems } = loadRules(ruleText(find, fixes, path), "rule.yaml");
    expect(problems).to.deep.equal([]);
    const engine = createEngine({ rules, parse: parser.parse });
    const [finding] = engine.analyze({ path, text }).findings;
    if (!finding) throw new Error("Nothing was found.");
    const fix = offerFix(engine, parser.parse, { path, text }, finding);
    if (!fix) throw new Error("There is no fix.");
    return "refused" in fix ? `refused: ${fix.refused}` : applyFix(text, fix);
  }
});

function ruleText(find: string, fixes: string, path: string): string {
  const language = path.endsWith(".py") ? "python" : "typescript, javascript";
  const indented = fixes.replaceAll("\n", "\n      ");
  // What was written is not found again: "escape(" and "quote(" end it.
  const not = `\n      - pattern-not-regex: "escape\\\\(|quote\\\\(|secure: true|secure .true"`;
  const pattern = `patterns:\n      - pattern: ${JSON.stringify(find)}${not}`;
  return `rules:\n  - id: r\n    languages: [${language}]\n    severity: ERROR\n    message: m\n    options: {linewarden: precise}\n    ${pattern}\n    fixes:\n      ${indented}\n`;
}
