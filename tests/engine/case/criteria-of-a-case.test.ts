// What each question to a case comes out as, from both sides: true, false or not known.
import { expect, test } from 'vitest';
import { compile } from '../../../engine/case/compile.ts';
import { caseAt } from '../../../engine/case/replay.ts';
import { rules } from '../../../engine/case/rules.ts';
import { scopeOf } from '../../../engine/case/scope.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Criterion, Procedure, Question, Task } from '../../../engine/procedure/types.ts';
import { answers } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const clock = { ...fiveDays, adjust: { by: ['manager'], reason: true } };
const bare = procedureWith({ report: { ...clock, from: { opened: true } }, copied: { ...clock, for: 'copy', from: { done: 'publish' } }, early: { ...clock, for: 'publish', direction: 'not-before', from: { opened: true } }, agreed: { ...clock, for: 'copy', amount: { agreed: true } }, replies: { ...clock, for: 'checks', act: 'replied', each: 'recipient', from: { opened: true } }, own: { ...clock, for: 'checks', each: 'recipient', from: { sent: 'checks' } }, gone: { ...clock, for: 'gone' } });
const decide = (label: string): Task => ({ shape: 'decide', label, by: ['manager'], in: ['alert'], raised: 'by-choice', again: 'afresh', choose: { least: 1, most: 2 }, options: [{ id: 'a', label: 'A' }, { id: 'b', label: 'B' }] });
const union: Question = { type: 'computed', label: 'All', compute: { union: { task: ['checks', 'others'], question: 'seen' }, sortBy: 'on', recipient: 'from' }, columns: {} } as unknown as Question;
const procedure: Procedure = {
  ...bare,
  parties: { ...bare.parties, lawyer: { kind: 'role', title: 'Lawyer' } },
  relations: { inquest: { label: 'Inquest', outside: true, effects: ['informs'] }, trial: { label: 'Trial', outside: true, effects: ['informs'] } },
  questions: { ...bare.questions, seen: { type: 'table', label: 'Seen', columns: { on: { type: 'date', label: 'On' } } }, all: union, other: { type: 'date', label: 'Other' }, sure: { type: 'yes-no', label: 'Sure' } },
  tables: { lengths: { label: 'Lengths', rows: [{ when: 'small', then: 3 }], otherwise: 7 }, closed: { label: 'Closed', rows: [{ when: 'small', then: 3 }], inForce: { until: '2026-12-06' } } } as unknown as NonNullable<Procedure['tables']>,
  tasks: {
    ...Object.fromEntries(Object.entries(bare.tasks).filter(([id]) => id !== 'duty').map(([id, task]) => [id, { ...task, in: ['alert'] }])), one: decide('One'), two: decide('Two'), gone: { shape: 'record', label: 'Gone', by: ['manager'], inForce: { until: '2026-12-06' } },
    checks: { ...bare.tasks['checks'], in: ['alert'], reply: { form: 'reply' } } as Task, others: { ...bare.tasks['checks'], label: 'Others', in: ['alert'], reply: { form: 'reply' } } as Task,
  },
  forms: { reply: { label: 'Reply', sections: [{ id: 'all', label: 'All', questions: ['seen'] }] } },
  transitions: [{ id: 'on', from: ['alert'], on: { chosen: { by: ['manager'] } }, to: 'review' }, { id: 'back', from: ['review'], on: { chosen: { by: ['manager'] } }, to: 'alert' }],
};

