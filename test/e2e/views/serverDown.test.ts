// A server that dies and cannot be started again: the person is told once, in words, with a way out that works.
import { copyFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Project } from "../project.ts";
import { createChangedProject } from "./change.ts";
import { type EditorWindow, eventually, openWindow, runCommand, statusName, takePicture } from "./window.ts";

describe("a server that cannot be started again", () => {
  let project: Project;
  let window: EditorWindow;
  const server = join(installedFolder(), "dist/server.js");

  before(async () => {
    copyFileSync(server, `${server}.whole`);
    project = createChangedProject();
    window = await openWindow(project.folder, {});
  });
  after(async () => {
    await window?.close();
    renameSync(`${server}.whole`, server);
    project?.remove();
  });

  const toasts = () => window.page.locator(".notification-toast");

  it("is told of once, with its log and a restart at hand", async () => {
    await eventually("a review", async () => /\d/.test(await statusName(window.page)));
    writeFileSync(server, "process.exit(1);\n");
    for (const id of serversOf(server)) process.kill(id, "SIGKILL");
    await toasts().first().waitFor();
    expect(await toasts().count()).to.equal(1);
    const text = await toasts().first().textContent();
    expect(text).to.contain("Linewarden cannot start its review. It keeps trying; findings are missing until then.");
    for (const name of ["Show log", "Restart"]) expect(await toasts().getByRole("button", { name }).count(), name).to.equal(1);
    expect(await statusName(window.page)).to.match(/not running/i);
    await takePicture(window.page, "server-down");
    // It goes on trying, and does not say it again.
    await window.page.waitForTimeout(5000);
    expect(await toasts().count()).to.equal(1);
  });

  it("the panel says it too", async () => {
    await runCommand(window.page, "Open the Review Panel");
    await eventually("the welcome view", async () =>
      /not running/i.test((await window.page.locator(".welcome-view-content").allTextContents()).join()),
    );
  });

  it("runs again when it can, by the button of the message", async () => {
    copyFileSync(`${server}.whole`, server);
    // The keys of the palette have put the message away; the editor keeps it for later.
    await runCommand(window.page, "Notifications: Show Notifications");
    const kept = window.page.locator(".notifications-center");
    await kept.getByRole("button", { name: "Restart" }).click();
    await eventually("a count again", async () => /\d/.test(await statusName(window.page)));
    expect(await kept.getByText("cannot start its review").count()).to.equal(0);
  });
});

/** Where the VSIX was unpacked. */
function installedFolder(): string {
  const folder = process.env.LINEWARDEN_E2E_EXTENSIONS ?? "";
  const name = folder && readdirSync(folder).find((entry) => /^linewarden\.linewarden-/.test(entry));
  if (!name) throw new Error("Run through test/e2e/run.mjs, which installs the VSIX");
  return join(folder, name);
}

/** Process ids of the servers that run this file. Linux only. */
function serversOf(file: string): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((id) => {
      try {
        return Number.isInteger(id) && readFileSync(`/proc/${id}/cmdline`, "utf8").split("\0").includes(file);
      } catch {
        return false;
      }
    });
}
