/** Where values stand in a SQL text, and what the text becomes when they are passed as parameters. Pure. */

import type { NamePlace } from "./allowedNames.ts";

/** Marks in a text where one literal of the source ended and the next began on another line; white space to SQL. */
export const literalBreak = "\u2028";
const anyText = /[^\u2028]+/g;

/** A SQL text in pieces: `texts[0] value0 texts[1] value1 ... texts[n]`; one text more than values. */
export interface SqlPieces {
  readonly texts: readonly string[];
  readonly valueCount: number;
}

/** A parameter: one value alone, or text and values that stood between one pair of quotes, as in `'%' value '%'`. */
export type ParameterPart = { readonly text: string } | { readonly value: number };

export interface Placed {
  /** What each text becomes; same length as `texts`. Placeholders stand in the text where their value began. */
  readonly texts: readonly string[];
  readonly parameters: readonly (readonly ParameterPart[])[];
  /** The order in which the text asks for values: those that the call passes already, and the new ones by their index. */
  readonly order: readonly ("given" | number)[];
}

export interface PlaceholderStyle {
  /** @param index zero-based. */
  placeholder(index: number): string;
  /** Percent signs of the text must be doubled once parameters are passed (Python's format and pyformat styles). */
  readonly doublePercent: boolean;
  /** LIMIT and OFFSET take a parameter that holds digits as text. */
  readonly limitTakesText: boolean;
  /** What stands in double quotes where SQL takes a value is text, not a name (MySQL; SQLite where no column is called so). */
  readonly doubleQuotesText?: boolean;
  /** Whether a value has to be made a text first: the driver writes an object as SQL of its own, or its types take no object. */
  readonly wantsText?: "always" | "typed";
  /** Why only what is compared with LIKE is known to be text; absent where the database finds the type out. */
  readonly textOnly?: string;
  /** Whether a value may stay in the text as one of a few names. */
  readonly keeps?: (value: number, place: NamePlace) => boolean;
  /** How many values the call passes already; without it, a query with placeholders is refused. */
  readonly given?: number;
}

/** Why a query with placeholders of its own is left alone. */
export const placeholdersAlready = "the query has placeholders already";

/** What to do instead. */
function chosenIn({ keeps }: PlaceholderStyle): string {
  return `choose it from a list of allowed ones${keeps ? ", such as a constant SORT_COLUMNS or TABLES of this file" : ""}`;
}

interface Scan {
  readonly style: PlaceholderStyle;
  readonly out: string[];
  readonly parameters: ParameterPart[][];
  readonly order: ("given" | number)[];
  /** Of the placeholders `$1`, `$2`, ... that the text has already. */
  highest: number;
  /** Words and symbols outside of quotes, so far; a placeholder is "?". */
  readonly tokens: string[];
  /** Whether a value stays in the text. */
  kept: boolean;
  /** Between quotes: what the literal holds, and where it began. */
  quoted: { readonly mark: string; readonly parts: ParameterPart[]; readonly text: number; raw: string } | undefined;
  refused: string | undefined;
}

/**
 * Replaces each value by a placeholder. Only values in places where SQL takes a value are replaced: after a comparison, in VALUES and IN
 * lists, in BETWEEN, as a whole quoted literal there. Names of tables and columns, sort orders and pieces of SQL cannot be parameters.
 *
 * @returns the reason when a value stands anywhere else. Never throws.
 */
