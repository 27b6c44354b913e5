import { join } from "node:path";
import { expect } from "chai";
import { resourceFolder } from "../../server/host/resources.ts";
import { createParser } from "../../server/parser/parser.ts";
import { measure } from "../accuracy/table.ts";

describe("all rules together, by weakness", () => {
  it("find what the cases say, and little else", async () => {
    const parser = await createParser(join(resourceFolder(), "grammars"));
    await parser.load(["javascript", "typescript", "tsx", "python"]);
    const { rows, wrong } = measure(parser.parse);
    const cases = rows.reduce((sum, row) => sum + row.cases, 0);
    const found = rows.reduce((sum, row) => sum + row.found, 0);
    expect(rows.filter((row) => row.rules > 0).length, "weaknesses").to.be.at.least(60);
    expect(cases, "cases").to.be.at.least(900);
    expect(found / cases, wrong.join("\n")).to.be.at.least(0.99);
    expect(
      wrong.filter((line) => / has /.test(line)),
      "false alarms",
    ).to.deep.equal([]);
  }).timeout(120_000);
});
