// Who holds a seat on a day, and what rules may ask of those who do: whether it is vacant, what they declared, whether they
// are the same person as another or come from the same organisation; each from both sides.
import { describe, expect, test } from 'vitest';
import { rules } from '../../../engine/case/rules.ts';
import type { Appointment, CommandBody } from '../../../engine/case/types.ts';
import type { Criterion, Procedure, Rule } from '../../../engine/procedure/types.ts';
import type { Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const bare = procedureWith({});
const role = (title: string) => ({ kind: 'role' as const, title });
const procedure: Procedure = {
  ...bare,
  parties: { ...bare.parties, panel: { kind: 'body', title: 'Panel', seats: ['chair', 'member'] }, chair: role('Chair'), member: role('Member'), author: role('Author'), authors: { ...role('Authors'), many: true } },
  tasks: { ...bare.tasks, advise: { shape: 'decide', label: 'Advise', by: ['panel'], in: ['alert'], meeting: { body: 'panel' }, options: [{ id: 'yes', label: 'Yes' }] } },
};
type Seat = readonly [seat: string, person: string, more?: Partial<Appointment>];
const appointed = (seats: readonly Seat[], asked: Readonly<Record<string, Rule>>): Story => {
  const story = begun({ ...procedure, rules: asked }, '2026-12-07T09:00');
  for (const [seat, person, more] of seats) story.does('manager', { type: 'appoint', seat, person, capacity: 'holder', from: '2026-12-01', ...more } as CommandBody);
  return story;
};
const result = (criterion: Criterion, seats: readonly Seat[], then = '2026-12-08T09:00'): unknown => {
  const story = appointed(seats, { asked: { label: 'Asked', if: criterion, then: { label: 'Asked' }, strength: 'must' } });
  story.does('manager', { type: 'addNote', words: 'Time passes.' }, { now: then });
  return rules(story.versions, story.case)[0]?.result;
};
const vacant = (seat: string): Criterion => ({ vacant: seat });
const same: Criterion = { appointed: { of: 'author', same: 'chair' } };
const kin: Criterion = { appointed: { of: 'author', organisation: 'chair' } };
const declared: Criterion = { appointed: { of: 'panel', declared: 'direct-involvement' } };
const from = (organisation: string): Partial<Appointment> => ({ organisation });
const says = (...words: readonly string[]): Partial<Appointment> => ({ declared: words });

test.each<[name: string, criterion: Criterion, seats: readonly Seat[], expected: boolean]>([
  ['a seat that nobody has is vacant', vacant('chair'), [], true], ['one that somebody else’s is', vacant('chair'), [['member', 'A.']], true], ['one that somebody holds is not', vacant('chair'), [['chair', 'A.']], false],
  ['one held on its last day is not', vacant('chair'), [['chair', 'A.', { until: '2026-12-08' }]], false], ['one held to the day before is', vacant('chair'), [['chair', 'A.', { until: '2026-12-07' }]], true], ['one held from this day is not', vacant('chair'), [['chair', 'A.', { from: '2026-12-08' }]], false], ['one held from the next day is', vacant('chair'), [['chair', 'A.', { from: '2026-12-09' }]], true],
  ['one with a deputy is', vacant('chair'), [['chair', 'A.', { capacity: 'deputy' }]], true], ['one that is watched is', vacant('chair'), [['chair', 'A.', { capacity: 'observer' }]], true], ['a body of which one seat is held is not', vacant('panel'), [['member', 'A.']], false], ['a body that is held itself is not', vacant('panel'), [['panel', 'A.']], false], ['a body of which no seat is held is', vacant('panel'), [['author', 'A.']], true],

  ['one person in two seats is the same', same, [['author', 'A.'], ['chair', 'A.']], true], ['two persons are not', same, [['author', 'A.'], ['chair', 'B.']], false], ['one person in one seat is not the same as nobody', same, [['author', 'A.']], false], ['nobody is not the same as one', same, [['chair', 'A.']], false],
  ['one who watches is not the same', same, [['author', 'A.'], ['chair', 'A.', { capacity: 'observer' }]], false], ['one who stands in is the same', same, [['author', 'A.'], ['chair', 'A.', { capacity: 'deputy' }]], true], ['one who held it before is not the same', same, [['author', 'A.'], ['chair', 'A.'], ['chair', 'B.', { from: '2026-12-02' }]], false],
  ['one who was appointed for earlier, though later, is not', same, [['author', 'A.'], ['chair', 'B.', { from: '2026-12-02' }], ['chair', 'A.']], false], ['one who was appointed last for the same day is', same, [['author', 'A.'], ['chair', 'B.'], ['chair', 'A.']], true], ['one who stands in beside a later holder is', same, [['author', 'A.'], ['chair', 'A.', { capacity: 'deputy' }], ['chair', 'B.', { from: '2026-12-02' }]], true],
  ['one of several who hold a seat together is', { appointed: { of: 'authors', same: 'chair' } }, [['authors', 'A.'], ['authors', 'B.', { from: '2026-12-02' }], ['chair', 'A.']], true], ['one who is to come is not', same, [['author', 'A.'], ['chair', 'A.', { from: '2026-12-09' }]], false], ['one in a seat of the body is', { appointed: { of: 'author', same: 'panel' } }, [['author', 'A.'], ['member', 'A.']], true], ['one is not the same as oneself in the same seat', { appointed: { of: 'chair', same: 'panel' } }, [['chair', 'A.'], ['member', 'B.']], false],

  ['two from one organisation are kin', kin, [['author', 'A.', from('Hospital')], ['chair', 'B.', from('Hospital')]], true], ['two from two organisations are not', kin, [['author', 'A.', from('Hospital')], ['chair', 'B.', from('Police')]], false], ['two from none are not', kin, [['author', 'A.'], ['chair', 'B.']], false], ['one from none is not', kin, [['author', 'A.'], ['chair', 'B.', from('Hospital')]], false],
  ['one of two who hold a seat together is enough', { appointed: { of: 'authors', organisation: 'chair' } }, [['authors', 'A.', from('Hospital')], ['authors', 'C.', from('Police')], ['chair', 'B.', from('Hospital')]], true], ['two of one body are not kin of it by themselves', { appointed: { of: 'chair', organisation: 'panel' } }, [['chair', 'A.', from('Hospital')], ['member', 'B.', from('Police')]], false], ['two seats of one body are', { appointed: { of: 'chair', organisation: 'panel' } }, [['chair', 'A.', from('Hospital')], ['member', 'B.', from('Hospital')]], true],

  ['what one declared is declared, however it is written', declared, [['chair', 'A.', says(' Direct involvement ')]], true], ['what one declared beside another is', declared, [['chair', 'A.', says('kinship', 'direct-involvement')]], true], ['what another seat declared is not', declared, [['author', 'A.', says('direct-involvement')]], false], ['something else is not', declared, [['chair', 'A.', says('kinship')]], false], ['nothing is not', declared, [['chair', 'A.']], false], ['what nobody declared is not', declared, [], false],
  ['what one of two seats declared is', declared, [['chair', 'A.'], ['member', 'B.', says('direct-involvement')]], true], ['what one declared whose time is over is not', declared, [['chair', 'A.', { until: '2026-12-07', declared: ['direct-involvement'] }]], false],
])('%s', (_name, criterion, seats, expected) => {
  expect(result(criterion, seats)).toBe(expected);
});

test('a rule on a seat is asked again at the very beginning of an appointment and after its end, though nobody acts', () => {
  const held = (then: string): unknown => result(vacant('chair'), [['chair', 'A.', { from: '2026-12-09', until: '2026-12-10' }]], then);
  expect(['2026-12-08T23:59', '2026-12-09T00:00', '2026-12-10T23:59', '2026-12-11T00:00'].map(held)).toEqual([true, false, false, true]);
});

describe('who declared an involvement when appointed', () => {
  const barred: Readonly<Record<string, Rule>> = { barred: { label: 'Nobody involved advises', then: { forbid: { seat: 'panel', of: 'advise' } }, strength: 'must' } };
  const advise: CommandBody = { type: 'decide', task: 'advise', options: ['yes'], meeting: { present: ['chair', 'member'] } };
  test.each<[name: string, seats: readonly Seat[], found: string | undefined]>([
    ['nobody', [['chair', 'A.'], ['member', 'B.']], undefined], ['one who is there', [['chair', 'A.'], ['member', 'B.', says('kinship')]], 'member'], ['one who stands in', [['chair', 'A.', { capacity: 'deputy', declared: ['kinship'] }], ['chair', 'B.']], 'chair'], ['one who watches', [['chair', 'A.', { capacity: 'observer', declared: ['kinship'] }]], undefined],
    ['one whose time is over', [['chair', 'A.', { until: '2026-12-06', declared: ['kinship'] }], ['chair', 'B.', { from: '2026-12-07' }]], undefined], ['one whom another followed', [['chair', 'A.', says('kinship')], ['chair', 'B.', { from: '2026-12-02' }]], undefined], ['one in a seat of no panel', [['author', 'A.', says('kinship')]], undefined], ['one who declared nothing in so many words', [['chair', 'A.', says()]], undefined],
  ])('does not advise: %s', (_name, seats, found) => {
    const outcome = appointed(seats, barred).tries('panel', advise);
    expect(outcome.ok ? undefined : [outcome.refusal.code, ...outcome.refusal.missing.map(({ id }) => id)]).toEqual(found === undefined ? undefined : ['declared-interest', found]);
  });
});
