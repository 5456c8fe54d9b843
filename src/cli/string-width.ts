/** Width of a text on a terminal, for our own help only: takes the place of a package in the bundle (see package.json). */

/** Plain English needs no segmenter, whose set-up takes a third of the command's start. */
export default function stringWidth(text: string): number {
  return [...text].length;
}
