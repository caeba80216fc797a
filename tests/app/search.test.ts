// What is found, where, and in which order; and that the index keeps up with what this and other tabs write.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_COUNTED, excerpt, find, folded, together } from '../../app/search/find.ts';
import type { Entry } from '../../app/search/find.ts';
import { searchIndexOf } from '../../app/search/searchIndex.ts';
import type { World } from '../../app/world/types.ts';
import { createMemoryTabs } from '../../engine/store/memory.ts';
import type { Store } from '../../engine/store/types.ts';
import { seedOf } from '../browser/seeding.ts';

const entry = (title: string, more: Partial<Entry> = {}): Entry => ({ kind: 'note', case: 'a', path: '/notes', title, where: '', text: folded(title), about: folded('TH-2026-014'), changed: 1, ...more });
const titles = (query: string, ...entries: readonly Entry[]): readonly string[] => find([together(entries)], query, 9).flatMap(({ hits }) => hits.map(({ title }) => title));

describe('finding', () => {
  test('every word must be there, in any order, as a part of a word', () => {
    expect(titles('school spoke', entry('Spoke to the school'), entry('Spoke to the nurse'))).toEqual(['Spoke to the school']);
    expect(titles('choo', entry('Spoke to the school'))).toEqual(['Spoke to the school']);
  });
  test('full stops, hyphens, accents and capitals make no difference', () => {
    expect(titles('qx', entry('Q.X.'))).toEqual(['Q.X.']);
    expect(titles('zoe 2026-014', entry('Zoë was seen'))).toEqual(['Zoë was seen']);
    expect(titles('TH 2026', entry('TH-2026-014', { kind: 'case' }))).toEqual(['TH-2026-014']);
  });
  test('the reference of the case narrows down, and alone finds no notes', () => {
    expect(titles('014', entry('Spoke to the school'))).toEqual([]);
    expect(titles('014 school', entry('Spoke to the school'))).toEqual(['Spoke to the school']);
  });
  test('what begins with the word comes before what only holds it, then what changed last', () => {
    expect(titles('art', entry('Department'), entry('Art room', { changed: 0 }), entry('Artist'))).toEqual(['Artist', 'Art room', 'Department']);
  });
  test('groups come in their order with how many there are, and hand over a few', () => {
    const many = Array.from({ length: 9 }, (_, n) => entry(`note ${n}`, { changed: n }));
    expect(find([together(many), together([entry('note case', { kind: 'case' })])], 'note', 2).map(({ kind, total, hits }) => [kind, total, hits.length])).toEqual([['case', 1, 1], ['note', 9, 2]]);
  });
  test('handing over few gives the first of handing over all, and counts the same', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.stringMatching(/^[abc ]{1,6}$/), fc.nat(3)), { maxLength: 40 }), fc.stringMatching(/^[abc]{1,2}$/), fc.integer({ min: 1, max: 6 }), (all, query, most) => {
      const cases = all.map(([title, changed], n) => together([entry(`${title}${n}`, { changed })]));
      const [whole, few] = [find(cases, query, 999)[0], find(cases, query, most)[0]];
      expect([few?.total, few?.hits]).toEqual([whole?.total, whole?.hits.slice(0, most)]);
    }));
  });
  test('a letter that stands in everything is counted to a bound, and what is the very word still comes first', () => {
    const cases = Array.from({ length: 3000 }, (_, n) => together([entry(n === 2900 ? 'a' : `a${n}`, { changed: 3000 - n })]));
    expect(find(cases, 'a', 2)).toMatchObject([{ total: MOST_COUNTED + 1, more: true, hits: [{ title: 'a' }, { title: 'a0' }] }]);
    const late = Array.from({ length: 3000 }, (_, n) => together([entry(n === 1900 ? 'ab' : `ba${n}`, { changed: 3000 - n })]));
    expect(find(late, 'a', 1)).toMatchObject([{ more: true, hits: [{ title: 'ab' }] }]);
    expect(find(cases.slice(0, 400), 'a')).toMatchObject([{ total: 400, more: false }]);
  });
  test('where something stands is said only of what is handed over', () => {
    let said = 0;
    const many = Array.from({ length: 50 }, (_, n) => entry(`note ${n}`, { where: () => `place ${said += 1}` }));
    expect(find([together(many)], 'n', 2)[0]?.hits.map(({ where }) => where)).toEqual(['place 1', 'place 2']);
    expect(said).toBe(2);
  });
  test('any part of any title finds it, and no signs or blanks find everything', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), fc.nat(), (text, from) => {
      const words = folded(text).trim();
      if (words !== '') expect(titles(words.slice(from % words.length).trim() || words, entry(text))).toEqual([text]);
    }));
    for (const nothing of ['', ' ', '...', '--']) expect(titles(nothing, entry('anything'))).toEqual([]);
  });
  test('a long note is shown around the word', () => {
    const long = `${'before '.repeat(40)}hospital${' after'.repeat(40)}`;
    expect(excerpt(long, 'HOSP')).toContain('hospital');
    expect(excerpt(long, 'HOSP').length).toBeLessThan(125);
    expect(excerpt('short', 'x')).toBe('short');
  });
});

