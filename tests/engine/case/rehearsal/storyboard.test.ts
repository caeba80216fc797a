// The storyboard: entries in order of time whatever is done to them, changes that leave the rest alone, and a run on the
// engine that says for each step what the whole story would.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newScenario, storyAdded, storyBegun, storyCaseAt, storyChanged, storyDoubled, storyItem, storyMoved, storyMovedTo, storyOf, storyProblems, storyRemoved, storyRun } from '../../../../engine/case/rehearsal/index.ts';
import type { Scenario, StoryItem } from '../../../../engine/case/rehearsal/index.ts';
import { compiledForScenario } from '../../../../engine/case/rehearsal/index.ts';
import { walk, versionsOf } from '../../../../engine/index.ts';
import { londonDay, parseDateTime, parseDay } from '../../../../engine/time/index.ts';
import { filesIn, procedureOf, scenarioIn, slugs } from './shipped.ts';

const shipped = slugs.flatMap((slug) => filesIn(`examples/${slug}/scenarios/`).map((path) => scenarioIn(path)));
const story = shipped.find(({ procedure, injects = [], questions = [] }) => procedure === 'tower-hamlets' && injects.length > 0 && questions.length > 0) ?? fail();
function fail(): never { throw new Error('no scenario'); }
const inOrder = (all: readonly { readonly at?: string }[]): boolean => all.every((one, index) => index === 0 || (all[index - 1]?.at ?? '') <= (one.at ?? ''));
const wordsOf = (all: readonly StoryItem[]): readonly string[] => all.map(({ part: { at: _at, ...part } }) => JSON.stringify({ ...part, id: '', occurred: '' })).toSorted();
const day = (at: string): number => londonDay(parseDateTime(at) ?? 0);

test.each(shipped)('“$title” stands on the storyboard whole, in order of time, with nothing to mend', (scenario) => {
  const items = storyOf(scenario);
  expect(items.length).toBe(scenario.steps.length + (scenario.injects?.length ?? 0) + (scenario.questions?.length ?? 0) + (scenario.notes?.length ?? 0));
  expect(inOrder(items)).toBe(true);
  for (const item of items) expect(storyItem(scenario, item.pointer)?.part).toBe(item.part);
  const procedure = procedureOf(scenario.procedure);
  expect(storyProblems(storyRun(compiledForScenario(scenario, procedure), scenario), scenario, procedure)).toEqual([]);
});

describe('a change', () => {
  const places = storyOf(story).map(({ pointer }) => pointer);
  const done = fc.record({ what: fc.constantFrom('add', 'move', 'move-after', 'double', 'remove', 'to'), place: fc.nat(), days: fc.integer({ min: -40, max: 40 }) });

  test('keeps every list in order of time, and its pointer leads to what was changed', () => {
    fc.assert(fc.property(fc.array(done, { maxLength: 12 }), (changes) => {
      let scenario: Scenario = story;
      for (const { what, place, days } of changes) {
        const items = storyOf(scenario);
        const pointer = items[place % Math.max(1, items.length)]?.pointer ?? '';
        const before = storyItem(scenario, pointer);
        const change = what === 'add' ? storyAdded(scenario, 'notes', { at: '2026-12-22T10:00', words: `note ${place}` }) : what === 'double' ? storyDoubled(scenario, pointer) : what === 'remove' ? storyRemoved(scenario, pointer) : what === 'to' ? storyMovedTo(scenario, pointer, '2026-12-23T11:11') : storyMoved(scenario, pointer, { days }, what === 'move-after');
        for (const list of ['steps', 'injects', 'questions', 'notes'] as const) expect(inOrder(change.scenario[list] ?? [])).toBe(true);
        if (what !== 'remove' && what !== 'add' && before !== undefined) expect(wordsOf([storyItem(change.scenario, change.pointer) ?? before])).toEqual(wordsOf([before]));
        scenario = change.scenario;
      }
    }));
  });
  test('of one entry leaves all others the same objects', () => {
    for (const pointer of places) {
      const moved = storyMoved(story, pointer, { days: 1 }, false);
      const kept = new Set(storyOf(moved.scenario).map(({ part }) => part));
      expect(storyOf(story).filter(({ part }) => !kept.has(part)).length).toBe(storyItem(story, pointer)?.at === '' ? 0 : 1);
    }
  });
  test('a day later is the same time of day on the next day, with everything after it when that is asked, over the change to summer time too', () => {
    const steps = story.steps.map((step, index) => ({ ...step, at: `2027-03-${String(20 + Math.min(9, index)).padStart(2, '0')}T09:30` }));
    const { scenario } = storyMoved({ ...story, steps, injects: [], questions: [], notes: [] }, '/steps/5', { days: 4 }, true);
    expect(scenario.steps.map(({ at }) => at.slice(11))).toEqual(steps.map(() => '09:30'));
    expect(scenario.steps.map(({ at }, index) => day(at) - day(steps[index]?.at ?? ''))).toEqual(steps.map((_, index) => (index < 5 ? 0 : 4)));
  });
  test('what is doubled has a name of its own, and what is removed is gone', () => {
    const { scenario, pointer } = storyDoubled(story, '/questions/0');
    expect(new Set(scenario.questions?.map(({ id }) => id)).size).toBe(scenario.questions?.length);
    expect(storyRemoved(scenario, pointer).scenario.questions).toEqual(story.questions);
  });
});

