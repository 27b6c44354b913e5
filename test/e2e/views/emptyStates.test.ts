// What the panel says where there is nothing to show: no folder, no change, no git, restricted mode.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createProject, type Project, virtualWorkspace } from "../project.ts";
import {
  axeProblems,
  type EditorWindow,
  eventually,
  openWindow,
  persist,
  runCommand,
  statusName,
  takePicture,
  webview,
} from "./window.ts";

describe("empty states", () => {
  let window: EditorWindow;
  let project: Project;
  const plain = mkdtempSync(join(tmpdir(), "linewarden-plain-"));

  before(async () => {
    project = createProject("unchanged");
    writeFileSync(join(plain, "notes.js"), "module.exports = 1;\n");
    window = await openWindow(undefined, { "security.workspace.trust.startupPrompt": "never" }, { workspaceTrust: true });
  });
  after(async () => {
    await window?.close();
    project?.remove();
    rmSync(plain, { recursive: true, force: true });
  });

  const welcome = async (expected: RegExp): Promise<string> => {
    await runCommand(window.page, "Open the Review Panel");
    const texts = window.page.locator(".welcome-view-content");
    let all = "";
    const shown = eventually(`a welcome view like ${expected}`, async () => {
      all = (await texts.allTextContents()).join("\n");
      return expected.test(all) && all;
    });
    return shown.catch(async (error: unknown) => {
      await takePicture(window.page, "no-welcome-view");
      throw new Error(`${String(error)}; there is ${JSON.stringify([all, await statusName(window.page).catch(String)])}`);
    });
  };

  for (const [title, folder, expected] of [
    ["no folder", () => undefined, /Open a folder/],
    ["no change", () => project.folder, /Nothing has changed/],
    ["no git", () => plain, /not in git/],
  ] as const) {
    it(`${title}: a sentence and what to do, reached by keyboard`, async () => {
      await window.open(folder());
      await welcome(expected);
      const buttons = window.page.locator(".welcome-view-content").getByRole("button");
      if ((await buttons.count()) > 0) {
        await persist(
          "the button in focus",
          () => buttons.first().focus(),
          () => buttons.first().evaluate((button) => button.matches(":focus")),
        );
      }
      expect(await window.page.locator(".notification-toast").count()).to.equal(0);
      for (const view of ["Verdict", "Finding"]) {
        const frame = await webview(window.page, view);
        expect(await axeProblems(frame), view).to.deep.equal([]);
      }
      await takePicture(window.page, `empty-${title.replace(" ", "-")}`);
    });
  }

  const onNoDisk = it("a folder on no disk: the panel says what is reviewed there, and the review runs", async () => {
    await window.open(virtualWorkspace(plain), join(__dirname, "../agent"));
    const text = await welcome(/on no disk/);
    expect(text).to.match(/written into its open documents is reviewed/);
    expect(text).to.not.match(/not running|starting/i);
    const frame = await webview(window.page, "Verdict");
    expect(await frame.locator("main").textContent()).to.match(/virtual|on no disk/i);
    await takePicture(window.page, "virtual-workspace");
  });
  // On a busy machine the editor itself now and then opens this workspace without its folder (its own `workspaceFolderCount` is 0, and
  // Linewarden's view says that no folder is open). The window is then opened again.
  onNoDisk.retries(2);

  it("restricted mode: the panel says what is off, and the status bar stands", async () => {
    await window.open(project.folder);
    await welcome(/Nothing has changed/);
    expect(await welcome(/Restricted Mode/)).to.match(/rules and settings/);
    expect(await statusName(window.page)).to.match(/no change/i);
    await webview(window.page, "Verdict");
    await takePicture(window.page, "restricted-mode");
  });
});
