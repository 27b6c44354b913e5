/** Makes a pattern readable for the grammar: metavariables and ellipses become placeholder names. */

import type { LanguageId } from "../tree/rawTree.ts";

/** Placeholders; no program has such names. */
export const ellipsisName = "__lwEllipsis";
export const deepName = "__lwDeep";
export const typedName = "__lwTyped";
const metavariableName = "__lwMeta_";
const sequenceName = "__lwSequence_";

const metavariable = /^\$(?:[A-Z_][A-Z_0-9]*|[0-9]+)$/;

/** Whether a text is a metavariable, "$X". */
export function isMetavariable(text: string): boolean {
  return metavariable.test(text);
}

const types =
  /[(,]\s*(?:[\w$.]+|\{[^{}]*\}|\[[^[\]]*\])\??\s*:|\)\s*:|[\w$)\]]\s+as\s+[\w$]|[\w$]<[\w$., ]+>|\b(?:private|protected|public|readonly|interface|implements|abstract|enum|type)\s+[\w$]|[\w$)\]]!/;

/** Whether a pattern may hold what only TypeScript has; what it is not sure of it takes for such. */
export function mayHaveTypes(source: string): boolean {
  return types.test(source);
}

/** Turns placeholders back into what the author wrote. */
export function restorePlaceholders(text: string): string {
  if (!text.includes("__lw")) return text;
  return text
    .replace(/__lwMeta_([A-Z_0-9]+)/g, "$$$1")
    .replace(/__lwSequence_([A-Z_0-9]+)/g, "$$...$1")
    .replaceAll(ellipsisName, "...");
}

export interface PatternVariant {
  /** In a Python `{...}`: a splat (dictionary) rather than an element (set). */
  readonly dictionary: boolean;
}

