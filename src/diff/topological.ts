/** Sorting by edges, and by rank where the edges leave a choice. */

/**
 * Always the item of lowest rank among those whose predecessors are all out. Where edges run in a circle no order is
 * right; then the first item of the list goes, so that nothing is lost.
 */
export function sortByEdges<T>(
  items: readonly T[],
  rank: readonly number[],
  edges: readonly (readonly [first: number, then: number])[],
): T[] {
  const followers: number[][] = items.map(() => []);
  const waitingFor = items.map(() => 0);
  for (const [first, then] of edges) {
    if (first === then) continue;
    followers[first]?.push(then);
    waitingFor[then] = (waitingFor[then] ?? 0) + 1;
  }
  const rankOf = (at: number) => rank[at] ?? 0;
  const ready = new Heap(rankOf);
  const out = new Set<number>();
  for (const [at, count] of waitingFor.entries()) if (count === 0) ready.push(at);

  let first = 0;
  while (out.size < items.length) {
    let at = ready.pop();
    while (at === undefined) {
      if (!out.has(first)) at = first;
      first++;
    }
    if (out.has(at)) continue;
    out.add(at);
    for (const then of followers[at] ?? []) {
      const left = (waitingFor[then] ?? 0) - 1;
      waitingFor[then] = left;
      if (left === 0 && !out.has(then)) ready.push(then);
    }
  }
  return [...out].flatMap((at) => items.slice(at, at + 1));
}

/** A binary heap of numbers, lowest rank on top. */
class Heap {
  private readonly items: number[] = [];

  constructor(private readonly rankOf: (item: number) => number) {}

  push(item: number): void {
    let at = this.items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.swapIfLower(at, parent)) break;
      at = parent;
    }
  }

  pop(): number | undefined {
    const top = this.items[0];
    const last = this.items.pop();
    if (top === undefined || last === undefined || this.items.length === 0) return top;
    this.items[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const child = this.isLower(left + 1, left) ? left + 1 : left;
      if (!this.swapIfLower(child, at)) return top;
      at = child;
    }
  }

  private isLower(a: number, b: number): boolean {
    const [x, y] = [this.items[a], this.items[b]];
    return x !== undefined && y !== undefined && this.rankOf(x) < this.rankOf(y);
  }

  private swapIfLower(a: number, b: number): boolean {
    const [x, y] = [this.items[a], this.items[b]];
    if (x === undefined || y === undefined || !this.isLower(a, b)) return false;
    this.items[a] = y;
    this.items[b] = x;
    return true;
  }
}
