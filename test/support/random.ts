/** Random numbers that are the same for the same seed. */

/** From 0 up to 1. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** From 0 up to `limit`, which is not reached. */
export function pick(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}
