// The lines of a debrief one by one: which acts are duties, by which clock each is judged, what is nobody's fault, what is
// missed and what was never reached, and what an act is called.
import { describe, expect, test } from 'vitest';
import { asWritten, begin, compareWays, debriefOf, labelOf, moveTo, playbookOf, tryAct, wayOf } from '../../../../engine/case/rehearsal/index.ts';
import type { ComparedLine, Debrief, DutyLine, Playbook, Rehearsal, Scenario } from '../../../../engine/case/rehearsal/index.ts';
import { compile } from '../../../../engine/case/compile.ts';
import type { CommandBody } from '../../../../engine/case/types.ts';
import type { WalkthroughCommand, WalkthroughStep } from '../../../../engine/case/walkthrough-types.ts';
import type { Procedure, Task, Timescale } from '../../../../engine/procedure/types.ts';
import { fiveDays, instant, procedureWith } from '../clockwork.ts';

const report: Timescale = { ...fiveDays, label: 'Report written' };
function procedureOf(timescales: Readonly<Record<string, Timescale>>): Procedure {
  const base = procedureWith(timescales);
  const both = (id: string): Task => ({ ...base.tasks[id], by: ['manager', 'health'] } as Task);
  return {
    ...base, rules: {}, parties: { ...base.parties, police: { kind: 'agency', title: 'Police', outside: true } },
    tasks: { ...base.tasks, copy: { ...both('copy'), by: ['manager', 'health', 'police'] } as Task, 'take-down': { shape: 'record', label: 'Take down', in: ['review'] }, visit: { shape: 'record', label: 'Visit', by: ['manager'], in: ['alert', 'review'], raised: 'by-choice' }, outcome: { ...base.tasks['outcome'], choose: { least: 1, most: 2 }, options: [{ id: 'end', label: 'End' }, { id: 'go-on', label: 'Go on' }, { id: 'wait', label: 'Wait' }] } as unknown as Task },
    transitions: [...base.transitions, { id: 'stop', label: 'Stop here', from: ['review'], on: { chosen: { by: ['manager'] } }, to: 'ended' }] as unknown as Procedure['transitions'],
  };
}
const act = (at: string, what: WalkthroughCommand, as = 'manager'): WalkthroughStep => ({ at: `2026-12-${at}`, as, person: 'M.M.', do: what });
const opened = act('07T09:00', { type: 'openCase', reference: 'IN-1', door: 'front', answers: { aware: '2026-12-07' } });
const alert = act('07T10:00', { type: 'sendExchange', task: 'send-alert' });
const write = (at: string): WalkthroughStep => act(at, { type: 'completeTask', task: 'write' });
function bookOf(steps: readonly WalkthroughStep[], timescales: Readonly<Record<string, Timescale>> = { report }): Playbook {
  const scenario: Scenario = { format: 1, id: 'small', title: 'Small', procedure: 'invented', invented: 'All invented.', opening: { until: '2026-12-07T09:00', words: 'It begins.' }, steps: [opened, ...steps] };
  return playbookOf(scenario, compile(procedureOf(timescales), { version: 1, hash: 'h' }));
}
const at = (text: string): number => instant(`2026-12-${text}`);
type Did = readonly [at: string, what: CommandBody | number, role?: string];
/** Plays acts at their times, an expected one by its place. */
function wayWith(book: Playbook, clock: string, ...acts: readonly Did[]): Rehearsal {
  let now: Rehearsal = begin(book, 'r');
  for (const [when, what, role = 'manager'] of acts) {
    now = moveTo(book, now, at(when));
    const expected = typeof what === 'number' ? book.expected[what] : undefined;
    const after = typeof what === 'number' ? expected && asWritten(book, now, { ...expected, at: at(when) }) : tryAct(book, now, what, { role, person: 'M.M.' }).rehearsal;
    if (!after) throw new Error(`${when} is refused`);
    now = after;
  }
  return moveTo(book, now, at(clock));
}
const played = (book: Playbook, clock: string, ...acts: readonly Did[]): Debrief => debriefOf(book, wayWith(book, clock, ...acts));
const said = ({ lines }: Pick<Debrief, 'lines'>): readonly string[] => lines.map(({ label, verdict, lateWords }) => `${label}: ${verdict}${lateWords === undefined ? '' : `, ${lateWords}`}`);
const sendsAlert: Did = ['07T10:00', { type: 'sendExchange', task: 'send-alert' }];
const writes = (when: string): Did => [when, { type: 'completeTask', task: 'write' }];

