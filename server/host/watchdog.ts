/** Decides when work in a thread has hung: by the time in which it could have run, not by the clock alone. */

/** What the watchdog reads; both in milliseconds. */
export interface WatchdogClock {
  /** Processor time of the whole program, all threads together. */
  processorTime(): number;
  /** @returns Cancels the call. */
  later(call: () => void, milliseconds: number): () => void;
}

const realClock: WatchdogClock = {
  processorTime: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  later: (call, milliseconds) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

const looks = 8;
/** So many times the limit ends the work also where it took no processor time: then it waits for something that does not come. */
const longest = 4;

/** Work that is watched just now: it shares what the program gets. */
let watched = 0;

/**
 * Calls `bite` when work took longer than it may. While the program was stopped (Ctrl-Z, a paused container) the work was, too, and one
 * look is all that passes of such a time. On a machine that is busy with something else a thread gets a part of a processor only: the
 * program must have used the time as well.
 *
 * @returns Ends the watch.
 */
export function watch(milliseconds: number, bite: () => void, clock: WatchdogClock = realClock): () => void {
  const begun = clock.processorTime();
  let most = ++watched;
  let looked = 0;
  let isOver = false;
  const end = (): void => {
    if (!isOver) watched--;
    isOver = true;
    cancel();
  };
  const look = (): void => {
    looked++;
    most = Math.max(most, watched);
    const used = (clock.processorTime() - begun) / most;
    if ((looked >= looks && used >= milliseconds * enough) || looked >= looks * longest) {
      end();
      bite();
    } else cancel = clock.later(look, milliseconds / looks);
  };
  let cancel = clock.later(look, milliseconds / looks);
  return end;
}

/** A thread on a machine of its own gets nearly all of its time. */
const enough = 0.8;
