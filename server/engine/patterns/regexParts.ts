/** Reads a regex into its parts, as far as its shape is asked for. */

interface Repeat {
  readonly min: number;
  /** `Infinity` without a limit. */
  readonly max: number;
}

/** A part of a sequence; what stands for nothing, such as a comment, is no part. */
export interface RegexPart {
  /** What a group holds, one sequence for each alternative; none for a single character. */
  readonly alternatives: readonly (readonly RegexPart[])[];
  /** A possessive one never gives back what it took, so it is none. */
  readonly repeat: Repeat | undefined;
  /** The character as it is written, or how the group begins. */
  readonly written: string;
  /** So often it must be there. */
  readonly least: number;
}

/** Deeper groups are in no regex that a person wrote. */
const maxDepth = 200;

/** @returns The alternatives of the whole; `undefined` for what is no regex. Time is linear in the text but for nested groups. */
export function readRegex(source: string): readonly (readonly RegexPart[])[] | undefined {
  return new Reader(source).whole();
}

const groupStart = /\((?:\?(?:<?[=!]|[:>|]|P?<\w+>|'\w+'|[a-zA-Z^-]*:|\(\w+\)))?/y;
const silent = /\(\?(?:#[^)]*|[a-zA-Z^-]+)\)/y;
const quantifier = /(?:[*+?]|\{\d+(?:,\d*)?\})([?+]?)/y;
const single = /\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:\w+:\]|[^\]\\])*\]|[^\\[()|*+?]/y;

class Reader {
  private readonly source: string;
  private at = 0;
  private depth = 0;

  constructor(source: string) {
    this.source = source;
  }

  whole(): readonly (readonly RegexPart[])[] | undefined {
    const alternatives = this.alternatives();
    return alternatives && this.at === this.source.length ? alternatives : undefined;
  }

  private alternatives(): readonly (readonly RegexPart[])[] | undefined {
    const all: RegexPart[][] = [[]];
    while (this.at < this.source.length && this.source[this.at] !== ")") {
      if (this.take(/\|/y)) all.push([]);
      else if (!this.take(silent)) {
        const part = this.part();
        if (!part) return undefined;
        if (part !== "nothing") all.at(-1)?.push(part);
      }
    }
    return all;
  }

  private part(): RegexPart | "nothing" | undefined {
    const group = this.take(groupStart);
    const written = group ?? this.take(single);
    const alternatives = group ? this.group() : [];
    if (!written || !alternatives) return undefined;
    const found = this.take(quantifier);
    if (alternatives.length > 0 && alternatives.every(({ length }) => length === 0)) return "nothing";
    const repeat = found && repeatOf(found[0]);
    return { alternatives, repeat: found?.[1] === "+" ? undefined : repeat, written: written[0], least: repeat?.min ?? 1 };
  }

  private group(): readonly (readonly RegexPart[])[] | undefined {
    if (++this.depth > maxDepth) return undefined;
    const alternatives = this.alternatives();
    this.depth--;
    return alternatives && this.take(/\)/y) ? alternatives : undefined;
  }

  private take(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.at;
    const found = form.exec(this.source);
    if (!found) return undefined;
    this.at = form.lastIndex;
    return found;
  }
}

function repeatOf(text: string): Repeat {
  if (text.startsWith("*")) return { min: 0, max: Number.POSITIVE_INFINITY };
  if (text.startsWith("+")) return { min: 1, max: Number.POSITIVE_INFINITY };
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}/.exec(text) ?? [];
  if (least === undefined) return { min: 0, max: 1 };
  const min = Number(least);
  return { min, max: most ? Number(most) : comma ? Number.POSITIVE_INFINITY : min };
}
