// Items that stand by name: another name for one of them keeps its place, and a new one has a name that is free.
type Named = Readonly<Record<string, unknown>>;

/** The same items in the same order, one of them under another name; as they were where that name is taken. */
export function renamed(all: Named, from: string, to: string): Named {
  if (Object.hasOwn(all, to)) return all;
  return Object.fromEntries(Object.entries(all).map(([key, item]) => [key === from ? to : key, item]));
}

/** The line after the last that is named. */
export function freeLine(taken: readonly string[]): string {
  const last = taken.flatMap((lines) => lines.split('-').map(Number)).filter(Number.isFinite);
  return String(Math.max(0, ...last) + 1);
}

/** What was typed, of the sort it is: a number or yes and no where it reads as one, unless such words stood there as words. */
export function scalar(typed: string, old: unknown): string | number | boolean {
  if (typeof old === 'string' && old.trim() !== '' && sortOf(old) !== 'string') return typed;
  const sort = sortOf(typed);
  return sort === 'number' ? Number(typed) : sort === 'boolean' ? typed === 'true' : typed;
}

/** Only what is written back in the same letters is a number: "007" and "1.0" are names. */
const sortOf = (words: string): 'number' | 'boolean' | 'string' => (String(Number(words)) === words && Number.isFinite(Number(words)) ? 'number' : words === 'true' || words === 'false' ? 'boolean' : 'string');
