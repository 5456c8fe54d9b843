/** Progress of long work, on a terminal and in a log. The clock is moved by hand. */

import { expect } from "chai";
import { Progress } from "../../src/cli/progress.js";
import { Reporter } from "../../src/cli/reporter.js";

describe("progress", () => {
  const clock = Date.now;
  let now = 0;
  let written = "";
  beforeEach(() => {
    now = 1_000_000;
    written = "";
    Date.now = () => now;
  });
  afterEach(() => {
    Date.now = clock;
  });

  function start(isTTY: boolean, env: Readonly<Record<string, string>> = {}): Progress {
    const stderr = { isTTY, write: (text: string) => (written += text) };
    const stdout = { isTTY, write: () => undefined };
    return new Progress(new Reporter({ json: false, quiet: false, verbose: false, env, stdout, stderr }), "starting");
  }

  it("says nothing in the first second, and leaves nothing behind", () => {
    const progress = start(true);
    now += 900;
    progress.update("one");
    progress.stop();
    expect(written).to.equal("");
  });

  it("rewrites one line on a terminal, with the time spent, and clears it", () => {
    const progress = start(true);
    now += 1500;
    progress.update("statement 1 of 2");
    expect(written)
      .to.match(/^\r.*statement 1 of 2 \(1\.5 s\)$/)
      .and.not.contain("\n");
    written = "";
    progress.stop();
    expect(written.startsWith("\r")).to.equal(true);
  });

  for (const [what, isTTY, env] of [
    ["a pipe", false, {}],
    ["CI", true, { CI: "1" }],
  ] as const) {
    it(`writes plain lines to ${what}, one a second at most`, () => {
      const progress = start(isTTY, env);
      now += 2000;
      for (let n = 1; n <= 10; n++) {
        progress.update(`statement ${n} of 10`);
        now += 300;
      }
      progress.stop();
      expect(written).to.equal("statement 1 of 10 … 2.0 s\nstatement 5 of 10 … 3.2 s\nstatement 9 of 10 … 4.4 s\n");
    });
  }
});
