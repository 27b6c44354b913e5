// The panel as a person with a keyboard or a screen reader meets it, in the editor's own window.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { checklistItems } from "../../../server/review/checklistItems.ts";
import type { Project } from "../project.ts";
import { unsafeQuery, usersFile } from "../project.ts";
import { createChangedProject } from "./change.ts";
import {
  axeProblems,
  type EditorWindow,
  eventually,
  focusedRow,
  focusRow,
  offeredCommands,
  openWindow,
  persist,
  rowNames,
  runCommand,
  showTheme,
  statusName,
  type ThemeName,
  takePicture,
  themes,
  tree,
  webview,
} from "./window.ts";

const root = join(__dirname, "../../..");
const words = JSON.parse(readFileSync(join(root, "package.nls.json"), "utf8")) as Record<string, string>;
const settings = { "linewarden.lookedAfterSeconds": 60, "editor.minimap.enabled": false };

describe("the panel", function () {
  // A real browser now and then loses a key; what fails three times in a row is a fault.
  this.retries(2);
  let project: Project;
  let window: EditorWindow;

  before("open the window on a changed folder", async () => {
    project = createChangedProject();
    window = await openWindow(project.folder, settings);
  });
  after(async () => {
    await window?.close();
    project?.remove();
  });

  const changes = () => tree(window.page, "Changes");
  const checklist = () => tree(window.page, "Checklist");
  const line = () =>
    readFileSync(join(project.folder, usersFile), "utf8")
      .split("\n")
      .findIndex((text) => text.includes(unsafeQuery)) + 1;
  const caretIn = async (at: number) =>
    new RegExp(`Ln ${at},`).test(
      (await window.page.locator("#status\\.editor\\.selection").textContent({ timeout: 1000 })) ?? "",
    );
  const caret = (at: number) => eventually(`the caret in line ${at}`, () => caretIn(at));
  const jumpToFinding = () =>
    persist(
      "Enter on the finding goes to its line",
      async () => {
        await runCommand(window.page, "Focus on Changes View");
        await focusRow(window.page, changes(), /SQL/i);
        await window.page.keyboard.press("Enter");
      },
      () => caretIn(line()),
    );
  const checklistReady = () =>
    eventually("the checklist with the problem", async () =>
      (await rowNames(window.page, checklist())).some((name) => /Queries are parameterized/.test(name) && /problem/i.test(name)),
    );

  it("opens by a command, and the review of the change appears", async () => {
    await runCommand(window.page, words["command.openPanel"] ?? "");
    await changes().waitFor();
    await checklistReady();
  });

  it("no notification has come up by itself", async () => {
    expect(await window.page.locator(".notification-toast").count()).to.equal(0);
  });

  it("Changes: files, places and findings have names that say all, and their state", async () => {
    const names = await rowNames(window.page, changes());
    expect(names[0], "most dangerous first").to.contain("users.js");
    const finding = names.find((name) => /SQL/i.test(name)) ?? "";
    expect(finding, "severity in words").to.match(/high|critical/i);
    expect(finding, "its line").to.match(new RegExp(`\\b${line()}\\b`));
    await focusRow(window.page, changes(), /files without findings/);
    await window.page.keyboard.press("ArrowRight");
    await eventually("the files without findings", async () => {
      const all = (await rowNames(window.page, changes())).join("\n");
      return ["orders.py", "package.json", "export.md"].every((file) => all.includes(file));
    });
    const first = changes().getByRole("treeitem").first();
    expect(await first.getAttribute("aria-level")).to.equal("1");
    expect(await first.getAttribute("aria-expanded")).to.be.oneOf(["true", "false"]);
  });

  it("Checklist: fifteen items whose state is said in words", async () => {
    const names = await rowNames(window.page, checklist());
    const items = checklistItems.map(({ title }) => names.find((name) => name.includes(title)) ?? `${title} is missing`);
    expect(items.filter((name) => !/problem|needs a person|looks fine|not touched/i.test(name))).to.deep.equal([]);
    expect(items.find((name) => name.includes("No high or critical"))).to.match(/problem/i);
    expect(items.find((name) => name.includes("New dependencies"))).to.match(/needs a person/i);
    expect(items.find((name) => name.includes("Uploads"))).to.match(/not touched/i);
    const roles = await checklist()
      .getByRole("treeitem")
      .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-level")));
    expect(roles).to.include("1");
  });

  it("the headers of the views are buttons with a name and a state", async () => {
    for (const name of ["Verdict", "Changes", "Checklist", "Finding"]) {
      const header = window.page.locator(`.pane-header[aria-label^="${name} "]`);
      expect(await header.getAttribute("role"), name).to.equal("button");
      expect(await header.getAttribute("aria-expanded"), name).to.be.oneOf(["true", "false"]);
    }
  });

  it("Verdict: names, roles and values of the page; axe-core finds nothing", async () => {
    const frame = await webview(window.page, "Verdict");
    const progress = frame.getByRole("progressbar");
    expect(await progress.getAttribute("aria-label")).to.match(/\S/);
    const value = Number((await progress.getAttribute("aria-valuenow")) ?? (await progress.getAttribute("value")));
    expect(value).to.be.within(0, 100);
    const snapshot = await frame.locator("body").ariaSnapshot();
    expect(snapshot)
      .to.match(/heading/)
      .and.to.match(/button "Review next change"/i);
    expect(snapshot).to.match(/problem/i);
    expect(await axeProblems(frame)).to.deep.equal([]);
  });

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`${theme}: editor and panel in a picture; axe-core finds nothing in the pages`, async () => {
      const { page } = window;
      await showTheme(page, theme);
      await jumpToFinding();
      for (const view of ["Verdict", "Finding"]) expect(await axeProblems(await webview(page, view)), view).to.deep.equal([]);
      await takePicture(page, `panel-${theme}`);
      // The README's picture is kept in the repository, and made anew only when it is asked for.
      if (theme === "dark" && process.env.LINEWARDEN_PICTURE) await page.screenshot({ path: join(root, "media/editor.png") });
    });
  }

  it("evidence of an item: the arrow keys open it, Enter jumps to the line", async () => {
    const { page } = window;
    await runCommand(page, "Focus on Checklist View");
    await focusRow(page, checklist(), /Queries are parameterized/);
    const item = await focusedRow(page);
    await page.keyboard.press("ArrowRight");
    await persist(
      "the first piece of evidence",
      () => page.keyboard.press("ArrowRight"),
      async () => {
        const row = await focusedRow(page);
        return row !== "" && row !== item;
      },
    );
    expect(await focusedRow(page)).to.match(/users\.js/);
    await page.keyboard.press("Enter");
    await page.getByRole("tab", { name: /users\.js/ }).waitFor();
    await caret(line());
  });

  it("a finding: Enter jumps to its line; it is explained with the path of its data; axe-core finds nothing", async () => {
    const { page } = window;
    // Away from the line first, so that the jump shows.
    await persist(
      "the caret at the end",
      async () => {
        await runCommand(page, "Focus First Editor Group");
        await page.keyboard.press("Control+End");
      },
      async () => !(await caretIn(line())),
    );
    await jumpToFinding();
    await runCommand(page, words["command.explainFinding"] ?? "");
    const frame = await webview(page, "Finding");
    const text = await eventually("the finding explained", async () => {
      const snapshot = await frame.locator("main").ariaSnapshot();
      return /CWE-89/.test(snapshot) && snapshot;
    });
    expect(text)
      .to.match(/heading/)
      .and.to.match(/list/)
      .and.to.match(/link|button/);
    expect(text).to.match(/confidence/i);
    expect(await axeProblems(frame)).to.deep.equal([]);
  });

  it("an item is answered by keys alone: context menu, note, and the row says so", async () => {
    const { page } = window;
    await runCommand(page, "Focus on Checklist View");
    await focusRow(page, checklist(), /Reviewed by a person/);
    const menu = page.getByRole("menu");
    const answer = menu.getByRole("menuitem", { name: words["command.answerFine"] ?? "" });
    await persist(
      "the context menu",
      () => page.keyboard.press("Shift+F10"),
      () => answer.isVisible(),
    );
    await persist(
      "the menu item in focus",
      () => page.keyboard.press("ArrowDown"),
      async () => /Looks Fine/.test(await page.evaluate("document.activeElement?.textContent ?? ''")),
    );
    await page.keyboard.press("Enter");
    const note = page.locator(".quick-input-widget input").first();
    await note.waitFor();
    await note.fill("read with the threat model at hand");
    await page.keyboard.press("Enter");
    await eventually("the answer in the row's name", async () =>
      (await rowNames(page, checklist())).some(
        (name) =>
          name.includes("Reviewed by a person") && /threat model|answered|fine/i.test(name) && !/^.*needs a person/i.test(name),
      ),
    );
  });

  it("every action is offered in the command palette", async () => {
    const hidden = new Set(["command.openFinding"]);
    const expected = Object.keys(words).filter((key) => key.startsWith("command.") && !hidden.has(key));
    const offered = (await offeredCommands(window.page, "Linewarden: ")).join("\n");
    expect(expected.filter((key) => !offered.includes(`Linewarden: ${words[key]}`))).to.deep.equal([]);
  });

  it("Tab reaches everything in the pages", async () => {
    const { page } = window;
    for (const view of ["Verdict", "Finding"]) {
      await runCommand(page, `Focus on ${view} View`);
      const frame = await webview(page, view);
      await persist(
        `focus in ${view}`,
        () => page.keyboard.press("Tab"),
        async () => (await frame.locator("main :focus").count()) > 0,
      );
      const reachable = `main :is(button:not([disabled]), a[href], [tabindex="0"], summary)`;
      const all = await frame.locator(reachable).count();
      expect(all, view).to.be.greaterThan(0);
      const reached = new Set<string>();
      for (let step = 0; step < all; step++) {
        const focused = await frame.locator("main :focus").evaluateAll((items) => items.map((item) => item.outerHTML));
        for (const item of focused) reached.add(item);
        if (reached.size < all) await page.keyboard.press("Tab");
      }
      expect(reached.size, `${view}: ${[...reached]}`).to.equal(all);
    }
  });

  it("the status bar says how many lines nobody has looked at, and opens the panel", async () => {
    const { page } = window;
    const before = await eventually("a count in the status bar", async () => {
      const name = await statusName(page);
      return /\d/.test(name) && name;
    });
    expect(before).to.match(/looked|seen|review/i);
    await runCommand(page, "Focus First Editor Group");
    await runCommand(page, words["command.markFileLookedAt"] ?? "");
    await eventually("another count", async () => (await statusName(page)) !== before);
  });

  it("the key bindings go to the next and the previous change", async () => {
    const { page } = window;
    const position = async () => page.locator("#status\\.editor\\.selection").textContent();
    for (const last of ["n", "p"]) {
      await runCommand(page, "Focus First Editor Group");
      const before = `${await position()} ${await page.locator(".tab.active").getAttribute("aria-label")}`;
      await persist(
        `ctrl+k alt+${last}`,
        async () => {
          await page.keyboard.press("Control+K");
          await page.keyboard.press(`Alt+${last}`);
        },
        async () => `${await position()} ${await page.locator(".tab.active").getAttribute("aria-label")}` !== before,
      );
    }
  });
});
