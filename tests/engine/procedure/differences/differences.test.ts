// What a business manager reads between two versions, on the invented small procedure.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { differences, WEIGHTS, type Difference } from '../../../../engine/procedure/differences/index.ts';
import { readProcedure } from '../../../../engine/procedure/read.ts';
import type { Procedure } from '../../../../engine/procedure/types.ts';

type Draft = { -readonly [K in keyof Procedure]: Draft_<Procedure[K]> };
type Draft_<T> = T extends object ? { -readonly [K in keyof T]: Draft_<T[K]> } : T;

const read = readProcedure(readFileSync(new URL('../../../fixtures/procedures/everything.json', import.meta.url), 'utf8'));
if (!read.ok) throw new Error(read.problems[0]?.words);
const was = read.procedure;

/** The differences that an edit of a copy makes. */
function after(edit: (draft: Draft) => void): readonly Difference[] {
  const now = structuredClone(was) as Draft;
  edit(now);
  return differences(was, now as Procedure);
}

function part<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the procedure has no such part');
  return value;
}

const lines = (edit: (draft: Draft) => void): readonly string[] => after(edit).map(({ words }) => words);

describe('a clock', () => {
  const clocks = (draft: Draft) => part(draft.timescales);

  test('says what both versions share once', () => {
    expect(lines((draft) => { Object.assign(part(clocks(draft)['second']), { amount: 5, from: { sent: 'tell' } }); })).toEqual([
      'Decide: time not given after the later of Tell the board being raised, the day planned for Tell the board, Tell the board being done, Tell the board being sent, entering Open, leaving Open, Yes, First rule becoming true, the day Tell the board is due and the day chosen by “Days” → 5 working days after Tell the board being sent',
    ]);
    const five = structuredClone(was) as Draft;
    Object.assign(part(clocks(five)['second']), { amount: 5, from: { sent: 'tell' } });
    const three = structuredClone(five);
    part(clocks(three)['second']).amount = 3;
    expect(differences(five as Procedure, three as Procedure)).toEqual([{
      kind: 'changed', weight: 'clock', element: { collection: 'timescales', id: 'second', pointer: '/timescales/second/amount' }, stage: 'inside', label: 'Decide', part: 'Time allowed',
      words: 'Decide: 5 → 3 working days after Tell the board being sent', was: '5 working days after Tell the board being sent', now: '3 working days after Tell the board being sent',
    }]);
  });

  test('that comes is said in full', () => {
    expect(lines((draft) => { clocks(draft)['new'] = { for: 'tell', direction: 'at-least-before', amount: 1, unit: 'weeks', from: { planned: 'decide' }, basis: 'local', label: 'Warning' }; }))
      .toEqual(['Clock added: Tell the board (“Warning”), at least 1 week before the day planned for Decide']);
  });

  test('that is counted by a reading changes with it', () => {
    const [one] = after((draft) => { part(draft.settings?.['unit']).default = 'calendar-days'; });
    expect(one).toMatchObject({ weight: 'clock', words: 'Days: read as: “Working days” → “Calendar days” (read by 3 clocks)' });
  });
});

describe('who decides', () => {
  test('is told as a sentence', () => {
    expect(lines((draft) => { const task = part(draft.tasks['decide']); task.by = ['chair']; delete task.agreement; }))
      .toEqual(['Decide: now decided by Chair alone (was: Police and Health, by a majority of the votes cast, Health among them, with the casting vote of Chair, otherwise “No” (entered by any of Chair or Police))']);
  });

  test('a deputy is a change of people', () => {
    expect(after((draft) => { part(draft.parties['police']).deputies = [{ party: 'health', tasks: ['tell'], when: 'absent' }]; }))
      .toMatchObject([{ kind: 'added', weight: 'people', label: 'Police', words: 'Police: deputy added: Health, for Tell the board, when absent' }]);
  });
});

