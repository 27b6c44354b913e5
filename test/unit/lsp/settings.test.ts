/** Settings of the wrong type take their defaults. */

import { expect } from "chai";
import { readClientStart } from "../../../server/lsp/clientFeatures.ts";
import { defaultSettings, readSettings } from "../../../server/lsp/settings.ts";

describe("settings", () => {
  for (const [title, value] of [
    ["nothing", null],
    ["a text", "x"],
    ["wrong types", { base: 1, rules: "x", disabledRules: [1], maxFileSizeMb: "5", showExistingFindings: "yes" }],
    ["empty values", { base: " ", maxFileSizeMb: 0 }],
  ] as const) {
    it(title, () => expect(readSettings(value)).to.deep.equal(defaultSettings));
  }

  it("keeps what is right", () => {
    const given = { base: "merge-base", rules: ["r"], disabledRules: ["d"], maxFileSizeMb: 2, showExistingFindings: true };
    expect(readSettings(given)).to.deep.equal(given);
  });

  it("trusts no workspace unless the editor says so", () => {
    const params = { processId: null, rootUri: null, capabilities: {}, workspaceFolders: null };
    expect(readClientStart(params).trusted).to.equal(false);
    expect(readClientStart({ ...params, initializationOptions: { trusted: "true" } }).trusted).to.equal(false);
    expect(readClientStart({ ...params, initializationOptions: { trusted: true, clientName: "x" } }).trusted).to.equal(true);
  });
});