export function placeValues(pieces: SqlPieces, style: PlaceholderStyle): Placed | { readonly refused: string } {
  const scan: Scan = {
    style,
    out: [],
    parameters: [],
    order: [],
    highest: 0,
    tokens: [],
    kept: false,
    quoted: undefined,
    refused: undefined,
  };
  pieces.texts.forEach((text, index) => {
    if (scan.refused) return;
    scan.out.push("");
    scanText(scan, text, index);
    if (index < pieces.valueCount && !scan.refused) scanValue(scan, index, pieces.texts[index + 1] ?? "");
  });
  if (scan.quoted && !scan.refused) scan.refused = "a quoted text in the query is not closed";
  if (scan.refused) return { refused: scan.refused };
  if (scan.parameters.length === 0 && !scan.kept) return { refused: "the query holds no value that could be a parameter" };
  const { given = 0 } = style;
  const known = scan.highest > 0 ? scan.highest : scan.order.filter((one) => one === "given").length;
  if (known !== given) return { refused: "the call passes another number of values than the query has places for" };
  return { texts: scan.out, parameters: scan.parameters, order: scan.order };
}

/** A placeholder of this style at the beginning of a text that has some already; "" for another form of one. */
function placeholderAt({ style }: Scan, rest: string): string | undefined {
  const found = /^(?:\?|\$\d+|%s|%\()/.exec(rest)?.[0];
  if (found === undefined || style.given === undefined) return found === undefined ? undefined : "";
  return style.placeholder(0).replace(/^\$\d+$/, "$1") === found.replace(/^\$\d+$/, "$1") ? found : "";
}

function scanText(scan: Scan, text: string, index: number): void {
  let at = 0;
  const emit = (piece: string): void => {
    scan.out[index] =
      `${scan.out[index] ?? ""}${scan.style.doublePercent && scan.style.given === undefined ? piece.replaceAll("%", "%%") : piece}`;
  };
  while (at < text.length && !scan.refused) {
    if (scan.quoted) {
      const { mark } = scan.quoted;
      const end = quoteEnd(text, at, mark);
      const quoted = text.slice(at, end).replaceAll(mark + mark, mark);
      // Where values are passed already, percent signs of the text are doubled already.
      const isDoubled = scan.style.doublePercent && scan.style.given !== undefined;
      addText(scan.quoted.parts, isDoubled ? quoted.replaceAll("%%", "%") : quoted);
      if (text.slice(at, end).includes("\\"))
        scan.refused = "a quoted text in the query holds a backslash, which drivers read differently";
      scan.quoted.raw += text.slice(at, end);
      at = end;
      if (at < text.length) {
        at++;
        closeQuote(scan, emit, text.slice(at));
      }
      continue;
    }
    const rest = text.slice(at);
    const token =
      /^(\s+|[A-Za-z_][A-Za-z0-9_$]*|\d+(\.\d+)?|<=|>=|<>|!=|\|\||::|--|\/\*|\$[A-Za-z_]*\$|.)/s.exec(rest)?.[0] ?? rest[0] ?? "";
    if (token === "'" || (token === '"' && scan.style.doubleQuotesText === true)) {
      if (/[A-Za-z0-9_]$/.test(text.slice(0, at))) scan.refused = "a quoted text in the query has a prefix";
      scan.quoted = { mark: token, parts: [], text: index, raw: "" };
      at++;
      continue;
    }
    if (token === '"' || token === "`" || token === "[") {
      const close = token === "[" ? "]" : token;
      const end = text.indexOf(close, at + 1);
      if (end < 0) scan.refused = `a value stands in a quoted name; ${chosenIn(scan.style)}`;
      else emit(text.slice(at, end + 1));
      scan.tokens.push("name");
      at = end + 1;
      continue;
    }
    const comment = token === "--" || token === "/*" ? commentAt(rest) : undefined;
    if (comment !== undefined) {
      emit(comment);
      at += comment.length;
      continue;
    }
    if (token === "--" || token === "/*" || token === "#" || /^\$[A-Za-z_]*\$$/.test(token))
      scan.refused = "the query holds a comment or a dollar-quoted text";
    const placeholder = placeholderAt(scan, rest);
    if (placeholder === "") scan.refused = placeholdersAlready;
    else if (placeholder !== undefined) {
      scan.order.push("given");
      scan.highest = Math.max(scan.highest, Number(/^\$(\d+)$/.exec(placeholder)?.[1] ?? 0));
      scan.tokens.push("?");
      emit(placeholder);
      at += placeholder.length;
      continue;
    }
    if (token.trim() !== "") scan.tokens.push(token.toUpperCase());
    emit(token);
    at += token.length;
  }
}

/** A comment that ends before the next value, and in which no driver could see a placeholder. */
function commentAt(rest: string): string | undefined {
  const comment = /^(?:--[ \t][^\n]*(?=\n)|--(?=\n)|\/\*(?!!|\+)[\s\S]*?\*\/)/.exec(rest)?.[0];
  return comment !== undefined && !/[?$%'"`:\\]/.test(comment) ? comment : undefined;
}

/** Offset of the closing quote, or of the end; two quotes in a row stand for one. */
function quoteEnd(text: string, from: number, mark: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] !== mark) continue;
    if (text[at + 1] !== mark) return at;
    at++;
  }
  return text.length;
}