type Act = readonly [body: CommandBody, now?: string];
const does = (task: string): Act => [{ type: 'completeTask', task }];
const again = (task: string): Act => [{ type: 'raiseTask', task }];
const takes = (task: string, ...options: readonly string[]): Act => [{ type: 'decide', task, options }];
const goes = (transition: string): Act => [{ type: 'takeTransition', transition }];
const sends = (task: string): Act => [{ type: 'sendExchange', task }];
const replies = (recipient: string, on: readonly (string | undefined)[], task = 'checks'): Act => [{ type: 'recordReply', task, recipient, state: 'received', answers: answers({ seen: on.map((day) => (day === undefined ? {} : { on: day })) as never }) }];
const later = (now: string): Act => [{ type: 'addNote', words: 'Time passes.' }, now];
const absent = (from: string, until?: string, party = 'health'): Act => [{ type: 'recordAbsence', party, from, ...(until !== undefined && { until }) }];
const relates = (relation: string, state: 'open' | 'ended'): Act => [{ type: 'recordRelation', relation, state } as CommandBody];
const says = (values: Parameters<typeof answers>[0]): Act => [{ type: 'recordAnswers', mode: 'change', answers: answers(values) }];
const extends_ = (timescale: string): Act => [{ type: 'extendTimescale', timescale, to: '2026-12-30', reason: 'Ill.' }];
const agrees: Act = [{ type: 'agreeDate', timescale: 'agreed', on: '2026-12-20', reason: 'So.' } as CommandBody];
const differs: Criterion = { differs: ['one', 'two'] };
const day = '2026-12-07';

/** Of a case opened on Mon 7 Dec 2026 at 9:00: as it is heard when something happens, and as it is when asked for another reason. */
const results = (criterion: Criterion, acts: readonly Act[]): readonly unknown[] => [result(criterion, acts), result({ and: [criterion, { var: 'sure' }] }, [...acts, says({ sure: true })])];
function result(criterion: Criterion, acts: readonly Act[]): unknown {
  const story = begun({ ...procedure, rules: { asked: { label: 'Asked', if: criterion, then: { label: 'Asked' }, strength: 'must' }, other: { label: 'Other', if: { var: 'died' }, then: { label: 'Other' }, strength: 'must' } } }, `${day}T09:00`);
  for (const [body, now] of acts) story.does('manager', body, now === undefined ? {} : { now });
  return rules(story.versions, story.case).find(({ rule }) => rule === 'asked')?.result;
}

