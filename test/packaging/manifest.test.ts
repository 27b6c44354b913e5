// The manifest as marketplaces and their reviewers expect it, complete and without API that users do not have.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "./vsix.ts";

interface Manifest {
  readonly [key: string]: unknown;
  readonly version: string;
  readonly icon: string;
  readonly keywords: readonly string[];
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly capabilities: Readonly<
    Record<string, { supported: unknown; description: string; restrictedConfigurations?: string[] }>
  >;
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category?: string; icon?: string; enablement?: string }[];
    readonly keybindings?: readonly { command: string; key: string; when?: string }[];
    readonly views: Readonly<Record<string, readonly { id: string; name: string; icon?: string; type?: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { id: string; title: string; icon: string }[] };
    readonly viewsWelcome: readonly { view: string; contents: string; when?: string }[];
    readonly walkthroughs: readonly { steps: readonly WalkthroughStep[] }[];
    readonly configuration: Configuration | readonly Configuration[];
    readonly menus: Readonly<Record<string, readonly { command?: string; when?: string }[]>>;
  };
}

interface WalkthroughStep {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: Readonly<Record<string, unknown>> & { altText?: string };
  readonly completionEvents?: readonly string[];
}

interface Configuration {
  readonly properties: Readonly<Record<string, Setting>>;
}

interface Setting {
  readonly default?: unknown;
  readonly scope?: string;
  readonly order?: number;
  readonly description?: string;
  readonly markdownDescription?: string;
}

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const manifest = JSON.parse(read("package.json")) as Manifest;
const words = JSON.parse(read("package.nls.json")) as Record<string, string>;
const { contributes } = manifest;
const configurations = Array.isArray(contributes.configuration) ? contributes.configuration : [contributes.configuration];
const settings = Object.assign({}, ...configurations.map(({ properties }) => properties)) as Record<string, Setting>;