describe('a duty', () => {
  test('is not what the scenario only tells of', () => {
    const told = [act('08T09:00', { type: 'addNote', words: 'Rang.' }), act('08T09:10', { type: 'assignTask', task: 'checks', person: 'N.N.' }), act('08T09:20', { type: 'recordAbsence', party: 'health', from: '2026-12-08' })];
    expect(said(played(bookOf([alert, ...told]), '08T12:00', sendsAlert))).toStrictEqual(['Send the alert: well']);
  });

  test('stands in the order in which it was to be done, also where the procedure demands it', () => {
    const soon: Timescale = { ...fiveDays, for: 'copy', label: 'Copy sent', unit: 'hours', amount: 24, from: { done: 'write' } };
    const lines = played(bookOf([alert, write('08T10:00'), act('11T10:00', { type: 'completeTask', task: 'publish' })], { soon }), '11T12:00', sendsAlert, writes('07T12:00')).lines;
    expect(said({ lines })).toStrictEqual(['Send the alert: well', 'Write the report: well', 'Copy sent: missed, 72 hours late', 'Publish: missed']);
    expect(lines.map(({ expected }) => expected)).toStrictEqual([at('07T10:00'), at('08T10:00'), at('08T12:00'), at('11T10:00')]);
  });

  test('done by another role that may do it too says by whom, and is talked about', () => {
    const { lines, talk } = played(bookOf([alert, act('08T10:00', { type: 'completeTask', task: 'copy' })]), '08T12:00', sendsAlert, ['08T11:00', { type: 'completeTask', task: 'copy' }, 'health']);
    expect(lines[1]).toMatchObject({ verdict: 'well', role: 'manager', by: 'health', done: at('08T11:00'), moment: 2 });
    expect(lines[0]).not.toHaveProperty('by');
    expect(talk).toStrictEqual([{ ask: 'Whose is “Send an advance copy”?', fact: 'Health did it; the scenario leaves it to Manager.', cites: [], moment: 2 }]);
  });

  test.each<[options: readonly string[], differently: string | undefined]>([[['end'], undefined], [['go-on'], 'Go on'], [['end', 'wait'], 'End, Wait'], [['wait', 'go-on'], 'Wait, Go on']])('of a decision for End is told, when %j was decided, as otherwise: %s', (options, differently) => {
    const line = played(bookOf([alert, act('08T10:00', { type: 'decide', task: 'outcome', options: ['end'] })]), '08T12:00', sendsAlert, ['08T11:00', { type: 'decide', task: 'outcome', options }]).lines[1];
    expect([line?.verdict, line?.differently]).toStrictEqual(['well', differently]);
    expect('differently' in (line ?? {})).toBe(differently !== undefined);
  });
});

test.each<[options: readonly string[], differently: string | undefined]>([[['end', 'wait'], undefined], [['wait', 'end'], undefined], [['end', 'go-on'], 'End, Go on'], [['end'], 'End']])('of a decision for End and Wait is told, when %j was decided, as otherwise: %s', (options, differently) => {
  const book = bookOf([alert, act('08T10:00', { type: 'decide', task: 'outcome', options: ['end', 'wait'] })]);
  expect(played(book, '08T12:00', sendsAlert, ['08T11:00', { type: 'decide', task: 'outcome', options }]).lines[1]?.differently).toBe(differently);
});

