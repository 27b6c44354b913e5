/** Rule files of the team's own, as one writes them: what is wrong with them, how their tests go, completion and help. */

import { join } from "node:path";
import { expect } from "chai";
import { type CompletionItem, DiagnosticSeverity } from "vscode-languageserver/node";
import { type LspClient, uriOf } from "./client.ts";
import { useEditor } from "./editor.ts";

const good = `rules:
  - id: team.no-danger
    languages: [javascript]
    severity: ERROR
    message: Do not call danger.
    pattern: danger(...)
`;
const file = ".linewarden/rules/team.yaml";
const test = ".linewarden/rules/team.js";

describe("rule files", () => {
  const { project, start } = useEditor();

  /** "line:column code", from 1. */
  const shown = (client: LspClient, path: string): string[] =>
    client
      .shown(path)
      .filter(({ source }) => source === "Linewarden rules")
      .sort((a, b) => a.range.start.line - b.range.start.line)
      .map(({ range, code }) => `${range.start.line + 1}:${range.start.character + 1}-${range.end.character + 1} ${code}`);
  const untilShown = (client: LspClient, path: string, expected: readonly string[]): Promise<void> =>
    client.until(`${expected} in ${path}; there is ${shown(client, path)}`, () => shown(client, path).join() === expected.join());
  /** The place is written as `¦`. */
  const complete = async (
    client: LspClient,
    path: string,
    text: string,
  ): Promise<{ labels: string[]; items: CompletionItem[] }> => {
    const before = text.slice(0, text.indexOf("¦")).split("\n");
    client.replace(path, text.replace("¦", ""));
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const items = await client.request<CompletionItem[]>("textDocument/completion", {
      textDocument: { uri: uriOf(path) },
      position,
    });
    return { labels: items.map(({ label }) => label), items };
  };

  it("what is wrong stands at its place while it is written, and goes with it", async () => {
    const { dir, path } = project({ [file]: good });
    const client = await start({ folders: [dir] });
    client.open(path(file), good, "yaml");
    await client.quiet();
    expect(shown(client, path(file))).to.deep.equal([]);
    client.replace(path(file), good.replace("ERROR", "GRAVE").replace("message:", "mesage:"));
    await untilShown(client, path(file), ["2:5-7 message", "4:15-20 severity", "5:5-11 mesage"]);
    const [grave] = client.shown(path(file)).filter(({ code }) => code === "severity");
    expect(grave?.severity).to.equal(DiagnosticSeverity.Error);
    expect(grave?.message).to.match(/^`severity` must be one of CRITICAL, .* Rule team\.no-danger is not run\.$/);
    client.replace(path(file), "rules:\n  - id: [a\n");
    await client.until("a YAML error", () =>
      client.shown(path(file)).some(({ message }) => /not valid YAML/i.test(String(message))),
    );
    client.replace(path(file), good);
    await untilShown(client, path(file), []);
  });

  it("a pattern that does not parse is named when the typing rests", async () => {
    const { dir, path } = project({ [file]: good });
    const client = await start({ folders: [dir] });
    client.open(path(file), good.replace("danger(...)", "danger((((...)"), "yaml");
    await client.until("the pattern's problem", () => shown(client, path(file)).some((one) => one.startsWith("6:")));
  });

  it("the rule's tests are run: on the rule, and on the lines of the test file", async () => {
    const text = "// ruleid: team.no-danger\ndanger(1);\n// ruleid: team.no-danger\nsafe(2);\n\ndanger(3);\n";
    const { dir, path } = project({ [file]: good, [test]: text });
    const client = await start({ folders: [dir] });
    client.open(path(file), good, "yaml");
    await untilShown(client, path(file), ["2:5-23 tests"]);
    expect(client.shown(path(file)).at(-1)?.message).to.equal(
      "Test team.js fails; expected and not found: line 4; found and not expected: line 6.",
    );
    client.open(path(test), text);
    await untilShown(client, path(test), ["4:1-9 team.no-danger", "6:1-11 team.no-danger"]);
    expect((await client.hover(path(file), 1, 5))?.contents.value).to.match(
      /name.*\n\nTests: team\.js: failed \(2 expected, 2 found/s,
    );
    client.replace(
      path(test),
      text.replace("safe(2);", "danger(2);").replace("\ndanger(3)", "// ruleid: team.no-danger\ndanger(3)"),
    );
    await untilShown(client, path(test), []);
    await untilShown(client, path(file), []);
    expect((await client.hover(path(file), 1, 5))?.contents.value).to.contain("team.js: passed (3 expected, 3 found");
  });

  it("a rule that changes is run again on its tests, also when a program writes them", async () => {
    const text = "// ruleid: team.no-danger\ndanger(1);\n";
    const made = project({ [file]: good, [test]: text });
    const { dir, path } = made;
    const client = await start({ folders: [dir] });
    client.open(path(file), good, "yaml");
    await client.quiet();
    client.replace(path(file), good.replace("danger(...)", "peril(...)"));
    await untilShown(client, path(file), ["2:5-23 tests"]);
    client.filesChanged([made.write(test, text.replace("danger(1)", "peril(1)"))]);
    await untilShown(client, path(file), []);
  });

  it("keys are offered where the loader takes them, without those that stand there", async () => {
    const { dir, path } = project({ [file]: good });
    const client = await start({ folders: [dir] });
    client.open(path(file), good, "yaml");
    await client.quiet();
    const keys = await complete(client, path(file), `${good}    ¦`);
    expect(keys.labels).to.include.members(["patterns", "fix", "metadata", "mode"]).and.not.include("severity");
    const fix = keys.items.find(({ label }) => label === "fix");
    expect(fix?.textEdit).to.deep.equal({
      range: { start: { line: 6, character: 4 }, end: { line: 6, character: 4 } },
      newText: "fix: ",
    });
    expect(JSON.stringify(fix?.documentation)).to.contain("replaces the finding");
    const inner = await complete(client, path(file), `${good}    patterns:\n      - pattern-n¦`);
    expect(inner.labels).to.include("pattern-not-inside").and.not.include("severity");
    expect(inner.items[0]?.textEdit).to.deep.nested.include({ "range.start.character": 8 });
    expect((await complete(client, path(file), good.replace("ERROR", "¦"))).labels).to.include.members(["CRITICAL", "INVENTORY"]);
    expect((await complete(client, path(file), good.replace("javascript]", "javascript, ¦]"))).labels).to.include("python");
    expect((await complete(client, path(file), `${good}    options: { linewarden: ¦ }`)).labels).to.deep.equal(["precise"]);
    expect((await complete(client, path(file), good.replace("danger.", "¦"))).labels).to.deep.equal([]);
    expect((await client.hover(path(file), 3, 6))?.contents.value).to.match(/stop a commit/);
  });

  it("rule files that a setting names are rule files too; other YAML files are not", async () => {
    const { dir, path } = project({ "quality/own.yaml": good, "compose.yaml": "services:\n  a: 1\n" });
    const client = await start({ folders: [dir], settings: { rules: ["quality"] } });
    client.open(path("quality/own.yaml"), good.replace("ERROR", "GRAVE"), "yaml");
    await untilShown(client, path("quality/own.yaml"), ["4:15-20 severity"]);
    client.open(path("compose.yaml"), "services:\n  a: 1\n", "yaml");
    await client.quiet();
    expect(client.shown(path("compose.yaml"))).to.deep.equal([]);
    expect((await complete(client, path("compose.yaml"), "services:\n  ¦")).labels).to.deep.equal([]);
  });

  it("nothing of it in a workspace that is not trusted, until it is", async () => {
    const wrong = good.replace("ERROR", "GRAVE");
    const { dir, path } = project({ [file]: wrong });
    const client = await start({ folders: [dir], trusted: false });
    client.open(path(file), wrong, "yaml");
    await client.quiet();
    expect(shown(client, path(file))).to.deep.equal([]);
    expect((await complete(client, path(file), wrong.replace("GRAVE", "¦"))).labels).to.deep.equal([]);
    client.replace(path(file), wrong);
    client.notify("linewarden/trustChanged", { trusted: true });
    await untilShown(client, path(file), ["4:15-20 severity"]);
  });

  it("an editor that knows nothing of trust is told how they are switched on", async () => {
    const { dir, path } = project({ [file]: good });
    const client = await start({ folders: [dir], plain: true });
    client.open(path(file), good, "yaml");
    await client.quiet();
    const said = client.messages.filter((message) => message.includes('{"trusted": true}'));
    expect(said).to.have.length(1);
    expect(said[0]).to.contain(join(dir, ".linewarden/rules"));
  });
});
