// Answers told without an act: who may tell them, what is said of those that are locked or go against one another, and which
// answers stay with one act.
import { describe, expect, test } from 'vitest';
import { tasks } from '../../../engine/case/tasks.ts';
import { rules } from '../../../engine/case/rules.ts';
import type { CommandBody, Refusal } from '../../../engine/case/types.ts';
import type { Value } from '../../../engine/criteria/types.ts';
import type { Procedure, Rule } from '../../../engine/procedure/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const bare = procedureWith({});
const yes = (label: string) => ({ type: 'yes-no' as const, label });
const procedure: Procedure = {
  ...bare,
  questions: { ...bare.questions, harmed: yes('Harmed'), care: yes('In care'), near: yes('Near'), close: yes('Close'), words: { type: 'text', label: 'Words' }, signed: { type: 'signature', label: 'Signed' }, own: yes('Told afresh') },
  forms: { paper: { label: 'Paper', sections: [{ id: 'one', label: 'Part one', questions: ['words'] }, { id: 'two', label: 'Part two', questions: ['near'], by: 'police', signature: 'signed' }] } } as unknown as NonNullable<Procedure['forms']>,
  tasks: { ...bare.tasks, paper: { shape: 'record', label: 'Fill in the paper', by: ['manager'], in: ['alert'], form: 'paper' }, plain: { shape: 'record', label: 'Plain', by: ['manager'] } },
};
const ruled = (declared: Pick<Rule, 'implies' | 'excludes'>, other: Partial<Rule> = {}, one: Partial<Rule> = {}): Procedure => ({
  ...procedure,
  rules: { one: { label: 'One', if: { var: 'died' }, then: { label: 'One' }, strength: 'must', ...declared, ...one }, other: { label: 'Other', if: { and: [{ var: 'care' }, { var: 'close' }] }, then: { label: 'Other' }, strength: 'must', ...other } as Rule },
});
const began = (values: Readonly<Record<string, Value>> = {}, of = procedure): Story => begun(of, '2026-12-07T09:00', values);
const tell = (values: Readonly<Record<string, Value>>, more: Partial<Extract<CommandBody, { type: 'recordAnswers' }>> = {}): CommandBody => ({ type: 'recordAnswers', mode: 'change', answers: answers(values), ...more });
const signed = (): Story => {
  const story = began();
  story.does('police', tell({ near: true, signed: 'P.P.' }, { task: 'paper' }));
  return story;
};
const ended = (): Story => {
  const story = began();
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  story.does('manager', { type: 'decide', task: 'outcome', options: ['end'] });
  return story;
};

