import { expect } from "chai";
import { type ModelRole, modelNames } from "../../server/engine/rules/models.ts";
import { readModels } from "./ruleCatalog.ts";

const models = readModels();

describe("the models that come with the product", () => {
  for (const role of Object.keys(modelNames) as ModelRole[])
    it(`every name of ${role} has a part in some file`, () => {
      const used = new Set(models[role].map(({ name }) => name));
      expect(Object.keys(modelNames[role]).filter((name) => !used.has(name))).to.deep.equal([]);
    });

  it("every web framework that is spoken of has requests for each of its languages", () => {
    for (const language of ["javascript", "typescript", "tsx", "python"] as const) {
      const parts = models.sources.filter(({ name, part }) => name === "web-request" && part.languages?.includes(language));
      expect(parts.length, language).to.be.at.least(5);
    }
  });
});
