/** Writes a regex of PCRE's syntax for the platform's own engine, or says what that engine cannot do. */

export interface NativeRegex {
  readonly source: string;
  /** Of `i`, `m`, `s` and `u`. */
  readonly flags: string;
  /** Names by which the groups are found, in the order of their numbers; absent where numbers are right as they are. */
  readonly groups?: readonly string[];
}

/** Carries what cannot be written out of the nested regex; never leaves this file. */
class Refusal extends Error {}

/** @returns A sentence when the regex needs what the platform does not have: it is not run rather than read otherwise. */
export function toNativeRegex(written: string): NativeRegex | string {
  const inline = /^\(\?([imsuaU]+)\)/.exec(written);
  if (inline?.[1]?.includes("U")) return "The regex turns greediness around with (?U), which is not supported.";
  const body = written.slice(inline?.[0].length ?? 0);
  const flags = [..."ims"].filter((flag) => inline?.[1]?.includes(flag)).join("") + (/\\[pP][{A-Z]/.test(body) ? "u" : "");
  const writer = new Writer(body);
  try {
    return { source: writer.alternatives(), flags, ...(writer.named ? { groups: writer.groups } : {}) };
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/** Deeper groups are in no regex that a person wrote. */
const maxDepth = 200;

const classes: Readonly<Record<string, string>> = {
  alpha: "a-zA-Z",
  digit: "0-9",
  alnum: "a-zA-Z0-9",
  upper: "A-Z",
  lower: "a-z",
  space: "\\s",
  blank: " \\t",
  punct: "!-\\/:-@\\[-`{-~",
  word: "\\w",
  xdigit: "0-9a-fA-F",
  cntrl: "\\x00-\\x1f\\x7f",
  print: "\\x20-\\x7e",
  graph: "\\x21-\\x7e",
};

const escapes: Readonly<Record<string, string>> = {
  A: "(?<![\\s\\S])",
  Z: "(?=\\n?(?![\\s\\S]))",
  z: "(?![\\s\\S])",
  h: "[ \\t]",
  H: "[^ \\t]",
  N: "[^\\n]",
  R: "(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])",
};

const group = /\((?:\?(?:#[^)]*\)|P?<(?<name>[A-Za-z_]\w*)>|'(?<quoted>[A-Za-z_]\w*)'|P=(?<same>\w+)\)|(?<form><?[=!]|[:>])))?/y;
const quantifier = /(?:[*+?]|\{\d+(?:,\d*)?\})(?<mode>[?+]?)/y;
const reference =
  /\\(?:g(?:(?<number>\d+)|\{(?<back>-?\d+)\}|\{(?<name>\w+)\})|k(?:\{(?<braced>\w+)\}|'(?<quoted>\w+)'|<(?<angled>\w+)>)|(?<digit>[1-9]))/y;
const posix = /\[:(\^?)(\w+):\]/y;

class Writer {
  readonly groups: string[] = [];
  /** An atomic group is one more group, so that numbers would be wrong. */
  readonly named: boolean;
  private readonly source: string;
  private at = 0;
  private depth = 0;
  private atomics = 0;

  constructor(source: string) {
    this.source = source;
    this.named = /\(\?>|[*+?}]\+/.test(source);
  }

  alternatives(): string {
    if (++this.depth > maxDepth) throw new Refusal("The regex is nested too deeply.");
    let text = "";
    while (this.at < this.source.length && !(this.depth > 1 && this.source[this.at] === ")")) text += this.part();
    this.depth--;
    return text;
  }

  private part(): string {
    const atom = this.atom();
    const found = this.take(quantifier);
    if (!found) return atom;
    if (found.groups?.mode !== "+") return atom + found[0];
    return this.atomic(atom + found[0].slice(0, -1));
  }

  /** What a look ahead found is taken whole or not at all. */
  private atomic(inner: string): string {
    const name = `atomic${this.atomics++}`;
    return `(?:(?=(?<${name}>${inner}))\\k<${name}>)`;
  }

  private atom(): string {
    const character = this.source[this.at] ?? "";
    if (character === "(") return this.group();
    if (character === "[") return this.set();
    if (character === "\\") return this.escape();
    this.at++;
    return character;
  }

  private group(): string {
    const found = this.take(group);
    const { name, quoted, same, form } = found?.groups ?? {};
    if (!found || this.source[this.at] === "?") throw new Refusal(`The regex has a group that is not supported: ${this.rest()}.`);
    if (found[0].startsWith("(?#")) return "";
    if (same) return `\\k<${same}>`;
    if (form === ">") return this.atomic(this.inside());
    if (form) return `(?${form}${this.inside()})`;
    const own = name ?? quoted ?? (this.named ? `group${this.groups.length + 1}` : undefined);
    this.groups.push(own ?? "");
    return own === undefined ? `(${this.inside()})` : `(?<${own}>${this.inside()})`;
  }

  private inside(): string {
    const text = this.alternatives();
    if (this.source[this.at++] !== ")") throw new Refusal("The regex cannot be read: a group is not closed.");
    return text;
  }

  private set(): string {
    const open = this.source.startsWith("[^", this.at) ? "[^" : "[";
    this.at += open.length;
    let text = open;
    for (let first = true; this.source[this.at] !== "]" || first; first = false) {
      const named = this.take(posix);
      const character = this.source[this.at];
      if (named) text += this.posixClass(named[1] ?? "", named[2] ?? "");
      else if (character === undefined) throw new Refusal("The regex cannot be read: a set of characters is not closed.");
      else if (character === "\\") text += this.escapeInSet();
      else {
        text += first && character === "]" ? "\\]" : character === "[" ? "\\[" : character;
        this.at++;
      }
    }
    this.at++;
    return `${text}]`;
  }

  private posixClass(negated: string, name: string): string {
    const known = Object.hasOwn(classes, name) ? classes[name] : undefined;
    if (known === undefined || negated) throw new Refusal(`The regex has a class that is not supported: [:${negated}${name}:].`);
    return known;
  }

  private escapeInSet(): string {
    const code = this.take(/\\x\{([\da-fA-F]{1,4})\}/y);
    if (code) return `\\u${(code[1] ?? "").padStart(4, "0")}`;
    const text = this.source.slice(this.at, this.at + 2);
    this.at += 2;
    return text === "\\h" ? " \\t" : text;
  }

  private escape(): string {
    const literal = this.take(/\\Q([\s\S]*?)(?:\\E|$(?![\s\S]))/y);
    if (literal) return `(?:${(literal[1] ?? "").replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")})`;
    const code = this.take(/\\x\{([\da-fA-F]{1,4})\}/y);
    if (code) return `\\u${(code[1] ?? "").padStart(4, "0")}`;
    const found = this.take(reference);
    if (found) return this.reference(found.groups ?? {});
    const letter = this.source[this.at + 1] ?? "";
    if (/[KGXCEg]/.test(letter)) throw new Refusal(`The regex has \\${letter}, which is not supported.`);
    this.at += 2;
    return Object.hasOwn(escapes, letter) ? (escapes[letter] ?? "") : `\\${letter}`;
  }

  private reference(found: Readonly<Record<string, string | undefined>>): string {
    const { number, back, name, braced, quoted, angled, digit } = found;
    const named = name ?? braced ?? quoted ?? angled;
    if (named !== undefined) return `\\k<${named}>`;
    const counted = Number(number ?? back ?? digit);
    const which = counted < 0 ? this.groups.length + 1 + counted : counted;
    return this.named ? `\\k<${this.groups[which - 1] || `group${which}`}>` : `(?:\\${which})`;
  }

  private rest(): string {
    return this.source.slice(this.at > 0 && this.source[this.at] === "?" ? this.at - 1 : this.at, this.at + 11);
  }

  private take(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.at;
    const found = form.exec(this.source) ?? undefined;
    if (found) this.at = form.lastIndex;
    return found;
  }
}
