/** Finds where in a rule file a place stands, from its lines alone: a file that is being written need not be valid YAML. Pure. */

export interface RuleContext {
  /** Keys from the top of the file; "[]" for an item of a list: ["rules", "[]", "patterns", "[]"]. For a value its key is the last. */
  readonly path: readonly string[];
  readonly at: "key" | "value";
  /** What stands there up to the place. */
  readonly prefix: string;
  /** Other keys of the same mapping. */
  readonly siblings: ReadonlySet<string>;
}

interface Line {
  /** Columns of the dashes at the start. */
  readonly dashes: readonly number[];
  /** Column of what follows them. */
  readonly column: number;
  readonly key: string | undefined;
  /** What follows the key and its colon, or the dashes. */
  readonly rest: string;
}

const shape = /^([ ]*)((?:-(?:[ ]+|$))*)(.*)$/;
const keyed = /^("[^"]*"|'[^']*'|[\w$.<>-]+)[ ]*:(?:[ ]+|$)(.*)$/;

/** @returns `undefined` in a comment and in a text of several lines. @param line @param character Zero-based. */
export function ruleContextAt(text: string, line: number, character: number): RuleContext | undefined {
  const lines = text.split(/\r\n|\r|\n/);
  const before = (lines[line] ?? "").slice(0, character);
  if (/(^|\s)#/.test(before) || inBlockText(lines, line)) return undefined;
  const own = readLine(before);
  const outer = pathAbove(lines, line, own);
  if (own.key !== undefined) {
    const path = [...outer.path, own.key];
    return flowContext(own.rest, path) ?? { path, at: "value", prefix: own.rest, siblings: new Set() };
  }
  const flow = flowContext(own.rest, outer.path);
  if (flow) return flow;
  return { path: outer.path, at: "key", prefix: own.rest, siblings: outer.siblings };
}

/** Column and length of the key under a place, with its path; `undefined` when there is none. */
export function ruleKeyAt(
  text: string,
  line: number,
  character: number,
): { readonly path: readonly string[]; readonly key: string; readonly start: number; readonly end: number } | undefined {
  const content = text.split(/\r\n|\r|\n/)[line] ?? "";
  for (const match of content.matchAll(/(?<![\w$.-])([\w-]+)[ ]*:(?=\s|$)/g)) {
    const start = match.index;
    const key = match[1] ?? "";
    if (character < start || character > start + key.length) continue;
    const context = ruleContextAt(text, line, start);
    return context?.at === "key" ? { path: context.path, key, start, end: start + key.length } : undefined;
  }
  return undefined;
}

function readLine(content: string): Line {
  const [, indent = "", dashes = "", body = ""] = shape.exec(content) ?? [];
  const columns = [...dashes.matchAll(/-/g)].map(({ index }) => indent.length + index);
  const found = keyed.exec(body);
  const column = indent.length + dashes.length;
  return { dashes: columns, column, key: found?.[1]?.replace(/^["']|["']$/g, ""), rest: found ? (found[2] ?? "") : body };
}

function firstColumn({ dashes, column }: Line): number {
  return dashes[0] ?? column;
}

/** The mapping around the line, and its other keys. */
function pathAbove(lines: readonly string[], at: number, own: Line): { path: string[]; siblings: Set<string> } {
  const siblings = new Set<string>();
  const path: string[] = [];
  let column = own.column;
  let inList = false;
  let inner = true;
  /** Enters the list items that a line opens with its dashes. */
  const leave = (dashes: readonly number[]): void => {
    for (const _ of dashes) path.unshift("[]");
    const [first] = dashes;
    if (first === undefined) return;
    column = first;
    inList = true;
    inner = false;
  };
  leave(own.dashes);
  if (own.dashes.length === 0) collectBelow(lines, at, column, siblings);
  for (let index = at - 1; index >= 0; index--) {
    const content = lines[index] ?? "";
    if (/^\s*(#|$)/.test(content)) continue;
    const line = readLine(content);
    if (firstColumn(line) > column || (line.dashes.length === 0 && line.column > column)) continue;
    if (inList) {
      // Another item of the same list.
      if (line.dashes[0] === column) continue;
      if (line.key === undefined || line.column > column) continue;
      path.unshift(line.key);
    } else if (line.column === column && line.key !== undefined) {
      if (inner) siblings.add(line.key);
      if (line.dashes.length === 0) continue;
      leave(line.dashes);
      continue;
    } else if (line.column < column && line.key !== undefined) path.unshift(line.key);
    else continue;
    inner = false;
    inList = false;
    column = line.column;
    leave(line.dashes);
    if (firstColumn(line) === 0 && !inList) break;
  }
  return { path, siblings };
}

function collectBelow(lines: readonly string[], at: number, column: number, siblings: Set<string>): void {
  for (const content of lines.slice(at + 1)) {
    if (/^\s*(#|$)/.test(content)) continue;
    const line = readLine(content);
    if (firstColumn(line) < column) return;
    if (line.column === column && line.dashes.length === 0 && line.key !== undefined) siblings.add(line.key);
  }
}

/** Whether an earlier line opened a text with `|` or `>` that is not over. */
function inBlockText(lines: readonly string[], at: number): boolean {
  const current = lines[at] ?? "";
  let column = current.trim() === "" ? current.length : current.search(/\S/);
  for (let index = at - 1; index >= 0 && column > 0; index--) {
    const content = lines[index] ?? "";
    const start = content.search(/\S/);
    if (start < 0 || start >= column) continue;
    const line = readLine(content);
    if (/^[|>][-+0-9]*\s*(#.*)?$/.test(line.rest) && (line.key === undefined ? firstColumn(line) : line.column) < column)
      return true;
    column = start;
  }
  return false;
}

/** Inside `{...}` and `[...]` of one line. */
function flowContext(text: string, outer: readonly string[]): RuleContext | undefined {
  if (!/^[{[]/.test(text)) return undefined;
  const frames: { readonly list: boolean; key: string | undefined; readonly keys: Set<string> }[] = [];
  let word = "";
  let quote = "";
  for (const [index, char] of [...text].entries()) {
    const frame = frames.at(-1);
    if (quote !== "") {
      word += char;
      if (char === quote) quote = "";
    } else if (/["']/.test(char) && word.trim() === "") {
      word += char;
      quote = char;
    } else if (char === "{" || char === "[") {
      frames.push({ list: char === "[", key: undefined, keys: new Set() });
      word = "";
    } else if (char === "}" || char === "]") {
      frames.pop();
      word = "";
    } else if (char === ",") {
      if (frame) frame.key = undefined;
      word = "";
    } else if (char === ":" && frame && !frame.list && frame.key === undefined && /^(\s|$)/.test(text.slice(index + 1))) {
      frame.key = word.trim();
      frame.keys.add(frame.key);
      word = "";
    } else word += char;
  }
  const last = frames.at(-1);
  if (!last) return undefined;
  const path = [...outer, ...frames.flatMap(({ list, key }) => (list ? ["[]"] : key === undefined ? [] : [key]))];
  const isKey = !last.list && last.key === undefined;
  return { path, at: isKey ? "key" : "value", prefix: word.trimStart(), siblings: isKey ? last.keys : new Set() };
}
