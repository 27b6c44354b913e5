// A German window: what Linewarden itself says there is German, from the manifest's texts, the client's bundle and the server's.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Locator } from "playwright-core";
import { checklistItems } from "../../../server/review/checklistItems.ts";
import type { Project } from "../project.ts";
import { createChangedProject } from "./change.ts";
import {
  axeProblems,
  type EditorWindow,
  eventually,
  focusRow,
  offeredCommands,
  openWindow,
  persist,
  rowNames,
  runCommand,
  statusName,
  takePicture,
  tree,
  webview,
} from "./window.ts";

const root = join(__dirname, "../../..");
const read = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8")) as Record<string, string>;
const manifest = read("package.nls.de.json");
const bundle = read("l10n/bundle.l10n.de.json");
const longName = "exportCustomerInvoicesAsSpreadsheetController.js";
const longPath = `src/modules/customer-relationship-management/controllers/${longName}`;

/** English texts of the bundle that German has other words for, as forms of a whole text; those that are little but holes are left out. */
const englishForms = Object.entries(bundle)
  .filter(([english, german]) => english !== german && english.replace(/\{\d\}/g, "").length > 7)
  .map(([english]) => new RegExp(`^${english.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\d\}/g, ".+")}$`));

/** What of these texts, or of their parts, is an English text that there is German for. */
function leftInEnglish(texts: readonly string[]): string[] {
  const parts = texts.flatMap((text) => [text, ...text.split(/ · |\n|, |: /)]).map((text) => text.trim());
  return [...new Set(parts.filter((part) => englishForms.some((form) => form.test(part))))];
}

/** As a person sees it, line by line. */
async function shown(place: Locator): Promise<string> {
  return (await place.allInnerTexts()).join("\n");
}

