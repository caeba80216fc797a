// Settings as typed and as kept; how long cases are kept; erasing one, and what stands in the way.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { disposalsIn, eraseCase, copyHolds, reviewOf } from '../../app/settings/disposal.ts';
import { addYears, closedDays, coverOf, keptUntil, nobodyYet, partnershipFrom, readPartnership, savePartnership } from '../../app/settings/partnership.ts';
import { emptyClosure, emptyPerson, settingsOf, typedOf } from '../../app/settings/typedSettings.ts';
import { checkedEvents } from '../../app/trust/audit.ts';
import { loadCase } from '../../app/cases/session.ts';
import { isErased, verifyChain } from '../../engine/case/hash.ts';
import { openDexieStore } from '../../engine/store/dexie.ts';
import { createMemoryStore } from '../../engine/store/memory.ts';
import type { Store } from '../../engine/store/types.ts';
import { parseDateTime } from '../../engine/time/london.ts';
import { seedOf } from '../browser/seeding.ts';

const NOW = parseDateTime('2033-04-01T10:00') ?? 0;
const person = { ...emptyPerson, initials: 'A.B.' };
const date = (day: string, month: string, year: string) => ({ day, month, year, time: '' });

describe('what is typed', () => {
  test('comes back as it was kept', () => {
    const typed = { name: 'Invented partnership', people: [{ ...person, role: 'Police', email: 'a@example.org', from: date('1', '2', '2027'), until: date('5', '2', '2027'), cover: 'C.D.' }, { ...emptyPerson, initials: 'C.D.' }], closures: [{ from: date('29', '12', '2026'), until: date('31', '12', '2026'), words: 'Christmas' }], years: { kscp: '25', trafford: '' } };
    const read = settingsOf(typed);
    expect(read.ok && partnershipFrom(JSON.parse(JSON.stringify({ ...read.settings, holds: [] })))).toEqual(read.ok && { ...read.settings, holds: [] });
    expect(read.ok && settingsOf(typedOf({ ...read.settings, holds: [] }))).toEqual(read);
    expect(read.ok && closedDays(read.settings).map((one) => one.date)).toEqual(['2026-12-29', '2026-12-30', '2026-12-31']);
  });
  test('is refused at its field, in words', () => {
    const wrong = settingsOf({ name: '', people: [emptyPerson, { ...person, email: 'nobody', cover: 'X.Y.' }, person], closures: [{ ...emptyClosure, from: date('2', '1', '2027'), until: date('1', '1', '2027') }, emptyClosure], years: { kscp: '0', trafford: 'six' } });
    expect(wrong.ok ? [] : Object.keys(wrong.errors).toSorted()).toEqual(['closure-0-until', 'closure-1-from', 'person-0-initials', 'person-1-cover', 'person-1-email', 'person-2-initials', 'years-kscp', 'years-trafford']);
  });
  test('whatever a backup brings is read without harm', () => {
    fc.assert(fc.property(fc.anything(), (content) => {
      const read = partnershipFrom(content);
      expect(typeof read.name).toBe('string');
      expect([read.people, read.closures, read.holds].every(Array.isArray)).toBe(true);
    }));
    expect(partnershipFrom(undefined)).toEqual(nobodyYet);
  });
  test('who is away is covered on those days and on no other', () => {
    const people = [{ ...nobody('A.B.'), leave: { from: '2027-02-01', until: '2027-02-05', cover: 'C.D.' } }, nobody('C.D.')];
    expect(['2027-01-31T12:00', '2027-02-01T00:00', '2027-02-05T23:59', '2027-02-06T00:00'].map((at) => coverOf({ people }, 'A.B.', parseDateTime(at) ?? 0))).toEqual(['A.B.', 'C.D.', 'C.D.', 'A.B.']);
  });
});
const nobody = (initials: string) => ({ initials, name: '', role: '', email: '', phone: '' });

