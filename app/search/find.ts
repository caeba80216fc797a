// Finding: each word that was typed must stand in the entry, or in the reference of its case. Words may be parts of
// words; what begins with them comes first, then what changed last. A plain walk over texts made ready beforehand is
// fast enough for every case that an authority has, and has no index to go stale.
export const KINDS = ['case', 'person', 'document', 'note'] as const;
export type Kind = (typeof KINDS)[number];
/** One thing that can be found. `text` and `about` are folded; `path`: within its case; `where`: said only of what is shown, because saying it of everything takes longer than finding it. */
export interface Entry { readonly kind: Kind; readonly case: string; readonly path: string; readonly title: string; readonly where: string | (() => string); readonly text: string; readonly about: string; readonly changed: number }
/** What can be found of one case, and all its texts in one: a word that is not in it is looked for in none of them. */
export interface Found { readonly entries: readonly Entry[]; readonly all: string }
export function together(entries: readonly Entry[]): Found {
  return { entries, all: [...new Set(entries.flatMap(({ text, about }) => [text, about]))].join('') };
}
export interface Hit extends Pick<Entry, 'kind' | 'case' | 'path' | 'title'> { readonly where: string }
/** `more`: there are more than were counted. */
export interface Group { readonly kind: Kind; readonly total: number; readonly more: boolean; readonly hits: readonly Hit[] }
/** A letter stands in nearly everything: nobody reads so many, and counting on would cost each key most of its time. */
export const MOST_COUNTED = 500;

/** Without an accent or a letter beyond A to Z, as nearly everything is: folded in a third of the time. */
const PLAIN = /^[\x20-\x7e]*$/;
/** Small letters without accents and full stops, other signs as spaces: “Q.X.” is found by “qx”, “TH-2026-014” by “2026 014”. */
export function folded(text: string): string {
  if (PLAIN.test(text)) return ` ${text.toLowerCase().replaceAll(/[.']/g, '').replaceAll(/[^a-z0-9]+/g, ' ').trim()}`;
  return ` ${text.toLowerCase().normalize('NFD').replaceAll(/\p{M}|[.'’]/gu, '').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()}`;
}

/**
 * What has all the words, by kind in the order of KINDS; at most `most` of each are handed over, and so many are counted.
 * @param cases what changed last first: of what is as good, it is found.
 */
export function find(cases: Iterable<Found>, query: string, most = 5): readonly Group[] {
  const words = folded(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const starts = words.map((word) => ` ${word}`);
  const exact = starts.join('');
  const found = new Map(KINDS.map((kind) => [kind, { total: 0, enough: false, best: [] as Ranked[] }]));
  for (const { entries, all } of cases) if (words.every((word) => all.includes(word))) for (const entry of entries) {
    const of = found.get(entry.kind);
    // Of what is counted already only the very words could still come before the best.
    if (of === undefined || (of.enough && entry.text !== exact)) continue;
    const rank = rankOf(entry, words, starts);
    if (rank === 0) continue;
    of.total += 1;
    keepBest(of.best, { entry, rank }, most);
    of.enough = of.total >= MOST_COUNTED && ((of.best[most - 1]?.rank ?? 0) >= 2 * words.length || of.total >= 4 * MOST_COUNTED);
  }
  return [...found].flatMap(([kind, { total, enough, best }]) => (total === 0 ? [] : [{ kind, total, more: enough, hits: best.map(({ entry }) => hitOf(entry)) }]));
}
interface Ranked { readonly entry: Entry; readonly rank: number }
const isBefore = (a: Ranked, b: Ranked): boolean => (a.rank === b.rank ? a.entry.changed > b.entry.changed : a.rank > b.rank);
/** Puts it where it belongs among the best so far; what is as good and came earlier stays before it. */
function keepBest(best: Ranked[], one: Ranked, most: number): void {
  const last = best.at(-1);
  if (last !== undefined && best.length >= most && !isBefore(one, last)) return;
  const at = best.findIndex((other) => isBefore(one, other));
  best.splice(at < 0 ? best.length : at, 0, one);
  if (best.length > most) best.pop();
}
function hitOf({ kind, case: id, path, title, where }: Entry): Hit {
  return { kind, case: id, path, title, where: typeof where === 'string' ? where : where() };
}
/** 0: not found. A word that something begins with counts more than one in its middle, the whole text most. */
function rankOf({ text, about }: Entry, words: readonly string[], starts: readonly string[]): number {
  let [rank, own] = [0, false];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (text.includes(starts[at] ?? '')) { rank += 2; own = true; continue; }
    const inside = text.includes(word);
    if (!inside && !about.includes(word)) return 0;
    own ||= inside;
    rank += 1;
  }
  return own ? rank + (text === starts.join('') ? 2 : 0) : 0;
}

/** The part of a long text around the first word that was typed. */
export function excerpt(text: string, query: string, length = 120): string {
  if (text.length <= length) return text;
  const [word = ''] = folded(query).trim().split(' ');
  const at = Math.max(0, text.toLowerCase().indexOf(word));
  const from = Math.max(0, Math.min(at - 40, text.length - length));
  return `${from > 0 ? '…' : ''}${text.slice(from, from + length).trim()}${from + length < text.length ? '…' : ''}`;
}
