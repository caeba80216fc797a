// A scenario invented for a small procedure, played in several ways: what a debrief, a comparison, a “what if” and a
// recording say of it, whole.
import { describe, expect, test } from 'vitest';
import { answer, asWritten, arrivedBy, begin, castOf, caseOf, compareWays, debriefOf, fork, isFull, lastMoment, moveTo, nextDeadline, nextEvent, play, playbookOf, remainingOf, scenarioFrom, stepTo, toldOf, tryAct, wayOf, whatIf } from '../../../../engine/case/rehearsal/index.ts';
import type { Playbook, Rehearsal, Scenario } from '../../../../engine/case/rehearsal/index.ts';
import { compile } from '../../../../engine/case/compile.ts';
import type { WalkthroughCommand, WalkthroughStep } from '../../../../engine/case/walkthrough-types.ts';
import type { Procedure } from '../../../../engine/procedure/types.ts';
import { fiveDays, instant, procedureWith } from '../clockwork.ts';

const base = procedureWith({ report: { ...fiveDays, label: 'Report written', cites: ['src#1'] }, 'copy-in-time': { ...fiveDays, for: 'copy', label: 'Copy sent', unit: 'hours', amount: 48, from: { done: 'write' } } } as never);
const procedure: Procedure = { ...base, stages: { ...base.stages, review: { ...base.stages['review'], caseType: 'Full review' } } as Procedure['stages'], rules: {} };
const act = (at: string, what: WalkthroughCommand, as = 'manager', more: Partial<Extract<WalkthroughStep, { do: unknown }>> = {}): WalkthroughStep => ({ at: `2026-12-${at}`, as, person: as === 'manager' ? 'M.M.' : 'H.H.', do: what, ...more });
const scenario: Scenario = {
  format: 1, id: 'small', title: 'Small', procedure: 'invented', invented: 'All invented.', minutes: 10,
  cast: [{ role: 'manager', person: 'M.M.', brief: 'I lead it.' }, { role: 'health', person: 'H.H.', played: false }],
  opening: { until: '2026-12-07T09:00', words: 'It begins.' },
  injects: [{ id: 'press', at: '2026-12-09T09:00', kind: 'media', title: 'A reporter rings', words: 'They know.' }],
  questions: [{ id: 'when', at: '2026-12-08T09:00', ask: 'By when?', cites: ['src#2'], choices: [{ words: 'Soon', feedback: 'Not so.' }, { words: 'By Monday', right: true, feedback: 'Just so.' }] }],
  steps: [
    act('07T09:00', { type: 'openCase', reference: 'IN-1', door: 'front', answers: { aware: '2026-12-07' } }), act('07T10:00', { type: 'sendExchange', task: 'send-alert' }), act('08T10:00', { type: 'sendExchange', task: 'checks' }),
    act('08T12:00', { type: 'recordReply', task: 'checks', recipient: 'health', state: 'received' }, 'health'), act('10T10:00', { type: 'completeTask', task: 'write' }), act('11T10:00', { type: 'decide', task: 'outcome', options: ['end'] }),
  ],
};
const book = playbookOf(scenario, compile(procedure, { version: 1, hash: 'h' }));
const at = (text: string): number => instant(`2026-12-${text}`);
const doNext = (rehearsal: Rehearsal, of: Playbook = book): Rehearsal => {
  const next = remainingOf(of, toldOf(wayOf(rehearsal))).find(({ byScenario }) => !byScenario);
  const after = next && asWritten(of, moveTo(of, rehearsal, Math.max(next.at, wayOf(rehearsal).clock)), next);
  if (!after) throw new Error('Nothing to do next.');
  return after;
};
const played = (count: number): Rehearsal => Array.from({ length: count }).reduce<Rehearsal>((so) => doNext(so), begin(book, 'r'));
const manager = { role: 'manager', person: 'M.M.' };