/** The literal is complete: it stays as it is without values, else it becomes one parameter. */
function closeQuote(scan: Scan, emit: (piece: string) => void, after: string): void {
  const quoted = scan.quoted;
  scan.quoted = undefined;
  if (!quoted) return;
  if (!quoted.parts.some((part) => "value" in part)) {
    emit(quoted.mark + quoted.raw + quoted.mark);
    scan.tokens.push(quoted.mark === "'" ? "'text'" : "name");
    return;
  }
  // The literal began at the end of what its text gave so far: a value stands between its two quotes.
  addParameter(
    scan,
    quoted.parts,
    after,
    (placeholder) => {
      scan.out[quoted.text] = (scan.out[quoted.text] ?? "") + placeholder;
      // What follows stands in the literal that it stood in.
      emit(quoted.raw.replaceAll(anyText, ""));
    },
    true,
  );
}

function scanValue(scan: Scan, value: number, after: string): void {
  if (scan.quoted) {
    scan.quoted.parts.push({ value });
    return;
  }
  const before = scan.out[value] ?? "";
  if (/[A-Za-z0-9_$.@#]$/.test(before) || /^[A-Za-z0-9_$.(]/.test(after)) {
    scan.refused = "a value is part of a name or a number in the query";
    return;
  }
  if (scan.tokens.at(-1) === "(" && /^\s*\)/.test(after) && scan.tokens.at(-2) === "IN") {
    scan.refused = "an IN list of unknown length needs one placeholder per element";
    return;
  }
  const place = namePlaceOf(scan.tokens, after);
  if (place && scan.style.keeps?.(value, place) === true) {
    scan.out[value] = `${before}\uE000${value}\uE001`;
    scan.tokens.push("name");
    scan.kept = true;
    return;
  }
  addParameter(scan, [{ value }], after, (placeholder) => {
    scan.out[value] = before + placeholder;
  });
}

/** The direction of a sort, what is sorted or grouped by, a table; `undefined` for any other place. */
function namePlaceOf(tokens: readonly string[], after: string): NamePlace | undefined {
  const last = tokens.at(-1) ?? "";
  const isAlone = /^\s*(?:$|[,;)]|[A-Za-z])/.test(after);
  if (/^(?:FROM|JOIN|INTO|UPDATE|TABLE)$/.test(last)) return isAlone || /^\s*\(/.test(after) ? "table" : undefined;
  const by = tokens.lastIndexOf("BY");
  const isSort = tokens[by - 1] === "ORDER";
  if (
    by < 1 ||
    !isAlone ||
    (!isSort && tokens[by - 1] !== "GROUP") ||
    tokens.slice(by + 1).some((one) => !/^(?:\w+|[,.])$/.test(one))
  )
    return undefined;
  if (last === "BY" || last === ",") return "column";
  return isSort && !/^(?:ASC|DESC|NULLS|FIRST|LAST|LIMIT|OFFSET|COLLATE)$/.test(last) && /^(?:BY|,)$/.test(tokens.at(-2) ?? "")
    ? "direction"
    : undefined;
}

