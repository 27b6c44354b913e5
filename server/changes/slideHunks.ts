/** Moves added or removed blocks to where a person would see them begin. Pure. */

import type { Hunk } from "./change.ts";

/** No block is moved further than this, in lines either way. */
const maxSlide = 100;

/**
 * A block that could as well stand some lines higher or lower (a function added after another one may be said to begin with the
 * other's last brace) goes where it begins and is followed by the least indented lines; among equals to the lowest place.
 *
 * @param hunks In order, not touching. @returns The same number of hunks, in order, not touching, of the same sizes.
 */
export function slideHunks(base: readonly string[], current: readonly string[], hunks: readonly Hunk[]): Hunk[] {
  const result: Hunk[] = [];
  for (const [i, hunk] of hunks.entries()) {
    const added = hunk.base.start === hunk.base.end;
    const removed = hunk.current.start === hunk.current.end;
    if (added === removed) {
      result.push(hunk);
      continue;
    }
    const side = added ? "current" : "base";
    const before = result.at(-1);
    const after = hunks[i + 1];
    // At least one line stays between two hunks.
    const lowest = before ? before[side].end + 1 : 0;
    const highest = after ? after[side].start - 1 : (added ? current : base).length;
    const by = bestSlide(added ? current : base, hunk[side], lowest, highest);
    result.push({ current: shifted(hunk.current, by), base: shifted(hunk.base, by) });
  }
  return result;
}

function shifted({ start, end }: Hunk["current"], by: number): Hunk["current"] {
  return { start: start + by, end: end + by };
}

function bestSlide(lines: readonly string[], { start, end }: Hunk["current"], lowest: number, highest: number): number {
  let up = 0;
  while (up > -maxSlide && start + up > lowest && lines[start + up - 1] === lines[end + up - 1]) up--;
  let down = 0;
  while (down < maxSlide && end + down < highest && lines[start + down] === lines[end + down]) down++;
  let best = down;
  for (let by = down - 1; by >= up; by--)
    if (cost(lines, start + by, end + by) < cost(lines, start + best, end + best)) best = by;
  return best;
}

function cost(lines: readonly string[], start: number, end: number): number {
  return indent(lines[start]) + indent(lines[end]);
}

/** Columns, a tab counting as four; an empty line and the end of the text count as not indented. */
function indent(line: string | undefined): number {
  const space = /^[ \t]*/.exec(line?.slice(0, 400) ?? "")?.[0] ?? "";
  return space.length === line?.length ? 0 : space.replaceAll("\t", "    ").length;
}
