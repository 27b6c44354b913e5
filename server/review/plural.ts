/** Counts in words. */

/** "1 query", "2 queries"; the plural is the singular with an s unless given. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
