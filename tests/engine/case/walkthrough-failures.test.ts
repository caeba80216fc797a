// What a walkthrough tells that does not hold on its procedure: the step, the place in the file, what was expected, what
// was found and a sentence; of the whole, what came of each step.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { commandOf, walk } from '../../../engine/case/walkthrough.ts';
import type { Expectation, WalkFailure, Walkthrough, WalkthroughCommand, WalkthroughStep } from '../../../engine/case/walkthrough-types.ts';
import type { Procedure, Stage } from '../../../engine/procedure/types.ts';
import { fiveDays, instant, procedureWith } from './clockwork.ts';

const base = procedureWith({ report: fiveDays, 'a/b': { ...fiveDays, for: 'copy' }, replies: { ...fiveDays, for: 'checks', each: 'recipient' } });
const procedure: Procedure = {
  ...base, parties: { ...base.parties, family: { kind: 'participant', title: 'Family', outside: true } },
  rules: { ...base.rules, private: { label: 'Nothing is published', then: { forbid: { task: 'publish' } }, strength: 'must' } },
  stages: { ...base.stages, alert: { ...base.stages['alert'], caseType: 'Alert' } as Stage },
};
const versions = versionsOf([compile(procedure, { version: 1, hash: 'h' })]);
const open: WalkthroughCommand = { type: 'openCase', reference: 'IN-1', door: 'front', answers: { aware: '2026-12-07', died: { status: 'unknown' } } } as WalkthroughCommand;
const act = (at: string, what: WalkthroughCommand, more: Partial<Extract<WalkthroughStep, { do: unknown }>> = {}): WalkthroughStep => ({ at: `2026-12-${at}`, as: 'manager', person: 'Q.X.', do: what, ...more });
const look = (at: string, expected: Expectation): WalkthroughStep => ({ at: `2026-12-${at}`, look: true, expect: expected });
const alerted = act('07T10:00', { type: 'sendExchange', task: 'send-alert' });
const asked = act('07T10:30', { type: 'sendExchange', task: 'checks' });
const story = (...steps: readonly WalkthroughStep[]): Walkthrough => ({ format: 1, id: 'small', title: 'Small', procedure: 'invented', invented: 'All invented.', steps });
const begun = (...steps: readonly WalkthroughStep[]): Walkthrough => story(act('07T09:00', open), ...steps);

