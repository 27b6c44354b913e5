/** Counts in words. */

/** "1 query", "2 queries"; the plural is the singular with an s unless given. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c"; after `limit` names "a, b and 3 more". */
export function listOf(names: readonly string[], limit = 3): string {
  const shown = names.length > limit ? [...names.slice(0, limit - 1), `${names.length - limit + 1} more`] : names;
  if (shown.length < 2) return shown.join("");
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