test.each<[name: string, criterion: Criterion, acts: readonly Act[], expected: boolean | 'unknown']>([
  ['a stage that was entered', { entered: 'alert' }, [], true], ['a stage that was entered and left', { entered: 'alert' }, [goes('on')], true], ['a stage that was not entered, though another was', { entered: 'review' }, [], false],
  ['a stage where it is', { at: 'alert' }, [], true], ['a stage that it left', { at: 'alert' }, [goes('on')], false], ['a stage to which it came back', { at: 'alert' }, [goes('on'), goes('back')], true],
  ['a task that was done', { done: 'copy' }, [does('copy')], true], ['a task that is open', { done: 'copy' }, [], false], ['a task that is open again', { done: 'one' }, [takes('one', 'a'), again('one')], false], ['a task that was withdrawn', { done: 'copy' }, [[{ type: 'withdrawTask', task: 'copy', reason: 'No.' }]], false],
  ['an option that was taken', { taken: ['one', 'a'] }, [takes('one', 'a')], true], ['an option beside which another was taken', { taken: ['one', 'b'] }, [takes('one', 'a', 'b')], true], ['an option that was not taken', { taken: ['one', 'b'] }, [takes('one', 'a')], false], ['an option of what is open', { taken: ['one', 'a'] }, [], false], ['an option of what is open again', { taken: ['one', 'a'] }, [takes('one', 'a'), again('one')], false],
  ['decisions of which neither is taken', differs, [], 'unknown'], ['decisions of which the first is taken', differs, [takes('one', 'a')], 'unknown'], ['decisions of which the second is taken', differs, [takes('two', 'a')], 'unknown'], ['decisions for the same', differs, [takes('one', 'a', 'b'), takes('two', 'b', 'a')], false],
  ['decisions for different ones', differs, [takes('one', 'a'), takes('two', 'b')], true], ['a decision for less', differs, [takes('one', 'a'), takes('two', 'a', 'b')], true], ['a decision for more', differs, [takes('one', 'a', 'b'), takes('two', 'a')], true], ['decisions of which one is open again', differs, [takes('one', 'a'), takes('two', 'b'), again('two')], 'unknown'],
  ['a time that runs', { met: 'report' }, [], 'unknown'], ['a time that was kept', { met: 'report' }, [does('write')], true], ['a time that ran out', { met: 'report' }, [later('2026-12-15T00:00')], false], ['a time in its last hour', { met: 'report' }, [later('2026-12-14T23:45')], 'unknown'],
  ['a time that was kept too late', { met: 'report' }, [[{ type: 'completeTask', task: 'write' }, '2026-12-15T00:00']], false], ['a time before which it was done', { met: 'early' }, [does('publish')], false], ['a time after which it was done', { met: 'early' }, [[{ type: 'completeTask', task: 'publish' }, '2026-12-14T00:00']], true], ['a time that never passes', { met: 'early' }, [later('2027-12-14T00:00')], 'unknown'],
  ['times of several of whom none is asked', { met: 'replies' }, [], 'unknown'], ['times of several of whom one kept it', { met: 'replies' }, [sends('checks'), replies('health', [])], 'unknown'], ['times of several who all kept it', { met: 'replies' }, [sends('checks'), replies('health', []), replies('police', [])], true], ['times of several of whom one did not', { met: 'replies' }, [sends('checks'), replies('health', []), later('2026-12-15T00:00')], false],
  ['whether it ran out while it runs', { lapsed: 'report' }, [], false], ['whether it ran out when it did', { lapsed: 'report' }, [later('2026-12-15T00:00')], true], ['whether it ran out while it waits for its start', { lapsed: 'copied' }, [], 'unknown'], ['whether it ran out once it started', { lapsed: 'copied' }, [does('publish')], false], ['whether it ran out for one of several', { lapsed: 'replies' }, [sends('checks'), replies('health', []), later('2026-12-15T00:00')], true], ['whether it ran out for any who all kept it', { lapsed: 'replies' }, [sends('checks'), replies('health', []), replies('police', []), later('2026-12-15T00:00')], false],
  ['whether it ran out for some who have no start yet', { lapsed: 'own' }, [sends('checks'), [{ type: 'addRecipient', task: 'checks', recipient: 'lawyer', reason: 'Asked.' }]], 'unknown'], ['whether a time that does not apply was kept', { met: 'gone' }, [], 'unknown'], ['whether a time that does not apply ran out', { lapsed: 'gone' }, [], false],
  ['a question with an answer', { answered: 'died' }, [says({ died: false })], true], ['a question that is not known', { answered: 'died' }, [[{ type: 'recordAnswers', mode: 'change', answers: { died: { status: 'unknown' } } }]], false], ['a question without an answer', { answered: 'died' }, [says({ size: 'small' })], false],
  ['whether it waits for its start', { pending: 'copied' }, [], true], ['whether it waits when it started', { pending: 'copied' }, [does('publish')], false], ['whether it waits while it runs', { pending: 'report' }, [], false],
  ['somebody absent on the only day', { absent: 'health' }, [absent(day, day)], true], ['somebody absent from the day on', { absent: 'health' }, [absent(day)], true], ['somebody absent up to the day', { absent: 'health' }, [absent('2026-12-01', day)], true], ['somebody absent from the next day', { absent: 'health' }, [absent('2026-12-08')], false], ['somebody absent up to the day before', { absent: 'health' }, [absent('2026-12-01', '2026-12-06')], false], ['somebody while another is absent', { absent: 'health' }, [absent(day, day, 'police')], false], ['somebody of whom nothing is said', { absent: 'health' }, [], false],
  ['a time that was extended', { extended: 'report' }, [extends_('report')], true], ['a time while another was extended', { extended: 'copied' }, [extends_('report')], false], ['a time that was agreed for the first time', { extended: 'agreed' }, [agrees], false], ['a time that nobody extended', { extended: 'report' }, [], false],
  ['a rule that holds', { rule: 'other' }, [says({ died: true })], true], ['a rule that does not', { rule: 'other' }, [says({ died: false })], false], ['a rule that waits', { rule: 'other' }, [], 'unknown'],
  ['a process that is open', { open: 'inquest' }, [relates('inquest', 'open')], true], ['a process that ended', { open: 'inquest' }, [relates('inquest', 'open'), relates('inquest', 'ended')], false], ['a process while another is open', { open: 'inquest' }, [relates('trial', 'open')], false], ['a process of which nothing is said', { open: 'inquest' }, [], false],
  ['a seat that nobody holds', { vacant: 'lawyer' }, [], true], ['a seat that somebody holds', { vacant: 'lawyer' }, [[{ type: 'appoint', seat: 'lawyer', person: 'L.L.', capacity: 'holder', from: day }]], false], ['a seat from the next day', { vacant: 'lawyer' }, [[{ type: 'appoint', seat: 'lawyer', person: 'L.L.', capacity: 'holder', from: '2026-12-08' }]], true],
  ['an entry of a table', { '==': [{ lookup: { table: 'lengths', with: { var: 'size' } } }, 3] }, [says({ size: 'small' })], true], ['an entry of a table for what is not known', { '==': [{ lookup: { table: 'lengths', with: { var: 'size' } } }, 3] }, [], 'unknown'], ['what a table says otherwise', { '==': [{ lookup: { table: 'lengths', with: { var: 'died' } } }, 7] }, [says({ died: true })], true], ['an entry of a table that is no more in force', { '==': [{ lookup: { table: 'closed', with: { var: 'size' } } }, 3] }, [says({ size: 'small' })], 'unknown'], ['an entry of a table that there is not', { '==': [{ lookup: { table: 'moon', with: { var: 'size' } } }, 3] }, [says({ size: 'small' })], 'unknown'],
  ['a setting', { '==': [{ setting: 'start' }, 'aware'] }, [], true], ['days between two dates', { '==': [{ distance: { from: 'aware', to: 'other', unit: 'working-days' } }, 5] }, [says({ aware: '2026-12-07', other: '2026-12-14' })], true], ['days from a date that is not known', { '==': [{ distance: { from: 'aware', to: 'other', unit: 'days' } }, 7] }, [says({ other: '2026-12-14' })], 'unknown'],
])('%s', (_name, criterion, acts, expected) => {
  expect(results(criterion, acts)).toEqual([expected, expected]);
});