test('a debrief of what was done as the scenario has it tells each duty, whole', () => {
  const told = { way: 'A', from: at('07T09:00'), to: at('11T11:00'), acts: 5, roles: 2,
    score: { well: 5, late: 0, missed: 0, duties: 5, unneeded: 0, wrongRole: 0, asked: 1, right: 1 },
    lines: [{ label: 'Send the alert', role: 'manager', expected: at('07T10:00'), from: 'scenario', verdict: 'well', cites: [], task: 'send-alert', done: at('07T10:00'), moment: 1 },
    { label: 'Agency checks', role: 'manager', expected: at('08T10:00'), from: 'scenario', verdict: 'well', cites: [], task: 'checks', done: at('08T10:00'), moment: 2 },
    { label: 'Agency checks: replies', role: 'health', expected: at('08T12:00'), from: 'scenario', verdict: 'well', cites: [], task: 'checks', done: at('08T12:00'), moment: 3 },
    { label: 'Write the report', role: 'manager', expected: at('10T10:00'), from: 'scenario', verdict: 'well', cites: ['src#1'], task: 'write', latest: at('15T00:00') - 1, sentence: '5 working days after Mon 7 Dec 2026: Mon 14 Dec 2026.', done: at('10T10:00'), moment: 4 },
    { label: 'Outcome', role: 'manager', expected: at('11T10:00'), from: 'scenario', verdict: 'well', cites: [], task: 'outcome', done: at('11T10:00'), moment: 5 }],
    refused: [], unneeded: [], answers: [{ question: 'when', ask: 'By when?', right: true, feedback: 'Just so.', cites: ['src#2'], answered: 'By Monday' }],
    talk: [] };
  expect(debriefOf(book, answer(book, moveTo(book, played(4), at('11T11:00')), 'when', 1))).toStrictEqual(told);
});

test('a debrief of what was done late, in the wrong role, besides, otherwise or not at all tells each, and what to talk about', () => {
  let rehearsal = answer(book, moveTo(book, played(1), at('08T09:30')), 'when', 0);
  rehearsal = tryAct(book, rehearsal, { type: 'completeTask', task: 'write' }, { role: 'health', person: 'H.H.' }).rehearsal;
  rehearsal = tryAct(book, rehearsal, { type: 'completeTask', task: 'take-down' }, manager).rehearsal;
  rehearsal = tryAct(book, moveTo(book, rehearsal, at('16T10:00')), { type: 'completeTask', task: 'write' }, manager).rehearsal;
  rehearsal = tryAct(book, rehearsal, { type: 'decide', task: 'outcome', options: ['go-on'] }, manager).rehearsal;
  const told = { way: 'A', from: at('07T09:00'), to: at('21T10:00'), acts: 5, roles: 2,
    score: { well: 3, late: 1, missed: 2, duties: 6, unneeded: 0, wrongRole: 1, asked: 1, right: 0 },
    lines: [{ label: 'Send the alert', role: 'manager', expected: at('07T10:00'), from: 'scenario', verdict: 'well', cites: [], task: 'send-alert', done: at('07T10:00'), moment: 1 },
    { label: 'Agency checks', role: 'manager', expected: at('08T10:00'), from: 'scenario', verdict: 'missed', cites: [], task: 'checks' },
    { label: 'Agency checks: replies', role: 'health', expected: at('08T12:00'), from: 'scenario', verdict: 'well', cites: [], task: 'checks', done: at('08T12:00'), moment: 5 },
    { label: 'Write the report', role: 'manager', expected: at('10T10:00'), from: 'scenario', verdict: 'late', cites: ['src#1'], task: 'write', latest: at('15T00:00') - 1, sentence: '5 working days after Mon 7 Dec 2026: Mon 14 Dec 2026.', lateWords: '2 working days late', done: at('16T10:00'), moment: 6 },
    { label: 'Outcome', role: 'manager', expected: at('11T10:00'), from: 'scenario', verdict: 'well', cites: [], task: 'outcome', done: at('16T10:00'), moment: 7, differently: 'Go on' },
    { label: 'Copy sent', task: 'copy', role: 'manager', verdict: 'missed', expected: at('18T10:00'), latest: at('18T10:00'), sentence: '48 hours after 10:00 on Wed 16 Dec 2026: 10:00 on Fri 18 Dec 2026.', cites: [], from: 'procedure', lateWords: '72 hours late' }],
    refused: [{ moment: 3, at: at('08T09:30'), role: 'health', label: 'Write the report', code: 'wrong-role', words: '“Write the report” falls to Manager.', remedy: 'Ask Manager to do it, or act in that role if it is yours.', cites: [] }], unneeded: [], answers: [{ question: 'when', ask: 'By when?', right: false, feedback: 'Not so.', cites: ['src#2'], answered: 'Soon' }],
    talk: [{ ask: 'Why was “Agency checks” not done?', fact: 'The scenario expects it by Tue 8 Dec 2026.', cites: [] },
    { ask: 'What held up “Write the report”?', fact: 'It was 2 working days late. 5 working days after Mon 7 Dec 2026: Mon 14 Dec 2026.', cites: ['src#1'], moment: 6 },
    { ask: 'Why was “Copy sent” not done?', fact: 'It was 72 hours late. 48 hours after 10:00 on Wed 16 Dec 2026: 10:00 on Fri 18 Dec 2026.', cites: [] },
    { ask: 'Who does “Write the report”?', fact: '“Write the report” falls to Manager. Ask Manager to do it, or act in that role if it is yours.', cites: [], moment: 3 },
    { ask: 'By when?', fact: 'Not so.', cites: ['src#2'] },
    { ask: 'What made it “Go on”?', fact: 'The scenario decides “Outcome” otherwise.', cites: [], moment: 7 }] };
  expect(debriefOf(book, moveTo(book, rehearsal, at('21T10:00')))).toStrictEqual(told);
});

