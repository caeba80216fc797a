// How wide words are drawn in Helvetica or Arial, worked out from the font's published widths so that the same
// procedure is laid out the same in a browser, in Node and in a test. Widths in thousandths of the font size.

const REGULAR = '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584';
const BOLD = '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584';
const widths = { regular: REGULAR.split(' ').map(Number), bold: BOLD.split(' ').map(Number) };
const OTHER = 600;

export type Weight = keyof typeof widths;

/** Width in pixels of words at a font size, with 2% to spare for other fonts of the family. */
export function textWidth(text: string, size: number, weight: Weight): number {
  let sum = 0;
  for (const letter of text) sum += widths[weight][(letter.codePointAt(0) ?? 0) - 32] ?? OTHER;
  return (sum * size * 1.02) / 1000;
}

/** The words broken into lines no wider than `most` pixels; a single longer word is broken between letters. */
export function wrap(text: string, most: number, size: number, weight: Weight): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((each) => pieces(each, most, size, weight))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size, weight) <= most) line = longer;
    else { if (line !== '') lines.push(line); line = word; }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

function pieces(word: string, most: number, size: number, weight: Weight): readonly string[] {
  if (textWidth(word, size, weight) <= most) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && textWidth(part + letter, size, weight) > most) { parts.push(part); part = ''; }
    part += letter;
  }
  return [...parts, part];
}