describe("the manifest", () => {
  it("has a PNG icon of 256 pixels", () => {
    const icon = readFileSync(join(root, manifest.icon));
    expect(icon.subarray(1, 4).toString("latin1")).to.equal("PNG");
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).to.deep.equal([256, 256]);
  });

  it("says what a marketplace shows", () => {
    expect(manifest.categories).to.include.members(["Linters", "AI", "Other"]);
    expect(manifest.galleryBanner).to.include.keys("color", "theme");
    expect(manifest.keywords.length).to.be.within(1, 8);
    expect([manifest.publisher, manifest.name, manifest.license]).to.deep.equal(["linewarden", "linewarden", "MIT"]);
    expect(manifest.displayName).to.be.a("string");
    expect(String(manifest.description).length).to.be.greaterThan(40);
  });

  it("is a stable version: its minor number is even", () => {
    expect(Number(manifest.version.split(".")[1]) % 2).to.equal(0);
  });

  it("runs where the workspace is, starts when the editor stands, and never on everything", () => {
    expect(manifest.extensionKind).to.deep.equal(["workspace"]);
    expect(manifest.activationEvents).to.deep.equal(["onStartupFinished"]);
  });

  it("declares restricted mode and virtual workspaces", () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    expect(untrustedWorkspaces?.supported).to.equal("limited");
    expect(untrustedWorkspaces?.description).to.match(/\S/);
    expect(untrustedWorkspaces?.restrictedConfigurations).to.include("linewarden.rules");
    for (const name of untrustedWorkspaces?.restrictedConfigurations ?? []) expect(settings).to.have.property(name);
    expect(virtualWorkspaces?.supported).to.be.oneOf([false, "limited"]);
    expect(virtualWorkspaces?.description).to.match(/\S/);
  });

  it("resolves every %key%, and uses every word", () => {
    const used = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? "");
    expect(used.length).to.be.greaterThan(20);
    expect(used.filter((key) => !words[key])).to.deep.equal([]);
    expect(Object.keys(words).filter((key) => !used.includes(key))).to.deep.equal([]);
  });

  it("shows no text that is not in the bundle of words", () => {
    const shown = [
      ...contributes.commands.flatMap(({ title, category }) => [title, category ?? "%%"]),
      ...Object.values(contributes.views).flatMap((views) => views.map(({ name }) => name)),
      ...contributes.viewsWelcome.map(({ contents }) => contents),
      ...Object.values(settings).map(({ description, markdownDescription }) => markdownDescription ?? description ?? ""),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap(({ title, description }) => [title, description])),
    ];
    // A product's name stays what it is in every language.
    expect(shown.filter((text) => !/^%.*%$/.test(text) && text !== "Linewarden")).to.deep.equal([]);
  });

  it("translations have the words of the original, and their own", () => {
    const translated = readdirSync(root).filter((file) => /^package\.nls\.[\w-]+\.json$/.test(file));
    for (const file of translated)
      expect(Object.keys(JSON.parse(read(file))).sort(), file).to.deep.equal(Object.keys(words).sort());
    for (const file of translated) {
      const bundle = file.replace("package.nls", "l10n/bundle.l10n");
      expect(Object.keys(JSON.parse(read(bundle))).sort(), bundle).to.deep.equal(
        Object.keys(JSON.parse(read("l10n/bundle.l10n.json"))).sort(),
      );
    }
  });

  it("settings stand under one prefix, with a default, a scope, an order and a description", () => {
    expect(Object.keys(settings).length).to.be.greaterThan(4);
    for (const [name, setting] of Object.entries(settings)) {
      expect(name).to.match(/^linewarden\./);
      expect(setting, name).to.include.keys("default", "scope", "order");
      expect(setting.markdownDescription ?? setting.description, name).to.be.a("string");
    }
  });

  it("commands share the prefix and one category", () => {
    for (const { command } of contributes.commands) expect(command).to.match(/^linewarden\./);
    expect(new Set(contributes.commands.map(({ category }) => category)).size).to.equal(1);
  });

  it("menus and key bindings name commands that exist, and key bindings say when", () => {
    const commands = new Set(contributes.commands.map(({ command }) => command));
    const named = Object.values(contributes.menus).flatMap((menu) => menu.flatMap(({ command }) => (command ? [command] : [])));
    for (const command of named) expect(commands).to.include(command);
    const keys = contributes.keybindings ?? [];
    expect(keys.length).to.be.lessThan(6);
    for (const { command, when } of keys) {
      expect(commands).to.include(command);
      expect(when, command).to.be.a("string");
    }
  });

  it("has a view container with a picture, and a welcome for every tree", () => {
    const [container] = contributes.viewsContainers.activitybar;
    expect(container?.icon).to.match(/\.svg$/);
    expect(existsSync(join(root, container?.icon ?? ""))).to.equal(true);
    const views = Object.values(contributes.views).flat();
    const welcomed = new Set(contributes.viewsWelcome.map(({ view }) => view));
    expect(views.filter(({ type, id }) => type !== "webview" && !welcomed.has(id)).map(({ id }) => id)).to.deep.equal([]);
    for (const view of welcomed) expect(views.map(({ id }) => id)).to.include(view);
  });

  it("has one walkthrough of four steps with pictures for each theme, alternative text and an end", () => {
    expect(contributes.walkthroughs).to.have.length(1);
    const steps = contributes.walkthroughs[0]?.steps ?? [];
    expect(steps).to.have.length(4);
    for (const { id, media, completionEvents } of steps) {
      expect(completionEvents, id).to.have.length.greaterThan(0);
      if (media.markdown) continue;
      expect(media.altText, id).to.match(/\S/);
      if (media.image) expect(media.image, id).to.include.keys("light", "dark", "hc", "hcLight");
    }
  });

  it("works with the lowest editor that it names: compiled against that API, no proposed API", () => {
    expect(`^${manifest.devDependencies["@types/vscode"]}`).to.equal(manifest.engines.vscode);
    expect(manifest).to.not.have.property("enabledApiProposals");
    const sources = readdirSync(join(root, "client"), { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    expect(sources.length).to.be.greaterThan(5);
    for (const file of sources) {
      const source = read(join("client", file));
      expect(source, file).to.not.match(
        /vscode\.proposed|enabledApiProposals|@ts-(ignore|expect-error|nocheck)|vscode as (any|unknown)/,
      );
    }
  });
});
