import { expect } from "chai";
import { loadParser } from "../findings/engineFor.ts";
import { found, sinkModule } from "./findAcross.ts";

describe("flow through files that give on what they do not name", () => {
  before(loadParser);

  for (const [title, project, expected] of [
    [
      "re-exports that name nothing",
      {
        "a.js": "import { run } from './all';\nrun(source());",
        "all.js": "export * from './more';",
        "more.js": "export const other = 1;\nexport * from './db';",
        "db.js": `export ${sinkModule}`,
      },
      ["a.js:2"],
    ],
    [
      "re-exports under one name",
      {
        "a.js": "import { db } from './all';\ndb.run(source());",
        "all.js": "export * as db from './db';",
        "db.js": `export ${sinkModule}`,
      },
      ["a.js:2"],
    ],
    [
      "a source through re-exports that name nothing",
      {
        "a.js": "import { read } from './all';\nsink(read());\nsink(read().length);",
        "all.js": "export * from './input';",
        "input.js": "export const read = () => source();",
      },
      ["a.js:2"],
    ],
    [
      "Python, a package that gives on all of a module",
      {
        "a.py": "from db import run\nrun(source())\n",
        "db/__init__.py": "from .access import *\n",
        "db/access.py": "def run(c):\n    sink(c)\n",
      },
      ["a.py:2"],
    ],
  ] as const)
    it(title, () => {
      expect(found(project)).to.deep.equal(expected);
    });
});