test('a story begun on another day keeps its working days, its times and the days it writes down', () => {
  const calendar = compiledForScenario(story, procedureOf(story.procedure)).calendars.get(procedureOf(story.procedure).conventions.calendar) ?? fail();
  const moved = storyBegun(story, calendar, parseDay('2028-05-02') ?? 0, 'working-days');
  const [was, is] = [story, moved].map(({ steps }) => steps.map(({ at }) => day(at)));
  expect(moved.steps.map(({ at }) => at.slice(11))).toEqual(story.steps.map(({ at }) => at.slice(11)));
  for (let index = 1; index < story.steps.length; index += 1) {
    const [a = 0, b = 0, c = 0, d = 0] = [was?.[index - 1], was?.[index], is?.[index - 1], is?.[index]];
    if (calendar.isWorking(a) && calendar.isWorking(b)) expect(calendar.distance(c, d)).toBe(calendar.distance(a, b));
  }
  expect(JSON.stringify(moved)).not.toMatch(/"2026-\d\d-\d\d/);
});

describe('the run on the engine', () => {
  const procedure = procedureOf(story.procedure);
  const compiled = compiledForScenario(story, procedure);
  test('says of each step what the whole story does, also when only a part was run anew', () => {
    const run = storyRun(compiled, story);
    const whole = walk(story, versionsOf([compiled]));
    expect(run.steps.map(({ refusal }) => refusal === undefined)).toEqual(whole.steps.map(({ outcome }) => outcome !== 'refused'));
    expect(run.steps.at(-1)?.case?.events).toEqual(whole.events);
    for (const place of [0, 4, story.steps.length - 1]) {
      const { scenario } = storyRemoved(story, `/steps/${place}`);
      expect(storyRun(compiled, scenario, run).steps.map(({ refusal }) => refusal?.words)).toEqual(storyRun(compiled, scenario).steps.map(({ refusal }) => refusal?.words));
      expect(storyRun(compiled, scenario, run).steps.slice(0, place)).toEqual(run.steps.slice(0, place));
    }
  });
  test('an act left out is a problem at the acts that wait for it; without an opening there is one problem, not one for each', () => {
    const { scenario } = storyRemoved(story, '/steps/0');
    const problems = storyProblems(storyRun(compiled, scenario), scenario, procedure);
    expect(problems.filter(({ pointer }) => pointer.endsWith('/do')).map(({ pointer }) => pointer)).toEqual(['/steps/0/do']);
    expect(problems[0]?.words).toMatch(/No case has been opened/);
  });
  test('words that are missing are said where they are missing', () => {
    const empty: Scenario = { ...story, title: ' ', injects: [{ id: 'x', at: '2027-01-04T10:00', kind: 'media', title: '', words: 'Said.' }], questions: [{ id: 'q', at: '2027-01-04T10:00', ask: 'What?', choices: [{ words: 'A', feedback: '' }] }] };
    expect(storyProblems(storyRun(compiled, empty), empty, procedure).map(({ pointer }) => pointer)).toEqual(['/title', '/injects/0/title', '/questions/0/choices', '/questions/0/choices/0', '/questions/0/choices']);
  });
  test('where the case stands is looked up at any moment, before it is open too', () => {
    const run = storyRun(compiled, story);
    expect(storyCaseAt(run, '2020-01-01T09:00')).toBeUndefined();
    for (const [index, step] of story.steps.entries()) expect(storyCaseAt(run, step.at, index)?.events.length).toBe(run.steps[index]?.case?.events.length);
  });
});

test.each(slugs)('a new storyboard of %s opens a case once its first form is filled: only the opening is to mend', (slug) => {
  const procedure = procedureOf(slug);
  const scenario = newScenario(procedure, 'own-new', parseDay('2027-01-04') ?? 0, { title: 'New', opening: 'It begins.', invented: 'Invented.' });
  const problems = storyProblems(storyRun(compiledForScenario(scenario, procedure), scenario), scenario, procedure);
  expect(problems.every(({ pointer }) => pointer === '/steps/0/do')).toBe(true);
  const named = storyChanged(scenario, '/steps/0', { ...(scenario.steps[0] ?? fail()), person: 'B.B.' }).scenario;
  expect(named.steps[0]).toMatchObject({ person: 'B.B.', at: '2027-01-04T09:00' });
});