test('a question is asked from its minute on, and one not answered is told with what is right', () => {
  const answers = (when: string) => debriefOf(book, moveTo(book, played(1), at(when))).answers;
  expect([answers('08T08:59'), answers('08T09:00')]).toStrictEqual([[], [{ question: 'when', ask: 'By when?', right: false, feedback: 'Just so.', cites: ['src#2'] }]]);
});

test('a rehearsal is full only where all was done well, by whom it falls to, with nothing besides, and every question answered', () => {
  const full = debriefOf(book, answer(book, moveTo(book, played(4), at('11T11:00')), 'when', 1));
  const but = (changes: Partial<typeof full.score>): boolean => isFull({ ...full, score: { ...full.score, ...changes } });
  expect([isFull(full), but({ well: 1 }), but({ wrongRole: 1 }), but({ unneeded: 1 }), but({ right: 0 }), but({ well: 0, duties: 0 }), isFull({ ...full, lines: full.lines.map((line) => ({ ...line, verdict: 'to-come' as const })) })]).toStrictEqual([true, false, false, false, false, false, false]);
});

test('ways are compared line by line at one moment: where they stand, decisions, tasks, stages and dates', () => {
  const parted = doNext(fork(stepTo(book, played(4), 2)));
  const told = [
    { kind: 'outcome', label: 'Where it stands', cells: [{ words: 'Review (Full review)' }, { words: 'Review (Full review)' }], differs: false },
    { kind: 'task', label: 'Send the alert', cells: [{ words: 'Mon 7 Dec' }, { words: 'Mon 7 Dec' }], differs: false },
    { kind: 'task', label: 'Agency checks', cells: [{ words: 'Tue 8 Dec' }, { words: 'Tue 8 Dec' }], differs: false },
    { kind: 'stage', label: 'Alert', cells: [{ words: 'Mon 7 Dec to Mon 7 Dec' }, { words: 'Mon 7 Dec to Mon 7 Dec' }], differs: false },
    { kind: 'stage', label: 'Review', cells: [{ words: 'since Mon 7 Dec' }, { words: 'since Mon 7 Dec' }], differs: false },
    { kind: 'clock', label: 'Report written', cells: [{ words: 'Mon 14 Dec', state: 'due' }, { words: 'Mon 14 Dec', state: 'due' }], differs: false }];
  expect(compareWays(book, parted.ways, at('09T12:00'))).toStrictEqual(told);
  const later = [
    { kind: 'outcome', label: 'Where it stands', cells: [{ words: 'Closed Fri 11 Dec' }, { words: 'Review (Full review)' }], differs: true },
    { kind: 'decision', label: 'Outcome', cells: [{ words: 'End, Fri 11 Dec' }, { words: 'Go on, Wed 16 Dec' }], differs: true },
    { kind: 'task', label: 'Send the alert', cells: [{ words: 'Mon 7 Dec' }, { words: 'Mon 7 Dec' }], differs: false },
    { kind: 'task', label: 'Agency checks', cells: [{ words: 'Tue 8 Dec' }, { words: 'Tue 8 Dec' }], differs: false },
    { kind: 'task', label: 'Write the report', cells: [{ words: 'Thu 10 Dec' }, { words: 'Thu 10 Dec' }], differs: false },
    { kind: 'stage', label: 'Alert', cells: [{ words: 'Mon 7 Dec to Mon 7 Dec' }, { words: 'Mon 7 Dec to Mon 7 Dec' }], differs: false },
    { kind: 'stage', label: 'Review', cells: [{ words: 'Mon 7 Dec to Fri 11 Dec' }, { words: 'since Mon 7 Dec' }], differs: true },
    { kind: 'stage', label: 'Ended', cells: [{ words: 'since Fri 11 Dec' }, { words: '' }], differs: true },
    { kind: 'clock', label: 'Report written', cells: [{ words: 'Mon 14 Dec, met', state: 'met' }, { words: 'Mon 14 Dec, met', state: 'met' }], differs: false },
    { kind: 'clock', label: 'Copy sent', cells: [{ words: 'Sat 12 Dec 10:00, 122 hours late', state: 'overdue' }, { words: 'Sat 12 Dec 10:00, 122 hours late', state: 'overdue' }], differs: false }];
  const other = tryAct(book, moveTo(book, parted, at('16T10:00')), { type: 'decide', task: 'outcome', options: ['go-on'] }, manager).rehearsal;
  expect(compareWays(book, other.ways, at('17T12:00'))).toStrictEqual(later);
});

