// A change of hundreds of files: the panel says how far it is, fills up meanwhile, and shows no notification.
import { expect } from "chai";
import { createProject, type Project } from "../project.ts";
import { type EditorWindow, eventually, openWindow, rowNames, runCommand, tree } from "./window.ts";

const count = 300;

describe("a change of many files", function () {
  this.retries(1);
  let project: Project;
  let window: EditorWindow;

  before("open the window on it", async () => {
    project = createProject("many");
    // New contents, of which no earlier review has kept anything.
    const padding = `  // ${Date.now()}\n`.repeat(120);
    for (let at = 0; at < count; at++)
      project.write(`src/file${at}.js`, `exports.run${at} = (req) => {\n${padding}  return eval(req.query.code${at});\n};\n`);
    window = await openWindow(project.folder, {});
  });
  after(async () => {
    await window?.close();
    project?.remove();
  });

  it("says in the view how many are read, and lists all in the end", async () => {
    const { page } = window;
    await runCommand(page, "Open the Review Panel");
    const header = page.locator('.pane-header[aria-label^="Changes "]');
    await eventually("how far it is", async () => /\d+ of \d+ files/.test((await header.textContent()) ?? ""));
    expect(await page.locator(".notification-toast").count()).to.equal(0);
    await eventually("the end", async () => /most dangerous first/.test((await header.textContent()) ?? ""));
    const names = await rowNames(page, tree(page, "Changes"));
    expect(names.some((name) => /file\d+\.js, untracked, 1 finding/.test(name))).to.equal(true);
  });
});
