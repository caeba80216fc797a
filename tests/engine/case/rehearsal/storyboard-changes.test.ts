// Each change of a storyboard on a small one, held whole: where every entry then stands, and where the changed one is.
import { describe, expect, test } from 'vitest';
import { freeId, storyAdded, storyBegun, storyChanged, storyDoubled, storyItem, storyMoved, storyMovedTo, storyOf, storyRemoved } from '../../../../engine/case/rehearsal/index.ts';
import type { Scenario, StoryChange, StoryPart } from '../../../../engine/case/rehearsal/index.ts';
import { compile } from '../../../../engine/case/compile.ts';
import type { WalkthroughStep } from '../../../../engine/case/walkthrough-types.ts';
import { parseDay } from '../../../../engine/time/index.ts';
import { procedureWith } from '../clockwork.ts';

const step = (at: string, words: string, more: object = {}): WalkthroughStep => ({ at, as: 'manager', person: 'M.M.', do: { type: 'addNote', words }, ...more });
const inject = (at: string, id: string) => ({ id, at, kind: 'media', title: id, words: 'Said.' } as const);
const question = (at: string, id: string) => ({ id, at, ask: 'What?', choices: [] });
const story: Scenario = {
  format: 1, id: 'small', title: 'Small', procedure: 'invented', invented: 'All invented.',
  steps: [step('2026-12-07T09:00', 'a'), step('2026-12-08T10:00', 'b', { occurred: '2026-12-07T23:30' }), step('2026-12-08T10:00', 'c'), step('2026-12-09T10:00', 'd')],
  injects: [inject('2026-12-08T10:00', 'press'), inject('2026-12-09T09:00', 'press-2')], questions: [question('2026-12-08T10:00', 'why')],
  notes: [{ words: 'Always.' }, { at: '2026-12-08T10:00', words: 'Now.' }],
};
const nameOf = (part: StoryPart): string => ('id' in part ? part.id : 'do' in part ? String(part.do['words']) : 'words' in part ? part.words : 'look');
const told = ({ scenario, pointer }: StoryChange): readonly [string, string] => [pointer, storyOf(scenario).map(({ part, at }) => `${nameOf(part)} ${at.slice(5)}`).join(', ')];
const asItWas = 'Always. , a 12-07T09:00, Now. 12-08T10:00, press 12-08T10:00, why 12-08T10:00, b 12-08T10:00, c 12-08T10:00, press-2 12-09T09:00, d 12-09T10:00';

describe('the entries', () => {
  test('stand in order of time; at one moment notes, news and questions before what is done', () => {
    expect(told({ scenario: story, pointer: '' })[1]).toBe(asItWas);
    expect(storyOf({ ...story, injects: undefined, notes: undefined } as unknown as Scenario).map(({ pointer, list, index, at }) => [pointer, list, index, at])).toStrictEqual([
      ['/steps/0', 'steps', 0, '2026-12-07T09:00'], ['/questions/0', 'questions', 0, '2026-12-08T10:00'], ['/steps/1', 'steps', 1, '2026-12-08T10:00'], ['/steps/2', 'steps', 2, '2026-12-08T10:00'], ['/steps/3', 'steps', 3, '2026-12-09T10:00']]);
  });

  test.each<[pointer: string, found: string | undefined]>([
    ['/steps/0', '/steps/0'], ['/steps/1/do/words', '/steps/1'], ['/injects/1', '/injects/1'], ['/notes/0', '/notes/0'], ['/questions/0/choices', '/questions/0'],
    ['/steps/4', undefined], ['/steps/12', undefined], ['/steps', undefined], ['/steps/', undefined], ['/steps/0x', undefined], ['/cast/0', undefined], ['steps/0', undefined], ['x/steps/0', undefined], ['', undefined],
  ])('the pointer %j leads to %j', (pointer, found) => {
    expect(storyItem(story, pointer)?.pointer).toBe(found);
  });
});

