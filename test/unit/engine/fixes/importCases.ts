/** Fixes that need an import: where it is written, in which form, and when the file has a name for it already. */

const random = `- {title: Take a safe one, pattern: weak(), imports: {$SAFE: import secrets}, replace: $SAFE.choice()}`;
const named = `- {title: Take a safe one, pattern: weak(), imports: {$SAFE: from safe import choice}, replace: $SAFE("a")}`;
const node = `- {title: Take a safe one, pattern: weak(), imports: {$SAFE: 'import crypto from "node:crypto"'}, replace: '$SAFE.randomUUID("a")'}`;

export const importCases = [
  {
    name: "adds an import after those of the file, and keeps what was around",
    find: "weak()",
    fixes: random,
    text: '"""About."""\nfrom __future__ import annotations\nimport os  # files\n\nx = weak()\n',
    expected: '"""About."""\nfrom __future__ import annotations\nimport os  # files\nimport secrets\n\nx = secrets.choice()\n',
  },
  {
    name: "adds an import of the standard library at its place by name",
    find: "weak()",
    fixes: random,
    text: "import os\nimport sys\nfrom pathlib import Path\n\nimport flask\n\nx = weak()\n",
    expected: "import os\nimport secrets\nimport sys\nfrom pathlib import Path\n\nimport flask\n\nx = secrets.choice()\n",
  },
  {
    name: "adds an import of the standard library before those of packages",
    find: "weak()",
    fixes: random,
    text: "from flask import request\n\nfrom .models import User\n\nx = weak()\n",
    expected: "import secrets\n\nfrom flask import request\n\nfrom .models import User\n\nx = secrets.choice()\n",
  },
  {
    name: "adds an import at the end of a block that is in no order",
    find: "weak()",
    fixes: random,
    text: "import sys\nimport flask\nimport os\nx = weak()\n",
    expected: "import sys\nimport flask\nimport os\nimport secrets\nx = secrets.choice()\n",
  },
  {
    name: "adds an import of the standard library beside others that stand among packages",
    find: "weak()",
    fixes: random,
    text: "import os\nfrom flask import Flask\n\nx = weak()\n",
    expected: "import os\nimport secrets\nfrom flask import Flask\n\nx = secrets.choice()\n",
  },
  {
    name: "adds an import of the standard library before names of it that stand among packages",
    find: "weak()",
    fixes: random,
    text: "from pathlib import Path\nfrom flask import Flask\n\nx = weak()\n",
    expected: "import secrets\nfrom pathlib import Path\nfrom flask import Flask\n\nx = secrets.choice()\n",
  },
  ...(
    [
      ["at its place", "from safe import SAFE, Safe, always, danger", "from safe import SAFE, Safe, always, choice, danger"],
      ["at the end of names in no order", "from safe import b, a", "from safe import b, a, choice"],
      [
        "on a line of its own beside brackets",
        "from safe import (\n    a,\n)",
        "from safe import (\n    a,\n)\nfrom safe import choice",
      ],
      ["on a line of its own beside a comment", "from safe import a  # b", "from safe import a  # b\nfrom safe import choice"],
    ] as const
  ).map(([name, line, expected]) => ({
    name: `adds a name of a module ${name}`,
    find: "weak()",
    fixes: named,
    text: `${line}\nx = weak()\n`,
    expected: `${expected}\nx = choice("a")\n`,
  })),
  {
    name: "takes the name of a package that the file imports a module of",
    find: "weak()",
    fixes: random,
    text: "import secrets.safe\nx = weak()\ny = secrets.safe.choice()\n",
    expected: "import secrets.safe\nx = secrets.choice()\ny = secrets.safe.choice()\n",
  },
  {
    name: "takes the name that the file has for the import",
    find: "weak()",
    fixes: random,
    text: "import secrets as s\nx = weak()\n",
    expected: "import secrets as s\nx = s.choice()\n",
  },
  {
    name: "adds the import after a docstring",
    find: "weak()",
    fixes: named,
    text: "'''About.'''\nx = weak()\ny = 'b'\n",
    expected: "'''About.'''\n\nfrom safe import choice\nx = choice('a')\ny = 'b'\n",
  },
  {
    name: "adds the import after the head's comments, with the file's line ends",
    find: "weak()",
    fixes: random,
    text: "#!/usr/bin/python3\r\nx = weak()\r\n",
    expected: "#!/usr/bin/python3\r\nimport secrets\r\n\r\nx = secrets.choice()\r\n",
  },
  {
    name: "refuses where the name stands for something else",
    find: "weak()",
    fixes: random,
    text: "secrets = load()\nx = weak()\n",
    expected: "refused: the name secrets stands for something else in this file",
  },
  {
    name: "imports as an ES module does, in its quotes and without semicolons",
    find: "weak()",
    fixes: node,
    path: "a.ts",
    text: "import fs from 'node:fs'\nexport const x: string = weak()\n",
    expected:
      "import fs from 'node:fs'\nimport * as crypto from 'node:crypto'\nexport const x: string = crypto.randomUUID('a')\n",
  },
  {
    name: "imports as CommonJS does",
    find: "weak()",
    fixes: node,
    path: "a.js",
    text: '"use strict";\nconst fs = require("fs");\nconst x = weak();\n',
    expected:
      '"use strict";\nconst fs = require("fs");\nconst crypto = require("node:crypto");\nconst x = crypto.randomUUID("a");\n',
  },
  {
    name: "takes a module of Node with or without node:",
    find: "weak()",
    fixes: node,
    path: "a.mjs",
    text: 'import * as c from "crypto";\nconst x = weak();\n',
    expected: 'import * as c from "crypto";\nconst x = c.randomUUID("a");\n',
  },
  {
    name: "takes a single name through the import that the file has, in its layout",
    find: "weak()",
    fixes: node,
    path: "a.ts",
    text: "import {\n  randomBytes,\n  type Hash,\n} from 'crypto';\nconst x = weak();\n",
    expected: "import {\n  randomBytes,\n  type Hash,\n  randomUUID,\n} from 'crypto';\nconst x = randomUUID('a');\n",
  },
  {
    name: "takes a single name through what the file requires",
    find: "weak()",
    fixes: node,
    path: "a.js",
    text: 'const { createHash } = require("node:crypto");\nconst x = weak();\n',
    expected: 'const { createHash, randomUUID } = require("node:crypto");\nconst x = randomUUID("a");\n',
  },
  {
    name: "takes the other name that the file has for a single one",
    find: "weak()",
    fixes: node,
    path: "a.mjs",
    text: 'import { randomUUID as id } from "crypto";\nconst x = weak();\n',
    expected: 'import { randomUUID as id } from "crypto";\nconst x = id("a");\n',
  },
  {
    name: "imports the module where the single name is taken",
    find: "weak()",
    fixes: node,
    path: "a.mjs",
    text: 'import { randomBytes } from "crypto";\nconst randomUUID = load();\nconst x = weak();\n',
    expected:
      'import { randomBytes } from "crypto";\nimport * as crypto from "node:crypto";\nconst randomUUID = load();\nconst x = crypto.randomUUID("a");\n',
  },
  {
    name: "imports the module where the single name stands for something else in a function",
    find: "weak()",
    fixes: node,
    path: "a.mjs",
    text: 'import { randomUUID } from "crypto";\nconst f = (randomUUID) => weak();\n',
    expected:
      'import { randomUUID } from "crypto";\nimport * as crypto from "node:crypto";\nconst f = (randomUUID) => crypto.randomUUID("a");\n',
  },
  {
    name: "imports the module where only its types are imported, or the rest of it is spread",
    find: "weak()",
    fixes: node,
    path: "a.ts",
    text: 'import type { Hash } from "crypto";\nconst { a, ...rest } = require("crypto");\nconst x = weak();\n',
    expected:
      'import type { Hash } from "crypto";\nconst { a, ...rest } = require("crypto");\nimport * as crypto from "node:crypto";\nconst x = crypto.randomUUID("a");\n',
  },
  {
    name: "refuses a module of Node in a browser",
    find: "weak()",
    fixes: node,
    path: "a.js",
    text: "document.title = weak();\n",
    expected: "refused: this code runs in a browser, where node:crypto does not exist",
  },
] as const;
