/** Which brackets of a text have another half: an ellipsis passes over what stands between two of them as a whole. */

export interface Brackets {
  readonly text: string;
  /** What closes each bracket that opens. */
  readonly braces: Readonly<Record<string, string>>;
  /** Whether what stands between may go over several lines. */
  readonly lines: boolean;
  /** Where what opens there ends, behind its other half; 0 for a bracket without. */
  readonly known: Map<number, number>;
}

interface Open {
  readonly start: number;
  at: number;
  filled: boolean;
}

/**
 * In between stand words, marks, pairs of brackets and brackets without another half. `( )` with nothing but space is no pair.
 *
 * @returns Where the pair ends that begins at `start`, or 0.
 */
export function closedAt(brackets: Brackets, start: number, spend: () => boolean): number {
  const { text, braces, lines, known } = brackets;
  const found = known.get(start);
  if (found !== undefined) return found;
  const open: Open[] = [{ start, at: start + 1, filled: false }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const { at } = top;
    const character = text.charAt(at);
    const closes = character === braces[text.charAt(top.start)];
    if (!spend() || character === "" || closes || (character === "\n" && !lines)) {
      known.set(top.start, closes && (top.filled || at === top.start + 1) ? at + 1 : 0);
      open.pop();
      continue;
    }
    const inner = braces[character] !== undefined ? known.get(at) : 0;
    if (inner === undefined) open.push({ start: at, at: at + 1, filled: false });
    else {
      top.at = inner || at + 1;
      top.filled ||= !/\s/.test(character);
    }
  }
  return known.get(start) ?? 0;
}
