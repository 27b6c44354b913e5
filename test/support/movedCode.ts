/** Changes that move code with a finding: texts by path before and after, and where something is introduced. */

export interface MoveCase {
  readonly title: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  /** "path:line" of each introduced finding. */
  readonly introduced: readonly string[];
}

const head = 'const express = require("express");\nconst mysql = require("mysql2");\n';
const setUp = 'const app = express();\nconst db = mysql.createConnection({ host: "localhost" });\n';
const read =
  '  const sql = "SELECT * FROM users WHERE name = \'" + req.query.name + "\'";\n  db.query(sql, (err, rows) => res.json(rows));\n});\n';
const route = `app.get("/users", (req, res) => {\n${read}`;
const guarded = `app.get("/users", requireUser, (req, res) => {\n${read}`;
const indented = (code: string): string => code.replace(/^(?=.)/gm, "  ");
const wrapped = (code: string): string => `module.exports = function addUsers(app, db) {\n${indented(code)}};\n`;
const withRoute = `${head}${setUp}\n${route}`;
const taken = `${head}const addUsers = require("./users");\n${setUp}\naddUsers(app, db);\n`;

const auth =
  "exports.requireUser = (req, res, next) => {\n  if (!req.session.user) return res.status(401).end();\n  next();\n};\n";
const withGuard = `${head}const { requireUser } = require("./auth");\n${setUp}\n${guarded}`;
const router = `${head}const router = express.Router();\nconst db = mysql.createConnection({ host: "localhost" });\n\n`;
const routerFile = `${router}${route.replace('app.get("/users"', 'router.get("/"')}\nmodule.exports = router;\n`;
const mounted = (guard: string): string =>
  `const express = require("express");\nconst { requireUser } = require("./auth");\nconst users = require("./users");\nconst app = express();\napp.use("/users", ${guard}users);\n`;

const lookup = (guard = ""): string =>
  `function findUser(name, done) {\n${guard}  const sql = "SELECT * FROM users WHERE name = '" + name + "'";\n  db.query(sql, done);\n}\n`;
const call = (path: string): string =>
  `\napp.get("${path}", (req, res) => {\n  findUser(req.query.name, (err, rows) => res.json(rows));\n});\n`;
const withHelper = `${head}${setUp}\n${lookup()}${call("/users")}`;
const store = `const mysql = require("mysql2");\nconst db = mysql.createConnection({ host: "localhost" });\n\n${lookup()}\nmodule.exports = { findUser };\n`;
const importer = 'const express = require("express");\nconst { findUser } = require("./store");\nconst app = express();\n';
const checked = '  if (!/^[a-z]+$/.test(name)) return done(new Error("no such name"));\n';

const pythonHelper =
  'def find_user(name):\n    db = sqlite3.connect("app.db")\n    return db.execute("SELECT * FROM users WHERE name = \'" + name + "\'").fetchall()\n';
const pythonView =
  'app = Flask(__name__)\n\n\n@app.route("/users")\ndef users():\n    return jsonify(find_user(request.args["name"]))\n';
const flask = "from flask import Flask, jsonify, request\n";
const script = 'name = sys.argv[1]\nsubprocess.run("convert " + name, shell=True)\n';

const convert = "  const name = req.body.name;\n  exec(`convert ${name}`);\n";