test.each<[name: string, acts: readonly Act[], rows: number]>([
  ['nobody replied', [sends('checks')], 0], ['one replied', [sends('checks'), replies('health', ['2026-12-01', '2026-12-02'])], 2], ['both replied', [sends('checks'), replies('health', ['2026-12-01']), replies('police', [undefined])], 2],
  ['both replied, and one to another question', [sends('checks'), sends('others'), replies('health', ['2026-12-01']), replies('police', ['2026-12-02'], 'others')], 2], ['one replied, and it was withdrawn', [sends('checks'), replies('health', ['2026-12-01']), [{ type: 'withdrawTask', task: 'checks', reason: 'No.' }]], 0],
])('the rows of all replies are put together where %s', (_name, acts, rows) => {
  expect(result({ '==': [{ count: { var: 'all' } }, rows] }, acts)).toBe(true);
});

test('rows from all replies stand by their day, those of one day as they came, and those without a day last', () => {
  const story = begun({ ...procedure, rules: {} }, `${day}T09:00`);
  for (const [body] of [sends('checks'), sends('others'), replies('health', [undefined, '2026-12-03', '2026-12-01']), replies('police', ['2026-12-01', undefined]), replies('police', ['2026-12-02'], 'others')]) story.does('manager', body);
  const { folded } = caseAt(story.versions, story.case, story.now);
  const rows = (from: Procedure): unknown => scopeOf(compile({ ...from, rules: {} }, { version: 1, hash: 'h' }), folded, story.now).value('all');
  const sorted = [['health', '2026-12-01'], ['police', '2026-12-01'], ['police', '2026-12-02'], ['health', '2026-12-03'], ['health', undefined], ['police', undefined]].map(([party, on]) => (on === undefined ? { from: party } : { on, from: party }));
  expect(rows(procedure)).toStrictEqual(sorted);
  const plain = { ...union, compute: { union: { task: 'checks', question: 'seen' } } } as unknown as Question;
  expect(rows({ ...procedure, questions: { ...procedure.questions, all: plain } })).toStrictEqual([{}, { on: '2026-12-03' }, { on: '2026-12-01' }, { on: '2026-12-01' }, {}]);
});
