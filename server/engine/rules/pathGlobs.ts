/** The globs of a rule's `paths`. */

/** Whether a rule is meant for a file: included (or nothing is named), and not excluded. */
export type PathFilter = (path: string) => boolean;

/**
 * Globs as in the rule language: `*` within a folder, `**` across, `?`, `[a-z]`; without a leading `/` they match at any depth,
 * and a folder stands for all that is in it. Braces are plain characters there.
 *
 * @param paths Relative to the root, with `/`.
 */
export function compilePaths(paths: {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}): PathFilter | undefined {
  if (paths.include.length === 0 && paths.exclude.length === 0) return undefined;
  const key = JSON.stringify([paths.include, paths.exclude]);
  const known = filters.get(key);
  if (known) return known;
  const included = paths.include.map(globToRegExp);
  const excluded = paths.exclude.map(globToRegExp);
  let last: { readonly path: string; readonly isMeant: boolean } | undefined;
  const filter = (path: string): boolean => {
    if (last?.path === path) return last.isMeant;
    const plain = path.replaceAll("\\", "/").replace(/^\.?\//, "");
    const isMeant =
      !excluded.some((form) => form.test(plain)) && (included.length === 0 || included.some((form) => form.test(plain)));
    last = { path, isMeant };
    return isMeant;
  };
  if (filters.size >= mostFilters) filters.clear();
  filters.set(key, filter);
  return filter;
}

/** Many rules name the same globs, and each asks about the same file. */
const filters = new Map<string, PathFilter>();
const mostFilters = 1000;

/** Every part consumes at least one character or is followed by a fixed one, so matching does not blow up. */
export function globToRegExp(glob: string): RegExp {
  const rooted = glob.startsWith("/");
  const body = glob.replace(/^\.?\//, "").replace(/\/(\*\*)?$/, "");
  let source = "";
  for (let i = 0; i < body.length; i++) {
    const char = body.charAt(i);
    if (char === "*" && body.startsWith("**/", i)) {
      source += "(?:[^/]+/)*";
      i += 2;
    } else if (char === "*") {
      const double = body.startsWith("**", i);
      while (body.charAt(i + 1) === "*") i++;
      source += double ? ".*" : "[^/]*";
    } else if (char === "?") source += "[^/]";
    else if (char === "[" && body.indexOf("]", i + 2) > 0) {
      const end = body.indexOf("]", i + 2);
      source += `[${body
        .slice(i + 1, end)
        .replace(/^!/, "^")
        .replaceAll("\\", "\\\\")
        .replaceAll("[", "\\[")}]`;
      i = end;
    } else source += char.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  }
  try {
    return new RegExp(`^${rooted ? "" : "(?:.*/)?"}${source}(?:/.*)?$`);
  } catch {
    return new RegExp(`^${body.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$`);
  }
}