function addParameter(
  scan: Scan,
  parts: readonly ParameterPart[],
  after: string,
  put: (placeholder: string) => void,
  isText = false,
): void {
  const reason = isText && isGivenToFunction(scan.tokens) && !/^\s*[(.]/.test(after) ? undefined : whyNoValue(scan, after);
  if (reason) {
    scan.refused = reason;
    return;
  }
  put(scan.style.placeholder((scan.style.given ?? 0) + scan.parameters.length));
  scan.order.push(scan.parameters.length);
  scan.parameters.push([...parts]);
  scan.tokens.push("?");
}

const comparisons = new Set(["=", "<", ">", "<=", ">=", "<>", "!=", "LIKE", "ILIKE", "REGEXP", "SIMILAR", "IS"]);
const plainFunctions = new Set(["LOWER", "UPPER", "TRIM"]);

/** Their text may be a parameter in every database that has them, as far as the type and the place of it go. */
const functionsOfText = new Set(
  "MD5 SHA SHA1 SHA2 CRYPT DIGEST PASSWORD UNHEX AES_ENCRYPT AES_DECRYPT STR_TO_DATE TO_DATE AGAINST FIND_IN_SET INET_ATON TO_TSQUERY PLAINTO_TSQUERY WEBSEARCH_TO_TSQUERY".split(
    " ",
  ),
);

function isGivenToFunction(tokens: readonly string[]): boolean {
  const last = tokens.at(-1);
  const opening = last === "(" ? tokens.length - 1 : last === "," ? openingBefore(tokens) : -1;
  return opening > 0 && functionsOfText.has(tokens[opening - 1] ?? "");
}

/** @returns `undefined` where SQL takes a value. */
function whyNoValue({ tokens, style }: Scan, after: string): string | undefined {
  const last = tokens.at(-1) ?? "";
  if (/^\s*(\(|\.)/.test(after)) return `a value stands where a name stands; ${chosenIn(style)}`;
  if (style.textOnly !== undefined && last !== "LIKE" && last !== "ILIKE") return style.textOnly;
  if (last !== "IS" && comparisons.has(last)) return undefined;
  if (last === "BETWEEN") return undefined;
  if (last === "AND" && tokens.at(-3) === "BETWEEN") return undefined;
  if (last === "LIMIT" || last === "OFFSET") return style.limitTakesText ? undefined : `this driver takes no text after ${last}`;
  const opening = last === "(" ? tokens.length - 1 : last === "," ? openingBefore(tokens) : -1;
  const beforeList = tokens[opening - 1];
  if (opening >= 0) {
    if (beforeList === "IN" || beforeList === "VALUES") return undefined;
    if (beforeList === "," && isLaterRow(tokens, opening)) return undefined;
    if (last === "(" && plainFunctions.has(beforeList ?? "")) return undefined;
  }
  return `a value stands where SQL takes no parameter (a name, a sort order or a piece of SQL); ${chosenIn(style)}`;
}

/** The parenthesis that the last token stands in; -1 when there is none. */
function openingBefore(tokens: readonly string[]): number {
  let depth = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    if (tokens[at] === ")") depth++;
    if (tokens[at] === "(" && depth-- === 0) return at;
  }
  return -1;
}

/** `VALUES (...), (` : the second and later rows. */
function isLaterRow(tokens: readonly string[], opening: number): boolean {
  let at = opening - 2;
  while (tokens[at] === ")") {
    const start = openingBefore(tokens.slice(0, at));
    if (tokens[start - 1] === "VALUES") return true;
    if (tokens[start - 1] !== ",") return false;
    at = start - 2;
  }
  return false;
}

function addText(parts: ParameterPart[], text: string): void {
  const plain = text.replaceAll(literalBreak, "");
  if (plain !== "") parts.push({ text: plain });
}
