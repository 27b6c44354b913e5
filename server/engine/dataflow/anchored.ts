/** Regular expressions whose form leaves no room for an attack. Pure. */

/** Anchored at both ends in every alternative, and no "anything" in between. */
export function isAnchored(regex: string): boolean {
  const body = regex.replace(/^\//, "").replace(/\/[a-z]*$/, "");
  if (!/^(\^|\\A)/.test(body) || !/(\$|\\Z|\\z)$/.test(body) || /\/[a-z]*m[a-z]*$/.test(regex)) return false;
  const form = body.replace(/\\.|\[(?!\^)(?:\\.|[^\]\\])*\]/g, (part) => (isWide(part) ? "." : "c"));
  // `(.|\n)*`: what stands in a group is repeated with it.
  const repeats = /\.[*+{]/.test(form) || (/\)[*+{]/.test(form) && form.includes("."));
  return !repeats && !form.includes("[^") && !hasAlternativesOutside(form);
}

const attacks = [..."`;|&$<>'\"/"];

/** `\S`, `[\s\S]`, `[ -~]`: any of the signs that attacks are made of. */
function isWide(part: string): boolean {
  if (!part.startsWith("[")) return /[SWD]$/.test(part);
  try {
    const one = new RegExp(part);
    return attacks.every((sign) => one.test(sign));
  } catch {
    return false;
  }
}

/** `^a|b$`: each anchor holds for one of them. */
function hasAlternativesOutside(regex: string): boolean {
  let depth = 0;
  for (const letter of regex) {
    if (letter === "(") depth++;
    else if (letter === ")") depth--;
    else if (letter === "|" && depth === 0) return true;
  }
  return false;
}