test('“what if” tells what an act would leave, enter, ask for and date, and what it lacks', () => {
  const told = { ok: true, leaves: ['Alert'], enters: ['Review'], asks: ['Agency checks', 'Write the report', 'Send an advance copy', 'Publish', 'Take down', 'Outcome'], dates: [] };
  expect(whatIf(book, begin(book, 'r'), { type: 'sendExchange', task: 'send-alert' }, manager)).toStrictEqual(told);
  const dated = { ok: true, leaves: [], enters: [], asks: [], dates: [{ label: 'Copy sent', date: '2026-12-09T10:00', sentence: '48 hours after 10:00 on Mon 7 Dec 2026: 10:00 on Wed 9 Dec 2026.' }] };
  expect(whatIf(book, played(1), { type: 'completeTask', task: 'write' }, manager)).toStrictEqual(dated);
  const refused = { ok: false, refusal: { code: 'not-open', words: '“Write the report” is not open now.', missing: [], remedy: 'Look at the list of tasks for what is open.' } };
  expect(whatIf(book, begin(book, 'r'), { type: 'completeTask', task: 'write' }, manager)).toStrictEqual(refused);
});

test('what was played becomes a scenario: its opening, its acts with their times, and what came to the room', () => {
  const late = tryAct(book, moveTo(book, played(1), at('08T09:30')), { type: 'recordAnswers', mode: 'change', answers: { died: { value: true }, size: { status: 'unknown' } } }, { ...manager, occurred: at('08T08:00') }).rehearsal;
  const refused = tryAct(book, late, { type: 'completeTask', task: 'dance' }, manager).rehearsal;
  const told = { format: 1, id: 'own', title: 'Own', procedure: 'invented', invented: 'All invented.', minutes: 10, cast: [{ role: 'manager', person: 'M.M.', brief: 'I lead it.' }, { role: 'health', person: 'H.H.', played: false }], opening: { until: '2026-12-07T09:00', words: 'It begins.' }, injects: [{ id: 'press', at: '2026-12-09T09:00', kind: 'media', title: 'A reporter rings', words: 'They know.' }],
    questions: [{ id: 'when', at: '2026-12-08T09:00', ask: 'By when?', cites: ['src#2'], choices: [{ words: 'Soon', feedback: 'Not so.' }, { words: 'By Monday', right: true, feedback: 'Just so.' }] }],
    steps: [{ at: '2026-12-07T09:00', as: 'manager', person: 'M.M.', do: { type: 'openCase', reference: 'IN-1', door: 'front', answers: { aware: '2026-12-07' } } },
    { at: '2026-12-07T10:00', as: 'manager', person: 'M.M.', do: { type: 'sendExchange', task: 'send-alert' } },
    { at: '2026-12-08T09:30', as: 'manager', person: 'M.M.', do: { type: 'recordAnswers', mode: 'change', answers: { died: true, size: { status: 'unknown' } } }, occurred: '2026-12-08T08:00' }] };
  expect(scenarioFrom(book, refused, 'own', 'Own')).toStrictEqual(told);
  const { opening: _opening, ...bare } = scenario;
  expect(scenarioFrom({ ...book, scenario: { ...bare, summary: 'In short.' } }, begin(book, 'r'), 'own', 'Own').opening).toStrictEqual({ words: 'In short.', until: '2026-12-07T09:00' });
});

