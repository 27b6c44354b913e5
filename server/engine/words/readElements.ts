/** Reads patterns for `generic_engine: aliengrep`: words, metavariables, ellipses and single marks. */

export interface ElementStyle {
  /** Whether an ellipsis and space may go over several lines; else line breaks count. */
  readonly lines: boolean;
  readonly caseless: boolean;
  /** Characters that are part of words besides letters, digits and `_`. */
  readonly wordMarks: string;
  /** What closes each bracket that opens. */
  readonly braces: Readonly<Record<string, string>>;
}

export type ElementStep =
  | { readonly op: "word" | "mark"; readonly text: string }
  | { readonly op: "meta"; readonly name: string }
  | { readonly op: "newline" }
  /** Of the line, or of the whole text. */
  | { readonly op: "start" | "end"; readonly whole: boolean }
  /** `name` is empty for a bare ellipsis; `shut` closes the brackets of the pattern that it stands in, and ends it. */
  | { readonly op: "gap"; readonly name: string; readonly long: boolean; readonly shut: string | undefined };

export interface ElementPattern {
  readonly steps: readonly ElementStep[];
  readonly style: ElementStyle;
  /** Each must occur in a text for the pattern to match. */
  readonly words: readonly string[];
}

const usualBraces: readonly (readonly [string, string])[] = [
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
];

/** @returns The style that the `options` of a rule ask for, or why there is none. */
export function elementStyleOf(options: Readonly<Record<string, unknown>>): ElementStyle | string {
  const own = options.generic_braces === undefined ? usualBraces : pairsOf(options.generic_braces);
  const extra = options.generic_extra_braces === undefined ? [] : pairsOf(options.generic_extra_braces);
  const marks = options.generic_extra_word_characters ?? [];
  if (!own || own.length === 0 || !extra) return "The brackets of the options are pairs of two single characters.";
  if (!Array.isArray(marks) || !marks.every(isCharacter)) return "The word characters of the options are single characters.";
  return {
    lines: options.generic_multiline !== false,
    caseless: options.generic_caseless === true,
    wordMarks: marks.join(""),
    braces: Object.fromEntries([...own, ...extra]),
  };
}

function isCharacter(value: unknown): value is string {
  return typeof value === "string" && value.length === 1;
}

function pairsOf(value: unknown): (readonly [string, string])[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const pairs = value.flatMap((pair: unknown) => {
    const [open, close, more] = Array.isArray(pair) ? (pair as unknown[]) : [];
    return isCharacter(open) && isCharacter(close) && more === undefined ? [[open, close] as const] : [];
  });
  return pairs.length === value.length ? pairs : undefined;
}

/** @returns The pattern, or why it cannot be read. */
export function readElementPattern(source: string, style: ElementStyle): ElementPattern | string {
  if (source.trim() === "") return "The pattern is empty.";
  const steps = anchored(insideBrackets(stepsOf(source, style), style), style);
  const words = style.caseless ? [] : steps.flatMap((step) => (step.op === "word" ? [step.text] : []));
  return { steps, style, words: [...new Set(words)] };
}

function stepsOf(source: string, style: ElementStyle): ElementStep[] {
  const marks = style.wordMarks.replace(/[\\\]^-]/g, "\\$&");
  const element = new RegExp(
    `(\\r?\\n)|\\s|\\$(\\.{3,4})([A-Z][A-Z0-9_]*)|(\\.{3,4})|\\$([A-Z][A-Z0-9_]*)|([A-Za-z0-9_${marks}]+)|([^])`,
    "gu",
  );
  return [...source.matchAll(element)].flatMap(([, newline, dots, gap, bare, name, word, mark]): ElementStep[] => {
    if (newline !== undefined) return style.lines ? [] : [{ op: "newline" }];
    const ellipsis = dots ?? bare;
    if (ellipsis !== undefined)
      return [{ op: "gap", name: gap === undefined ? "" : `$...${gap}`, long: ellipsis.length > 3, shut: undefined }];
    if (name !== undefined) return [{ op: "meta", name: `$${name}` }];
    if (word !== undefined) return [{ op: "word", text: word }];
    return mark === undefined ? [] : [{ op: "mark", text: mark }];
  });
}

/** Tells each ellipsis between a pair of brackets of the pattern what closes the pair. */
function insideBrackets(steps: readonly ElementStep[], { braces }: ElementStyle): ElementStep[] {
  const result = [...steps];
  const open: { readonly at: number; readonly close: string }[] = [];
  for (const [at, step] of steps.entries()) {
    if (step.op !== "mark") continue;
    const pair = open.findLastIndex(({ close }) => close === step.text);
    const close = braces[step.text];
    if (pair >= 0) {
      for (let inner = (open[pair]?.at ?? at) + 1; inner < at; inner++) {
        const part = result[inner];
        // An inner pair closes first, so that what it says stays.
        if (part?.op === "gap" && part.shut === undefined) result[inner] = { ...part, shut: step.text };
      }
      open.length = pair;
    } else if (close !== undefined) open.push({ at, close });
  }
  return result;
}

/** An ellipsis at an end of the pattern reaches to the end of the line, or of the text. */
function anchored(steps: readonly ElementStep[], { lines }: ElementStyle): ElementStep[] {
  const [first, last] = [steps[0], steps.at(-1)];
  return [
    ...(first?.op === "gap" ? [{ op: "start", whole: lines || first.long } as const] : []),
    ...steps,
    ...(last?.op === "gap" ? [{ op: "end", whole: lines || last.long } as const] : []),
  ];
}
