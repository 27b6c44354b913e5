import { expect } from "chai";
import { fixedQuery, startQueryFix } from "./queryFix.ts";

/** Title, first line of the file, the code before with the finding marked, the code after. */
const cases: readonly (readonly [string, string, string, string])[] = [
  [
    "a cursor of pyodbc",
    "import pyodbc\n",
    `cursor.execute(«f"SELECT * FROM u WHERE a LIKE 'x%' AND b = '{b}'"»)`,
    `cursor.execute("SELECT * FROM u WHERE a LIKE 'x%' AND b = ?", (b,))`,
  ],
  [
    "a cursor of Snowflake",
    "import snowflake.connector\n",
    `cursor.execute(«f"SELECT * FROM u WHERE a LIKE 'x%' AND b = '{b}'"»)`,
    `cursor.execute("SELECT * FROM u WHERE a LIKE 'x%%' AND b = %s", (b,))`,
  ],
  [
    "a cursor of pymssql",
    "import pymssql\n",
    `cursor.execute(«f"SELECT * FROM u WHERE [a] = {a} AND b = '{b}'"»)`,
    `cursor.execute("SELECT * FROM u WHERE [a] = %s AND b = %s", (a, b))`,
  ],
];

describe("the query fix for drivers of Python that are not run here", () => {
  before(startQueryFix);
  for (const [title, head, before, after] of cases)
    it(title, () => expect(fixedQuery("python", head + before)).to.equal(head + after));
});
