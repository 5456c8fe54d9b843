/** A small seeded source of choices, so that a generated value is a function of its seed. */

export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** From 0, below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list, or null of an empty one. */
  maybe<T>(list: readonly T[]): T | null {
    return list[this.int(0, list.length - 1)] ?? null;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const chosen = this.maybe(list);
    if (chosen === null) throw new Error("nothing to pick from");
    return chosen;
  }

  shuffle<T>(list: readonly T[]): T[] {
    return list
      .map((value) => ({ value, at: this.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ value }) => value);
  }

  /** Between `low` and `high` of a list, in random order. */
  some<T>(list: readonly T[], low: number, high: number): T[] {
    return this.shuffle(list).slice(0, this.int(low, Math.max(low, high)));
  }
}