/** `($X : T)` as an expression, which only patterns have; a list of parameters is something else. */
const typed =
  /(^|[=([{,;:!?&|+]|\breturn|\bawait|\n)(\s*)\(\s*(\$[A-Z_][A-Z_0-9]*)\s*:(?!=)\s*([^():{}]+?)\s*\)(?!\s*(?:=>|\{|:))/g;
/** `a=$X` and `a=...` in an element of JSX, without braces. */
const bareAttribute = /([\w-]=)(\$[A-Z_][A-Z_0-9]*|\.{3})(?=[\s/>])/g;
/** `import x from $M` and `import $M`, without quotes. */
const bareModule = /^(\s*(?:import|export)\b[^;'"`()=]*?\bfrom\s+|\s*import\s+)(\$[A-Z_][A-Z_0-9]*)(?=\s*(?:;|$))/gm;

/** One scan over the text that knows strings, comments and brackets. */
export function placePlaceholders(text: string, language: LanguageId, variant: PatternVariant): string {
  const python = language === "python";
  const withTypes = python
    ? text
    : text.replace(typed, (_all, before, space, name, type) => `${before}${space}${typedName}(${name}, ${JSON.stringify(type)})`);
  const element = !python && /^\s*(?:return\s*\(?\s*)?</.test(text);
  const source = element ? withTypes.replace(bareAttribute, "$1{$2}") : python ? text : withTypes.replace(bareModule, '$1"$2"');
  const brackets: string[] = [];
  let out = "";
  let open = 0;
  let i = 0;
  while (i < source.length) {
    const character = source.charAt(i);
    const rest = source.slice(i);
    const sequence = /^\$\.\.\.([A-Z_][A-Z_0-9]*)/.exec(rest);
    const meta = /^\$([A-Z_][A-Z_0-9]*|[0-9]+)(?![\w$])/.exec(rest);
    const comment = commentAt(source, i, python);
    if (comment !== "") {
      out += comment;
      i += comment.length;
    } else if (sequence) {
      out += sequenceName + sequence[1];
      i += sequence[0].length;
    } else if (meta && !/[\w$]/.test(source.charAt(i - 1))) {
      out += metavariableName + meta[1];
      i += meta[0].length;
    } else if (rest.startsWith("<...")) {
      out += `${deepName}(`;
      open++;
      i += 4;
    } else if (open > 0 && rest.startsWith("...>")) {
      out += ")";
      open--;
      i += 4;
    } else if (rest.startsWith("...")) {
      out += ellipsisText(source, i, brackets, python, variant);
      i += 3;
    } else if (character === "/" && !python && quotingRegex(source, i) !== "") {
      const regex = quotingRegex(source, i);
      out += regex;
      i += regex.length;
    } else if (`"'\``.includes(character)) {
      const end = stringEnd(source, i, python);
      out += inString(source.slice(i, end), python && /[fF][rR]?$/.test(out.slice(-2)), character === "`", language);
      i = end;
    } else {
      if ("([{".includes(character)) brackets.push(bracketKind(character, out));
      else if (")]}".includes(character)) brackets.pop();
      out += character;
      i++;
    }
  }
  return out;
}

/** The comment that begins here, in which a quote opens no string; "" for none. `//` behind anything else may end a regex. */
function commentAt(source: string, i: number, python: boolean): string {
  const character = source.charAt(i);
  if (character !== (python ? "#" : "/") || (!python && !/[\s;{}(),]/.test(source.charAt(i - 1) || " "))) return "";
  const [comment = ""] = (python ? /^#.*/ : /^(?:\/\/.*|\/\*[\s\S]*?\*\/)/).exec(source.slice(i)) ?? [];
  return comment;
}

function bracketKind(character: string, before: string): string {
  if (character === "{" && /\bswitch\s*\([^{}]*\)\s*$/.test(before)) return "switch";
  if (character === "(" && /\bfor\s*(?:await\s*)?$/.test(before)) return "for";
  return character;
}

function ellipsisText(source: string, i: number, brackets: readonly string[], python: boolean, variant: PatternVariant): string {
  const inside = brackets.at(-1) ?? "";
  const after = source.slice(i + 3);
  // `test_...` is no name.
  if (
    python &&
    /(?<![\w$])(?!(?:return|yield|in|not|and|or|is|if|else|await|assert|raise)\b)[a-z_]\w*$/i.test(source.slice(0, i))
  )
    return "...";
  if (python)
    return inside === "{" && variant.dictionary && !/:\s*$/.test(source.slice(0, i)) ? `**${ellipsisName}` : ellipsisName;
  if (inside === "switch" && /\{\s*$/.test(source.slice(0, i))) return `case ${ellipsisName}:`;
  if (inside === "for" && /\(\s*$/.test(source.slice(0, i)) && /^\s*\)/.test(after)) return `${ellipsisName};;`;
  if (source.charAt(i - 1) === "/" && after.startsWith("/")) return ellipsisName;
  // `...x` without a space is JavaScript's own spread.
  if (/^[\w$[{"'`]/.test(after) || (after.startsWith("(") && /[[(,{]\s*$/.test(source.slice(0, i)))) return "...";
  // `f(... + x)` spreads `+x`.
  if (/^\s*[-+][^-+=]/.test(after) && isElementStart(source.slice(0, i), inside)) return "...";
  const statementFollows = inside === "{" || inside === "" || inside === "switch";
  // What begins the next line would go on with the expression.
  if (statementFollows && /^[ \t]*\n\s*<\$?\w/.test(after) && !/<\$?\w/.test(source.slice(0, i))) return `${ellipsisName};`;
  return statementFollows && /^[ \t]*[^\s,)\]}.:;>=?]/.test(after) ? `${ellipsisName}\n` : ellipsisName;
}

/** Whether an argument or an element begins behind this. */
function isElementStart(before: string, inside: string): boolean {
  return inside === "[" ? /[[,]\s*$/.test(before) : inside === "(" && /[\w$\])]\s*\(\s*$|,\s*$/.test(before);
}

/** A regex with a quote in it, which opens no string; else "". */
function quotingRegex(source: string, i: number): string {
  const regex = regexAt(source, i);
  return /["'`]/.test(regex) ? regex : "";
}

/** The regex that begins here; "" for none. After a value, `/` divides, and after `/...` it ends the regex. */
function regexAt(source: string, i: number): string {
  const before = source.slice(0, i);
  if (before.endsWith("/...")) return "";
  if (/[\w$)\]}"'`]\s*$/.test(before) && !/\b(?:return|typeof|case|in|of|await)\s*$/.test(before)) return "";
  const [regex = ""] = /^\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\//.exec(source.slice(i)) ?? [];
  return regex;
}

function stringEnd(source: string, start: number, python: boolean): number {
  const quote = source.charAt(start);
  const triple = quote.repeat(3);
  const close = python && source.startsWith(triple, start) ? triple : quote;
  for (let i = start + close.length; i < source.length; i++) {
    if (source.charAt(i) === "\\") i++;
    else if (close === "`" && source.startsWith("${", i)) {
      i = holeEnd(source, i + 2);
      if (i < 0) break;
    } else if (source.startsWith(close, i)) return i + close.length;
  }
  return start + 1;
}

/** The brace that closes a hole of a template, in which there may be more templates; -1 for none. */
function holeEnd(source: string, start: number): number {
  let depth = 1;
  for (let i = start; i < source.length; i++) {
    const character = source.charAt(i);
    if (`"'\``.includes(character)) {
      const end = stringEnd(source, i, false);
      // Nothing closes it: what follows is read once, not again for each that is open.
      if (end === i + 1) return -1;
      i = end - 1;
    } else if (character === "/") i += Math.max(regexAt(source, i).length - 1, 0);
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return i;
  }
  return -1;
}

/** Where the next `${` stands that is not escaped; -1 without one. */
function holeStart(text: string, from: number): number {
  for (let at = from; at < text.length - 1; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "$" && text[at + 1] === "{") return at;
  }
  return -1;
}

/** Text stays as it is, only what stands in for an expression inside it is replaced. */
function inString(text: string, formatted: boolean, template: boolean, language: LanguageId): string {
  const inner = (body: string): string =>
    body.trim() === "..." ? ellipsisName : placePlaceholders(body, language, { dictionary: false });
  if (template) {
    let out = "";
    let done = 0;
    for (let at = holeStart(text, 0); at >= done; at = holeStart(text, done)) {
      const end = holeEnd(text, at + 2);
      if (end < 0) break;
      out += `${text.slice(done, at)}\${${inner(text.slice(at + 2, end))}`;
      done = end;
    }
    return (out + text.slice(done)).replace(/\$\.\.\.([A-Z_][A-Z_0-9]*)/g, `${sequenceName}$1`);
  }
  return formatted ? text.replace(/\{([^{}]*)\}/g, (_all, body: string) => `{${inner(body)}}`) : text;
}