export const moveCases: readonly MoveCase[] = [
  {
    title: "a route that is wrapped in a function of a new file introduces nothing",
    before: { "app.js": withRoute },
    after: { "app.js": taken, "users.js": wrapped(route) },
    introduced: [],
  },
  {
    title: "a copy of the route in such a function is introduced once",
    before: { "app.js": withRoute },
    after: { "app.js": withRoute, "users.js": wrapped(route) },
    introduced: ["users.js:4"],
  },
  {
    title: "a wrapped route whose value comes from elsewhere in the request is introduced",
    before: { "app.js": withRoute },
    after: { "app.js": taken, "users.js": wrapped(route.replace("req.query", "req.body")) },
    introduced: ["users.js:4"],
  },
  {
    title: "a wrapped route that lost the guard before it is introduced",
    before: { "app.js": withGuard, "auth.js": auth },
    after: { "app.js": taken, "users.js": wrapped(route), "auth.js": auth },
    introduced: ["users.js:4"],
  },
  {
    title: "a route in a router of its own that lost its guard is introduced",
    before: { "app.js": withGuard, "auth.js": auth },
    after: { "app.js": mounted(""), "users.js": routerFile, "auth.js": auth },
    introduced: ["users.js:8"],
  },
  {
    title: "a route in a router of its own whose guard stands where the router is taken in introduces nothing",
    before: { "app.js": withGuard, "auth.js": auth },
    after: { "app.js": mounted("requireUser, "), "users.js": routerFile, "auth.js": auth },
    introduced: [],
  },
  {
    title: "a helper with its sink in another file introduces nothing",
    before: { "app.js": withHelper },
    after: { "app.js": `${importer}${call("/users")}`, "store.js": store },
    introduced: [],
  },
  {
    title: "of a helper in another file a further caller is introduced",
    before: { "app.js": withHelper },
    after: { "app.js": `${importer}${call("/users")}${call("/people")}`, "store.js": store },
    introduced: ["app.js:10"],
  },
  {
    title: "a helper that lost its check on the way is introduced",
    before: { "app.js": `${head}${setUp}\n${lookup(checked)}${call("/users")}` },
    after: { "app.js": `${importer}${call("/users")}`, "store.js": store },
    introduced: ["app.js:6"],
  },
  {
    title: "a helper that comes back from another file introduces nothing",
    before: { "app.js": `${importer}${call("/users")}`, "store.js": store },
    after: { "app.js": withHelper },
    introduced: [],
  },
  {
    title: "a helper of Python in another file introduces nothing",
    before: { "app.py": `import sqlite3\n\n${flask}\n\n${pythonHelper}\n\n${pythonView}` },
    after: {
      "app.py": `${flask}from store import find_user\n\n${pythonView}`,
      "store.py": `import sqlite3\n\n\n${pythonHelper}`,
    },
    introduced: [],
  },
  {
    title: "the body of a script that becomes a function introduces nothing",
    before: { "tool.py": `import subprocess\nimport sys\n\n${script}` },
    after: {
      "tool.py": `import subprocess\nimport sys\n\n\ndef main():\n${script.replace(/^/gm, "    ").trimEnd()}\n\n\nif __name__ == "__main__":\n    main()\n`,
    },
    introduced: [],
  },
  {
    title: "a route of an example that becomes one of the program is introduced",
    before: { "app.js": `${head}${setUp}`, "examples/users.js": wrapped(route) },
    after: { "app.js": taken, "users.js": wrapped(route) },
    introduced: ["users.js:4"],
  },
  {
    title: "the lines of a guarded route in an open one of the same file are introduced",
    before: { "app.js": server(["requireAdmin, ", convert], ["", ""]) },
    after: { "app.js": server(["requireAdmin, ", ""], ["", convert]) },
    introduced: ["app.js:13"],
  },
  {
    title: "the lines of a guarded route in another one with the guard introduce nothing",
    before: { "app.js": server(["requireAdmin, ", convert], ["requireAdmin, ", ""]) },
    after: { "app.js": server(["requireAdmin, ", ""], ["requireAdmin, ", convert]) },
    introduced: [],
  },
  {
    title: "the lines of a route for administrators in one for everybody are introduced",
    before: { "app.js": server(['requireRole("admin"), ', convert], ['requireRole("user"), ', ""]) },
    after: { "app.js": server(['requireRole("admin"), ', ""], ['requireRole("user"), ', convert]) },
    introduced: ["app.js:13"],
  },
];

type Handler = readonly [guard: string, lines: string];

/** A server with a route for files and one for greetings, each with its guard and its lines. */
function server(files: Handler, hello: Handler): string {
  const post = (path: string, [guard, lines]: Handler): string =>
    `app.post("${path}", ${guard}(req, res) => {\n  res.type("json");\n${lines}  res.json({ ok: "${path}" });\n});\n`;
  return `const express = require("express");\nconst { exec } = require("node:child_process");\nconst { requireAdmin, requireRole } = require("./auth");\n\nconst app = express();\n${post("/files", files)}${post("/hello", hello)}`;
}