describe('how long cases are kept', () => {
  test('so many years from the day of closing, a leap day until 1 March', () => {
    expect(keptUntil({ retention: { kscp: 6 } }, 'kscp', parseDateTime('2027-03-01T23:30') ?? 0)).toBe('2033-03-01');
    expect([addYears('2028-02-29', 1), addYears('2028-02-29', 4)]).toEqual(['2029-03-01', '2032-02-29']);
    expect(keptUntil({ retention: {} }, 'kscp', 0)).toBeUndefined();
  });
});

async function filled(store: Store) {
  const seed = seedOf([{ walkthrough: 'tower-hamlets/walkthrough', steps: 200, initials: 'Q.X.' }, { walkthrough: 'kscp/local-review-at-christmas', steps: 3, initials: 'V.W.' }]);
  await store.cases.importAll({ format: 1, cases: seed.cases.map(({ events, row }) => ({ id: row.case, events, row })), drafts: [], versions: seed.versions, access: [] }, 'replace');
  return seed.cases;
}
const wanted = (seq: number) => ({ case: 'seed-1', seq, by: 'A.B.', ground: 'Six years have passed.' });

describe.each([['memory', async () => createMemoryStore()], ['IndexedDB', async () => openDexieStore('disposal')]] as const)('erasing a case in %s', (_, open) => {
  test('waits for its time, an end of legal hold and a whole record, and leaves a chain that verifies', async () => {
    const store = await open();
    const [closed, running] = await filled(store);
    if (closed === undefined || running === undefined) throw new Error('no case');
    const seq = closed.events.length;
    const review = () => readPartnership(store).then(({ partnership }) => reviewOf([closed.row], partnership, '2033-04-01'));
    expect(await review()).toMatchObject([{ due: false, until: undefined }]);
    const kept = { ...nobodyYet, retention: { 'tower-hamlets': 6 }, holds: [{ case: 'seed-1', reference: 'TH', reason: 'An inquiry has asked.', by: 'A.B.', since: 1 }] };
    await savePartnership(store, { revision: 0, partnership: kept }, NOW);
    expect(await review()).toMatchObject([{ due: true, hold: { reason: 'An inquiry has asked.' } }]);

    expect(await eraseCase(store, { ...wanted(running.events.length), case: 'seed-2' }, NOW)).toEqual({ ok: false, words: 'It is open, and cannot be erased' });
    expect(await eraseCase(store, wanted(seq - 1), NOW)).toMatchObject({ ok: false });
    expect(await eraseCase(store, wanted(seq), NOW)).toEqual({ ok: false, words: 'Legal hold: An inquiry has asked.' });
    const copy = await store.cases.exportAll();
    expect([await copyHolds(store, copy, 'seed-1'), await copyHolds(store, { ...copy, cases: [] }, 'seed-1')]).toEqual([true, false]);

    await savePartnership(store, { revision: 1, partnership: { ...kept, holds: [] } }, NOW);
    expect(await eraseCase(store, wanted(seq), NOW)).toEqual({ ok: true });
    const events = await store.cases.events('seed-1');
    expect(events.every(isErased)).toBe(true);
    expect(events.map(({ actor, type, recorded }) => [actor, type, recorded])).toEqual(closed.events.map(({ actor, type, recorded }) => [actor, type, recorded])); // who answers for it stays
    expect(verifyChain(events)).toMatchObject({ ok: true, erased: events.map((one) => one.seq) });
    expect((await checkedEvents(store, 'seed-1', true)).broken).toBeUndefined();
    expect(JSON.stringify((await store.cases.exportAll()).cases)).not.toContain('Q.X.');
    expect(await disposalsIn(store)).toEqual([{ case: 'seed-1', reference: closed.row.content.reference, at: NOW, by: 'A.B.', ground: 'Six years have passed.' }]);
    expect((await store.cases.accessLog('seed-1')).map(({ what }) => what)).toEqual(['erased']);
    await expect(loadCase({ kind: 'live', base: '', store, now: () => NOW }, 'seed-1')).rejects.toThrow(/was erased at the end of its time/);
    expect(await eraseCase(store, wanted(seq), NOW)).toMatchObject({ ok: false });
    expect((await store.cases.events('seed-2')).some(isErased)).toBe(false);
    store.close();
  }, 60_000);
});