test.each<[name: string, walkthrough: Walkthrough, told: readonly WalkFailure[]]>([
  ['an act before a case is open', story(act('07T09:00', { type: 'addNote', words: 'Hello.' })), [{ step: 1, pointer: '/steps/0/do', expected: 'an open case', found: 'none', words: 'No case has been opened yet, so nothing can be done in it.' }]],
  ['an act that is refused', begun(act('07T10:00', { type: 'completeTask', task: 'write' })), [{ step: 2, pointer: '/steps/1/do', expected: 'accepted', found: 'refused (not-open)', words: 'The act was refused: “Write the report” is not open now.' }]],
  ['an act that was to be refused and is not', begun(act('07T10:00', { type: 'addNote', words: 'Hello.' }, { expect: { refused: { code: 'closed' } } })), [{ step: 2, pointer: '/steps/1/expect/refused', expected: 'a refusal (closed)', found: 'accepted', words: 'The act was to be refused, and was accepted.' }]],
  ['an act refused for another reason', begun(act('07T10:00', { type: 'completeTask', task: 'write' }, { expect: { refused: { code: 'closed' } } })), [{ step: 2, pointer: '/steps/1/expect/refused', expected: 'closed', found: 'not-open', words: 'The act was refused for another reason: “Write the report” is not open now.' }]],
  ['an act refused by no rule where one was named', begun(act('07T10:00', { type: 'completeTask', task: 'write' }, { expect: { refused: { code: 'not-open', rule: 'death-told' } } })), [{ step: 2, pointer: '/steps/1/expect/refused', expected: 'not-open by death-told', found: 'not-open', words: 'The act was refused for another reason: “Write the report” is not open now.' }]],
  ['an act refused by the rule that was named', begun(alerted, act('07T10:10', { type: 'completeTask', task: 'publish' }, { expect: { refused: { code: 'forbidden', rule: 'private' } } })), []],
  ['an act refused by another rule than was named', begun(alerted, act('07T10:10', { type: 'completeTask', task: 'publish' }, { expect: { refused: { code: 'forbidden', rule: 'death-told' } } })), [{ step: 3, pointer: '/steps/2/expect/refused', expected: 'forbidden by death-told', found: 'forbidden by private', words: 'The act was refused for another reason: “Publish” is not allowed now: Nothing is published.' }]],
  ['an act refused as expected', begun(act('07T10:00', { type: 'completeTask', task: 'write' }, { expect: { refused: { code: 'not-open' } } })), []],
  ['a time that cannot be read', begun(look('32T09:00', { stages: ['review'] })), [{ step: 2, pointer: '/steps/1/at', expected: 'a moment such as 2026-12-10T09:05', found: '2026-12-32T09:00', words: 'The step has no time that can be read, so it was left out.' }]],
  ['other stages', begun(look('07T11:00', { stages: ['review', 'ended'] })), [{ step: 2, pointer: '/steps/1/expect/stages', expected: 'ended, review', found: 'alert', words: 'The case is in other stages.' }]],
  ['no stages', begun(look('07T11:00', { stages: [] })), [{ step: 2, pointer: '/steps/1/expect/stages', expected: 'none', found: 'alert', words: 'The case is in other stages.' }]],
  ['another case type', begun(look('07T11:00', { caseType: 'Review' })), [{ step: 2, pointer: '/steps/1/expect/caseType', expected: 'Review', found: 'Alert', words: 'The case has another case type.' }]],
  ['a case that is not closed', begun(look('07T11:00', { closed: true })), [{ step: 2, pointer: '/steps/1/expect/closed', expected: 'closed', found: 'open', words: 'The case is not closed.' }]],
  ['a case that is closed', begun(alerted, act('08T10:00', { type: 'decide', task: 'outcome', options: ['end'] }), look('08T11:00', { closed: false })), [{ step: 4, pointer: '/steps/3/expect/closed', expected: 'open', found: 'closed', words: 'The case is closed.' }]],
  ['tasks that are not open', begun(look('07T11:00', { open: ['send-alert', 'write', 'dance'] })), [{ step: 2, pointer: '/steps/1/expect/open/1', expected: 'write open', found: 'write not raised', words: 'The task write is not open.' }, { step: 2, pointer: '/steps/1/expect/open/2', expected: 'dance open', found: 'dance not raised', words: 'The task dance is not open.' }]],
  ['a task that is done', begun(alerted, look('07T11:00', { open: ['send-alert'] })), [{ step: 3, pointer: '/steps/2/expect/open/0', expected: 'send-alert open', found: 'send-alert done', words: 'The task send-alert is not open.' }]],
  ['a task that is open', begun(alerted, look('07T11:00', { notOpen: ['send-alert', 'write'] })), [{ step: 3, pointer: '/steps/2/expect/notOpen/1', expected: 'write not open', found: 'write open', words: 'The task write is open.' }]],
  ['a sending that went to others', begun(alerted, look('07T11:00', { sent: { 'send-alert': ['police', 'health'], checks: ['health'] } })), [{ step: 3, pointer: '/steps/2/expect/sent/send-alert', expected: 'health, police', found: 'health', words: 'The exchange send-alert went to others.' }, { step: 3, pointer: '/steps/2/expect/sent/checks', expected: 'health', found: 'none', words: 'The exchange checks went to others.' }]],
  ['a recipient who was only added', begun(alerted, act('07T10:30', { type: 'addRecipient', task: 'checks', recipient: 'manager', reason: 'Asked.' }), look('07T11:00', { sent: { checks: ['manager'] } })), [{ step: 4, pointer: '/steps/3/expect/sent/checks', expected: 'manager', found: 'none', words: 'The exchange checks went to others.' }]],
  ['a date and a state', begun(alerted, look('07T11:00', { due: { report: { date: '2026-12-15', state: 'met' } } })), [{ step: 3, pointer: '/steps/2/expect/due/report/date', expected: '2026-12-15', found: '2026-12-14', words: 'The deadline report falls on another date. 5 working days after Mon 7 Dec 2026: Mon 14 Dec 2026.' }, { step: 3, pointer: '/steps/2/expect/due/report/state', expected: 'met', found: 'due', words: 'The deadline report stands otherwise. 5 working days after Mon 7 Dec 2026: Mon 14 Dec 2026.' }]],
  ['a deadline that there is not', begun(alerted, look('07T11:00', { due: { dance: { state: 'due' } } })), [{ step: 3, pointer: '/steps/2/expect/due/dance', expected: 'a deadline', found: 'none', words: 'There is no deadline dance.' }]],
  ['a deadline with a stroke in its name', begun(alerted, look('07T11:00', { due: { 'a/b': { state: 'met' } } })), [{ step: 3, pointer: '/steps/2/expect/due/a~1b/state', expected: 'met', found: 'due', words: 'The deadline a/b stands otherwise. 5 working days after Mon 7 Dec 2026: Mon 14 Dec 2026.' }]],
  ['a deadline of several recipients without a name', begun(alerted, asked, look('07T11:00', { due: { replies: { state: 'due' } } })), [{ step: 4, pointer: '/steps/3/expect/due/replies', expected: 'one deadline', found: '2', words: 'There are several deadlines replies; name the recipient after a stroke.' }]],
  ['a deadline of one of several recipients', begun(alerted, asked, look('07T11:00', { due: { 'replies/health': { state: 'met' }, 'replies/police': { date: '2026-12-14', state: 'due' } } })), [{ step: 4, pointer: '/steps/3/expect/due/replies~1health/state', expected: 'met', found: 'due', words: 'The deadline replies/health stands otherwise. 5 working days after Mon 7 Dec 2026: Mon 14 Dec 2026.' }]],
])('is told: %s', (_name, walkthrough, told) => {
  expect(walk(walkthrough, versions).failures).toStrictEqual(told);
});