test.each<[name: string, change: () => StoryChange, pointer: string, order: string]>([
  ['added stands after those of the same moment', () => storyAdded(story, 'steps', step('2026-12-08T10:00', 'new')), '/steps/3', asItWas.replace('c 12-08T10:00', 'c 12-08T10:00, new 12-08T10:00')],
  ['added first', () => storyAdded(story, 'injects', inject('2026-12-06T09:00', 'new')), '/injects/0', asItWas.replace('a 12', 'new 12-06T09:00, a 12')],
  ['added without a moment stands before all', () => storyAdded(story, 'notes', { words: 'new' }), '/notes/1', asItWas.replace('Always. ', 'Always. , new ')],
  ['added to a list that was not there', () => storyAdded({ ...story, questions: undefined } as unknown as Scenario, 'questions', question('2026-12-08T10:00', 'why')), '/questions/0', asItWas],
  ['changed to a later moment goes there', () => storyChanged(story, '/steps/1', step('2026-12-10T10:00', 'B')), '/steps/3', `${asItWas.replace(' b 12-08T10:00,', '')}, B 12-10T10:00`],
  ['changed among many of one moment keeps its place', () => storyChanged({ ...story, steps: Array.from({ length: 12 }, (_, index) => step('2026-12-08T10:00', `s${index}`)) }, '/steps/11', step('2026-12-08T10:00', 'last')), '/steps/11', `Always. , Now. 12-08T10:00, press 12-08T10:00, why 12-08T10:00, ${Array.from({ length: 11 }, (_, index) => `s${index} 12-08T10:00, `).join('')}last 12-08T10:00, press-2 12-09T09:00`],
  ['changed that is not there changes nothing', () => storyChanged(story, '/steps/9', step('2026-12-10T10:00', 'B')), '/steps/9', asItWas],
  ['removed is gone, and nothing else', () => storyRemoved(story, '/steps/1'), '', asItWas.replace(' b 12-08T10:00,', '')],
  ['removed that is not there changes nothing', () => storyRemoved(story, '/notes/9'), '/notes/9', asItWas],
  ['doubled has the next name that is free', () => storyDoubled(story, '/injects/0'), '/injects/1', asItWas.replace('press 12-08T10:00', 'press 12-08T10:00, press-3 12-08T10:00')],
  ['doubled without a name stands just after the first', () => storyDoubled(story, '/steps/1'), '/steps/2', asItWas.replace('b 12-08T10:00', 'b 12-08T10:00, b 12-08T10:00')],
  ['doubled that is not there changes nothing', () => storyDoubled(story, '/steps/9'), '/steps/9', asItWas],
  ['moved by days alone leaves the others', () => storyMoved(story, '/steps/0', { days: 1 }, false), '/steps/0', asItWas.replace(' a 12-07T09:00,', '').replace('Always. ,', 'Always. , a 12-08T09:00,')],
  ['moved by minutes over midnight', () => storyMoved(story, '/steps/3', { minutes: 14 * 60 }, false), '/steps/3', asItWas.replace('d 12-09T10:00', 'd 12-10T00:00')],
  ['moved by nothing stays', () => storyMoved(story, '/steps/0', {}, false), '/steps/0', asItWas],
  ['moved that is not there changes nothing', () => storyMoved(story, '/steps/9', { days: 1 }, true), '/steps/9', asItWas],
  ['moved without a moment changes nothing', () => storyMoved(story, '/notes/0', { days: 1 }, true), '/notes/0', asItWas],
  ['moved with what comes after takes the later of its own moment too, and everything later', () => storyMoved(story, '/steps/1', { days: 1 }, true), '/steps/1', 'Always. , a 12-07T09:00, Now. 12-09T10:00, press 12-09T10:00, why 12-09T10:00, b 12-09T10:00, c 12-09T10:00, press-2 12-10T09:00, d 12-10T10:00'],
  ['moved with what comes after leaves what stood before it in its own list', () => storyMoved(story, '/steps/2', { days: 1 }, true), '/steps/2', 'Always. , a 12-07T09:00, b 12-08T10:00, Now. 12-09T10:00, press 12-09T10:00, why 12-09T10:00, c 12-09T10:00, press-2 12-10T09:00, d 12-10T10:00'],
  ['moved back with what comes after', () => storyMoved(story, '/injects/1', { days: -1, minutes: 30 }, true), '/injects/0', 'Always. , a 12-07T09:00, press-2 12-08T09:30, Now. 12-08T10:00, press 12-08T10:00, why 12-08T10:00, b 12-08T10:00, c 12-08T10:00, d 12-08T10:30'],
  ['put at another moment', () => storyMovedTo(story, '/steps/0', '2026-12-08T11:45'), '/steps/2', `${asItWas.replace(' a 12-07T09:00,', '').replace('c 12-08T10:00', 'c 12-08T10:00, a 12-08T11:45')}`],
  ['put at an earlier moment', () => storyMovedTo(story, '/steps/3', '2026-12-06T08:15'), '/steps/0', asItWas.replace(', d 12-09T10:00', '').replace('a 12', 'd 12-06T08:15, a 12')],
  ['put at a moment for the first time', () => storyMovedTo(story, '/notes/0', '2026-12-08T11:45'), '/notes/1', asItWas.replace('Always. , ', '').replace('c 12-08T10:00', 'c 12-08T10:00, Always. 12-08T11:45')],
  ['put at what is no moment changes nothing', () => storyMovedTo(story, '/steps/0', 'soon'), '/steps/0', asItWas],
  ['put that is not there changes nothing', () => storyMovedTo(story, '/steps/9', '2026-12-08T11:45'), '/steps/9', asItWas],
])('an entry %s', (_name, change, pointer, order) => {
  expect(told(change())).toStrictEqual([pointer, order]);
});