describe('of several clocks on one task', () => {
  const day = (text: string): number => at(`${text}T00:00`) - 1;
  test('the earliest bounds it, however they are written', () => {
    expect(played(bookOf([alert, write('08T10:00')], { report, quick: { ...fiveDays, amount: 2 } }), '08T12:00', sendsAlert).lines[1]).toMatchObject({ latest: day('10') });
    expect(played(bookOf([alert, write('08T10:00')], { quick: { ...fiveDays, amount: 2 }, report }), '08T12:00', sendsAlert).lines[1]).toMatchObject({ latest: day('10') });
  });

  test('that of its own recipient bounds a reply, that of the case what is for all', () => {
    const back: Timescale = { ...fiveDays, for: 'checks', each: 'recipient', act: 'replied', amount: 3, from: { sent: 'checks' } };
    const all: Timescale = { ...fiveDays, for: 'checks', label: 'All', amount: 1 };
    const replies = ['health', 'police'].map((recipient) => ({ type: 'recordReply', task: 'checks', recipient, state: 'received' } as const));
    const sends = { type: 'sendExchange', task: 'checks' } as const;
    const book = bookOf([alert, act('07T11:00', sends), ...replies.map((reply) => act('07T12:00', reply))], { back, all });
    const lines = (...acts: readonly Did[]) => played(book, '09T12:00', sendsAlert, ...acts).lines.slice(1).map(({ verdict, latest, lateWords }) => [verdict, latest, lateWords]);
    expect(lines(['07T11:00', sends], ...replies.map((reply): Did => ['07T12:00', reply]))).toStrictEqual([['well', day('09'), undefined], ['well', day('11'), undefined]]);
    expect(lines(['09T10:00', sends])).toStrictEqual([['late', day('09'), '1 working day late'], ['to-come', day('15'), undefined]]);
  });
});

describe('a date that the scenario itself lets pass', () => {
  const late = bookOf([alert, write('16T10:00')]);
  test.each<[name: string, when: string, told: string]>([
    ['is nobody’s fault where it is kept as there', '16T10:00', 'well'], ['is late where it is kept later', '17T10:00', 'late, 3 working days late'], ['is no fault where it is kept late and sooner than there', '15T10:00', 'well'], ['is well where it is kept in time', '14T10:00', 'well'],
  ])('%s', (_name, when, told) => {
    expect(said(played(late, '18T12:00', sendsAlert, writes(when)))[1]).toBe(`Write the report: ${told}`);
  });

  test('is not missed before the scenario comes to it', () => {
    expect([said(played(late, '15T12:00', sendsAlert)), said(played(late, '16T12:00', sendsAlert))]).toStrictEqual([['Send the alert: well', 'Write the report: to-come'], ['Send the alert: well', 'Write the report: missed']]);
  });

  test('is told from a date that passes only because the room was early', () => {
    const soon: Timescale = { ...fiveDays, for: 'copy', label: 'Copy sent', unit: 'hours', amount: 24, from: { done: 'write' } };
    const book = bookOf([alert, write('14T10:00'), act('16T10:00', { type: 'completeTask', task: 'copy' })], { soon });
    expect(said(played(book, '10T12:00', sendsAlert, writes('08T10:00')))).toStrictEqual(['Send the alert: well', 'Write the report: well', 'Send an advance copy: missed']);
    expect(said(played(book, '15T12:00', sendsAlert, writes('14T10:00')))[2]).toBe('Send an advance copy: to-come');
  });

  test('counts from when the scenario has it done, also before it is entered and for somebody else', () => {
    const soon: Timescale = { ...fiveDays, for: 'copy', label: 'Copy sent', amount: 1 };
    const copied = (when: string, more: object, acts: Did): readonly string[] => said(played(bookOf([alert, { ...act(when, { type: 'completeTask', task: 'copy' }), ...more } as WalkthroughStep], { soon }), '14T12:00', sendsAlert, acts)).slice(1);
    const copies: Did = ['10T10:00', { type: 'completeTask', task: 'copy' }];
    expect(copied('10T10:00', {}, copies)).toStrictEqual(['Send an advance copy: well']);
    expect(copied('10T10:00', { occurred: '2026-12-09T10:00' }, copies)).toStrictEqual(['Send an advance copy: late, 2 working days late']);
    expect(copied('09T10:00', { onBehalfOf: 'police' }, copies)).toStrictEqual(['Send an advance copy: late, 2 working days late']);
  });

  test('of a task that it never does is no fault either, late or not at all', () => {
    const book = bookOf([alert]);
    expect([said(played(book, '18T12:00', sendsAlert)), said(played(book, '18T12:00', sendsAlert, writes('16T10:00')))]).toStrictEqual([['Send the alert: well'], ['Send the alert: well']]);
  });
});

