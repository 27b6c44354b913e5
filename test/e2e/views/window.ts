// One editor window in a real browser, driven from outside like a person does: keys, roles and names.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Frame, Locator, Page } from "playwright-core";
import { startBrowser, windowAddress } from "../editor/browser.ts";
import { type CodeServer, startCodeServer } from "../editor/codeServer.ts";
import { chooseLanguage, createProfile, type Profile } from "../editor/profile.ts";

/** Names in the editor's list of themes, and the class that its window then has. */
export const themes = {
  light: { label: "Light 2026", kind: "vs" },
  dark: { label: "Dark 2026", kind: "vs-dark" },
  "high-contrast-dark": { label: "Dark High Contrast", kind: "hc-black" },
  "high-contrast-light": { label: "Light High Contrast", kind: "hc-light" },
} as const;
export type ThemeName = keyof typeof themes;

const root = join(__dirname, "../../..");
const screenshots = join(root, "out/screenshots");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
export const patienceMs = 30_000;

export interface EditorWindow {
  readonly page: Page;
  readonly profile: Profile;
  /** Opens another folder, or none, in the same window. @param extension Folder of an extension that runs there as well. */
  open(folder: string | undefined, extension?: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts an editor with Linewarden installed. Notifications are shown as users see them. */
export async function openWindow(
  folder: string | undefined,
  settings: Record<string, unknown>,
  { workspaceTrust = false, language }: { readonly workspaceTrust?: boolean; readonly language?: string } = {},
): Promise<EditorWindow> {
  const extensions = process.env.LINEWARDEN_E2E_EXTENSIONS;
  if (!extensions) throw new Error("Run through test/e2e/run.mjs, which installs the VSIX");
  const profile = createProfile(settings, extensions);
  if (language !== undefined) chooseLanguage(profile, language);
  let server: CodeServer | undefined;
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close().catch(() => undefined);
    await server?.stop();
    profile.remove();
  };
  try {
    server = await startCodeServer(profile, { workspaceTrust });
    browser = await startBrowser();
    const context = await browser.newContext({ viewport: { width: 1440, height: 960 } });
    const page = await context.newPage();
    page.setDefaultTimeout(patienceMs);
    const { address } = server;
    const open = async (next: string | undefined, extension?: string): Promise<void> => {
      const payload = extension ? ([["extensionDevelopmentPath", `vscode-remote://remote${extension}`]] as const) : undefined;
      await page.goto(windowAddress(address, next, payload));
      await page.locator(".monaco-workbench .activitybar").waitFor();
      await page.locator('.activitybar [aria-label^="Linewarden"]').first().waitFor();
    };
    await open(folder);
    return { page, profile, open, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Repeats an action until what it should bring about is there: the workbench drops keys while it is busy. */
export async function persist(what: string, act: () => Promise<unknown>, done: () => Promise<boolean>): Promise<void> {
  const begin = Date.now();
  let failure = "";
  while (Date.now() - begin < patienceMs) {
    await act().catch((error: unknown) => {
      failure = String(error);
    });
    for (let ask = 0; ask < 10; ask++) {
      if (await done().catch(() => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
  throw new Error(`Not within ${patienceMs} ms: ${what} ${failure}`);
}

export async function eventually<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const begin = Date.now();
  for (;;) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() - begin > patienceMs) throw new Error(`Not within ${patienceMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const palette = ".quick-input-widget:not([style*='display: none'])";

/** Runs a command by its title through the command palette, with keys alone. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const box = page.locator(`${palette} input[type="text"]`).first();
  const row = page.locator(`${palette} .quick-input-list .monaco-list-row`);
  // After the title stands the category of similar commands or the key binding.
  const wanted = new RegExp(`(^|: )${title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(,|$)`);
  const focused = async () => (await row.and(page.locator(".focused")).getAttribute("aria-label", { timeout: 1000 })) ?? "";
  await persist(
    `the command palette for ${title}`,
    async () => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("F1");
      await box.fill(`>${title}`, { timeout: 2000 });
      await row.first().waitFor({ timeout: 2000 });
      for (let step = 0; step < 5 && !wanted.test(await focused()); step++) await page.keyboard.press("ArrowDown");
    },
    async () => wanted.test(await focused()),
  );
  await page.keyboard.press("Enter");
  // Until the focus has moved to where the command puts it, keys would go astray.
  await page.waitForTimeout(250);
}

/** Titles that the command palette offers for a search. */
export async function offeredCommands(page: Page, search: string): Promise<string[]> {
  const rows = page.locator(`${palette} .quick-input-list .monaco-list-row`);
  await persist(
    "the command palette",
    async () => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("F1");
      await page.locator(`${palette} input[type="text"]`).first().fill(`>${search}`, { timeout: 2000 });
    },
    async () => (await rows.count()) > 3,
  );
  const seen = new Set<string>();
  for (let step = 0; step < 60; step++) {
    for (const label of await rows.evaluateAll((items) => items.map((item) => item.getAttribute("aria-label") ?? "")))
      seen.add(label);
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Escape");
  return [...seen];
}

/** The tree of a view, by the name that screen readers hear. */
export function tree(page: Page, name: string): Locator {
  return page.getByRole("tree", { name });
}

/** Rows of a tree as screen readers hear them, from the top to the end, also those that are scrolled away. */
export async function rowNames(page: Page, view: Locator): Promise<string[]> {
  const rows = view.getByRole("treeitem");
  await view.press("Home");
  const names = new Map<number, string>();
  for (let step = 0; step < 12; step++) {
    const visible = await rows.evaluateAll((items) =>
      items.map((item): [number, string] => [Number(item.getAttribute("data-index")), item.getAttribute("aria-label") ?? ""]),
    );
    for (const [index, name] of visible) names.set(index, name);
    await view.press("PageDown");
    await page.waitForTimeout(60);
  }
  await view.press("Home");
  return [...names].sort(([a], [b]) => a - b).map(([, name]) => name);
}

/** Moves the focus in a tree to the first row whose name matches, by keys alone. Throws when there is none. */
export async function focusRow(page: Page, view: Locator, name: RegExp): Promise<void> {
  await view.press("Home");
  for (let step = 0; step < 80; step++) {
    if (name.test(await focusedRow(page))) return;
    await page.keyboard.press("ArrowDown");
    await page.waitForTimeout(40);
  }
  throw new Error(`No row like ${name} in ${JSON.stringify(await rowNames(page, view))}`);
}

export async function focusedRow(page: Page): Promise<string> {
  return page.evaluate(`{
    const active = document.activeElement;
    const list = active?.closest(".monaco-list") ?? active;
    const row = list?.getAttribute("aria-activedescendant");
    (row && document.getElementById(row)?.getAttribute("aria-label")) || "";
  }`);
}

/** The page of the view with this title, when it has drawn something. */
export async function webview(page: Page, title: string): Promise<Frame> {
  return eventually(`the page of ${title}`, async () => {
    for (const frame of page.frames())
      if (frame !== page.mainFrame() && (await frame.title()) === title && (await frame.locator("main #page > *").count()) > 0)
        return frame;
    return undefined;
  });
}

/** What axe-core finds in a frame, one line each; empty when nothing. */
export async function axeProblems(frame: Frame): Promise<string[]> {
  await frame.evaluate(axeSource);
  // A page in the side bar is transparent; the colour behind it belongs to the window, where axe-core cannot look.
  await frame.evaluate(`{
    const style = getComputedStyle(document.documentElement);
    document.documentElement.style.backgroundColor = style.getPropertyValue("--vscode-sideBar-background");
  }`);
  return frame.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html} ${failureSummary}`),
    );
  });
}

/** Chooses a theme in the editor's own list, as a user does. */
export async function showTheme(page: Page, theme: ThemeName): Promise<void> {
  const { label, kind } = themes[theme];
  const shown = page.locator(`.monaco-workbench.${kind}`);
  if (await shown.isVisible()) return;
  await runCommand(page, "Preferences: Color Theme");
  const box = page.locator(`${palette} input[type="text"]`).first();
  await persist(
    `the theme ${label} in the list`,
    () => box.fill(label, { timeout: 2000 }),
    () => page.locator(`${palette} .monaco-list-row.focused[aria-label^="${label}"]`).isVisible(),
  );
  await page.keyboard.press("Enter");
  await shown.waitFor();
  await page.waitForTimeout(500);
}

export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`), animations: "disabled", caret: "hide" });
}

/** Text of Linewarden's place in the status bar, as a screen reader hears it. */
export async function statusName(page: Page): Promise<string> {
  const entry = page.locator('.statusbar-item[id^="linewarden.linewarden"]');
  return (await entry.getAttribute("aria-label")) ?? (await entry.textContent()) ?? "";
}
