/** Decides how long to wait before the server is started again, and when the user must hear of it. Pure. */

/** What happened to the server since the last run that counted as healthy. */
export interface Outage {
  /** Ends in a row, of runs and of starts alike. */
  readonly ends: number;
  /** Starts in a row that never came to a running server. */
  readonly failedStarts: number;
  /** The user was told of this outage. */
  readonly told: boolean;
}

export interface RestartDecision {
  readonly outage: Outage;
  readonly delayMs: number;
  readonly tell: boolean;
}

export const noOutage: Outage = { ends: 0, failedStarts: 0, told: false };

/** A run of at least this long was healthy: its end begins a new outage. */
const healthyMs = 5_000;
const firstDelayMs = 100;
/** A server that starts and then dies is needed again at once; one that does not start is asked less and less often. */
const longestDelayMs = { died: 2_000, failedStart: 30_000 };
const failedStartsToTell = 4;
const deathsToTell = 25;

/**
 * @param ranMs How long the server ran, in milliseconds; `undefined` when the start failed.
 * @returns Always a delay: there is no last attempt.
 */
export function afterEnd(outage: Outage, ranMs: number | undefined): RestartDecision {
  const before = ranMs !== undefined && ranMs >= healthyMs ? noOutage : outage;
  const failedStarts = ranMs === undefined ? before.failedStarts + 1 : 0;
  const ends = before.ends + 1;
  const longest = ranMs === undefined ? longestDelayMs.failedStart : longestDelayMs.died;
  const delayMs = Math.min(longest, firstDelayMs * 2 ** Math.min(before.ends, 16));
  const tell = !before.told && (failedStarts >= failedStartsToTell || ends >= deathsToTell);
  return { outage: { ends, failedStarts, told: before.told || tell }, delayMs, tell };
}
