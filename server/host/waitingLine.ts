/** Jobs that wait, by priority: what comes and what goes costs the same however many wait. */

interface Lane<T> {
  readonly priority: number;
  /** What has gone is forgotten: it may hold the text of a file. */
  items: (T | undefined)[];
  /** Where the lane begins: what stands before has gone. */
  first: number;
}

/** The places of gone items are kept until there are so many, and as many as of those that wait. */
const mostGone = 1000;

export class WaitingLine<T extends { readonly priority: number }> implements Iterable<T> {
  private readonly lanes: Lane<T>[] = [];

  /** Behind those of its priority, before those of a lower one. */
  push(item: T): void {
    let lane = this.lanes.find(({ priority }) => priority === item.priority);
    if (!lane) {
      lane = { priority: item.priority, items: [], first: 0 };
      this.lanes.push(lane);
      this.lanes.sort((a, b) => b.priority - a.priority);
    }
    lane.items.push(item);
  }

  get first(): T | undefined {
    const lane = this.foremost();
    return lane?.items[lane.first];
  }

  shift(): T | undefined {
    const lane = this.foremost();
    if (!lane) return undefined;
    const item = lane.items[lane.first];
    lane.items[lane.first++] = undefined;
    if (lane.first > mostGone && lane.first * 2 > lane.items.length) {
      lane.items = lane.items.slice(lane.first);
      lane.first = 0;
    }
    return item;
  }

  *[Symbol.iterator](): Generator<T> {
    for (const { items, first } of this.lanes) for (let i = first; i < items.length; i++) yield items[i] as T;
  }

  private foremost(): Lane<T> | undefined {
    return this.lanes.find(({ items, first }) => first < items.length);
  }
}
