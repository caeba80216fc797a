// The write path of duties: refused by the engine and remembered, kept otherwise, and two tabs lose nothing.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actOnDuties } from '../../app/cases/duties/session.ts';
import type { DutyAct } from '../../app/cases/duties/session.ts';
import { daysLeft, isDueSoon } from '../../app/cases/duties/useDuties.ts';
import { calendarFile } from '../../app/cases/exports/ics.ts';
import { asCalendarDates, dutyDatesOf } from '../../app/cases/today/dutyDates.ts';
import { freshIds } from '../../app/cases/session.ts';
import type { World } from '../../app/world/types.ts';
import { compile } from '../../engine/case/compile.ts';
import { duties } from '../../engine/case/duties/duties.ts';
import type { DutyBody, DutyView } from '../../engine/case/duties/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { createMemoryTabs } from '../../engine/store/memory.ts';
import { dayOf } from '../../engine/time/day.ts';
import { parseDateTime } from '../../engine/time/london.ts';

const compiled = compile(JSON.parse(readFileSync(new URL('../fixtures/casework/seawick.json', import.meta.url), 'utf8')) as Procedure, { version: 1 });
const now = parseDateTime('2027-03-20T10:00') ?? 0;
function tabs(): readonly [World, World] {
  const tab = createMemoryTabs();
  const world = (): World => ({ kind: 'live', base: '', store: tab(), now: () => now });
  return [world(), world()];
}
const by = (body: DutyBody, role = 'manager'): DutyAct => ({ body, person: 'Z.B.', role, ...freshIds() });
const keep: DutyBody = { type: 'keepDuties', from: '2026-04-01' };
const viewsOf = async (world: World, at = now): Promise<readonly DutyView[]> => duties(compiled, await world.store.duties.log('seawick'), at);

test('whose duty it is not is refused, nothing is kept, and the attempt stands in the access log', async () => {
  const [world] = tabs();
  expect(await actOnDuties(world, compiled, by({ type: 'performDuty', duty: 'list' }, 'chair'))).toMatchObject({ kind: 'refused', refusal: { code: 'wrong-role' } });
  expect(await world.store.duties.log('seawick')).toEqual([]);
  expect((await world.store.cases.accessEntries()).map(({ case: id, what }) => [id, what])).toEqual([['', 'refused']]);
});
test('two tabs that record at once both keep their entry, and the same act sent twice is kept once', async () => {
  const [one, other] = tabs();
  const twice = by({ type: 'performDuty', duty: 'list', evidence: 'Minute 7' });
  const results = await Promise.all([actOnDuties(one, compiled, by(keep)), actOnDuties(other, compiled, twice), actOnDuties(one, compiled, twice)]);
  expect(results.map(({ kind }) => kind)).toEqual(['saved', 'saved', 'saved']);
  expect((await one.store.duties.log('seawick')).map(({ type }) => type).toSorted()).toEqual(['dutiesKept', 'dutyPerformed']);
});
test('Today is reminded of what is late or owed within four weeks', async () => {
  const [world] = tabs();
  await actOnDuties(world, compiled, by(keep));
  const due = async (at: string): Promise<readonly (string | number | undefined | boolean)[]> => {
    const when = parseDateTime(at) ?? 0;
    const list = (await viewsOf(world, when)).find(({ duty }) => duty === 'list');
    return list === undefined ? [] : [list.state, daysLeft(list, when), isDueSoon(list, when)];
  };
  expect(await due('2027-03-02T10:00')).toEqual(['due', 29, false]);
  expect(await due('2027-03-03T10:00')).toEqual(['due', 28, true]);
  expect(await due('2027-04-01T10:00')).toEqual(['overdue', -1, true]);
});
test('the calendar shows by which days duties are owed, also the times after the next, and what was done no more', async () => {
  const [world] = tabs();
  const shown = async (year: number, month: number, kept = true) => {
    const log = await world.store.duties.log('seawick');
    return dutyDatesOf([{ compiled, log, views: [], kept }], now, dayOf(year, month, 1), dayOf(year, month, 31)).map(({ id, late, href }) => [id, late, href]);
  };
  expect(await shown(2027, 3, false)).toEqual([]);
  await actOnDuties(world, compiled, by(keep));
  expect(await shown(2027, 3)).toEqual([['seawick/list/2027-03-31', false, '/duties/seawick#duty-list']]);
  expect(await shown(2028, 3)).toEqual([['seawick/list/2028-03-31', false, '/duties/seawick#duty-list']]);
  await actOnDuties(world, compiled, by({ type: 'performDuty', duty: 'list', evidence: 'Minute 7' }));
  expect(await shown(2027, 3)).toEqual([]);
  const [next] = dutyDatesOf([{ compiled, log: await world.store.duties.log('seawick'), views: [], kept: true }], now, dayOf(2028, 3, 1), dayOf(2028, 3, 31));
  expect(calendarFile(asCalendarDates(next === undefined ? [] : [next]), now)).toMatch(/UID:caseway-duty-seawick\/list\/2028-03-31[^]*DTSTART;VALUE=DATE:20280331[^]*SUMMARY:Duty: /);
});
test('a log that was changed outside is not written to', async () => {
  const [world] = tabs();
  await actOnDuties(world, compiled, by(keep));
  const changed = (await world.store.duties.log('seawick')).map((event) => ({ ...event, payload: { from: '2020-01-01' } }));
  const spoiled: World = { ...world, store: { ...world.store, duties: { ...world.store.duties, log: () => Promise.resolve(changed) } } };
  expect(await actOnDuties(spoiled, compiled, by({ type: 'performDuty', duty: 'list' }))).toMatchObject({ kind: 'failed' });
});