test.each<[name: string, story: () => Story, role: string, body: CommandBody, told: Refusal]>([
  ['of a task that there is not', began, 'manager', tell({ words: 'A.' }, { task: 'dance' }), { code: 'unknown-task', words: 'The procedure of this case knows nothing called “dance”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['of a task of others', began, 'health', tell({ words: 'A.' }, { task: 'paper' }), { code: 'wrong-role', words: '“Fill in the paper” falls to Manager.', missing: [{ kind: 'role', id: 'manager', label: 'Manager' }], remedy: 'Ask Manager to do it, or act in that role if it is yours.' }],
  ['of a task without a form, of others', began, 'police', tell({ died: true }, { task: 'plain' }), { code: 'wrong-role', words: '“Plain” falls to Manager.', missing: [{ kind: 'role', id: 'manager', label: 'Manager' }], remedy: 'Ask Manager to do it, or act in that role if it is yours.' }],
  ['of a task in a case that closed, by whoever fills a part of its form', ended, 'police', tell({ near: true }, { task: 'paper' }), { code: 'closed', words: 'The case is closed.', missing: [], remedy: 'Reopen the case first, if your procedure provides for it.' }],
  ['with none', began, 'manager', tell({}), { code: 'missing-field', words: 'This needs at least one answer.', missing: [], remedy: 'Fill in what is named, then try again.' }],
  ['from a day that does not exist', began, 'manager', tell({ died: true }, { from: '2026-02-30' }), { code: 'bad-date', words: '“2026-02-30” is not a date.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['that another fills in', began, 'health', tell({ near: true }), { code: 'wrong-role', words: '“Near” in this falls to Police.', missing: [{ kind: 'role', id: 'police', label: 'Police' }], remedy: 'Ask Police to do it, or act in that role if it is yours.' }],
  ['that are signed', signed, 'police', tell({ near: false }), { code: 'locked', words: 'This would change what is signed: “Part two” is signed.', missing: [{ kind: 'field', id: 'near', label: 'Near' }], remedy: 'Whoever signed it may unlock it, with a reason; it is then signed anew.' }],
  ['that deny what follows from others', () => began({ died: true, close: true }, ruled({ implies: ['other'] })), 'manager', tell({ care: false }), { code: 'contradictory', words: 'This gives answers that contradict one another: “One” holds, and with it “Other” must hold; the answers say that it does not.', missing: [{ kind: 'field', id: 'care', label: 'In care' }], rule: 'one', remedy: 'Look again at the answers named, and correct what is wrong together with this.' }],
  ['that cannot stand beside others', () => began({ died: true, close: true }, ruled({ excludes: ['other'] })), 'manager', tell({ care: true }), { code: 'contradictory', words: 'This gives answers that contradict one another: “One” and “Other” both hold on the answers, and they cannot hold together.', missing: [{ kind: 'field', id: 'care', label: 'In care' }, { kind: 'field', id: 'close', label: 'Close' }], rule: 'one', remedy: 'Look again at the answers named, and correct what is wrong together with this.' }],
  ['of a note without words', began, 'manager', { type: 'addNote', words: ' ' }, { code: 'missing-field', words: 'A note needs words.', missing: [{ kind: 'field', id: 'words', label: 'Note' }], remedy: 'Fill in what is named, then try again.' }],
  ['of the absence of a party that there is not', began, 'manager', { type: 'recordAbsence', party: 'king', from: '2026-12-07' }, { code: 'unknown-task', words: 'The procedure of this case knows nothing called “king”.', missing: [], remedy: 'Choose one of those the procedure has.' }],
  ['of an absence from no day', began, 'manager', { type: 'recordAbsence', party: 'health', from: 'soon' }, { code: 'bad-date', words: '“soon” is not a date.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['of an absence until no day', began, 'manager', { type: 'recordAbsence', party: 'health', from: '2026-12-07', until: 'later' }, { code: 'bad-date', words: '“later” is not a date.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
  ['of an absence until a day before it', began, 'manager', { type: 'recordAbsence', party: 'health', from: '2026-12-07', until: '2026-12-06' }, { code: 'bad-date', words: '“2026-12-06” comes before the day on which the absence begins.', missing: [{ kind: 'date', id: 'date', label: 'Date' }], remedy: 'Give a date such as 10 December 2026.' }],
])('a telling %s is refused with what would help', (_name, story, role, body, told) => {
  expect(story().isRefused(role, body)).toStrictEqual(told);
});

test('what is told is written down as it was told', () => {
  const story = began();
  const last = (role: string, body: CommandBody) => { const { type, payload } = story.does(role, body).events.at(-1) ?? expect.fail('nothing'); return [type, payload]; };
  expect(last('police', tell({ near: true }, { task: 'paper' }))).toEqual(['answersRecorded', { task: 'paper', mode: 'change', answers: { near: { value: true } } }]);
  expect(last('manager', { type: 'addNote', words: 'They rang.' })).toEqual(['noteAdded', { words: 'They rang.' }]);
  expect(last('manager', { type: 'recordAbsence', party: 'health', from: '2026-12-07', until: '2026-12-07' })).toEqual(['absenceRecorded', { party: 'health', from: '2026-12-07', until: '2026-12-07' }]);
  story.does('manager', { type: 'completeTask', task: 'paper' });
  expect(last('manager', tell({ words: 'A.' }, { task: 'paper', mode: 'correct' }))[0]).toBe('answersRecorded');
});

describe('rules that bear on one another', () => {
  test('one that always holds contradicts nothing that follows from another, and one that there is not, nothing', () => {
    const { if: _if, ...always } = ruled({}).rules?.['other'] ?? expect.fail('no rule');
    const of = ruled({ implies: ['other', 'moon'], excludes: ['other', 'moon'] });
    expect(began({ died: true, care: false }, { ...of, rules: { ...of.rules, other: always } as NonNullable<Procedure['rules']> }).case.findings).toEqual([]);
  });

  test('what one implies holds by its own answers too, and holds not where neither does', () => {
    const result = (values: Readonly<Record<string, Value>>) => { const story = began(values, ruled({ implies: ['other'] })); return rules(story.versions, story.case).map(({ rule, result: found }) => `${rule} ${String(found)}`); };
    expect(result({ died: false, care: false })).toEqual(['one false', 'other false']);
    expect(result({ died: false, care: true, close: true })).toEqual(['one false', 'other true']);
    expect(result({ died: true })).toEqual(['one true', 'other true']);
    expect(result({ died: false })).toEqual(['one false', 'other unknown']);
  });

  test('a contradiction names each question it rests on, or says that there are others', () => {
    const remedy = (other: Partial<Rule>) => began({ died: true, care: true, close: true }, ruled({ excludes: ['other'] }, other, { strength: 'should' })).case.findings.map((finding) => finding.remedy);
    expect(remedy({})).toEqual(['Look again at “In care”, “Close”, and correct what is wrong.']);
    expect(remedy({ if: { entered: 'alert' } })).toEqual(['Look again at the answers on which they rest, and correct what is wrong.']);
  });

  test('a contradiction that came about without an answer stands against no further answer', () => {
    const story = began({ care: false }, ruled({ implies: ['other'] }, {}, { if: { entered: 'review' } }));
    expect(story.case.findings).toEqual([]);
    expect(story.does('manager', { type: 'sendExchange', task: 'send-alert' }).findings.map(({ code }) => code)).toEqual(['contradiction']);
    story.does('manager', tell({ harmed: true }));
  });

  test('answers that contradict one another are told and not refused where the rule only should hold', () => {
    const story = began({ died: true, close: true }, ruled({ implies: ['other'] }, {}, { strength: 'should' }));
    expect(story.does('manager', tell({ care: false })).findings.map(({ code, rule }) => [code, rule])).toEqual([['contradiction', 'one']]);
  });
});

describe('an answer that belongs to one act', () => {
  const of: Procedure = {
    ...procedure,
    questions: { ...procedure.questions, own: { ...yes('Told afresh'), each: 'act' }, on: { type: 'date', label: 'Heard on', each: 'act' } },
    forms: { hearing: { label: 'Hearing', sections: [{ id: 'all', label: 'All', questions: ['on', 'words'] }] } },
    tasks: { ...bare.tasks, ask: { shape: 'exchange', label: 'Ask', by: ['manager'], in: ['alert'], to: ['health', 'police'], expects: 'reply' }, hear: { shape: 'record', label: 'Hear', by: ['manager'], raised: 'by-choice', again: 'afresh', form: 'hearing' }, plain: { shape: 'record', label: 'Plain', by: ['manager'] } },
    rules: { asked: { label: 'Asked', then: { require: { fields: ['own'], of: 'ask' } }, strength: 'must' } },
    timescales: { own: { for: 'hear', direction: 'within', amount: 5, unit: 'calendar-days', from: { var: 'on' }, basis: 'local' }, other: { for: 'plain', direction: 'within', amount: 5, unit: 'calendar-days', from: { var: 'on' }, basis: 'local' } },
  };
  const ask = (recipient: string, values: Readonly<Record<string, Value>> = {}): CommandBody => ({ type: 'sendExchange', task: 'ask', recipients: [recipient], answers: answers(values) });

  test('is asked for by a rule alone too, and with each sending of an exchange that is under way', () => {
    const story = began({}, of);
    story.does('manager', ask('health', { own: true, died: false }));
    expect(story.isRefused('manager', ask('police'))).toStrictEqual({ code: 'missing-field', words: '“Ask” needs “Told afresh”.', missing: [{ kind: 'field', id: 'own', label: 'Told afresh' }], rule: 'asked', remedy: 'Fill in what is named, then try again.' });
    expect(story.case.tasks['ask']?.[0]?.answers).toEqual(answers({ own: true }));
    story.does('manager', ask('police', { own: false }));
  });

  test('stays with the act alone, and what else it says does not; a task that asks nothing afresh keeps none', () => {
    const story = began({}, of);
    story.does('manager', { type: 'completeTask', task: 'hear', answers: answers({ on: '2026-12-07', words: 'Heard.' }) });
    story.does('manager', { type: 'completeTask', task: 'plain', answers: answers({ died: true }) });
    expect([story.case.tasks['hear']?.[0]?.answers, story.case.tasks['plain']?.[0]?.answers]).toEqual([answers({ on: '2026-12-07' }), undefined]);
  });

  test('starts the clock of its own task anew and that of another as the case has it', () => {
    const story = began({}, of);
    story.does('manager', { type: 'completeTask', task: 'hear', answers: answers({ on: '2026-12-07' }) });
    story.does('manager', { type: 'raiseTask', task: 'hear' });
    expect(['own', 'other'].map((id) => clockOf(story, id, '2026-12-08T09:00')?.date)).toEqual([undefined, '2026-12-12']);
  });

  test('is not shown as said before the next act, and what the case says is', () => {
    const story = began({}, of);
    const shown = () => tasks(story.versions, story.case, story.now).find(({ id }) => id === 'hear')?.form;
    story.does('manager', { type: 'completeTask', task: 'hear', answers: answers({ on: '2026-12-07', words: 'Heard.' }) });
    story.does('manager', { type: 'raiseTask', task: 'hear' });
    expect(shown()).toEqual({ id: 'hearing', label: 'Hearing', sections: [{ id: 'all', label: 'All', asked: true, questions: ['on', 'words'] }], prefilled: {} });
  });
});