test('a case in a part of a stage is in that part; what has no case type, no date or was never raised is told so', () => {
  const { caseType: _caseType, ...alert } = procedure.stages['alert'] as Stage;
  const nested = versionsOf([compile({ ...procedure, stages: { ...procedure.stages, alert: alert as Stage, review: { ...procedure.stages['review'], initial: 'part' } as Stage, part: { kind: 'other', label: 'Part', within: 'review', owner: 'manager' } } }, { version: 1, hash: 'h' })]);
  const unknown = act('07T09:00', { type: 'openCase', reference: 'IN-1', door: 'front', answers: {} } as WalkthroughCommand);
  const told = (expected: Expectation) => walk(story(unknown, alerted, look('07T11:00', expected)), nested).failures.map(({ pointer, expected: wanted, found }) => `${pointer.slice(16)} ${wanted}: ${found}`);
  expect(told({ stages: ['part'] })).toStrictEqual([]);
  expect(told({ stages: ['review'], caseType: 'Alert', due: { report: { date: '2026-12-14' } }, sent: { duty: ['health'] } })).toStrictEqual(['stages review: part', 'caseType Alert: none', 'sent/duty health: none', 'due/report/date 2026-12-14: no date']);
});

test('all that holds of one moment is told as holding, whatever the order in which it is written', () => {
  const expected: Expectation = { stages: ['review'], caseType: 'Alert', closed: false, open: ['write', 'outcome'], notOpen: ['send-alert', 'publish-later'], sent: { 'send-alert': ['health'], checks: ['police', 'health'], write: [] }, due: { report: { date: '2026-12-14', state: 'due' } } };
  expect(walk(begun(alerted, asked, look('07T11:00', expected)), versions).failures).toStrictEqual([]);
});