describe('the diagram', () => {
  test('a stage that comes and a route that goes', () => {
    expect(after((draft) => {
      draft.stages['second'] = { kind: 'review', label: 'Second review', owner: 'chair' };
      draft.transitions = draft.transitions.filter(({ id }) => id !== 'back');
    })).toMatchObject([
      { kind: 'added', weight: 'route', stage: 'second', words: 'Stage added: Second review, review, Chair' },
      { kind: 'removed', weight: 'route', stage: 'group', element: { collection: 'transitions', id: 'back', pointer: '/transitions/2' }, words: 'Route removed: from “Group” to where the case came from, when Chair or Police chooses, with a reason' },
    ]);
  });

  test('a route that is looked at sooner than another out of the same stage', () => {
    expect(after((draft) => { draft.transitions = [1, 0, 2, 3, 4, 5].map((at) => part(draft.transitions[at])); }))
      .toMatchObject([{ kind: 'moved', weight: 'route', words: 'Route from “Open” to “Group” and “Closed”: moved in the order, now before the route from “Open” and “Inside” to “Group” (Go on)' }]);
  });

  test('an order that decides nothing weighs no more than a place', () => {
    expect(after((draft) => { draft.transitions = [0, 1, 2, 3, 5, 4].map((at) => part(draft.transitions[at])); })).toMatchObject([{ kind: 'moved', weight: 'layout' }]);
  });

  test('a box that was moved comes last; one of a new stage is not told apart from it', () => {
    expect(after((draft) => {
      draft.layout = { open: { x: 90, y: 20 }, closed: { x: 30, y: 40 }, second: { x: 1, y: 1 } };
      draft.stages['second'] = { kind: 'review', label: 'Second review' };
      part(draft.questions['died']).label = 'Did the child die?';
    }).map(({ kind, weight, words }) => [kind, weight, words])).toEqual([
      ['added', 'route', 'Stage added: Second review, review'],
      ['reworded', 'wording', 'Question reworded: “Has the child died?” → “Did the child die?”'],
      ['moved', 'layout', 'Moved on the diagram: Open'],
    ]);
  });
});

test('they come heaviest first, in the order that is documented', () => {
  const weights = differences(was, { ...was, layout: {}, parties: {}, questions: {}, rules: {}, timescales: {}, transitions: [], sources: {} }).map(({ weight }) => weight);
  expect(new Set(weights)).toEqual(new Set(WEIGHTS));
  expect(weights).toEqual(WEIGHTS.flatMap((weight) => weights.filter((one) => one === weight)));
});

test('a rule is told with its strength and both criteria', () => {
  expect(after((draft) => { Object.assign(part(part(draft.rules)['nine']), { strength: 'may', if: { var: 'died' } }); })).toMatchObject([
    { weight: 'rule', label: 'Rule that calls the case “Another kind”', words: 'Rule that calls the case “Another kind”: holds when: always → “Has the child died?” is yes' },
    { weight: 'rule', was: 'must', now: 'may' },
  ]);
});

test('a text in one more language is reworded, and both languages are shown', () => {
  expect(after((draft) => { part(draft.stages['open']).label = { en: 'Open', cy: 'Agor' }; })).toMatchObject([{ kind: 'reworded', was: '“Open”', now: '“Open” (en), “Agor” (cy)' }]);
});

test('two parties of one title are told apart by their ids', () => {
  const one = after((draft) => { part(draft.parties['police']).title = 'Health'; part(draft.tasks['yearly']).by = ['police']; }).find(({ label }) => label === 'Yearly');
  expect(one?.now).toBe('Health');
  const now = structuredClone(was) as Draft;
  part(now.parties['police']).title = 'Health';
  part(now.tasks['yearly']).by = ['police'];
  const other = structuredClone(now);
  part(other.tasks['yearly']).by = ['health'];
  expect(differences(now as Procedure, other as Procedure)).toMatchObject([{ was: 'Health (police)', now: 'Health (health)' }]);
});

test('what holds anyway and is now written out changes nothing for a case', () => {
  expect(after((draft) => { part(draft.rules?.['two']).unknown = 'wait'; })).toMatchObject([{ weight: 'layout', was: 'it waits, as usual', now: 'it waits, written out' }]);
});

test('what was left out and what is an empty list differ in writing only', () => {
  const none = { ...was, gaps: [] };
  const { gaps: _, ...without } = was;
  expect(differences(without, none)).toMatchObject([{ weight: 'layout', words: 'The procedure: gaps: left out → an empty list' }]);
});
