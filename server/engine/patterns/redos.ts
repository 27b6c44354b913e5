/** Finds regexes that can take exponential time: a repetition inside a repetition, with something after it that can fail. */

interface Repeat {
  readonly min: number;
  /** `Infinity` without a limit. */
  readonly max: number;
}

/** A part of a sequence; what stands for nothing, such as a comment, is no part. */
interface Part {
  /** What a group holds, one sequence for each alternative; none for a single character. */
  readonly alternatives: readonly (readonly Part[])[];
  /** A possessive one never gives back what it took, so it is none. */
  readonly repeat: Repeat | undefined;
}

/** Deeper groups are in no regex that a person wrote. */
const maxDepth = 200;
/** Fewer rounds than this cost little. */
const manyRounds = 4;

/** @returns `false` also for what is no regex. Time is linear in the text but for nested groups. */
export function mayExplode(source: string): boolean {
  const alternatives = new Reader(source).whole();
  return alternatives?.some((sequence) => explodes(sequence, false)) ?? false;
}

function explodes(sequence: readonly Part[], followed: boolean): boolean {
  return sequence.some((part, at) => {
    const goesOn = followed || at < sequence.length - 1;
    const loops = part.repeat !== undefined && part.repeat.max >= manyRounds;
    if (loops && goesOn && part.alternatives.some(hasRepetition)) return true;
    return part.alternatives.some((inner) => explodes(inner, goesOn));
  });
}

/** Something whose length varies: `a+`, `a{2,3}`, but not `a?` and `a{3}`. */
function hasRepetition(sequence: readonly Part[]): boolean {
  return sequence.some(
    ({ repeat, alternatives }) =>
      (repeat !== undefined && repeat.max > 1 && repeat.max !== repeat.min) || alternatives.some(hasRepetition),
  );
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

  whole(): readonly (readonly Part[])[] | undefined {
    const alternatives = this.alternatives();
    return alternatives && this.at === this.source.length ? alternatives : undefined;
  }

  private alternatives(): readonly (readonly Part[])[] | undefined {
    const all: Part[][] = [[]];
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

  private part(): Part | "nothing" | undefined {
    const alternatives = this.take(groupStart) ? this.group() : this.take(single) ? [] : undefined;
    if (!alternatives) return undefined;
    const found = this.take(quantifier);
    if (alternatives.length > 0 && alternatives.every(({ length }) => length === 0)) return "nothing";
    return { alternatives, repeat: found && found[1] !== "+" ? repeatOf(found[0]) : undefined };
  }

  private group(): readonly (readonly Part[])[] | undefined {
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
