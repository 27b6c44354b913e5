/** How the pure parts of the client get their words: a text with {0}, {1}... and what stands for them. */

/** Returns the text in the language of the editor. Its first argument is always a literal, so that the bundle can be checked. */
export type Translate = (message: string, ...values: (string | number)[]) => string;

/** Fills in the numbers and keeps the language: for tests, and where no translation exists. */
export const untranslated: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
