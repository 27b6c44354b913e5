/** Numbers as they are written in code. */

/** Python: whether it is written as a whole number. */
export function isWhole(text: string): boolean {
  return /^-?(?:0[xXoObB][\da-fA-F_]+|[\d_]+)$/.test(text);
}

/** NaN for what is none. */
export function numberOf(text: string): number {
  const plain = text.replaceAll("_", "");
  return plain.startsWith("-") ? -Number(plain.slice(1)) : Number(plain);
}