describe("a German window", function () {
  this.retries(2);
  let project: Project;
  let window: EditorWindow;

  before("open the window on a changed folder", async () => {
    project = createChangedProject();
    project.write(
      longPath,
      `const { exec } = require("child_process");\nexports.run = (req) => exec("convert " + req.query.file);\n`,
    );
    project.write("größe/прибор.py", "import subprocess, sys\n\nsubprocess.call(sys.argv[1], shell=True)\n");
    project.write("logo.bin", "\0\0\0");
    project.git("add", "src/users.js");
    window = await openWindow(project.folder, { "linewarden.lookedAfterSeconds": 60 }, { language: "de" });
  });
  after(async () => {
    await window?.close();
    project?.remove();
  });

  const changes = () => tree(window.page, "Änderungen");
  const checklist = () => tree(window.page, "Checkliste");
  const visibleTexts = (selector: string) => window.page.locator(selector).allInnerTexts();

  it("views, trees and status bar", async () => {
    const { page } = window;
    await runCommand(page, manifest["command.openPanel"] ?? "");
    const names = await eventually("the finding in a German row", async () => {
      const all = await rowNames(page, changes());
      return all.some((name) => /^Befund, Schwere hoch, Zeile 8: /.test(name)) && all;
    });
    expect(names).to.include("Datei src/users.js, geändert, 2 Befunde, 8 Zeilen nicht angesehen");
    expect(names.find((name) => name.startsWith("Nicht geprüft"))).to.equal("Nicht geprüft: 1");
    const items = await rowNames(page, checklist());
    const missing = checklistItems.filter(({ title }) => !items.some((name) => name.includes(bundle[title] ?? "no text")));
    expect(missing.map(({ title }) => title)).to.deep.equal([]);
    expect(await statusName(page)).to.match(/Zeilen nicht angesehen · \d+ Befunde/);
    for (const title of ["Urteil", "Änderungen", "Checkliste", "Befund"])
      expect(await page.locator(`.pane-header[aria-label^="${title} "]`).count(), title).to.equal(1);
    const rows = [...names, ...items, ...(await visibleTexts(".pane .monaco-list-row .label-name")), await statusName(page)];
    expect(leftInEnglish([...rows, ...(await visibleTexts(".pane .monaco-list-row .label-description"))])).to.deep.equal([]);
    await takePicture(page, "german-panel");
  });

  it("names that are too long for a narrow panel keep their ends", async () => {
    const labels = await visibleTexts(".pane .monaco-list-row .label-name");
    expect(
      labels.some((label) => /^…\/.*Controller\.js$/.test(label)),
      labels.join("\n"),
    ).to.equal(true);
    expect(labels).to.include("größe/прибор.py");
  });

  it("the pages of the verdict and of a finding", async () => {
    const { page } = window;
    const verdict = await webview(page, "Urteil");
    const said = await shown(verdict.locator("main"));
    expect(said)
      .to.match(/^2 Probleme stehen vor dem Commit$/m)
      .and.to.match(/^Nächste Änderung prüfen$/m);
    expect(said).to.match(/^src\/users\.js:8: hoch: /m);
    expect(said).to.match(/von \d+ geänderten Zeilen angesehen/);
    await persist(
      "the finding explained",
      async () => {
        await runCommand(page, "Focus on Änderungen View");
        await focusRow(page, changes(), /^Befund, Schwere hoch, Zeile 8:/);
        await page.keyboard.press("Enter");
      },
      async () => /gewiss: /.test(await shown((await webview(page, "Befund")).locator("main"))),
    );
    const finding = await webview(page, "Befund");
    const explained = await shown(finding.locator("main"));
    expect(explained)
      .to.match(/Schwere\s+hoch/)
      .and.to.match(/Gewissheit\s+gewiss: /)
      .and.to.match(/Weg der Daten/);
    expect(leftInEnglish([...said.split("\n"), ...explained.split("\n")])).to.deep.equal([]);
    expect([await verdict.evaluate("document.documentElement.lang"), await axeProblems(finding)]).to.deep.equal(["de", []]);
    await takePicture(page, "german-finding");
  });

  it("the hover and the light bulb", async () => {
    const { page } = window;
    const hover = page.locator(".monaco-hover:not(.hidden) .hover-contents");
    await persist(
      "the hover",
      async () => {
        await runCommand(page, "Focus First Editor Group");
        await runCommand(page, "Show or Focus Hover");
        await hover.first().waitFor({ timeout: 3000 });
      },
      async () => /gewiss: /.test(await shown(hover)),
    );
    const said = await shown(hover);
    expect(said)
      .to.match(/^hoch · javascript\./m)
      .and.to.match(/Schnelle Korrektur/);
    expect(leftInEnglish(said.split("\n"))).to.deep.equal([]);
    await takePicture(page, "german-hover");
    const actions = page.locator(".action-widget .monaco-list-row");
    await persist(
      "the light bulb",
      async () => {
        await page.keyboard.press("Escape");
        await runCommand(page, "Focus First Editor Group");
        await page.keyboard.press("Control+.");
        await actions.first().waitFor({ timeout: 3000 });
      },
      async () => /nützlich/.test(await shown(actions)),
    );
    const offered = await actions.allInnerTexts();
    expect(offered.join("\n"))
      .to.match(/hier ignorieren, mit Begründung/)
      .and.to.match(/als nicht nützlich markieren/);
    await page.keyboard.press("Escape");
  });

  it("every command", async () => {
    const offered = (await offeredCommands(window.page, "Linewarden")).join("\n");
    const titles = Object.keys(manifest).filter((key) => key.startsWith("command.") && key !== "command.openFinding");
    expect(titles.length).to.be.greaterThan(15);
    expect(titles.map((key) => manifest[key] ?? "").filter((title) => !offered.includes(title))).to.deep.equal([]);
  });

  it("the walkthrough and the settings", async () => {
    const { page } = window;
    await runCommand(page, manifest["command.openWalkthrough"] ?? "");
    const walkthrough = page.locator(".gettingStartedContainer");
    await eventually("the walkthrough", async () =>
      (await shown(walkthrough)).includes(manifest["walkthrough.panel.title"] ?? "no text"),
    );
    await takePicture(page, "german-walkthrough");
    await runCommand(page, "Preferences: Open Settings (UI)");
    const found = page.locator(".settings-editor .setting-item-description");
    await persist(
      "the settings",
      async () => {
        await page.locator(".settings-editor .suggest-input-container").click({ timeout: 2000 });
        await page.keyboard.press("Control+A");
        await page.keyboard.type("@ext:linewarden.linewarden");
      },
      async () => (await shown(found)).includes("nicht gelesen"),
    );
    const texts = await shown(found);
    expect(texts).to.match(/letzte Commit/);
    await takePicture(page, "german-settings");
    await page.keyboard.press("Escape");
  });
});
