// A team's rule file in the editor: what is wrong with it, how its tests go, completion and help.
import { expect } from "chai";
import * as vscode from "vscode";
import {
  diagnosticOn,
  diagnosticsOf,
  fileUri,
  hoverText,
  noDiagnostics,
  startOver,
  until,
  writeByProgram,
} from "../workspace.ts";

const good = `rules:
  - id: team.no-danger
    languages: [javascript]
    severity: ERROR
    message: Do not call danger.
    pattern: danger(...)
`;

describe("a rule file", () => {
  const rules = fileUri(".linewarden/rules/team.yaml");
  const tests = fileUri(".linewarden/rules/team.js");
  beforeEach(startOver);
  after(startOver);

  it("shows what is wrong, completes, explains, and runs its tests", async () => {
    writeByProgram(tests, "// ruleid: team.no-danger\ndanger(1);\n// ok: team.no-danger\nsafe(2);\n");
    writeByProgram(rules, good);
    await vscode.window.showTextDocument(rules);
    const edit = async (from: string, to: string) => vscode.commands.executeCommand("fakeAgent.replace", rules, from, to);
    await edit("ERROR", "GRAVE");
    const wrong = await diagnosticOn(rules, "GRAVE");
    expect(wrong.message).to.match(/^`severity` must be one of CRITICAL/);

    const labels = await until("completion of the severity", async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        "vscode.executeCompletionItemProvider",
        rules,
        wrong.range.end,
      );
      const all = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
      return all.includes("WARNING") && all;
    });
    expect(labels).to.include.members(["CRITICAL", "INVENTORY"]);
    expect(await hoverText(rules, new vscode.Position(3, 6))).to.contain("stop a commit");

    await edit("GRAVE", "ERROR");
    await noDiagnostics(rules);
    await edit("danger(...)", "peril(...)");
    const failing = await diagnosticOn(rules, "team.no-danger");
    expect(failing.message).to.equal("Test team.js fails; expected and not found: line 2.");
    await vscode.window.showTextDocument(tests);
    const missed = await until("the line of the test", () =>
      diagnosticsOf(tests).find(({ range, source }) => range.start.line === 1 && source === "Linewarden rules"),
    );
    expect(missed.message).to.match(/is expected here/);
    await edit("peril(...)", "danger(...)");
    await noDiagnostics(rules);
    await until("no complaint in the test", () => diagnosticsOf(tests).every(({ source }) => source !== "Linewarden rules"));
  });
});
