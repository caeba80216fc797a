// The second journal's lines: whatever the order of files and lines, each record stands once in its place; a torn end is
// no fault, a bad line is told; the comparison says who holds less.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareHeads, headsOf, mergeLines, readLines, withoutOldDrafts, writeLine, type JournalLine } from '../../../engine/store/journal.ts';
import { event } from '../../contracts/store.ts';

const record = (id: string, seq: number) => ({ case: id, seq, event: event(id, seq) });
const log = (id: string, from: number, to: number): JournalLine => ({ t: 'events', r: Array.from({ length: to - from + 1 }, (_, n) => record(id, from + n)) });

describe('the lines of a journal', () => {
  test('any cut into lines, in any order and with any of them doubled, merges to the same case', () => {
    const cuts = fc.array(fc.nat({ max: 11 }), { maxLength: 6 });
    fc.assert(fc.property(cuts, cuts, fc.nat(), (one, two, turn) => {
      const lines = [one, two].flatMap((at) => { const ends = [...new Set([...at.map((n) => n + 1), 12])].sort((a, b) => a - b); return ends.map((end, n) => log('a', (ends[n - 1] ?? 0) + 1, end)); });
      const shuffled = [...lines.slice(turn % lines.length), ...lines.slice(0, turn % lines.length)];
      const merged = mergeLines(shuffled);
      expect(merged.cases.get('a')?.map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
      expect([merged.differ, merged.loose]).toEqual([[], []]);
    }));
  });
  test('written and read back they are the same; a torn end is left out and no fault', () => {
    const text = [log('a', 1, 2), log('b', 1, 1)].map(writeLine).join('');
    expect(readLines(text)).toEqual({ lines: [log('a', 1, 2), log('b', 1, 1)], bad: [], torn: false });
    expect(readLines(text.slice(0, -5))).toEqual({ lines: [log('a', 1, 2)], bad: [], torn: true });
  });
  test('a line that cannot be read, or is of another kind, is told with its number', () => {
    expect(readLines(`${writeLine(log('a', 1, 1))}{"t":"other","r":[]}\nnonsense\n${writeLine(log('a', 2, 2))}`)).toMatchObject({ bad: [2, 3], torn: false });
  });
  test('records after a gap are kept apart, and one place with two contents is told', () => {
    const other = { case: 'a', seq: 2, event: { ...event('a', 2), hash: 'another' } };
    const merged = mergeLines([log('a', 1, 2), { t: 'events', r: [other] }, log('a', 4, 5)]);
    expect(merged.cases.get('a')?.length).toBe(2);
    expect(merged.loose.map(({ seq }) => seq)).toEqual([4, 5]);
    expect(merged.differ).toEqual([{ case: 'a', seq: 2 }]);
  });
  test('revisions of a draft that a later line replaces can go: what the lines come to is the same', () => {
    const drafts = (...revisions: readonly (readonly [string, number])[]): JournalLine => ({ t: 'drafts', r: revisions.map(([id, revision]) => ({ id, revision, changed: revision, procedure: {} as never })) });
    const line = fc.oneof(fc.tuple(fc.constantFrom('d', 'e'), fc.nat(4)).map((one) => drafts(one)), fc.constantFrom(drafts(['d', 2], ['e', 3]), log('a', 1, 2), { t: 'gone', id: 'd' } as const));
    fc.assert(fc.property(fc.array(line), (lines) => {
      const text = lines.map(writeLine).join('');
      const sorted = (merged: ReturnType<typeof mergeLines>) => ({ ...merged, drafts: merged.drafts.toSorted((one, other) => `${one.id}`.localeCompare(`${other.id}`)) });
      expect(sorted(mergeLines(readLines(withoutOldDrafts(text)).lines))).toEqual(sorted(mergeLines(lines)));
      expect(readLines(withoutOldDrafts(`${text}{"t":"drafts","r":[`))).toMatchObject({ bad: [], torn: true });
    }));
    const long = [log('a', 1, 1), ...Array.from({ length: 50 }, (_, n) => drafts(['d', n + 1])), log('a', 2, 2)];
    expect(readLines(withoutOldDrafts(long.map(writeLine).join(''))).lines).toEqual([log('a', 1, 1), drafts(['d', 50]), log('a', 2, 2)]);
  });
  test('a draft deleted is gone, its later revision holds, and a retired version stays retired', () => {
    const draft = (revision: number) => ({ id: 'd', revision, changed: revision, procedure: {} as never });
    const version = (retired?: string) => ({ id: 'p', version: 1, hash: 'h', published: 1, by: '', procedure: {} as never, ...(retired === undefined ? {} : { retired }) });
    expect(mergeLines([{ t: 'drafts', r: [draft(2)] }, { t: 'drafts', r: [draft(1)] }]).drafts).toEqual([draft(2)]);
    expect(mergeLines([{ t: 'drafts', r: [draft(2)] }, { t: 'gone', id: 'd' }]).drafts).toEqual([]);
    expect(mergeLines([{ t: 'versions', r: [version('2027-01-01')] }, { t: 'versions', r: [version()] }]).versions).toEqual([version('2027-01-01')]);
  });
});

test('the comparison says which cases the database holds less of, which the journal, and which end differently', () => {
  const journal = headsOf(mergeLines([log('short', 1, 3), log('gone', 1, 2), log('same', 1, 2), log('behind', 1, 1), log('apart', 1, 1)]));
  const head = (id: string, seq: number, hash = `hash-${id}-${seq}`) => ({ case: id, seq, head: hash });
  expect(compareHeads([head('short', 2), head('same', 2), head('behind', 4), head('apart', 1, 'other'), head('new', 1)], journal)).toEqual({
    shorter: [{ case: 'short', kept: 2, journal: 3 }, { case: 'gone', kept: 0, journal: 2 }], differ: ['apart'], behind: ['behind', 'new'],
  });
});