describe('what comes next', () => {
  test('is the act, question, inject or deadline that comes first after the clock, and what was told already', () => {
    const next = (rehearsal: Rehearsal) => { const { at: when, kind, words } = nextEvent(book, rehearsal) ?? {}; return [when, kind, words]; };
    const start = begin(book, 'r');
    expect(next(start)).toStrictEqual([at('07T10:00'), 'act', 'Manager: Send the alert']);
    expect(next(played(1))).toStrictEqual([at('08T09:00'), 'question', 'By when?']);
    expect(next(moveTo(book, played(2), at('08T12:00')))).toStrictEqual([at('09T09:00'), 'inject', 'A reporter rings']);
    expect(next(moveTo(book, played(2), at('11T12:00')))).toStrictEqual([at('14T23:59'), 'deadline', 'Report written']);
    expect(next(stepTo(book, played(2), 1))).toStrictEqual([at('08T10:00'), 'told', 'What was done next']);
    expect(next(moveTo(book, played(4), at('30T10:00')))).toStrictEqual([undefined, undefined, undefined]);
  });

  test('the next deadline is the last minute that complies, none once it has passed', () => {
    expect(nextDeadline(book, played(1))).toStrictEqual({ at: at('14T23:59'), kind: 'deadline', words: 'Report written' });
    expect(nextDeadline(book, moveTo(book, played(1), at('14T23:59')))).toBeUndefined();
  });

  test('what has come to the room is told, the latest first, with what was answered', () => {
    const arrived = (rehearsal: Rehearsal) => { const { injects, asked } = arrivedBy(book, wayOf(rehearsal)); return [injects.map(({ id }) => id), asked.map(({ question, answer: given }) => [question.id, given])]; };
    const there = moveTo(book, begin(book, 'r'), at('09T09:00'));
    expect([arrived(moveTo(book, begin(book, 'r'), at('08T08:59'))), arrived(there), arrived(answer(book, there, 'when', 1))]).toStrictEqual([[[], []], [['press'], [['when', undefined]]], [['press'], [['when', 1]]]]);
  });

  test('the last moment is the last minute of the last day spoken of', () => {
    expect(lastMoment(book)).toBe(at('11T23:59'));
  });
});

