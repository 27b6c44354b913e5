/** The globs of a rule's `paths`. */

/** Whether a rule is meant for a file: included (or nothing is named), and not excluded. */
export type PathFilter = (path: string) => boolean;

/**
 * Globs as in the rule language: `*` within a folder, `**` across, `?`, `[a-z]`, `{a,b}`; without a leading `/` they match at any
 * depth, and a folder stands for all that is in it.
 *
 * @param paths Relative to the root, with `/`.
 */
export function compilePaths(paths: {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}): PathFilter | undefined {
  if (paths.include.length === 0 && paths.exclude.length === 0) return undefined;
  const included = paths.include.map(globToRegExp);
  const excluded = paths.exclude.map(globToRegExp);
  return (path) => {
    const plain = path.replaceAll("\\", "/").replace(/^\.?\//, "");
    if (excluded.some((form) => form.test(plain))) return false;
    return included.length === 0 || included.some((form) => form.test(plain));
  };
}

/** Every part consumes at least one character or is followed by a fixed one, so matching does not blow up. */
export function globToRegExp(glob: string): RegExp {
  const rooted = glob.startsWith("/");
  const body = glob.replace(/^\.?\//, "").replace(/\/(\*\*)?$/, "");
  let source = "";
  let depth = 0;
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
    else if (char === "{") {
      depth++;
      source += "(?:";
    } else if (char === "}" && depth > 0) {
      depth--;
      source += ")";
    } else if (char === "," && depth > 0) source += "|";
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
  source += ")".repeat(depth);
  try {
    return new RegExp(`^${rooted ? "" : "(?:.*/)?"}${source}(?:/.*)?$`);
  } catch {
    return new RegExp(`^${body.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}$`);
  }
}
