// What is said of an act that a correction left without support, held whole: what it was, what it lacked, what was
// corrected, who confirms it; and which acts keep their support.
import { describe, expect, test } from 'vitest';
import type { Case, CommandBody, Finding } from '../../../engine/case/types.ts';
import type { Hold, Procedure, Rule, Task, Timescale } from '../../../engine/procedure/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const base = procedureWith({ report: { ...fiveDays, label: 'Report', adjust: { by: ['manager'], reason: true } } as Timescale, day: { ...fiveDays, for: 'publish', label: 'Day', amount: { agreed: true }, adjust: { by: ['manager'], reason: false } } as Timescale });
const rule = (then: Rule['then'], more: Partial<Rule> = {}): Rule => ({ label: 'A death is told first', if: { var: 'died' }, then, strength: 'must', ...more });
/** A death goes to the review; anything else aside. */
const procedureOf = (rules: Readonly<Record<string, Rule>> = {}): Procedure => ({
  ...base, rules, stages: { ...base.stages, aside: { kind: 'other', label: 'Aside', owner: 'manager' } },
  transitions: [{ id: 'on-death', from: ['alert'], on: { done: 'send-alert' }, if: { var: 'died' }, to: 'review' }, { id: 'on-else', from: ['alert'], on: { done: 'send-alert' }, otherwise: true, to: 'aside' }, { id: 'stop', label: 'Stop here', from: ['review'], on: { chosen: { by: ['manager'] } }, to: 'aside' }, { id: 'end', from: ['aside'], on: { done: 'take-down' }, to: 'ended' }] as unknown as Procedure['transitions'],
  holds: { trial: { label: 'Trial', by: ['manager'], stops: {}, until: { released: true, if: { var: 'died' } }, resume: 'remainder' } as unknown as Hold, free: { label: 'Free', by: ['manager'], stops: {}, until: { released: true }, resume: 'remainder' } as unknown as Hold },
  tasks: { ...base.tasks, visit: { shape: 'record', label: 'Visit', by: ['health', 'manager'], in: ['review'], raised: 'by-choice' } as Task, 'take-down': { ...base.tasks['take-down'], in: ['aside', 'review'] } as Task, free: { shape: 'record', label: 'Free', by: ['manager'], in: ['alert', 'review', 'aside'] } as Task },
});
const correct = (values: Parameters<typeof answers>[0]): CommandBody => ({ type: 'recordAnswers', mode: 'correct', answers: answers(values), reason: 'It was another child.' });
const sends: CommandBody = { type: 'sendExchange', task: 'send-alert' };
const completes = (task: string): CommandBody => ({ type: 'completeTask', task });
const found = ({ findings }: Case): readonly Finding[] => findings.filter(({ code }) => code === 'unsupported-act');
type Did = CommandBody | readonly [role: string, body: CommandBody];
function flagged(acts: readonly Did[], { died = true, rules = {}, then = { died: !died } as Parameters<typeof answers>[0] } = {}): readonly Finding[] {
  const story: Story = begun(procedureOf(rules), '2026-12-07T09:00', { died, size: 'small' });
  for (const did of acts) { const [role, body] = Array.isArray(did) ? did as readonly [string, CommandBody] : ['manager', did as CommandBody]; story.does(role, body); }
  expect(found(story.case)).toStrictEqual([]);
  return found(story.does('manager', correct(then)));
}
const told = (event: string, words: string, more: Partial<Finding> = {}, by = 'Manager'): Finding => ({ code: 'unsupported-act', event, ...more, words: `${words} It stands. Corrected since: “Child died”.`, remedy: `${by} confirms that it stands, or the stage it belongs to is taken up again.` });

describe('an act in a stage that the case, as corrected, was never in', () => {
  test.each<[name: string, act: Did, words: string, more: Partial<Finding>, by?: string]>([
    ['done', completes('write'), '“Write the report” was done at a time when, on what is known now, the case did not ask for it.', { task: 'write' }],
    ['raised', ['health', { type: 'raiseTask', task: 'visit' }], '“Visit” was raised at a time when, on what is known now, it was not there to be raised.', { task: 'visit' }, 'Health'],
    ['withdrawn', { type: 'withdrawTask', task: 'write', reason: 'No need.' }, '“Write the report” was withdrawn at a time when, on what is known now, it was not open.', { task: 'write' }],
    ['chosen', { type: 'takeTransition', transition: 'stop' }, 'The route “Stop here” was chosen at a time when, on what is known now, it was not open.', {}],
    ['dated', { type: 'agreeDate', timescale: 'day', on: '2026-12-20' }, '“Publish” was given another date, and on what is known now the case does not ask for it.', { task: 'publish' }],
    ['sent', { type: 'sendExchange', task: 'checks' }, '“Agency checks” was done at a time when, on what is known now, the case did not ask for it.', { task: 'checks' }],
    ['decided', { type: 'decide', task: 'outcome', options: ['go-on'] }, '“Outcome” was done at a time when, on what is known now, the case did not ask for it.', { task: 'outcome' }],
  ])('is flagged where it was %s', (_name, act, words, more, by) => {
    expect(flagged([sends, act]).filter(({ event }) => event === 'act-3')).toStrictEqual([told('act-3', words, more, by)]);
  });
  test('keeps its support where it stands in the other stage too', () => {
    expect([flagged([sends, completes('take-down')]), flagged([sends, completes('free')]), flagged([sends, { type: 'startHold', hold: 'free', reason: 'x' }, { type: 'releaseHold', hold: 'free' }])]).toStrictEqual([[], [], []]);
  });
  test('keeps its support where something else was corrected', () => {
    expect(flagged([sends, completes('write'), { type: 'withdrawTask', task: 'copy', reason: 'No.' }, { type: 'agreeDate', timescale: 'day', on: '2026-12-20' }, ['health', { type: 'raiseTask', task: 'visit' }]], { then: { aware: '2026-12-01' } })).toStrictEqual([]);
  });
});