describe('the clock', () => {
  const two = played(2);
  test('moved to where it is changes nothing; a minute back tells what was recorded by then', () => {
    const { clock, told } = wayOf(two);
    expect([wayOf(moveTo(book, two, clock)).told, wayOf(moveTo(book, two, clock - 60_000)).told, told]).toStrictEqual([2, 1, 2]);
    expect(wayOf(moveTo(book, stepTo(book, two, 1), clock)).told).toBe(2);
    expect(wayOf(moveTo(book, stepTo(book, two, 1), clock - 60_000)).told).toBe(1);
    expect(caseOf(book, wayOf(moveTo(book, two, clock))).head).toBe(caseOf(book, wayOf(two)).head);
  });

  test('moved to the minute at which it stands tells again what else was done in that minute', () => {
    const note = (rehearsal: Rehearsal, words: string): Rehearsal => tryAct(book, rehearsal, { type: 'addNote', words }, manager).rehearsal;
    const back = stepTo(book, note(note(begin(book, 'r'), 'One.'), 'Two.'), 1);
    expect([wayOf(back).told, wayOf(moveTo(book, back, wayOf(back).clock)).told]).toStrictEqual([1, 2]);
  });

  test('stepped to before the beginning or beyond the end stays at either', () => {
    expect([wayOf(stepTo(book, two, -3)).told, wayOf(stepTo(book, two, -3)).clock, wayOf(stepTo(book, two, 9)).told]).toStrictEqual([0, book.begins, 2]);
  });

  test('at the minute of an act that nobody plays lets it be done, and not before', () => {
    const roles = (rehearsal: Rehearsal) => toldOf(wayOf(rehearsal)).flatMap(({ entry }) => (entry.kind === 'act' ? [`${entry.role} ${entry.by}`] : []));
    expect([roles(moveTo(book, two, at('08T11:59'))).length, roles(moveTo(book, two, at('08T12:00')))]).toStrictEqual([2, ['manager scenario', 'manager scenario', 'health scenario']]);
  });

  test('an unknown way is not played', () => {
    expect(play(two, 'Z')).toBe(two);
  });
});

test('the cast is as written, and after it who else acts', () => {
  expect(castOf({ ...scenario, steps: [...scenario.steps, act('12T10:00', { type: 'addNote', words: 'Hello.' }, 'police'), act('12T11:00', { type: 'addNote', words: 'Hello.' }, 'police')] }).map(({ role, person }) => `${role} ${person}`)).toStrictEqual(['manager M.M.', 'health H.H.', 'police H.H.']);
});

test.each<[name: string, changes: Partial<Scenario>, words: string]>([
  ['that opens no case', { steps: scenario.steps.slice(1) }, 'The scenario “Small” cannot begin: no step opens a case by the moment it begins.'],
  ['that begins before it opens', { opening: { until: '2026-12-07T08:59', words: 'It begins.' } }, 'The scenario “Small” cannot begin: no step opens a case by the moment it begins.'],
  ['whose opening is refused', { steps: [act('07T09:00', { type: 'openCase', reference: ' ', door: 'front', answers: {} })] }, 'The scenario “Small” cannot begin: The act was refused: “Front door” needs a reference.'],
  ['that does not say when it begins', { opening: { until: 'soon', words: 'It begins.' } }, 'The scenario “Small” does not say when it begins.'],
])('a scenario %s cannot be played, and why is said', (_name, changes, words) => {
  expect(() => playbookOf({ ...scenario, ...changes }, book.compiled)).toThrow(words);
});