test('a duty of the procedure that was done late is told as late, with whose it was; of a task that nobody asked for nothing is told', () => {
  const soon = (task: string): Timescale => ({ ...fiveDays, for: task, label: `Soon: ${task}`, unit: 'hours', amount: 24, from: { done: 'write' }, cites: ['src#3'] } as Timescale);
  const book = bookOf([alert, write('14T10:00')], { copy: soon('copy'), down: soon('take-down'), duty: soon('visit') });
  const { lines } = played(book, '11T12:00', sendsAlert, writes('08T10:00'), ['10T10:00', { type: 'completeTask', task: 'copy' }]);
  const told = (task: string, role: string, verdict: DutyLine['verdict'], lateWords: string): DutyLine => ({ label: `Soon: ${task}`, task, role, verdict, expected: at('09T10:00'), latest: at('09T10:00'), sentence: '24 hours after 10:00 on Tue 8 Dec 2026: 10:00 on Wed 9 Dec 2026.', cites: ['src#3'], from: 'procedure', lateWords });
  expect(lines.slice(1, 3)).toStrictEqual([told('copy', 'manager', 'late', '24 hours late'), told('take-down', '', 'missed', '50 hours late')]);
  expect(said({ lines }).length).toBe(4);
});

describe('of several recipients', () => {
  const back: Timescale = { ...fiveDays, for: 'checks', label: 'Back', each: 'recipient', act: 'replied', amount: 1, from: { sent: 'checks' } };
  const send = (when: string, recipient: string): WalkthroughStep => act(when, { type: 'sendExchange', task: 'checks', recipients: [recipient] });
  const reply = (when: string, recipient: string): WalkthroughStep => act(when, { type: 'recordReply', task: 'checks', recipient, state: 'received' });
  const book = bookOf([alert, send('08T10:00', 'health'), send('09T10:00', 'police'), reply('09T12:00', 'health'), reply('10T12:00', 'police')], { back });
  const toHealth: Did = ['08T10:00', { type: 'sendExchange', task: 'checks', recipients: ['health'] }];
  const toPolice: Did = ['09T10:00', { type: 'sendExchange', task: 'checks', recipients: ['police'] }];
  const from = (when: string, recipient: string): Did => [when, { type: 'recordReply', task: 'checks', recipient, state: 'received' }];
  const replies = (debrief: Debrief) => { const { verdict, latest, moment } = debrief.lines.find(({ label }) => label.endsWith('replies')) ?? {}; return [verdict, latest, moment]; };

  test('each is judged by its own clock; the last speaks where all are well, else the worst', () => {
    expect(replies(played(book, '11T12:00', sendsAlert, toHealth, toPolice, from('09T12:00', 'health'), from('10T12:00', 'police')))).toStrictEqual(['well', at('11T00:00') - 1, 5]);
    expect(replies(played(book, '11T12:00', sendsAlert, toHealth, toPolice, from('10T09:00', 'health'), from('10T12:00', 'police')))).toStrictEqual(['late', at('10T00:00') - 1, 4]);
    expect(replies(played(book, '10T13:00', sendsAlert, toHealth, toPolice, from('10T12:00', 'police')))).toStrictEqual(['missed', at('10T00:00') - 1, undefined]);
    expect(replies(played(book, '10T13:00', sendsAlert, toHealth, toPolice, from('09T12:00', 'health')))).toStrictEqual(['to-come', at('11T00:00') - 1, undefined]);
  });

  test('an act for all is bounded by the earliest', () => {
    expect(played(book, '11T12:00', sendsAlert, toHealth, toPolice).lines.find(({ label }) => label === 'Agency checks')).toMatchObject({ verdict: 'well', latest: at('10T00:00') - 1 });
  });
});

