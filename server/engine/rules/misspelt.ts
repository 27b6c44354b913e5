/** Tells a misspelt key from one that somebody made up. */

/** @returns Whether a key begins as patterns do, or is one or two letters away from a known one. */
export function looksKnown(key: string, known: readonly string[]): boolean {
  return /^(?:pattern|metavariable)/.test(key) || nearest(key, known) !== undefined;
}

/** @returns For the end of a message: what was meant, where that can be told. */
export function meant(key: string, known: readonly string[]): string {
  const other = nearest(key, known);
  return other === undefined ? "" : `; did you mean \`${other}\`?`;
}

/** As `meant`, of a value, in which capitals do not count. */
export function meantValue(text: string, known: readonly string[]): string {
  const lower = new Map(known.map((one) => [one.toLowerCase(), one]));
  const other = lower.get(text.toLowerCase()) ?? lower.get(nearest(text.toLowerCase(), [...lower.keys()]) ?? "");
  return other === undefined ? "" : `; did you mean ${other}?`;
}

/** The known key that is one or two letters away, and the nearest of several. */
function nearest(key: string, known: readonly string[]): string | undefined {
  let [found, least]: [string | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (const other of known) {
    const away = distance(key, other);
    if (away > Math.min(2, other.length / 3) || away >= least) continue;
    [found, least] = [other, away];
  }
  return found;
}

/** Letters to add, take away or change, to make one of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