test('entries that stand in no order are put in order of time, those of one moment as they were', () => {
  const times = ['12T10:00', '10T10:00', '11T10:00', '10T10:00', '09T10:00', '12T10:00', '08T10:00'];
  const mixed = { ...story, steps: times.map((at, index) => step(`2026-12-${at}`, `s${index}`)), injects: [], questions: [], notes: [{ words: 'n' }] };
  const ordered = ['s6', 's4', 's1', 's3', 's2', 's0', 's5'];
  expect(storyOf(mixed).map(({ part }) => nameOf(part))).toStrictEqual(['n', ...ordered]);
  const { scenario, pointer } = storyAdded(mixed, 'steps', step('2026-12-10T10:00', 'new'));
  expect([scenario.steps.map(nameOf), pointer]).toStrictEqual([['s6', 's4', 's1', 's3', 'new', 's2', 's0', 's5'], '/steps/4']);
  const notes = [{ at: '2026-12-09T10:00', words: 'b' }, { words: 'x' }, { at: '2026-12-08T10:00', words: 'a' }, { words: 'y' }];
  expect(storyAdded({ ...story, notes }, 'notes', { words: 'z' }).scenario.notes?.map(nameOf)).toStrictEqual(['x', 'y', 'z', 'a', 'b']);
});

test('what happened before it was entered moves with its entry, and only there', () => {
  const occurred = (change: StoryChange) => change.scenario.steps.map((one) => ('occurred' in one ? one.occurred : ''));
  expect(occurred(storyMoved(story, '/steps/1', { days: 1, minutes: 45 }, false))).toStrictEqual(['', '', '', '2026-12-09T00:15']);
  expect(occurred(storyMovedTo(story, '/steps/1', '2026-12-08T09:00'))).toStrictEqual(['', '2026-12-07T22:30', '', '']);
});

test('a time that cannot be read stays as it is', () => {
  const odd = { ...story, steps: [step('2026-12-07T09:00', 'a'), step('2026-12-08Tnoon', 'b'), step('2026-13-08T10:00', 'c', { occurred: 'before' })] };
  expect(storyMoved(odd, '/steps/0', { days: 1 }, true).scenario.steps).toStrictEqual([step('2026-12-08T09:00', 'a'), step('2026-12-08Tnoon', 'b'), step('2026-13-08T10:00', 'c', { occurred: 'before' })]);
});

test('days and minutes are London’s over the change of the clocks', () => {
  const at = (change: StoryChange) => change.scenario.steps[0]?.at;
  const spring = { ...story, steps: [step('2027-03-27T09:30', 'a')] };
  expect([at(storyMoved(spring, '/steps/0', { days: 1 }, false)), at(storyMoved(spring, '/steps/0', { days: 1, minutes: 30 }, false)), at(storyMovedTo(spring, '/steps/0', '2027-03-28T11:00'))]).toStrictEqual(['2027-03-28T09:30', '2027-03-28T10:00', '2027-03-28T11:00']);
});

test.each<[wanted: string, free: string]>([['new', 'new'], ['press', 'press-3'], ['press-2', 'press-3'], ['press-7', 'press-3'], ['press-x', 'press-x'], ['2-press', '2-press'], ['other-12', 'other'], ['a-1-b', 'a-1-b']])('of news named press and press-2, another that asks for %s is named %s', (wanted, free) => {
  expect(freeId(story, 'injects', wanted)).toBe(free);
});
test('steps and notes have no names that could be taken', () => {
  expect([freeId(story, 'steps', 'a'), freeId(story, 'notes', 'a')]).toStrictEqual(['a', 'a']);
});

test('a story begun on another day moves each date that it writes down, and no other words', () => {
  const calendar = compile(procedureWith({}), { version: 1 }).calendars.get('office');
  if (!calendar) throw new Error('no calendar');
  const on = parseDay('2028-09-04') ?? 0;
  const dated: Scenario = { ...story, title: 'Begun 2026-12-07', opening: { until: '2026-12-07T08:30', words: 'On 2026-12-07.' }, minutes: 30, steps: [step('2026-12-07T09:00', '2026-12-09', { do: { type: 'recordAnswers', answers: { list: ['2026-12-10', 'x'], none: null, yes: true } } })], injects: [], questions: [], notes: [] };
  expect(storyBegun(dated, calendar, on, 'working-days')).toStrictEqual({ ...dated, opening: { until: '2028-09-04T08:30', words: 'On 2026-12-07.' }, steps: [step('2028-09-04T09:00', '', { do: { type: 'recordAnswers', answers: { list: ['2028-09-07', 'x'], none: null, yes: true } } })] });
  const bare = { ...dated, steps: [] };
  expect(storyBegun(bare, calendar, on, 'working-days')).toBe(bare);
});
