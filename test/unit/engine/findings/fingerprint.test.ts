import { expect } from "chai";
import type { Finding } from "../../../../server/engine/findings/finding.ts";
import { findingsOf, loadParser, taintRule } from "./engineFor.ts";

const query = { patterns: [{ pattern: "$DB.query($Q, ...)" }] };

function only(rule: Record<string, unknown>, text: string, path?: string): Finding {
  const findings = findingsOf(rule, text, path);
  expect(findings, text).to.have.length(1);
  const [finding] = findings;
  if (!finding) throw new Error("no finding");
  return finding;
}

const base = 'function find(db, id) {\n  const sql = "SELECT " + id;\n  return db.query(sql);\n}\n';
const python = 'def find(db, name):\n    value = source()\n    db.run(sink("x" + value))\n';

describe("fingerprint", () => {
  before(loadParser);

  for (const [title, text] of [
    ["moved down", `const a = 1;\n\n\n${base}`],
    ["behind another function", `function other() { return 1; }\n${base}`],
    ["indented with tabs", base.replaceAll("  ", "\t\t")],
    ["CRLF", base.replaceAll("\n", "\r\n")],
    ["a comment in the call", base.replace("db.query(sql)", "db.query(/* why */ sql /* so */)")],
    ["on several lines", base.replace("db.query(sql)", "db.query(\n    sql,\n  )")],
    ["in a block", base.replace("return db.query(sql);", "if (id) { return db.query(sql); }")],
    ["a local renamed", base.replaceAll("sql", "text")],
    ["a parameter renamed", base.replaceAll("db", "connection")],
    ["two locals swap their names", base.replaceAll("db", "X").replaceAll("sql", "db").replaceAll("X", "sql")],
    ["const to let", base.replace("const", "let")],
    ["exported", `export ${base}`],
    ["another statement before it", base.replace("return", "log(1);\n  return")],
    ["BOM", `\ufeff${base}`],
  ] as const) {
    it(`is kept: ${title}`, () => expect(only(query, text).fingerprint).to.equal(only(query, base).fingerprint));
  }

  for (const [title, text] of [
    ["another argument", base.replace("db.query(sql)", 'db.query(sql + "x")')],
    ["another constant", base.replace("db.query(sql)", 'db.query("SELECT 2")')],
    ["another method chain", base.replace("db.query(sql)", "db.pool.query(sql)")],
    ["another function", base.replace("find", "remove")],
    ["in a class", `class Users { ${base.replace("function ", "")} }`],
    ["a global instead of a local", base.replace("function find(db, id)", "function find(id)")],
  ] as const) {
    it(`changes: ${title}`, () => expect(only(query, text).fingerprint).to.not.equal(only(query, base).fingerprint));
  }

  it("two uses of one local differ from uses of two", () => {
    const one = "function f(a, b) { g.query(a, a); }";
    const two = "function f(a, b) { g.query(a, b); }";
    expect(only(query, one).fingerprint).to.not.equal(only(query, two).fingerprint);
  });

  it("a renamed function keeps the fingerprint of its shape", () => {
    const renamed = only(query, base.replace("find", "findUser").replaceAll("sql", "text"));
    expect(renamed.shapeFingerprint).to.equal(only(query, base).shapeFingerprint);
    const changed = only(query, base.replace("find", "findUser").replace("+ id", "+ id + 1"));
    expect(changed.shapeFingerprint).to.not.equal(only(query, base).shapeFingerprint);
  });

  it("depends on the rule", () => {
    expect(only({ ...query, id: "other" }, base).fingerprint).to.not.equal(only(query, base).fingerprint);
  });

  it("two handlers without a name are told apart by their route", () => {
    const text = 'app.get("/a", (req) => db.query(req.x));\napp.get("/b", (req) => db.query(req.x));\n';
    const findings = findingsOf(query, text);
    expect(findings.map(({ within }) => within)).to.deep.equal(['app.get("/a")', 'app.get("/b")']);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).to.equal(2);
  });

  it("two copies in one function have the same one", () => {
    const [first, second] = findingsOf(query, "function f(a) { g.query(a); g.query(a); }");
    expect(first?.fingerprint).to.match(/^[0-9a-f]{16}$/);
    expect(second?.fingerprint).to.equal(first?.fingerprint);
  });

  for (const [title, text] of [
    ["renamed locals", python.replaceAll("value", "v")],
    ["moved and wrapped", `import x\n\n${python.replace("    value", "    if name:\n        pass\n    value")}`],
    ["another indentation", python.replaceAll("    ", "\t")],
  ] as const) {
    it(`of a flow is kept: ${title}`, () =>
      expect(only(taintRule, text, "a.py").fingerprint).to.equal(only(taintRule, python, "a.py").fingerprint));
  }

  it("of a flow changes with its source and its sink", () => {
    const before = only(taintRule, python, "a.py").fingerprint;
    expect(only(taintRule, python.replace("source()", "source(1)"), "a.py").fingerprint).to.not.equal(before);
    expect(only(taintRule, python.replace('"x"', '"y"'), "a.py").fingerprint).to.not.equal(before);
  });

  it("of a text match is the text without its whitespace", () => {
    const rule = { languages: ["regex"], "pattern-regex": "key *= *\\w+" };
    const first = only(rule, "a\nkey = abc\n", "a.txt").fingerprint;
    expect(only(rule, "\n\n   key=abc", "b.yaml").fingerprint).to.equal(first);
    expect(only(rule, "key = abd", "a.txt").fingerprint).to.not.equal(first);
  });

  for (const [text, within] of [
    ["class A { run() { g.query(1); } }", "A.run"],
    ["const o = { go() { g.query(1); } };", "o.go"],
    ["const o = { go: () => g.query(1) };", "go"],
    ["exports.go = function () { g.query(1); };", "exports.go"],
    ["const go = async () => { await x(() => g.query(1)); };", "go"],
    ["g.query(1);", ""],
  ] as const) {
    it(`names the place "${within}"`, () => expect(only(query, text).within).to.be.oneOf([within, within.replace("o.", "")]));
  }
});
