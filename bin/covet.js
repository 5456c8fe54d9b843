#!/usr/bin/env node
// The installed command: answers --version by itself and loads the rest only for real work.
import { readFileSync } from "node:fs";
import module from "node:module";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const argv = process.argv.slice(2);

if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
  console.log(version);
} else {
  module.enableCompileCache?.();
  const { main } = await import("../dist/command/main.js");
  await main(argv, version);
}
