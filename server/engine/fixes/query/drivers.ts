/** What the common database drivers call their parameters. */

import type { Tree } from "../../tree/node.ts";
import type { PlaceholderStyle } from "./sqlPlaces.ts";

export interface Driver extends PlaceholderStyle {
  readonly name: string;
  /** Methods that take the query first and its parameters after it. */
  readonly methods: readonly string[];
  /** How parameters are passed: an array or tuple after the query, or as arguments of the call on the prepared statement. */
  readonly passing: "array" | "tuple" | "statement";
}

const question = { placeholder: () => "?", doublePercent: false };
const percent = { placeholder: () => "%s", doublePercent: true };

/**
 * Sources: node-postgres "Queries"; mysql2 "Prepared statements" (`query` escapes on the client, so LIMIT '5' would be an error);
 * better-sqlite3 API; node-sqlite3 API; PEP 249 with `paramstyle` of sqlite3 (qmark), psycopg (pyformat), MySQLdb and PyMySQL (format); Django's
 * "Executing custom SQL directly"; mariadb "Connector/Node.js"; `paramstyle` of pyodbc and MariaDB (qmark), pymssql and Snowflake
 * (pyformat).
 */
const drivers: readonly (Driver & { readonly modules: readonly string[]; readonly python: boolean })[] = [
  {
    name: "pg",
    modules: ["pg", "pg-pool"],
    python: false,
    placeholder: (index) => `$${index + 1}`,
    doublePercent: false,
    limitTakesText: true,
    methods: ["query"],
    passing: "array",
  },
  {
    name: "mysql2",
    modules: ["mysql2", "mysql2/promise", "mysql", "promise-mysql"],
    python: false,
    ...question,
    doubleQuotesText: true,
    wantsText: "always",
    limitTakesText: false,
    methods: ["query", "execute"],
    passing: "array",
  },
  {
    name: "mariadb",
    modules: ["mariadb"],
    python: false,
    ...question,
    doubleQuotesText: true,
    wantsText: "always",
    limitTakesText: false,
    methods: ["query", "execute"],
    passing: "array",
  },
  {
    name: "better-sqlite3",
    modules: ["better-sqlite3", "node:sqlite"],
    python: false,
    ...question,
    doubleQuotesText: true,
    limitTakesText: true,
    methods: ["prepare"],
    passing: "statement",
  },
  {
    name: "sqlite3",
    modules: ["sqlite3", "sqlite", "node-sqlite3-wasm"],
    python: false,
    ...question,
    doubleQuotesText: true,
    limitTakesText: true,
    methods: ["all", "get", "run", "each"],
    passing: "array",
  },
  {
    name: "sqlite3",
    modules: ["sqlite3", "aiosqlite"],
    python: true,
    ...question,
    doubleQuotesText: true,
    limitTakesText: true,
    methods: ["execute"],
    passing: "tuple",
  },
  {
    name: "psycopg",
    modules: ["psycopg", "psycopg2"],
    python: true,
    ...percent,
    limitTakesText: true,
    methods: ["execute"],
    passing: "tuple",
  },
  {
    name: "mysqlclient",
    modules: ["MySQLdb", "pymysql", "mysql.connector"],
    python: true,
    ...percent,
    doubleQuotesText: true,
    limitTakesText: false,
    methods: ["execute"],
    passing: "tuple",
  },
  {
    name: "pyodbc",
    modules: ["pyodbc"],
    python: true,
    ...question,
    limitTakesText: false,
    methods: ["execute"],
    passing: "tuple",
  },
  {
    name: "pymssql",
    modules: ["pymssql"],
    python: true,
    ...percent,
    limitTakesText: false,
    methods: ["execute"],
    passing: "tuple",
  },
  {
    name: "mariadb",
    modules: ["mariadb"],
    python: true,
    ...question,
    doubleQuotesText: true,
    limitTakesText: false,
    methods: ["execute"],
    passing: "tuple",
  },
  {
    name: "snowflake",
    modules: ["snowflake.connector"],
    python: true,
    ...percent,
    limitTakesText: false,
    methods: ["execute"],
    passing: "tuple",
  },
  {
    name: "Django",
    modules: ["django.db.connection", "django.db.connections"],
    python: true,
    ...percent,
    // Its MySQL does not.
    limitTakesText: false,
    methods: ["execute"],
    passing: "tuple",
  },
];

const padded =
  "Oracle pads a literal that is compared with a CHAR column, and no parameter; where no column is CHAR, write :1 and hand the values over";

/** Where parameters are possible, and what they have to be is not known here. */
const unlike: readonly { readonly module: string; readonly methods?: RegExp; readonly why: string }[] = [
  {
    module: "asyncpg",
    methods: /^fetch(?:row|val)?$/,
    why: "asyncpg takes $1 with values of the column's own type, and the types of the columns are not known here",
  },
  { module: "oracledb", why: padded },
  { module: "cx_Oracle", why: padded },
  { module: "sqlalchemy", why: 'write :name into text("..."), and hand execute() a dictionary with the values beside it' },
  { module: "django.db", why: "write %s into the query, and hand over a list with the values beside it" },
];

const unknownDriver =
  "the database driver cannot be told from this file, and placeholders differ between drivers; write the one of yours and hand the values over beside the query";

/**
 * @param origin What the object that runs the query comes from, where that can be told: "pg.Pool".
 * @returns the driver that the file imports for this method, or why it cannot be told; `unknown` where other queries may tell it.
 */
export function driverOf(
  tree: Tree,
  method: string,
  origin?: string,
): Driver | { readonly refused: string; readonly unknown?: true } {
  const imported = importedModules(tree);
  const python = tree.language === "python";
  const found = drivers.filter((driver) => driver.python === python && driver.modules.some((name) => imported.has(name)));
  const fitting = found.filter((candidate) => candidate.methods.includes(method));
  const own = fitting.filter(({ modules }) => modules.some((name) => origin === name || origin?.startsWith(`${name}.`)));
  const [driver, ...others] = own.length > 0 ? own : fitting;
  if (driver && others.length === 0) return driver;
  if (driver)
    return {
      refused: `the file imports several drivers (${found.map(({ name }) => name).join(", ")}), and their placeholders differ`,
    };
  const foreign = python && unlike.find(({ module, methods }) => methods?.test(method) && imported.has(module));
  if (foreign) return { refused: foreign.why };
  if (found.length > 0) return { refused: `${method}() takes no parameters in ${found.map(({ name }) => name).join(" and ")}` };
  const other = python ? unlike.find(({ module }) => imported.has(module)) : undefined;
  return { refused: other?.why ?? unknownDriver, unknown: true };
}

/** Names of the modules that a file imports; in Python also of what it imports from them, as in `sqlalchemy.text`. */
export function importedModules(tree: Tree): ReadonlySet<string> {
  const modules = new Set<string>();
  const pending = [tree.root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.kind === "import") {
      modules.add(node.text);
      // `import mysql.connector` and `import psycopg.rows` import the package too.
      const [first = ""] = node.text.split(".");
      if (tree.language === "python") {
        modules.add(first);
        for (const binding of node.children) modules.add(`${node.text}.${binding.text}`);
      }
    }
    const [callee, argument] = node.children;
    if (node.kind === "call" && callee?.text === "require" && argument?.kind === "string") modules.add(argument.text);
    pending.push(...node.children);
  }
  return modules;
}
