/** What a file must contain for a formula to match, so that a rule that cannot match costs nothing. */

import type { Needs } from "../rules/rule.ts";
import type { Node } from "../tree/node.ts";
import type { CompiledCondition, CompiledNode } from "./compileFormula.ts";
import { isPlainKey } from "./parsePattern.ts";
import { isMetavariable } from "./patternSource.ts";
import { textsOfRegex } from "./regexNeeds.ts";

const nothing: Needs = [];
/** More alternatives are not worth testing. */
const maxSets = 60;

export function needsOf(formula: CompiledNode): Needs {
  const sets = needed(formula);
  return sets.some((set) => set.length === 0) ? nothing : sets.map((set) => [...new Set(set)]);
}

/** Never empty: one empty set where nothing is needed. */
function needed(formula: CompiledNode): Needs {
  switch (formula.op) {
    case "pattern":
      return [formula.words];
    case "regex":
    case "words":
      return [[]];
    case "inside":
      return needed(formula.of);
    case "any": {
      const sets = formula.of.flatMap((part) => needed(part));
      return sets.length === 0 || sets.length > maxSets ? [[]] : sets;
    }
    case "all":
      return [
        ...[...formula.positive, ...formula.inside, ...formula.anywhere].map(needed),
        ...formula.where.map((condition) => neededBy(condition, formula)),
      ].reduce(both, [[]]);
  }
}

/** What a file says, asked for without looking at its code. */
export interface FileWords {
  readonly texts: ReadonlySet<string>;
  /** Whether the text of the file has this in it, apart from capital and small letters; asked in small ones. */
  holds(text: string): boolean;
}

/** Whether the words of a file let a formula match there. Exact where `needsOf` gives up: nothing is multiplied out. */
export function mayOccur(formula: CompiledNode, file: FileWords): boolean {
  switch (formula.op) {
    case "pattern":
      return hasAll(formula.words, file.texts);
    case "regex":
    case "words":
      return true;
    case "inside":
      return mayOccur(formula.of, file);
    case "any":
      return someMayOccur(formula.of, file);
    case "all":
      return (
        allMayOccur(formula.positive, file) &&
        allMayOccur(formula.inside, file) &&
        allMayOccur(formula.anywhere, file) &&
        mayHold(formula, file)
      );
  }
}

function someMayOccur(formulas: readonly CompiledNode[], file: FileWords): boolean {
  for (let at = 0; at < formulas.length; at++) {
    const formula = formulas[at];
    if (formula && mayOccur(formula, file)) return true;
  }
  return false;
}

function allMayOccur(formulas: readonly CompiledNode[], file: FileWords): boolean {
  for (let at = 0; at < formulas.length; at++) {
    const formula = formulas[at];
    if (formula && !mayOccur(formula, file)) return false;
  }
  return true;
}

/** What a condition asks of a file. */
interface Asked {
  readonly words: Needs;
  /** One of these has to be in its text. */
  readonly texts: readonly string[] | undefined;
}

const askedFor = new WeakMap<CompiledCondition, Asked>();

function mayHold(formula: Extract<CompiledNode, { op: "all" }>, file: FileWords): boolean {
  const { where } = formula;
  for (let at = 0; at < where.length; at++) {
    const condition = where[at];
    if (!condition) continue;
    let asked = askedFor.get(condition);
    if (!asked) {
      asked = { words: neededBy(condition, formula), texts: textsOf(condition, formula) };
      askedFor.set(condition, asked);
    }
    if (!haveOne(asked.words, file.texts)) return false;
    if (asked.texts && !asked.texts.some((text) => file.holds(text))) return false;
  }
  return true;
}

/** Whether all words of one of these sets are there. */
export function haveOne(needs: Needs, texts: ReadonlySet<string>): boolean {
  for (let at = 0; at < needs.length; at++) if (hasAll(needs[at] ?? [], texts)) return true;
  return false;
}

export function hasAll(words: readonly string[], texts: ReadonlySet<string>): boolean {
  for (let at = 0; at < words.length; at++) if (!texts.has(words[at] ?? "")) return false;
  return true;
}

/** Words that are not names: the index may know them otherwise, as `true` for Python's `True`, or not at all. */
const notNames = /^(?:\d.*|true|false|none|null|undefined|nan|infinity|break|continue|return|pass|yield|debugger)$/i;

