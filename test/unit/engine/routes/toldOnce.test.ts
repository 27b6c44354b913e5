import { expect } from "chai";
import { createEngine } from "../../../../server/engine/analyze.ts";
import type { ParseText } from "../../../../server/engine/tree/rawTree.ts";
import { readCatalog } from "../../../rules/ruleCatalog.ts";
import { loadParse } from "../languages/trees.ts";

const ids = ["routes.missing-owner-check", "javascript.record-without-owner-check", "typescript.record-without-owner-check"];
const rules = readCatalog()
  .flatMap((entry) => entry.rules)
  .filter(({ id }) => ids.includes(id));

describe("what is found in a route that lacks something", () => {
  let parse: ParseText;
  before(async () => {
    parse = await loadParse();
  });

  function found(path: string, text: string): string[] {
    const { findings } = createEngine({ rules, parse }).analyze({ path, text });
    return findings.map(({ ruleId, span }) => `${text.slice(0, span.start).split("\n").length} ${ruleId}`);
  }

  it("is told once, by the comparison", () => {
    const text = `const router = express.Router();
router.put("/invoices/:id", requireUser, (req, res) => db.invoice.update({ where: { id: req.params.id, ownerId: req.user.id } }));
router.get("/invoices/:id", requireUser, (req, res) => db.invoice.findFirst({ where: { id: req.params.id, ownerId: req.user.id } }));
router.delete("/invoices/:id", requireUser, wrap(async (req, res) => {
  await db.invoice.delete({ where: { id: req.params.id } });
}));
function first(req, res) {
  return db.invoice.findUnique({ where: { id: req.query.invoiceId } });
}
`;
    expect(found("a.js", text)).to.deep.equal(["4 routes.missing-owner-check", "8 javascript.record-without-owner-check"]);
  });

  it("also in the method of a controller", () => {
    const text = `@Controller("invoices")
export class Invoices {
  @Get(":id")
  one(@Param("id") id: string, @CurrentUser() user: User) {
    return this.invoices.findOne({ where: { id, ownerId: user.id } });
  }
  @Put(":id")
  put(@Param("id") id: string, @CurrentUser() user: User) {
    return this.invoices.update({ id, ownerId: user.id }, {});
  }
  @Delete(":id")
  remove(@Param("id") id: string) {
    return this.invoices.delete({ id: id });
  }
}
`;
    expect(found("a.ts", text)).to.deep.equal(["11 routes.missing-owner-check"]);
  });
});
