/** Manifest, code and translations say the same. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { defaultSettings, readClientSettings } from "../../../client/settings.ts";

const root = join(__dirname, "../../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const json = (file: string) => JSON.parse(read(file));
const manifest = json("package.json");
const contributes = manifest.contributes;
const words: Record<string, string> = json("package.nls.json");
const sources = readdirSync(join(root, "client"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => read(join("client", file)));

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\d+\}/g)].map(([match]) => match).sort();
}

function links(text: string): string[] {
  return [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target ?? "").sort();
}

describe("settings", () => {
  const properties: Record<string, { default: unknown; scope: string; order: number; markdownDescription: string }> =
    contributes.configuration.properties;
  it("manifest and code know the same ones, with the same defaults", () => {
    const inManifest = Object.fromEntries(
      Object.entries(properties).map(([name, { default: value }]) => [name.replace(/^linewarden\./, ""), value]),
    );
    expect(inManifest).to.deep.equal(defaultSettings);
  });
  it("each has a scope, an order of its own and a description", () => {
    const orders = Object.values(properties).map(({ order }) => order);
    expect(new Set(orders).size).to.equal(orders.length);
    for (const [name, { scope, markdownDescription }] of Object.entries(properties)) {
      expect(scope, name).to.be.oneOf(["resource", "window"]);
      expect(words[markdownDescription.slice(1, -1)], name).to.be.a("string");
    }
  });
  it("what an untrusted workspace may not set are settings", () => {
    for (const name of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations)
      expect(properties).to.have.property(name);
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).to.include("linewarden.rules");
  });
  it("and exactly these say so", () => {
    const saying = Object.entries(properties).filter(([, { markdownDescription }]) =>
      words[markdownDescription.slice(1, -1)]?.includes("Not read from an untrusted workspace."),
    );
    expect(saying.map(([name]) => name)).to.have.members(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations);
  });
  it("a value of the wrong type or out of range becomes the default", () => {
    expect(readClientSettings(() => "yes")).to.deep.equal({ markUnseenLines: true, lookedAfterSeconds: 2 });
    expect(readClientSettings((name) => (name === "lookedAfterSeconds" ? 900 : false))).to.deep.equal({
      markUnseenLines: false,
      lookedAfterSeconds: 2,
    });
    expect(readClientSettings((name) => (name === "lookedAfterSeconds" ? 9 : true)).lookedAfterSeconds).to.equal(9);
  });
});

describe("commands", () => {
  const declared: string[] = contributes.commands.map(({ command }: { command: string }) => command);
  it("manifest and code have the same ones", () => {
    const handled = sources
      .filter((text) => text.includes("): Commands {"))
      .flatMap((text) => /\): Commands \{[\s\S]*?\n\}\n/.exec(text)?.[0].match(/^ {4}(\w+):/gm) ?? [])
      .map((line) => `linewarden.${line.trim().slice(0, -1)}`);
    expect([...handled].sort()).to.deep.equal([...declared].sort());
  });
  it("one category, one prefix, a title in the bundle", () => {
    for (const { command, title, category } of contributes.commands) {
      expect(category).to.equal("Linewarden");
      expect(command).to.match(/^linewarden\./);
      expect(words).to.have.property(title.slice(1, -1));
    }
  });
  it("menus and keys name commands that exist", () => {
    const named = [...Object.values<{ command: string }[]>(contributes.menus).flat(), ...contributes.keybindings];
    for (const { command } of named) expect(declared).to.include(command);
  });
  it("few keys, all of them chords, only where they can do something", () => {
    expect(contributes.keybindings.length).to.be.at.most(6);
    for (const { key, mac, when } of contributes.keybindings) {
      expect(key.split(" ")).to.have.length(2);
      expect(mac.split(" ")).to.have.length(2);
      expect(when).to.be.a("string");
    }
  });
  it("buttons of the pages, links of welcome texts and of the walkthrough run commands that exist", () => {
    const targets = Object.values(words).flatMap((text) => links(text));
    const commands = targets.filter((target) => target.startsWith("command:linewarden.")).map((target) => target.slice(8));
    expect(commands.length).to.be.greaterThan(4);
    for (const command of commands) expect([...declared, "linewarden.checklist.focus"]).to.include(command);
    const buttons = sources.flatMap((text) =>
      [...text.matchAll(/command: "(\w+)",\s+label/g)].map(([, name]) => `linewarden.${name}`),
    );
    expect(buttons.length).to.be.greaterThan(4);
    for (const button of buttons) expect(declared).to.include(button);
  });
});

describe("views", () => {
  it("every empty state has a welcome text, and every welcome text a state", () => {
    const states = [
      ...(
        /export type EmptyState = ([^;]+);/.exec(sources.find((text) => text.includes("type EmptyState")) ?? "")?.[1] ?? ""
      ).matchAll(/"(\w+)"/g),
    ].map(([, state]) => state);
    expect(states).to.have.length(6);
    const when = contributes.viewsWelcome.map((entry: { when: string }) => entry.when).join("\n");
    for (const state of states) expect(when).to.contain(`linewarden.empty == ${state}`);
    expect(when).to.contain("workspaceFolderCount == 0").and.to.contain("!isWorkspaceTrusted");
  });
  it("a welcome text has one button at most per line and no promotion", () => {
    for (const { contents } of contributes.viewsWelcome) expect(words[contents.slice(1, -1)]).to.be.a("string");
  });
  it("the walkthrough has four steps with a picture, its text and an end", () => {
    const [walkthrough] = contributes.walkthroughs;
    expect(walkthrough.steps).to.have.length(4);
    for (const { media, completionEvents } of walkthrough.steps) {
      expect(existsSync(join(root, media.svg)), media.svg).to.equal(true);
      expect(words[media.altText.slice(1, -1)]).to.be.a("string");
      expect(completionEvents.length).to.be.greaterThan(0);
    }
  });
  it("colours have a default for each of the four kinds of theme", () => {
    for (const { defaults } of contributes.colors)
      expect(Object.keys(defaults).sort()).to.deep.equal(["dark", "highContrast", "highContrastLight", "light"]);
  });
  it("pages set text as text, and know no colour of their own", () => {
    expect(read("media/panel.js")).to.not.match(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
    expect(read("media/panel.css")).to.not.match(/#[0-9a-f]{3,8}\b|rgba?\(|url\(/i);
    for (const text of sources) expect(text).to.not.match(/innerHTML|isTrusted = true|supportHtml/);
  });
});

describe("translations", () => {
  // What the server says to the views is translated with the same bundles.
  const ofServer = ["server/review", "server/lsp", "server/host"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => read(join(folder, name))),
  );
  const keys = [...sources, ...ofServer].flatMap((text) =>
    [...text.matchAll(/\bt\(\s*("(?:[^"\\]|\\.)*")/g)].map(([, literal]) => JSON.parse(literal ?? '""')),
  );
  const bundle: Record<string, string> = json("l10n/bundle.l10n.json");
  const german: Record<string, string> = json("l10n/bundle.l10n.de.json");
  const germanWords: Record<string, string> = json("package.nls.de.json");
  it("every text of the code is in the bundle, and nothing else is", () => {
    expect(keys.length).to.be.greaterThan(100);
    expect(Object.keys(bundle).sort()).to.deep.equal([...new Set(keys)].sort());
    for (const [key, text] of Object.entries(bundle)) expect(text).to.equal(key);
  });
  it("every translated text is called with a literal", () => {
    for (const text of sources) expect(text).to.not.match(/(?<![.\w])t\(\s*[^\s")]/);
  });
  it("German is complete and keeps the places of values and links", () => {
    expect(Object.keys(german).sort()).to.deep.equal(Object.keys(bundle).sort());
    for (const [key, text] of Object.entries(german)) expect(placeholders(text), key).to.deep.equal(placeholders(key));
    expect(Object.keys(germanWords).sort()).to.deep.equal(Object.keys(words).sort());
    for (const [key, text] of Object.entries(germanWords)) expect(links(text), key).to.deep.equal(links(words[key] ?? ""));
  });
  it("every text that the manifest names exists, and none is left over", () => {
    const named = [...JSON.stringify({ ...manifest, scripts: {} }).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key ?? "");
    expect([...new Set(named)].sort()).to.deep.equal(Object.keys(words).sort());
  });
});
