/** `covet --version` against a Node that does nothing: at most twice as long. */
import { fileURLToPath } from "node:url";
import { race } from "./measure.js";

const covet = fileURLToPath(new URL("../bin/covet.js", import.meta.url));
const [floor = 0, version = 0, help = 0] = race(
  [
    { name: "node -e 0", args: ["-e", "0"] },
    { name: "covet --version", args: [covet, "--version"] },
    { name: "covet --help", args: [covet, "--help"] },
  ],
  15,
);
const line = (name: string, ms: number) =>
  `${name.padEnd(18)} ${ms.toFixed(0).padStart(5)} ms  ${(ms / floor).toFixed(2)}×`;
console.log([line("node -e 0", floor), line("covet --version", version), line("covet --help", help)].join("\n"));
if (version > 2 * floor) {
  console.log("covet --version takes more than twice the time of node -e 0");
  process.exitCode = 1;
}
