// Finding: each word that was typed must stand in the entry, or in the reference of its case. Words may be parts of
// words; what begins with them comes first, then what changed last. A plain walk over texts made ready beforehand is
// fast enough for every case that an authority has, and has no index to go stale.
export const KINDS = ['case', 'person', 'document', 'note'] as const;
export type Kind = (typeof KINDS)[number];
/** One thing that can be found. `text` and `about` are folded; `path`: within its case. */
export interface Entry { readonly kind: Kind; readonly case: string; readonly path: string; readonly title: string; readonly where: string; readonly text: string; readonly about: string; readonly changed: number }
export interface Group { readonly kind: Kind; readonly total: number; readonly hits: readonly Entry[] }

/** Small letters without accents and full stops, other signs as spaces: “Q.X.” is found by “qx”, “TH-2026-014” by “2026 014”. */
export function folded(text: string): string {
  return ` ${text.toLowerCase().normalize('NFD').replaceAll(/\p{M}|[.'’]/gu, '').replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()}`;
}

/** What has all the words, by kind in the order of KINDS; at most `most` of each are handed over. */
export function find(entries: Iterable<readonly Entry[]>, query: string, most = 5): readonly Group[] {
  const words = folded(query).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  const found = new Map<Kind, { entry: Entry; rank: number }[]>(KINDS.map((kind) => [kind, []]));
  for (const some of entries) for (const entry of some) {
    const rank = rankOf(entry, words);
    if (rank > 0) found.get(entry.kind)?.push({ entry, rank });
  }
  return KINDS.flatMap((kind) => {
    const all = found.get(kind) ?? [];
    const hits = all.toSorted((a, b) => b.rank - a.rank || b.entry.changed - a.entry.changed).slice(0, most).map(({ entry }) => entry);
    return all.length === 0 ? [] : [{ kind, total: all.length, hits }];
  });
}
/** 0: not found. A word that something begins with counts more than one in its middle, the whole text most. */
function rankOf({ text, about }: Entry, words: readonly string[]): number {
  let [rank, own] = [0, false];
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0 && !about.includes(word)) return 0;
    own ||= at >= 0;
    rank += text.includes(` ${word}`) ? 2 : 1;
  }
  return own ? rank + (text === ` ${words.join(' ')}` ? 2 : 0) : 0;
}

/** The part of a long text around the first word that was typed. */
export function excerpt(text: string, query: string, length = 120): string {
  if (text.length <= length) return text;
  const [word = ''] = folded(query).trim().split(' ');
  const at = Math.max(0, text.toLowerCase().indexOf(word));
  const from = Math.max(0, Math.min(at - 40, text.length - length));
  return `${from > 0 ? '…' : ''}${text.slice(from, from + length).trim()}${from + length < text.length ? '…' : ''}`;
}