async function filled(store: Store, notes = 2): Promise<ReturnType<typeof seedOf>> {
  const seed = seedOf([{ walkthrough: 'tower-hamlets/walkthrough', steps: 18, notes, initials: 'Q.X.' }, { walkthrough: 'kscp/local-review-at-christmas', steps: 14, initials: 'V.W.' }]);
  await store.cases.importAll({ format: 1, cases: seed.cases.map(({ events, row }) => ({ id: row.case, events, row })), drafts: [], versions: seed.versions, access: [] }, 'replace');
  return seed;
}
const worldOf = (store: Store): World => ({ kind: 'live', base: '', store, now: () => 0 });
const until = async (index: ReturnType<typeof searchIndexOf>, ready: () => boolean): Promise<void> => {
  if (!ready()) await new Promise<void>((done) => { const stop = index.listen(() => { if (ready()) { stop(); done(); } }); });
};

describe('the index of a store', () => {
  test('holds cases, people, sent documents and notes, each with where it was found', async () => {
    const store = createMemoryTabs()();
    await filled(store);
    const index = searchIndexOf(worldOf(store));
    await until(index, () => index.progress().read === 2);

    expect(index.find('qx').map(({ kind, hits }) => [kind, hits[0]?.title, hits[0]?.path])).toEqual([['case', expect.stringContaining('Q.X.'), ''], ['person', 'Q.X.', '/facts']]);
    expect(index.find('spoke school')[0]).toMatchObject({ kind: 'note', total: 2, hits: [{ path: '/notes', where: expect.stringMatching(/^Note, .*A\.B\.\. Case TH-/) as string }, {}] });
    expect(index.find('ab')[0]?.hits[0]?.where).toMatch(/^Acts as .*Case TH-/);
    expect(index.progress()).toEqual({ read: 2, of: 2, failed: 0 });
  }, 60_000);

  test('reads in pieces, and a case that a piece cannot give by itself', async () => {
    const store = createMemoryTabs()();
    await filled(store);
    let pieces = 0;
    const broken: Store = { ...store, cases: { ...store.cases, scan: async (query) => { if ((pieces += 1) > 1) throw new Error('torn'); return store.cases.scan({ ...query, events: 1 }); } } };
    const index = searchIndexOf(worldOf(broken));
    await until(index, () => index.progress().of === 2 && index.progress().read === 2);
    expect([pieces, index.progress().failed, index.find('spoke')[0]?.total]).toEqual([2, 0, 2]);
  }, 60_000);

  test('hears what another tab writes, and notices what this one wrote and what is gone', async () => {
    const open = createMemoryTabs();
    const [here, there] = [open(), open()];
    const before = await filled(here, 1);
    const after = seedOf([{ walkthrough: 'tower-hamlets/walkthrough', steps: 18, notes: 3, initials: 'Q.X.' }]).cases[0];
    const index = searchIndexOf(worldOf(here));
    await until(index, () => index.progress().read === 2);
    const notes = (): number => index.find('note spoke')[0]?.total ?? 0;
    expect(notes()).toBe(1);
    const [one] = before.cases;
    if (one === undefined || after === undefined) throw new Error('no case');

    await there.cases.append(one.row.case, one.events.length, after.events.slice(one.events.length, one.events.length + 1), { ...after.row, seq: one.events.length + 1 });
    await until(index, () => notes() === 2);
    await here.cases.append(one.row.case, one.events.length + 1, after.events.slice(one.events.length + 1), { ...after.row, head: 'other' });
    await index.refresh();
    expect(notes()).toBe(3);
    await here.cases.importAll({ ...await here.cases.exportAll(), cases: [] }, 'replace');
    await index.refresh();
    expect([index.find('note'), index.progress().of]).toEqual([[], 0]);
  }, 60_000);
});
