/** What a path says about the texts in a file: how values are written there, and how much they weigh. Pure. */

export interface FileKind {
  /** How values stand in it. */
  readonly format: "code" | "configuration" | "shell" | "json" | "markup" | "prose" | "other";
  /** Names with values are not looked for: what stands there was made by a program and is long and random. */
  readonly generated: boolean;
  /** Rows of cells under the names of their columns. */
  readonly table: boolean;
  /** Steps of a build: the services in it live as long as it does. */
  readonly pipeline: boolean;
  readonly language: "python" | "other";
  readonly test: boolean;
  /** Made to be copied or shown. */
  readonly example: boolean;
  /** Texts of a user interface in some language. */
  readonly locale: boolean;
}

const formats: Readonly<Record<string, FileKind["format"]>> = {};
const byEnding: readonly (readonly [FileKind["format"], string])[] = [
  [
    "code",
    "js jsx mjs cjs ts tsx mts cts py pyi pyw java kt kts go rb php cs vb fs rs c h cc cpp cxx hpp m mm swift scala clj ex exs lua pl pm r dart " +
      "groovy sql vue svelte astro sol coffee ipynb erl hs jl zig",
  ],
  [
    "configuration",
    "env yml yaml toml ini cfg conf config properties props tf tfvars hcl hocon service gradle npmrc pypirc netrc pgpass editorconfig plist cnf mk " +
      "local production development staging prod dev rc credentials",
  ],
  ["shell", "sh bash zsh fish ps1 psm1 bat cmd"],
  ["json", "json json5 jsonc jsonl webmanifest tfstate"],
  ["markup", "xml html htm xhtml xaml plist csproj props resx wsdl svg jsp cshtml ejs hbs"],
  ["prose", "md mdx rst adoc txt text markdown"],
];
for (const [format, endings] of byEnding)
  for (const ending of endings.split(" ")) (formats as Record<string, FileKind["format"]>)[ending] = format;

const lockFile =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.ya?ml|go\.sum|[^/]*\.lock|[^/]*\.lockfile|[^/]*\.min\.(?:js|css)|[^/]*\.(?:map|svg|css|scss|less|snap|sum|pub|csv|woff2?))$/;
const test =
  /(?:^|\/)(?:tests?|test_[^/]+|[^/]+_tests?|__tests__|specs?|fixtures?|__mocks__|mocks?|testdata|e2e|cypress)\/|[._-](?:test|spec|e2e|stories|mock)s?\.[a-z]+$|(?:^|\/)test_[^/]*\.py$|(?:^|\/)conftest\.py$|[a-z](?:Tests?|IT|Spec)\.(?:java|kt|cs|scala|groovy|swift|php)$/;
/** A test of Python, whatever its file is called. */
const testLibrary = /^(?:import|from) (?:pytest|unittest)\b/m;
const pipeline =
  /(?:^|\/)\.github\/workflows\/|(?:^|\/)\.circleci\/|(?:^|\/)(?:\.gitlab-ci|\.travis|\.drone|appveyor|azure-pipelines|bitbucket-pipelines)[\w.-]*\.ya?ml$/;
const example =
  /(?:^|\/)(?:examples?|samples?|demos?|tutorials?)\/|[._-](?:example|sample|template|dist|tmpl|tpl|default)s?(?:$|\.)/i;
const locale =
  /(?:^|\/)(?:locales?|i18n|l10n|lang|langs|languages?|translations?)(?:\/|\.|$)|(?:^|\/)messages(?:_\w+)?\.properties$/i;

/** @param path Relative, with `/`; `text`: what the file holds, where that is at hand. */
export function fileKindOf(path: string, text = ""): FileKind {
  const plain = path.replaceAll("\\", "/");
  return {
    format: formatOf(plain.slice(plain.lastIndexOf("/") + 1).toLowerCase()),
    generated: lockFile.test(plain),
    table: /\.[ct]sv$/i.test(plain),
    pipeline: pipeline.test(plain),
    language: /\.pyi?$/.test(plain) ? "python" : "other",
    test: test.test(plain) || (plain.endsWith(".py") && text.includes("def test_") && testLibrary.test(text)),
    example: example.test(plain),
    locale: locale.test(plain),
  };
}

function formatOf(name: string): FileKind["format"] {
  if (/^(?:docker|container|make|jenkins|vagrant|proc)file/.test(name) || /^\.env\b/.test(name)) return "configuration";
  // What a distribution of Python says of itself holds its README.
  if (/^(?:metadata|pkg-info|readme|changes|changelog)$/.test(name)) return "prose";
  if (name === "web.config" || name === "app.config" || name === "nuget.config") return "markup";
  const ending = name.slice(name.lastIndexOf(".") + 1);
  // `.env.example`, `config.yml.dist`: the ending before tells the format.
  const before = /\.(\w+)\.(?:example|sample|template|dist|tmpl|tpl|default|bak|old|orig)$/.exec(name)?.[1];
  return formats[before ?? ending] ?? "other";
}
