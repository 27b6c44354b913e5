/** Makes text of a hostile workspace safe to print, and knows how wide it is on a terminal. */

/** Control, format (bidirectional marks, invisible characters), separator and surrogate characters. */
const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Joins pictures into one, and is invisible anywhere else. */
const joiner = "\u200d";

/**
 * Writes every character that a terminal would obey or hide as an escape: `\x1b`, `\u{202e}`.
 *
 * @returns One line; line ends and tabs are escaped as well.
 */
export function plain(text: string): string {
  return text.replace(unsafe, escapeCharacter);
}

/** As `plain`, and keeps line feeds: for messages of several lines that are our own. */
export function plainLines(text: string): string {
  return text.split("\n").map(plain).join("\n");
}

function escapeCharacter(character: string): string {
  const known: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };
  const short = known[character];
  if (short) return short;
  const code = character.codePointAt(0) ?? 0;
  return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}

/** What stands in one place of the terminal: a character with its marks, made safe. */
export interface Cell {
  readonly text: string;
  /** Columns. */
  readonly width: number;
  /** UTF-16 offsets in the line. */
  readonly start: number;
  readonly end: number;
}

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
const tabWidth = 4;

/** Splits a line into cells; tabs go to the next multiple of four columns. */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  const push = (start: number, raw: string, text: string): void => {
    const width = displayWidth(text);
    cells.push({ text, width, start, end: start + raw.length });
    column += width;
  };
  if (/^[\x20-\x7e]*$/.test(line)) {
    for (let i = 0; i < line.length; i++) cells.push({ text: line[i] ?? "", width: 1, start: i, end: i + 1 });
    return cells;
  }
  for (const { segment, index } of segmenter.segment(line)) {
    if (segment === "\t") push(index, segment, " ".repeat(tabWidth - (column % tabWidth)));
    else push(index, segment, isPicture(segment) ? segment : plain(segment));
  }
  return cells;
}

/** A picture may be made of several, joined; nothing else may hide a joiner. */
function isPicture(segment: string): boolean {
  return segment.includes(joiner) && /^(\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]?\u200d?)+$/u.test(segment);
}

/** Columns that a text takes on a terminal; it must be safe to print. */
export function displayWidth(text: string): number {
  // None of these joins with another one, and each takes one column.
  if (/^[\x20-\x7e\xa0-\u02ff]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of segmenter.segment(text)) width += clusterWidth(segment);
  return width;
}

function clusterWidth(cluster: string): number {
  let width = 0;
  for (const character of cluster) width = Math.max(width, characterWidth(character));
  return cluster.includes("\ufe0f") ? 2 : width;
}

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
  return wide.some(([from, to]) => code >= from && code <= to) || /\p{Emoji_Presentation}/u.test(character) ? 2 : 1;
}

/** Ranges of the classes W and F of the Unicode standard's annex 11, joined where what lies between is unassigned or rare. */
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18aff],
  [0x1b000, 0x1b2ff],
  [0x20000, 0x3fffd],
];

/**
 * Breaks a text at spaces.
 *
 * @param width Columns of a line. A longer word stands on a line of its own and is not broken, so that paths can be copied.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/ +/)) {
    if (line !== "" && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
