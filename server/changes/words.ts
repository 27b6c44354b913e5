/** Words of code, as removed guards are looked for by them. Pure. */

/** Words that say nothing of what the code does. */
const empty = new Set("const let var return if else async await function def self this class new the in of for".split(" "));

export function wordsOf(text: string): string[] {
  return (text.match(/[A-Za-z_$][\w$]*|\d+/g) ?? []).filter((word) => !empty.has(word));
}

export function mentions(text: string, name: string): boolean {
  return name !== "" && wordsOf(text).includes(name);
}
