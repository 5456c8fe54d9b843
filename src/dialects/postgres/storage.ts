/** Storage parameters (`WITH (fillfactor = 70)`) as settings, read and written. */

import type { Setting } from "../../model/setting.js";
import { literal } from "./syntax.js";

const flags = new Set([
  "autovacuum_enabled",
  "vacuum_truncate",
  "user_catalog_table",
  "deduplicate_items",
  "fastupdate",
  "autosummarize",
]);

/** `reloptions` as the catalog stores them: `name=value`. */
export function readOptions(options: readonly string[], prefix = ""): Setting[] {
  return options.map((option) => {
    const at = option.indexOf("=");
    return normalizeOption({ name: `${prefix}${option.slice(0, at)}`, value: option.slice(at + 1) });
  });
}

/** PostgreSQL keeps the author's spelling of a boolean; here there is one. */
export function normalizeOption({ name, value }: Setting): Setting {
  if (!flags.has(name.replace(/^toast\./, ""))) return { name, value };
  const word = (value ?? "true").toLowerCase();
  if (["true", "on", "yes", "1"].includes(word)) return { name, value: "true" };
  return { name, value: ["false", "off", "no", "0"].includes(word) ? "false" : word };
}

export function sortSettings(settings: readonly Setting[]): Setting[] {
  return [...settings].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** `("fillfactor" = 70, …)`: names may hold a dot, which stands outside quotes. */
export function optionList(options: readonly Setting[]): string {
  return `(${options.map(({ name, value }) => `${name} = ${optionValue(value ?? "true")}`).join(", ")})`;
}

function optionValue(value: string): string {
  return /^-?[\w.]+$/.test(value) ? value : literal(value);
}

/** What `SET (…)` and `RESET (…)` must say to get from one list to another. */
export function optionChanges(before: readonly Setting[], after: readonly Setting[]): string[] {
  const set = after.filter(({ name, value }) => !before.some((old) => old.name === name && old.value === value));
  const reset = before.filter(({ name }) => !after.some((kept) => kept.name === name));
  return [
    ...(set.length > 0 ? [`SET ${optionList(set)}`] : []),
    ...(reset.length > 0 ? [`RESET (${reset.map(({ name }) => name).join(", ")})`] : []),
  ];
}

export function settingValue(settings: readonly Setting[], name: string): string | null {
  return settings.find((setting) => setting.name === name)?.value ?? null;
}

export function hasSetting(settings: readonly Setting[], name: string): boolean {
  return settings.some((setting) => setting.name === name);
}
