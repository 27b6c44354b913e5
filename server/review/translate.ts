/** How the review and the editor's views get their words: a text with {0}, {1}... and what stands for them. */

/** Returns the text in the language of the editor. Its first argument is always a literal, so that the bundle can be checked. */
export type Translate = (message: string, ...values: (string | number)[]) => string;

/** Fills in the numbers and keeps the language: for tests, and where no translation exists. */
export const untranslated: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (whole, index) => String(values[Number(index)] ?? whole));

/** "a", "a and b", "a, b and c"; after `limit` names "a, b and 3 more". */
export function listOf(t: Translate, names: readonly string[], limit = 3): string {
  const shown = names.length > limit ? [...names.slice(0, limit - 1), t("{0} more", names.length - limit + 1)] : names;
  const last = shown.at(-1);
  return shown.length < 2 || last === undefined ? shown.join("") : t("{0} and {1}", shown.slice(0, -1).join(", "), last);
}
