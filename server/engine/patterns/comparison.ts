/** Reads the small expression language of `metavariable-comparison`: Python's syntax, with metavariables as names. */

/** A number without a point is whole (`float` absent), as in Python. */
export type Expression =
  | { readonly op: "number"; readonly value: number; readonly float: boolean }
  | { readonly op: "text"; readonly value: string }
  | { readonly op: "boolean"; readonly value: boolean }
  | { readonly op: "metavariable"; readonly name: string }
  | { readonly op: "list"; readonly of: readonly Expression[] }
  | { readonly op: "call"; readonly name: string; readonly of: readonly Expression[] }
  | { readonly op: "unary"; readonly sign: string; readonly value: Expression }
  | { readonly op: "binary"; readonly sign: string; readonly left: Expression; readonly right: Expression };

/** What may be called. */
export const comparisonFunctions: readonly string[] = ["int", "str", "today", "strptime", "re.match"];

/** @returns The expression, or what is wrong with it, in words that go on after a colon. */
export function readExpression(source: string): Expression | string {
  const tokens = tokenize(source);
  if (typeof tokens === "string") return tokens;
  const reader = new Reader(tokens);
  try {
    return reader.whole();
  } catch (error) {
    if (error instanceof Wrong) return error.message;
    throw error;
  }
}

/** Carries what is wrong out of the nested expression; never leaves this file. */
class Wrong extends Error {}

interface Token {
  readonly kind: "number" | "text" | "word" | "metavariable" | "sign" | "end";
  readonly text: string;
}

const forms: readonly (readonly [Token["kind"], RegExp])[] = [
  ["number", /0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y],
  ["text", /[rRbBuU]{0,2}(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')/y],
  ["metavariable", /\$(?:\.\.\.)?[A-Z_][A-Z_0-9]*|\$\d+/y],
  ["word", /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y],
  ["sign", /\*\*|<<|>>|<=|>=|==|!=|<>|[-+*/%&|^~<>(),[\]]/y],
];
/** Deeper nesting is no condition that a person wrote. */
const maxDepth = 60;

function tokenize(source: string): Token[] | string {
  const tokens: Token[] = [];
  const space = /\s+/y;
  let at = 0;
  while (at < source.length) {
    space.lastIndex = at;
    if (space.test(source)) {
      at = space.lastIndex;
      continue;
    }
    const found = forms.find(([, form]) => {
      form.lastIndex = at;
      return form.test(source);
    });
    if (!found) return `"${source.slice(at, at + 12)}" is not expected there`;
    const end = found[1].lastIndex;
    tokens.push({ kind: found[0], text: source.slice(at, end) });
    at = end;
  }
  return [...tokens, { kind: "end", text: "the end" }];
}

/** From loosest to tightest; Python's own order. */
const levels: readonly (readonly string[])[] = [
  ["or"],
  ["and"],
  ["not"],
  ["==", "!=", "<>", "<", "<=", ">", ">=", "in", "not in"],
  ["|"],
  ["^"],
  ["&"],
  ["<<", ">>"],
  ["+", "-"],
  ["*", "/", "%"],
];

class Reader {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  whole(): Expression {
    const expression = this.level(0);
    if (this.next.kind !== "end") throw new Wrong(`"${this.next.text}" is not expected there`);
    return expression;
  }

  private get next(): Token {
    return this.tokens[this.at] ?? { kind: "end", text: "the end" };
  }

  private take(sign: string): boolean {
    const { kind, text } = this.next;
    if (text !== sign || (kind !== "sign" && kind !== "word")) return false;
    this.at++;
    return true;
  }

  private need(sign: string): void {
    if (!this.take(sign)) throw new Wrong(`"${sign}" is expected where "${this.next.text}" stands`);
  }

  private level(at: number): Expression {
    const signs = levels[at];
    if (signs === undefined) return this.signed();
    if (++this.depth > maxDepth * levels.length) throw new Wrong("it is nested too deeply");
    try {
      if (signs[0] === "not") return this.take("not") ? { op: "unary", sign: "not", value: this.level(at) } : this.level(at + 1);
      let left = this.level(at + 1);
      for (let sign = this.signOf(signs); sign; sign = this.signOf(signs)) {
        left = { op: "binary", sign, left, right: this.level(at + 1) };
      }
      return left;
    } finally {
      this.depth--;
    }
  }

  private signOf(signs: readonly string[]): string | undefined {
    const after = this.tokens[this.at + 1];
    if (signs.includes("not in") && this.next.text === "not" && after?.text === "in") {
      this.at += 2;
      return "not in";
    }
    return signs.find((sign) => this.take(sign));
  }

  private signed(): Expression {
    for (const sign of ["-", "+", "~"]) if (this.take(sign)) return { op: "unary", sign, value: this.signed() };
    const base = this.atom();
    return this.take("**") ? { op: "binary", sign: "**", left: base, right: this.signed() } : base;
  }

  private atom(): Expression {
    const { kind, text } = this.next;
    if (kind === "end") throw new Wrong("it ends too early");
    this.at++;
    switch (kind) {
      case "number":
        return numberOf(text);
      case "text":
        return { op: "text", value: textOf(text) };
      case "metavariable":
        return { op: "metavariable", name: text };
      case "word":
        return this.word(text);
      default:
        if (text === "(") {
          const inner = this.level(0);
          this.need(")");
          return inner;
        }
        if (text === "[") return { op: "list", of: this.list("]") };
        throw new Wrong(`"${text}" is not expected there`);
    }
  }

  private word(text: string): Expression {
    if (text === "True" || text === "False") return { op: "boolean", value: text === "True" };
    if (!comparisonFunctions.includes(text))
      throw new Wrong(`"${text}" is not known; what may be called is ${comparisonFunctions.join(", ")}`);
    this.need("(");
    const of = this.list(")");
    const wanted = text === "today" ? 0 : text === "re.match" ? 2 : 1;
    if (of.length !== wanted) throw new Wrong(`${text}() takes ${wanted} argument${wanted === 1 ? "" : "s"}`);
    return { op: "call", name: text, of };
  }

  private list(close: string): Expression[] {
    const items: Expression[] = [];
    while (!this.take(close)) {
      items.push(this.level(0));
      if (!this.take(",")) {
        this.need(close);
        break;
      }
    }
    return items;
  }
}

function numberOf(text: string): Expression {
  const plain = text.replaceAll("_", "");
  const float = /^[\d.]*(?:\.|[eE])/.test(plain);
  return { op: "number", value: Number(/^0\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, "") : plain), float };
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\\": "\\", '"': '"', "'": "'" };

/** A backslash before anything else stays, as in Python: `'\d+'` is a regex. */
function textOf(literal: string): string {
  const raw = /^[a-zA-Z]*[rR]/.test(literal);
  const inner = literal.replace(/^[a-zA-Z]*/, "").slice(1, -1);
  return raw ? inner : inner.replace(/\\([\s\S])/g, (all, character: string) => escapes[character] ?? all);
}
