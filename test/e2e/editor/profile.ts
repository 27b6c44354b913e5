// A throw-away editor profile: user data, settings and a folder of installed extensions.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Profile {
  readonly folder: string;
  readonly userData: string;
  readonly extensions: string;
  remove(): void;
}

/** What makes an editor quiet and independent of the network. */
const quiet = {
  "workbench.startupEditor": "none",
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "window.autoDetectColorScheme": false,
  "window.autoDetectHighContrast": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "chat.disableAIFeatures": true,
  "files.autoSave": "off",
  "git.autofetch": false,
  "git.openRepositoryInParentFolders": "never",
};

/**
 * The editor takes a language only when it knows a language pack for it: the file that lists them names an empty one here, since packs are
 * not to be had without a marketplace. What the pack lacks, such as the editor's own menus, stays English; extensions bring their own bundles.
 */
export function chooseLanguage({ userData }: Profile, language: string): void {
  const texts = join(userData, "empty.i18n.json");
  writeFileSync(texts, JSON.stringify({ version: "1.0.0", contents: {} }));
  const extensions = [{ extensionIdentifier: { id: "tests.empty-language-pack" }, version: "1.0.0" }];
  const pack = { hash: "0".repeat(32), label: language, extensions, translations: { vscode: texts } };
  writeFileSync(join(userData, "languagepacks.json"), JSON.stringify({ [language]: pack }));
  writeFileSync(join(userData, "User/argv.json"), JSON.stringify({ locale: language }));
}

/** @param extensions a folder to share with other profiles; one of its own without it. */
export function createProfile(settings: Record<string, unknown> = {}, extensions?: string): Profile {
  const folder = mkdtempSync(join(tmpdir(), "linewarden-editor-"));
  const userData = join(folder, "data");
  const profile: Profile = {
    folder,
    userData,
    extensions: extensions ?? join(folder, "extensions"),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
  mkdirSync(join(userData, "User"), { recursive: true });
  mkdirSync(profile.extensions, { recursive: true });
  writeFileSync(join(userData, "User/settings.json"), JSON.stringify({ ...quiet, ...settings }, null, 2));
  return profile;
}