describe('a walkthrough that was run', () => {
  test('says of each step what came of it and where the case stood', () => {
    const { steps } = walk(story(
      act('07T08:00', { type: 'addNote', words: 'Too early.' }), act('07T09:00', open), look('07T09:30', {}), alerted, act('07T11:00', { type: 'completeTask', task: 'send-alert' }, { expect: { refused: { code: 'already-done' } } }),
    ), versions);
    expect(steps.map(({ step, at, outcome, stages, refusal }) => [step, at, outcome, stages, refusal?.code])).toStrictEqual([
      [1, '2026-12-07T08:00', 'refused', [], undefined], [2, '2026-12-07T09:00', 'accepted', ['alert'], undefined], [3, '2026-12-07T09:30', 'looked', ['alert'], undefined],
      [4, '2026-12-07T10:00', 'accepted', ['review'], undefined], [5, '2026-12-07T11:00', 'refused', ['review'], 'already-done'],
    ]);
  });

  test('is nothing while no case is open', () => {
    const { events, case: held } = walk(story(look('07T09:00', { closed: true })), versions);
    expect([events, held]).toStrictEqual([[], undefined]);
  });

  test('stops before the first step that is later than asked, and does the one at that very moment', () => {
    const whole = begun(alerted, asked, look('09T09:00', {}));
    expect(walk(whole, versions, { until: instant('2026-12-07T10:00') }).steps.map(({ step }) => step)).toStrictEqual([1, 2]);
  });

  test('keeps for whom an act was entered', () => {
    expect(walk(begun(act('07T10:00', { type: 'addNote', words: 'They rang.' }, { onBehalfOf: 'family' })), versions).events[1]?.actor).toStrictEqual({ person: 'Q.X.', role: 'manager', onBehalfOf: 'family' });
  });

  test('keeps who acted and when it happened, under ids made of its own or of the one given', () => {
    const late = act('08T10:00', { type: 'addNote', words: 'Told.' }, { as: 'health', person: 'H.H.', occurred: '2026-12-07T12:00' });
    const of = (id?: string) => walk(begun(late), versions, id === undefined ? {} : { case: id }).events.map(({ id: event, case: held, actor, occurred, recorded }) => [event, held, actor, occurred, recorded]);
    expect(of()[1]).toStrictEqual(['small-2', 'small', { person: 'H.H.', role: 'health' }, instant('2026-12-07T12:00'), instant('2026-12-08T10:00')]);
    expect(of('given').map(([event, held]) => [event, held])).toStrictEqual([['given-1', 'given'], ['given-2', 'given']]);
  });
});

test.each<[name: string, what: WalkthroughCommand, command: Readonly<Record<string, unknown>>]>([
  ['of an opening names the case and brings answers, none if it has none', { type: 'openCase', reference: 'IN-1', door: 'front' } as WalkthroughCommand, { type: 'openCase', reference: 'IN-1', door: 'front', answers: {}, case: 'c', id: 'c-4', salt: 'c-4' }],
  ['of another act brings no answers if it has none', { type: 'addNote', words: 'Hello.' }, { type: 'addNote', words: 'Hello.', id: 'c-4', salt: 'c-4' }],
  ['brings each answer as a value or as not known', { type: 'recordAnswers', mode: 'change', answers: { died: true, aware: { status: 'unknown' }, parts: ['a'] } } as WalkthroughCommand, { type: 'recordAnswers', mode: 'change', answers: { died: { value: true }, aware: { status: 'unknown' }, parts: { value: ['a'] } }, id: 'c-4', salt: 'c-4' }],
  ['of a confirmation names the event of the step', { type: 'confirmAct', step: 2, reason: 'It stands.' } as WalkthroughCommand, { type: 'confirmAct', event: 'c-2', reason: 'It stands.', id: 'c-4', salt: 'c-4' }],
])('the command %s', (_name, what, command) => {
  expect(commandOf(act('07T09:00', what) as Extract<WalkthroughStep, { do: unknown }>, 'c', 3)).toStrictEqual(command);
});
