// Makes source text of any length for the bench: ordinary application code of many shapes, a finding here and there, the same for the same seed.

/** A small linear congruential generator: the same numbers on every machine. */
function numbers(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * limit);
  };
}

const words = ["order", "customer", "invoice", "stock", "basket", "price", "report", "address", "payment", "session", "user", "item", "region", "total", "draft", "ticket"];
const capital = (word) => word[0].toUpperCase() + word.slice(1);

const javascript = {
  extension: ".js",
  head: (pick) => `"use strict";\nconst express = require("express");\nconst { Pool } = require("pg");\nconst path = require("node:path");\nconst crypto = require("node:crypto");\nconst router = express.Router();\nconst pool = new Pool();\nconst LIMIT_${pick(words).toUpperCase()} = 50;\n`,
  parts: [
    (a, b, n) => `function compute${capital(a)}${n}(${a}, ${b}) {\n  let total = 0;\n  for (const row of ${a}.rows) {\n    if (row.${b} > ${n} && row.active !== false) {\n      total += row.${b} * row.quantity - (row.discount ?? 0);\n    } else {\n      total -= 1;\n    }\n  }\n  return { total, count: ${a}.rows.length, label: \`${a} \${total}\` };\n}\n`,
    (a, b, n) => `router.get("/${a}/${n}/:id", async (req, res) => {\n  const { rows } = await pool.query("SELECT * FROM ${a} WHERE id = $1 AND ${b} = $2", [req.params.id, req.query.${b}]);\n  if (rows.length === 0) {\n    return res.status(404).json({ error: "no such ${a}" });\n  }\n  res.json(rows.map((row) => ({ id: row.id, ${b}: row.${b}, at: new Date(row.at).toISOString() })));\n});\n`,
    (a, b, n) => `class ${capital(a)}Store${n} {\n  constructor(source, options = {}) {\n    this.source = source;\n    this.options = { retries: 3, ...options };\n    this.cache = new Map();\n  }\n\n  async find(key) {\n    if (this.cache.has(key)) return this.cache.get(key);\n    const found = await this.source.load({ key, ${b}: this.options.${b} });\n    this.cache.set(key, found);\n    return found;\n  }\n\n  get size() {\n    return this.cache.size;\n  }\n}\n`,
    (a, b, n) => `const ${a}Names${n} = ["${a}", "${b}", "${a}-${b}"].filter((name) => name.length > ${n % 9}).map((name, index) => ({ name, index, key: crypto.createHash("sha256").update(name).digest("hex") }));\n`,
    (a, b, n) => `async function export${capital(b)}${n}(${a}Id, folder) {\n  try {\n    const file = path.join(folder, "${b}-${n}.csv");\n    const lines = await load${capital(a)}(${a}Id);\n    return lines.reduce((text, line) => text + line.join(",") + "\\n", file);\n  } catch (error) {\n    throw new Error("${b} failed", { cause: error });\n  }\n}\n`,
  ],
  rare: (a, b, n) => `router.post("/${a}/search/${n}", async (req, res) => {\n  const filter = req.body.${b};\n  const sql = "SELECT * FROM ${a} WHERE ${b} = '" + filter + "'";\n  const { rows } = await pool.query(sql);\n  res.json(rows);\n});\n`,
  edit: { find: "let total = 0;", values: ["let total = 1;", "let total = 2;"] },
};

const python = {
  extension: ".py",
  head: (pick) => `"""Service code."""\nimport hashlib\nimport os\nimport sqlite3\nfrom flask import Flask, jsonify, request\n\napp = Flask(__name__)\nLIMIT_${pick(words).toUpperCase()} = 50\n\n`,
  parts: [
    (a, b, n) => `def compute_${a}_${n}(${a}, ${b}):\n    total = 0\n    for row in ${a}.rows:\n        if row.${b} > ${n} and row.active is not False:\n            total += row.${b} * row.quantity - (row.discount or 0)\n        else:\n            total -= 1\n    return {"total": total, "count": len(${a}.rows), "label": f"${a} {total}"}\n\n`,
    (a, b, n) => `@app.route("/${a}/${n}/<int:key>")\ndef show_${a}_${n}(key):\n    with sqlite3.connect("shop.db") as connection:\n        rows = connection.execute("SELECT * FROM ${a} WHERE id = ? AND ${b} = ?", (key, request.args.get("${b}"))).fetchall()\n    if not rows:\n        return jsonify(error="no such ${a}"), 404\n    return jsonify([dict(id=row[0], ${b}=row[1]) for row in rows])\n\n`,
    (a, b, n) => `class ${capital(a)}Store${n}:\n    def __init__(self, source, retries=3):\n        self.source = source\n        self.retries = retries\n        self.cache = {}\n\n    def find(self, key):\n        if key in self.cache:\n            return self.cache[key]\n        found = self.source.load(key, ${b}=self.retries)\n        self.cache[key] = found\n        return found\n\n    @property\n    def size(self):\n        return len(self.cache)\n\n`,
    (a, b, n) => `${a}_names_${n} = [{"name": name, "key": hashlib.sha256(name.encode()).hexdigest()} for name in ("${a}", "${b}", "${a}-${b}") if len(name) > ${n % 9}]\n\n`,
    (a, b, n) => `def export_${b}_${n}(${a}_id, folder):\n    try:\n        path = os.path.join(folder, "${b}-${n}.csv")\n        lines = load_${a}(${a}_id)\n        return path + "\\n".join(",".join(line) for line in lines)\n    except OSError as error:\n        raise RuntimeError("${b} failed") from error\n\n`,
  ],
  rare: (a, b, n) => `@app.route("/${a}/search/${n}", methods=["POST"])\ndef search_${a}_${n}():\n    value = request.form["${b}"]\n    sql = "SELECT * FROM ${a} WHERE ${b} = '" + value + "'"\n    connection = sqlite3.connect("shop.db")\n    return jsonify(connection.execute(sql).fetchall())\n\n`,
  edit: { find: "total = 0", values: ["total = 1", "total = 2"] },
};

export const kinds = { javascript, python };

/** @returns one file of at least `lines` lines. */
export function generateFile(kind, lines, seed) {
  const next = numbers(seed);
  const pick = (list) => list[next(list.length)];
  let text = kind.head(pick);
  let count = text.split("\n").length - 1;
  for (let n = 0; count < lines; n++) {
    const part = next(40) === 0 ? kind.rare : pick(kind.parts);
    const piece = part(pick(words), pick(words), seed * 1000 + n);
    text += piece;
    count += piece.split("\n").length - 1;
  }
  return text;
}

/** @returns `[name, text]` pairs of `total` lines altogether, in files of about 150 to 450 lines. */
export function generateProject(kind, total) {
  const files = [];
  let lines = 0;
  for (let seed = 1; lines < total; seed++) {
    const text = generateFile(kind, 150 + ((seed * 97) % 300), seed);
    files.push([`src/part${seed}${kind.extension}`, text]);
    lines += text.split("\n").length - 1;
  }
  return files;
}
