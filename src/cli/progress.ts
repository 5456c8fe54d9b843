/** Progress of long work: nothing in the first second, then one live line on a terminal, or plain lines elsewhere. */

import type { Reporter } from "./reporter.js";

const patience = 1000;
const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

function elapsed(since: number): string {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

export class Progress {
  readonly #reporter: Reporter;
  readonly #started = Date.now();
  readonly #timer: NodeJS.Timeout;
  #label: string;
  #printed: string | null = null;
  #printedAt = 0;
  #frame = 0;

  constructor(reporter: Reporter, label: string) {
    this.#reporter = reporter;
    this.#label = label;
    this.#timer = setInterval(() => this.#show(), reporter.live ? 100 : patience);
    this.#timer.unref();
  }

  /** What is being done now. Also shows itself when a busy driver kept the timer from running. */
  update(label: string): void {
    this.#label = label;
    this.#show();
  }

  /** Makes room for a line of another kind. */
  clear(): void {
    if (this.#reporter.live && this.#printed !== null) this.#reporter.rewrite("");
  }

  stop(): void {
    clearInterval(this.#timer);
    this.clear();
  }

  #show(): void {
    const now = Date.now();
    if (now - this.#started < patience) return;
    if (this.#reporter.live) {
      this.#frame = (this.#frame + 1) % frames.length;
      this.#reporter.rewrite(`${frames[this.#frame]} ${this.#label} (${elapsed(this.#started)})`);
    } else {
      // A log is for reading: no line twice, and no more than one a second.
      if (this.#printed === this.#label || now - this.#printedAt < patience) return;
      this.#reporter.note(`${this.#label} … ${elapsed(this.#started)}`);
      this.#printedAt = now;
    }
    this.#printed = this.#label;
  }
}