/** `^(a|b)$` on a metavariable that stands for a name: one of these has to be there. */
function neededBy(condition: CompiledCondition, formula: CompiledNode): Needs {
  if (condition.op === "pattern") return condition.read ? [[]] : needed(condition.formula);
  if (condition.op !== "regex" || condition.constants) return [[]];
  const source = condition.source.replace(/^\^/, "");
  if (!source.endsWith("$") || bindsText(formula, condition.metavariable)) return [[]];
  const inner = /^\((?:\?:)?([^()]*)\)\$$/.exec(source)?.[1] ?? source.slice(0, -1);
  const names = inner.split("|").map((name) => name.replaceAll("\\.", "."));
  const plain = names.every((name) => /^[\w.]+$/.test(name)) && !/(?<!\\)\./.test(inner);
  const sets = plain ? names.map(wordsOf) : [];
  return sets.length > 0 && !sets.flat().some((word) => notNames.test(word)) ? sets : [[]];
}

/** What the text of the file must hold for a regex on a metavariable that stands for code. */
function textsOf(condition: CompiledCondition, formula: CompiledNode): readonly string[] | undefined {
  if (condition.op !== "regex" || condition.constants || bindsText(formula, condition.metavariable)) return undefined;
  return textsOfRegex(condition.source);
}

/** Whether the metavariable can stand for text that is no word of the file: a string put together, or what a regex found. */
function bindsText(formula: CompiledNode, metavariable: string): boolean {
  switch (formula.op) {
    case "regex":
    case "words":
      return true;
    case "pattern":
      return formula.pattern.nodes.some((node) => hasTextOf(node, metavariable));
    case "inside":
      return bindsText(formula.of, metavariable);
    case "any":
      return formula.of.some((part) => bindsText(part, metavariable));
    case "all":
      return [...formula.positive, ...formula.inside].some((part) => bindsText(part, metavariable));
  }
}

function hasTextOf(node: Node, metavariable: string): boolean {
  if (node.kind === "string" && node.text === metavariable) return true;
  return node.children.some((child) => hasTextOf(child, metavariable));
}

function both(a: Needs, b: Needs): Needs {
  if (a.length * b.length <= maxSets) return a.flatMap((left) => b.map((right) => [...left, ...right]));
  return a.length <= b.length && a.some((set) => set.length > 0) ? a : b;
}

/** The words of a text as they are looked up: runs of letters, digits, `_` and `$`. */
export function wordsOf(text: string): readonly string[] {
  if (/^[\w$]+$/.test(text)) return [text];
  // Most text is plain, and for that the simpler expression is several times as fast.
  return text.match(/^[\x00-\x7f]*$/.test(text) ? /[\w$]+/g : /[\p{L}\p{N}_$]+/gu) ?? [];
}

/**
 * The words that a file must hold for a pattern to match, each once.
 *
 * @param strings Also those of literals. Code may put a literal together from pieces of words, which is then not found.
 */
export function wordsOfPattern(nodes: readonly Node[], strings: boolean): readonly string[] {
  const words: string[] = [];
  for (const node of nodes) collectWords(node, strings, words);
  return [...new Set(words)];
}

/** A literal that is not asked for by what it may hold, such as `"..."`, `"$X"` or `"=~/re/"`. */
function isExact({ text }: Node): boolean {
  return !isMetavariable(text) && !text.includes("...") && !text.startsWith("=~/") && !text.startsWith("$");
}

function collectWords(node: Node, strings: boolean, into: string[]): void {
  switch (node.kind) {
    case "name":
      if (!isMetavariable(node.text)) into.push(...wordsOf(node.text));
      break;
    case "member":
      // A private name is looked up without its `#`.
      if (node.children[1]?.kind === "name") into.push(...wordsOf(node.text));
      break;
    case "string":
      if (isPlainKey(node) ? !isMetavariable(node.text) : strings && isExact(node)) into.push(...wordsOf(node.text));
      break;
    case "keywordArgument":
    case "jsxAttribute":
      if (!isMetavariable(node.text)) into.push(...wordsOf(node.text));
      break;
    case "import":
      if (node.text.includes("$")) {
        // `crypto.$X` of Python.
        for (const part of node.text.split(".")) if (!part.startsWith("$")) into.push(...wordsOf(part));
      } else if (node.text !== "..." && !node.text.startsWith("=~/")) into.push(...wordsOf(node.text));
      break;
    case "binding":
      if (!isMetavariable(node.text) && node.text !== "*" && node.text !== "default") into.push(...wordsOf(node.text));
      break;
    default:
  }
  for (const child of node.children) collectWords(child, strings, into);
}
