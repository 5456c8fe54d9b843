/** The default suite takes a sample of what is alike; `npm run test:thorough` (`COVET_THOROUGH=1`) takes all of it. */

export const thorough = process.env.COVET_THOROUGH === "1";

/** Every so many of a list, beginning at `offset`; all of it when thorough. */
export function sample<T>(list: readonly T[], every: number, offset = 0): T[] {
  return list.filter((_item, at) => thorough || at % every === offset % every);
}
