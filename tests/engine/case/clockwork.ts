// An invented procedure with one clock of each kind, and logs written by hand, for tests of deadlines.
import { compile, versionsOf, type CompiledProcedure } from '../../../engine/case/compile.ts';
import { deadlines } from '../../../engine/case/deadlines.ts';
import { inside } from '../../../engine/case/folded.ts';
import { caseAt } from '../../../engine/case/replay.ts';
import { parseDateTime } from '../../../engine/time/index.ts';
import type { CaseEvent, DeadlineView, EventType } from '../../../engine/case/types.ts';
import type { Procedure, Task, Timescale } from '../../../engine/procedure/types.ts';

const task = (changes: Partial<Task> = {}): Task => ({ shape: 'record', label: 'Task', by: ['manager'], in: ['review'], ...changes });

/** Alert, then review, then ended; a task for each shape of clock. */
export function procedureWith(timescales: Readonly<Record<string, Timescale>>, changes: Partial<Procedure> = {}): Procedure {
  return {
    format: 1, id: 'invented', label: 'Invented procedure', casePrefix: 'IN',
    edition: { words: 'Version 1', law: 'None' },
    conventions: { calendar: 'office', triggerDay: 0, roll: 'none', timeZone: 'Europe/London' },
    calendars: { office: { label: 'Office', days: ['mon', 'tue', 'wed', 'thu', 'fri'], holidays: 'england-and-wales' } },
    meetings: { group: { label: 'Learning group', monthly: { lastWorkingDay: true } } },
    settings: {
      unit: { label: 'Unit of days', scope: 'procedure', kind: 'reading', default: 'working-days', choices: [{ value: 'working-days', label: 'Working days' }, { value: 'calendar-days', label: 'Calendar days' }] },
      start: { label: 'Counted from', scope: 'procedure', kind: 'reading', default: 'aware', choices: [{ value: 'aware', label: 'Awareness' }, { value: 'sent', label: 'Alert sent' }] },
    },
    parties: { manager: { kind: 'role', title: 'Manager' }, health: { kind: 'agency', title: 'Health' }, police: { kind: 'agency', title: 'Police' } },
    questions: { aware: { type: 'date', label: 'Became aware on' }, 'incident-at': { type: 'date-time', label: 'When it happened' }, died: { type: 'yes-no', label: 'Child died' }, size: { type: 'choice', label: 'Size', options: [{ id: 'small', label: 'Small' }] } },
    tables: { lengths: { label: 'Lengths', rows: [{ when: 'small', then: 3 }] } },
    doors: { front: { label: 'Front door', by: ['manager'], to: ['alert'] } },
    stages: { alert: { kind: 'alert', label: 'Alert', owner: 'manager' }, review: { kind: 'review', label: 'Review', owner: 'manager' }, ended: { kind: 'other', label: 'Ended', final: true } },
    transitions: [
      { id: 'on-alert', from: ['alert'], on: { done: 'send-alert' }, to: 'review' },
      { id: 'on-end', from: ['review'], on: { option: ['outcome', 'end'] }, to: 'ended' },
    ],
    tasks: {
      'send-alert': task({ shape: 'exchange', label: 'Send the alert', to: ['health'], expects: 'nothing', in: ['alert'] }),
      checks: task({ shape: 'exchange', label: 'Agency checks', to: ['health', 'police'], expects: 'reply' }),
      write: task({ label: 'Write the report' }),
      copy: task({ label: 'Send an advance copy' }),
      publish: task({ label: 'Publish' }),
      'take-down': task({ label: 'Take down', by: ['manager'] }),
      duty: { shape: 'record', label: 'Tell the inspectorate', by: ['manager'], raised: 'when-required', withdrawn: 'unless-required', again: 'once' },
      outcome: task({ shape: 'decide', label: 'Outcome', options: [{ id: 'end', label: 'End' }, { id: 'go-on', label: 'Go on' }] }),
    },
    rules: { 'death-told': { label: 'A death is told', if: { var: 'died' }, then: { require: { task: 'duty' } }, strength: 'must' } },
    timescales, sources: {}, ...changes,
  };
}

export const fiveDays: Timescale = { for: 'write', direction: 'within', amount: 5, unit: 'working-days', from: { var: 'aware' }, basis: 'local' };

export type Entry = readonly [at: string, type: EventType, payload: Readonly<Record<string, unknown>>, recorded?: string];
export const opened = (at: string, answers: Readonly<Record<string, unknown>> = {}): Entry =>
  [at, 'caseOpened', { case: 'c1', reference: 'IN-1', door: 'front', answers: Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, { value }])) }];
export const answered = (at: string, id: string, value: unknown): Entry => [at, 'answersRecorded', { mode: 'change', answers: { [id]: { value } } }];
export const sent = (at: string, task: string, ...recipients: readonly string[]): Entry => [at, 'exchangeSent', { task, recipients }];
export const done = (at: string, task: string): Entry => [at, 'taskCompleted', { task }];

/** The deadlines of a log as of a London time, read with some settings changed. */
export function standing(procedure: Procedure, log: readonly Entry[], asOf: string, settings: Readonly<Record<string, string>> = {}): readonly DeadlineView[] {
  const compiled = compile(procedure, { hash: 'h', version: 1, settings });
  return deadlines(versionsOf([compiled]), eventsOf(compiled, log), instant(asOf));
}

/** The timescales that the fold found to have run out. */
export function lapsedClocks(procedure: Procedure, log: readonly Entry[], asOf: string): readonly string[] {
  const compiled = compile(procedure, { hash: 'h', version: 1 });
  const { folded } = caseAt(versionsOf([compiled]), eventsOf(compiled, log), instant(asOf));
  return Object.keys(folded[inside].lapsed);
}

function eventsOf({ pin }: CompiledProcedure, log: readonly Entry[]): readonly CaseEvent[] {
  return log.map(([at, type, payload, recorded], index): CaseEvent => ({
    id: `e${index}`, case: 'c1', seq: index, type, procedure: pin, occurred: instant(at), recorded: instant(recorded ?? at),
    actor: { person: 'Q.X.', role: 'manager' }, payload, salt: '', digest: '', previous: '', hash: '',
  }));
}

export function instant(text: string): number {
  const known = parseDateTime(text);
  if (known === undefined) throw new Error(`No time: ${text}`);
  return known;
}