describe('an act that was not done', () => {
  const stop = act('09T10:00', { type: 'takeTransition', transition: 'stop' });
  const answer = act('09T11:00', { type: 'recordAnswers', mode: 'change', answers: { died: true } });
  const book = bookOf([alert, act('09T09:00', { type: 'completeTask', task: 'copy' }), stop, answer]);
  test.each<[clock: string, acts: readonly Did[], told: readonly string[]]>([
    ['08T12:00', [], ['missed', 'to-come', 'to-come', 'to-come']], ['09T08:59', [sendsAlert], ['well', 'to-come', 'to-come', 'to-come']],
    ['09T09:00', [sendsAlert], ['well', 'missed', 'to-come', 'to-come']], ['09T10:00', [sendsAlert], ['well', 'missed', 'missed', 'to-come']], ['09T11:00', [sendsAlert], ['well', 'missed', 'missed', 'missed']],
    ['09T12:00', [], ['missed', 'not-reached', 'not-reached', 'missed']],
  ])('is, by %s after %j: %j', (clock, acts, told) => {
    expect(played(book, clock, ...acts).lines.map(({ verdict }) => verdict)).toStrictEqual(told);
  });
  test('is still to come while its clock runs', () => {
    const running = bookOf([alert, write('08T10:00')]);
    expect([said(played(running, '14T12:00', sendsAlert)), said(played(running, '15T00:00', sendsAlert))]).toStrictEqual([['Send the alert: well', 'Write the report: to-come'], ['Send the alert: well', 'Write the report: missed']]);
  });
});

test('what nobody needed is told: a way on, a task that was not asked for; keeping the record and what was open is no such thing', () => {
  const book = bookOf([alert]);
  const more: readonly Did[] = [['08T09:00', { type: 'addNote', words: 'Rang.' }], ['08T09:10', { type: 'raiseTask', task: 'visit' }], ['08T09:20', { type: 'completeTask', task: 'visit' }], ['08T09:30', { type: 'completeTask', task: 'publish' }], ['08T09:40', { type: 'planTask', task: 'copy', on: '2026-12-10' }], ['08T10:00', { type: 'takeTransition', transition: 'stop' }]];
  expect(played(book, '08T12:00', sendsAlert, ...more).unneeded).toStrictEqual([{ moment: 3, at: at('08T09:10'), role: 'manager', label: 'Visit' }, { moment: 7, at: at('08T10:00'), role: 'manager', label: 'Stop here' }]);
});

test('of what is to be talked about, six things are told at most, and a refusal that was for no wrong role counts for none', () => {
  const book = bookOf([alert, ...['write', 'copy', 'publish', 'take-down'].map((task) => act('08T10:00', { type: 'completeTask', task }))]);
  const { talk, score } = played(book, '30T12:00', ['07T09:10', { type: 'completeTask', task: 'write' }], sendsAlert, ['07T11:00', { type: 'completeTask', task: 'dance' }], ['07T11:10', { type: 'completeTask', task: 'write' }, 'police']);
  expect(talk.map(({ ask }) => ask)).toStrictEqual(['Why was “Write the report” not done?', 'Why was “Send an advance copy” not done?', 'Why was “Publish” not done?', 'Why was “Take down” not done?', 'Who does “Write the report”?', 'Who does “dance”?']);
  expect(score.wrongRole).toBe(1);
});

