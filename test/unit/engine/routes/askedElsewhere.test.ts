import { expect } from "chai";
import type { ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { loadParse } from "../languages/trees.ts";
import { routesIn } from "./routesIn.ts";

describe("a handler that leaves it to a function whose an object is", () => {
  let parse: ParseText;
  before(async () => {
    parse = await loadParse();
  });

  const askedIn = (helper: readonly string[]): string | undefined =>
    routesIn(parse, "a.js", [
      "const app = express();",
      "async function load(req, id) {",
      ...helper,
      "}",
      'app.get("/invoices/:id", requireLogin, async (req, res) => res.json(await load(req, req.params.id)));',
    ]).routes[0]?.guards.owner;

  for (const helper of [
    ["const one = await Invoice.findByPk(id);", "if (one.ownerId !== req.user.id) throw new Forbidden();", "return one;"],
    ["const one = await Invoice.findByPk(id);", "if (one.ownerId === req.user.id) return one;", "throw new NotFound();"],
    [
      "const one = await Invoice.findByPk(id);",
      "const mine = one.ownerId === req.user.id;",
      "if (!mine) throw new NotFound();",
      "return one;",
    ],
    [
      "const one = await Invoice.findOne({ where: { id, userId: req.user.id } });",
      "if (!one) throw new NotFound();",
      "return one;",
    ],
    [
      'const one = await db("invoices").where("id", id).where("user_id", req.user.id).first();',
      "if (!one) throw new NotFound();",
      "return one;",
    ],
    [
      'const [one] = await db.query("SELECT * FROM invoices WHERE id = $1 AND user_id = $2", [id, req.user.id]);',
      "if (!one) throw new NotFound();",
      "return one;",
    ],
    ["const one = await Invoice.findByPk(id);", "assertOwner(one, req.user);", "if (!one) throw new NotFound();", "return one;"],
    ["const one = await req.user.invoices.find(id);", "if (!one) throw new NotFound();", "return one;"],
  ])
    it(`sees the owner asked for: ${helper.slice(0, 2).join(" ")}`, () => {
      expect(askedIn(helper)).to.equal("load");
    });

  const found = ["const one = await Invoice.findByPk(id);", "if (!one) throw new NotFound();", "return one;"];
  for (const helper of [
    ["log.info({ id, userId: req.user.id });", ...found],
    ["logger.child({ id }).info(id, req.user.id);", ...found],
    ["const seen = await View.create({ id, userId: req.user.id });", ...found],
    ["if (!req.user.id) throw new Unauthorized();", ...found],
    ["if (req.user.id === undefined) throw new Unauthorized();", ...found],
    ["const one = await Invoice.findByPk(id);", "if (!one) throw new NotFound({ id, userId: req.user.id });", "return one;"],
    ["const by = req.user.id;", ...found],
    ["const plan = await Plan.findOne({ where: { userId: req.user.id } });", ...found],
    [
      "const one = await Invoice.findByPk(id);",
      "if (!one) throw new NotFound();",
      "return { ...one, mine: one.ownerId === req.user.id };",
    ],
  ])
    it(`sees that a user is only mentioned: ${helper.slice(0, 2).join(" ")}`, () => {
      expect(askedIn(helper)).to.equal(undefined);
    });
});
