/** How a comment is written in a file, by its name: where no grammar tells, a wrong one would break what stands there. Pure. */

/** What opens a comment of one line; "markup": `<!-- -->`; "block": an opening and a closing mark only, as in CSS. */
export type CommentStyle = "#" | "//" | "--" | ";" | "%" | "'" | "rem" | "//-" | "block" | "markup";

const byEnding = new Map<string, CommentStyle | undefined>();
for (const [style, endings] of [
  [
    "//",
    "go java kt kts c h cc cpp cxx hpp hh mm cs rs swift scala dart groovy gradle php fs fsx jsonc json5 sol zig proto scss sass less styl hjson cts mts",
  ],
  ["--", "sql lua hs elm ada adb ads vhd vhdl"],
  [";", "clj cljs cljc edn el lisp scm asm s"],
  ["%", "tex sty bib erl hrl"],
  ["'", "vb vbs bas"],
  ["rem", "bat cmd"],
  ["//-", "pug jade"],
  ["block", "css"],
  [
    "markup",
    "html htm xhtml xml svg xaml plist csproj vbproj fsproj props targets resx wsdl xsd xsl xslt jsp cshtml razor vue svelte astro md mdx markdown",
  ],
  ["markup", "ejs hbs handlebars mustache njk nunjucks jinja jinja2 j2 twig liquid erb mako"],
] as const)
  for (const ending of endings.split(" ")) byEnding.set(ending, style);
// Data that knows no comments.
for (const ending of "json ipynb webmanifest map lock csv tsv pem key crt cer pub log diff patch jsonl ndjson har geojson topojson tfstate lockfile sum".split(
  " ",
))
  byEnding.set(ending, undefined);

/** @param path With any separator. @returns undefined for data that knows no comments; `#` for what is not known. */
export function commentStyleOf(path: string): CommentStyle | undefined {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).toLowerCase();
  if (/^(?:web|app|nuget|packages)\.config$/.test(name)) return "markup";
  // These are written with comments all the same.
  if (
    /^(?:tsconfig|jsconfig)(?:\.[\w-]+)?\.json$|\.code-workspace$/.test(name) ||
    /(?:^|[/\\])\.vscode[/\\][\w-]+\.json$/i.test(path)
  )
    return "//";
  const ending = name.slice(name.lastIndexOf(".") + 1);
  return byEnding.has(ending) ? byEnding.get(ending) : "#";
}