describe('ways beside each other', () => {
  const back: Timescale = { ...fiveDays, for: 'checks', label: 'Back', each: 'recipient', act: 'replied', amount: 1, from: { sent: 'checks' } };
  const book = bookOf([alert], { back, report });
  const sends: Did = ['07T11:00', { type: 'sendExchange', task: 'checks' }];
  const compared = (clock: string, ...ways: readonly (readonly Did[])[]): readonly ComparedLine[] => compareWays(book, ways.map((acts) => wayOf(wayWith(book, clock, ...acts))), at(clock));
  const words = (lines: readonly ComparedLine[], kind: ComparedLine['kind']) => lines.filter((line) => line.kind === kind).map(({ label, cells, differs }) => [label, ...cells.map((cell) => cell.words), differs]);

  test('say once, with how many, what is the same of several recipients, and apart what is not', () => {
    expect(words(compared('08T12:00', [sendsAlert, sends]), 'clock')).toStrictEqual([['Back (2)', 'Tue 8 Dec', false], ['Report written', 'Mon 14 Dec', false]]);
    const replied: Did = ['08T11:00', { type: 'recordReply', task: 'checks', recipient: 'health', state: 'received' }];
    expect(words(compared('08T12:00', [sendsAlert, sends], [sendsAlert, sends, replied]), 'clock')).toStrictEqual([['Back', 'Tue 8 Dec', 'Tue 8 Dec, met', true], ['Back', 'Tue 8 Dec', 'Tue 8 Dec', false], ['Report written', 'Mon 14 Dec', 'Mon 14 Dec', false]]);
  });

  test('say how late a date was met, what was decided in one of them, and what was done up to the very minute', () => {
    const lines = compared('16T10:00', [sendsAlert, ['09T10:00', { type: 'decide', task: 'outcome', options: ['wait', 'go-on'] }], writes('16T10:00')], [sendsAlert]);
    expect(words(lines, 'clock')).toStrictEqual([['Report written', 'Mon 14 Dec, 2 working days late', 'Mon 14 Dec, 2 working days late', false]]);
    expect(words(lines, 'decision')).toStrictEqual([['Outcome', 'Wait, Go on, Wed 9 Dec', '', true]]);
    expect(words(lines, 'task')).toStrictEqual([['Send the alert', 'Mon 7 Dec', 'Mon 7 Dec', false], ['Write the report', 'Wed 16 Dec', '', true]]);
    expect(words(lines, 'outcome')).toStrictEqual([['Where it stands', 'Review', 'Review', false]]);
  });
});

test.each<[body: object, label: string]>([
  [{ type: 'completeTask', task: 'write' }, 'Write the report'], [{ type: 'recordReply', task: 'checks' }, 'Agency checks: replies'], [{ type: 'planTask', task: 'copy' }, 'Send an advance copy: date set'], [{ type: 'recordAnswers', task: 'write', answers: {} }, 'Write the report'],
  [{ type: 'takeTransition', transition: 'stop' }, 'Stop here'], [{ type: 'takeTransition', transition: 'on-end' }, 'Went on'], [{ type: 'takeTransition', transition: 'none' }, 'Went on'],
  [{ type: 'recordAnswers', answers: { aware: 1, died: 1, size: 1 } }, 'Became aware on; Child died'], [{ type: 'recordAnswers', answers: { died: 1 } }, 'Child died'],
  [{ type: 'extendTimescale', timescale: 'report' }, 'More time: Report written'], [{ type: 'explainLapse', timescale: 'bare' }, 'Why it is late: Publish'], [{ type: 'agreeDate', timescale: 'none' }, 'Date agreed: '],
  [{ type: 'recordAbsence', party: 'health' }, 'Absence: Health'], [{ type: 'closeCase' }, 'Case closed'], [{ type: 'addNote', words: '' }, 'Note'], [{ type: 'openCase' }, 'openCase'],
])('the act %j is called “%s”', (body, label) => {
  expect(labelOf(bookOf([alert], { report, bare: { ...fiveDays, for: 'publish' } }), body as CommandBody)).toBe(label);
});