test('a date agreed before its task comes up keeps its support while the task may still come', () => {
  expect(flagged([{ type: 'agreeDate', timescale: 'day', on: '2026-12-20' }], { then: { aware: '2026-12-01' } })).toStrictEqual([]);
});

test('a closing that nothing speaks against, and the reopening of a closed case, keep their support', () => {
  const story = begun({ ...procedureOf(), closing: { by: ['manager'], reopen: { by: ['manager'], to: 'alert', reason: true } } as Procedure['closing'] & object }, '2026-12-07T09:00', { died: true });
  story.does('manager', { type: 'closeCase' });
  story.does('manager', { type: 'reopenCase', reason: 'More is known.' });
  expect(found(story.does('manager', correct({ died: false })))).toStrictEqual([]);
});

test('a hold released that had ended by itself is flagged, and one that had not is not', () => {
  const acts: readonly Did[] = [{ type: 'startHold', hold: 'trial', reason: 'Asked.' }, { type: 'releaseHold', hold: 'trial' }];
  expect(flagged(acts, { died: false }).map(({ words }) => words)).toContain('“Trial” was released at a time when, on what is known now, it was not in force. It stands. Corrected since: “Child died”.');
  expect(flagged(acts, { died: false, then: { aware: '2026-12-01' } })).toStrictEqual([]);
});

describe('an act that a rule forbids on the facts as corrected', () => {
  const act: readonly Did[] = [completes('free')];
  const of = (one: Rule) => flagged(act, { died: false, rules: { rule: one } });
  test('is flagged with the rule, where it is a must that forbids this task', () => {
    expect(of(rule({ forbid: { task: 'free' } }))).toStrictEqual([told('act-2', '“Free” was done although, on what is known now, “A death is told first” forbade it.', { task: 'free', rule: 'rule' })]);
    expect([of(rule({ forbid: { task: 'free' } }, { strength: 'should' })), of(rule({ forbid: { task: 'write' } })), of(rule({ require: { task: 'duty' } })), of(rule({ require: { task: 'free' } })), of(rule({ require: { fields: ['aware'], of: 'free' } }))]).toStrictEqual([[], [], [], [], []]);
  });
  test('names each question that was corrected since', () => {
    expect(flagged(act, { died: false, rules: { rule: rule({ forbid: { task: 'free' } }) }, then: { died: true, aware: '2026-12-01' } })[0]?.words).toBe('“Free” was done although, on what is known now, “A death is told first” forbade it. It stands. Corrected since: “Child died” and “Became aware on”.');
  });
  test('is flagged for a sending as well, and not where the answers stay as they were', () => {
    const sending: readonly Did[] = [sends];
    const rules = { rule: rule({ forbid: { task: 'send-alert' } }) };
    expect(flagged(sending, { died: false, rules }).map(({ task, rule: by }) => [task, by])).toStrictEqual([['send-alert', 'rule']]);
    expect(flagged(sending, { died: false, rules, then: { size: 'small' } })).toStrictEqual([]);
  });
});

test('a sending whose gate is, as corrected, not answered yes is flagged with the question', () => {
  const gated: Procedure = {
    ...base, rules: {}, disclosure: { names: { label: 'Names', gate: 'clear' } } as NonNullable<Procedure['disclosure']>,
    parties: { ...base.parties, health: { kind: 'agency', title: 'Health', outside: true, maySee: [] } }, questions: { ...base.questions, clear: { type: 'yes-no', label: 'Names are taken out' } },
  };
  const story = begun(gated, '2026-12-07T09:00');
  story.does('manager', { ...sends, answers: answers({ clear: true }) } as CommandBody);
  expect(found(story.case)).toStrictEqual([]);
  expect(found(story.does('manager', correct({ aware: '2026-12-01' })))).toStrictEqual([]);
  expect(found(story.does('manager', correct({ clear: false })))).toStrictEqual([{ code: 'unsupported-act', event: 'act-2', task: 'send-alert', words: '“Send the alert” went although, on what is known now, “Names are taken out” is not answered yes. It stands. Corrected since: “Became aware on” and “Names are taken out”.', remedy: 'Manager confirms that it stands, or the stage it belongs to is taken up again.' }]);
});
