import { expect } from "chai";
import { createEngine } from "../../../../server/engine/analyze.ts";
import type { ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { defaultRules } from "../../../../server/host/ruleFiles.ts";
import { loadParse } from "../languages/trees.ts";

const javascript = (handler: string, path = "/users"): string => `
const router = require("express").Router();
router.get("/users", requireAuth, async (req, res) => res.json(await db.users.list()));
router.get("/orders", requireAuth, async (req, res) => res.json(await db.orders.list()));
router.put("/orders/top", requireAuth, async (req, res) => res.json(await db.orders.top(String(req.body.id))));
router.post("${path}", async (req, res) => {
${handler}
});
`;
const python = (value: string): string => `
from flask import Blueprint, request
from flask_login import login_required
bp = Blueprint("users", __name__)
@bp.get("/users")
@login_required
def users():
    return all_users()
@bp.get("/orders")
@login_required
def orders():
    return all_orders()
@bp.put("/orders/top")
@login_required
def top():
    return top_order(request.json["id"])
@bp.post("/users")
def add():
    db.session.add(User(name=str(request.json["name"]), ${value}))
    return "", 201
`;

describe("a route without a guard at which people may register", () => {
  let parse: ParseText;
  before(async () => {
    parse = await loadParse();
  });

  function toldOf(path: string, text: string): readonly string[] {
    const rules = defaultRules().filter(({ id }) => id === "routes.missing-authorization");
    const { findings } = createEngine({ rules, parse }).analyze({ path, text });
    return findings.map(({ severity, confidence }) => `${severity} ${confidence}`);
  }

  for (const [what, path, text, expected] of [
    [
      "stores a password for a new account",
      "a.js",
      javascript("  const hash = await bcrypt.hash(String(req.body.password), 12);\n  await db.users.create({ hash });"),
      "medium low",
    ],
    ["stores one in Python", "a.py", python('password=generate_password_hash(request.json["password"])'), "medium low"],
    [
      "makes an account without a password",
      "a.js",
      javascript("  await db.users.create({ name: req.body.name });"),
      "high medium",
    ],
    [
      "gives rights as well",
      "a.js",
      javascript("  await db.users.create({ hash: await hashPassword(req.body.password), role: req.body.role });"),
      "high medium",
    ],
    ["gives rights in Python", "a.py", python('is_admin=True, password=make_password(request.json["p"])'), "high medium"],
    [
      "hashes something for another thing",
      "a.js",
      javascript("  await db.orders.create({ code: await hash(req.body.code) });", "/orders"),
      "high medium",
    ],
  ] as const)
    it(`${expected === "medium low" ? "is told with less weight" : "is told with all weight"} where it ${what}`, () => {
      expect(toldOf(path, text)).to.deep.equal([expected]);
    });
});
