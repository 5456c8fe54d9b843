/** How often random changes hit each noun and verb: a law proved on what never occurs is no law. */

import type { Operation } from "../../src/operation/operation.js";
import { type ChangeKind, changes } from "./arbitrary-changes.js";

export class Coverage {
  private readonly counts = new Map<string, number>();
  private total = 0;

  count(operations: readonly Operation[]): void {
    for (const { verb, noun } of operations) {
      const kind = `${verb} ${noun}`;
      this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
      this.total++;
    }
  }

  share(kind: string): number {
    return (this.counts.get(kind) ?? 0) / Math.max(1, this.total);
  }

  /** Kinds seen in less than `least` of all operations, but for those an engine cannot have. */
  rare(least: number, impossible: readonly ChangeKind[] = []): string[] {
    const kinds = Object.keys(changes).filter((kind) => !impossible.some((other) => other === kind));
    return kinds.filter((kind) => this.share(kind) < least);
  }

  report(): string {
    const lines = [...this.counts]
      .sort(([, a], [, b]) => b - a)
      .map(([kind, count]) => `${(this.share(kind) * 100).toFixed(1).padStart(5)} %  ${kind} (${count})`);
    return [`      ${this.total} operations`, ...lines.map((line) => `      ${line}`)].join("\n");
  }
}
