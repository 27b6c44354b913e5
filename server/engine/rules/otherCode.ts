/** Tells code that no rule can read from documents and data, which rules for any text review well enough. */

const endings = new Set(
  (
    "java kt kts go rb php cs vb fs rs c h cc cpp cxx hpp hh m mm swift scala clj cljs ex exs erl hs lua pl pm r jl dart groovy gradle sh bash zsh ps1 " +
    "psm1 bat cmd sql astro sol zig nim tf hcl ipynb pyx proto asm s ml mli elm coffee"
  ).split(" "),
);

/** Text for people to read, and data that knows no comments. By the file name's ending. */
export function isDocument(path: string): boolean {
  return /\.(md|mdx|markdown|rst|adoc|asciidoc|txt|html?|xhtml|tex|org|log|csv|tsv|json|ipynb|diff|patch)$/i.test(path);
}

/** By the file name's ending, or by its first line where the name has none. */
export function isUnreadCode({ path, text }: { readonly path: string; readonly text: string }): boolean {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1).toLowerCase();
  const dot = name.lastIndexOf(".");
  return dot >= 0 ? endings.has(name.slice(dot + 1)) : name === "dockerfile" || name === "makefile" || text.startsWith("#!");
}
