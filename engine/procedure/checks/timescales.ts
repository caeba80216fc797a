// Clocks: each has a start that somebody will know, and settings, units and calendars that fit together.
// It does not count days; engine/time does.
import { dateParts } from '../expression-references.ts';
import { pointerTo } from '../pointer.ts';
import { problem, type Problem } from '../problems.ts';
import { dateReferences } from '../expression-references.ts';
import { allQuestions, askedQuestions } from '../structure.ts';
import type { Id, Procedure, Scalar, Timescale } from '../types.ts';
import { inCircles, when, type Check } from './finder.ts';

export const checkTimescales: Check = (procedure) => [
  ...Object.entries(procedure.timescales ?? {}).flatMap(([id, clock]) => {
    const at = pointerTo('timescales', id);
    return [...checkAnchor(procedure, clock, at), ...checkParts(procedure, clock, at), ...checkReadings(procedure, clock, at)];
  }),
  ...[...inCircles(Object.keys(procedure.timescales ?? {}), (id) => dueDatesOf(procedure, id))].map((id) => problem('P-111', procedure, pointerTo('timescales', id, 'from'), { found: dueDatesOf(procedure, id).join(', ') })),
  ...checkReading(procedure, procedure.conventions.triggerDay, '/conventions/triggerDay', '0 and 1', (value) => value === 0 || value === 1),
  ...checkReading(procedure, procedure.conventions.roll, '/conventions/roll', 'none, forward and back', isRoll),
  ...Object.entries(procedure.duties ?? {}).flatMap(([id, { counted }]) => checkReading(procedure, counted, pointerTo('duties', id, 'counted'), 'period and last', (value) => value === 'period' || value === 'last')),
];

function checkAnchor(procedure: Procedure, clock: Timescale, at: string): Problem[] {
  const [asked, known] = [askedQuestions(procedure), allQuestions(procedure)];
  const dates = dateReferences(clock.from, `${at}/from`).filter(({ kind, id: question }) => kind === 'question' && known.has(question));
  const isDate = (question: Id): boolean => ['date', 'date-time', 'computed'].includes(known.get(question)?.type ?? '');
  return [
    ...dates.flatMap((one) => when(!asked.has(one.id), 'P-110', procedure, one.pointer, { found: one.id })),
    ...dates.flatMap((one) => when(!isDate(one.id), 'P-114', procedure, one.pointer, { found: one.id })),
  ];
}

function dueDatesOf(procedure: Procedure, id: Id): readonly Id[] {
  const clock = procedure.timescales?.[id];
  return clock === undefined ? [] : dateReferences(clock.from, '').filter(({ kind }) => kind === 'timescale').map((reference) => reference.id);
}

function checkParts(procedure: Procedure, clock: Timescale, at: string): Problem[] {
  const calendar = procedure.calendars[clock.calendar ?? procedure.conventions.calendar];
  const opens = typeof clock.amount === 'number' ? clock.amount : 0;
  const perReply = clock.act === 'replied' || clock.each === 'recipient';
  const task = procedure.tasks[clock.for];
  return [
    ...when(clock.unit === 'next-meeting' && clock.meeting === undefined, 'P-112', procedure, at),
    ...when(clock.direction === 'window' && (clock.until === undefined || clock.until < opens), 'P-113', procedure, at, { found: clock.until === undefined ? 'none' : String(clock.until) }),
    ...when(perReply && task !== undefined && task.shape !== 'exchange', 'P-116', procedure, `${at}/for`, { found: clock.for }),
    ...when(task !== undefined && ((clock.act === 'signed' && clock.step === undefined) || ((clock.act === 'signed' || clock.act === 'submitted') && task.signOff === undefined)), 'P-120', procedure, `${at}/act`),
    ...when(clock.unit === 'business-hours' && calendar !== undefined && calendar.hours === undefined, 'P-117', procedure, at),
  ];
}

const units: readonly string[] = ['hours', 'business-hours', 'calendar-days', 'working-days', 'weeks', 'months', 'years', 'next-meeting'];
const isRoll = (value: Scalar): boolean => value === 'none' || value === 'forward' || value === 'back';

/** Settings that stand in place of a value hold values of that kind. */
function checkReadings(procedure: Procedure, clock: Timescale, at: string): Problem[] {
  const questions = Object.keys(procedure.questions);
  return [
    ...checkReading(procedure, clock.amount, `${at}/amount`, 'numbers', (value) => typeof value === 'number'),
    ...checkReading(procedure, clock.unit, `${at}/unit`, 'units such as working-days', (value) => units.includes(String(value))),
    ...checkReading(procedure, clock.triggerDay, `${at}/triggerDay`, '0 and 1', (value) => value === 0 || value === 1),
    ...checkReading(procedure, clock.roll, `${at}/roll`, 'none, forward and back', isRoll),
    ...checkReading(procedure, clock.sentBack, `${at}/sentBack`, 'stands and again', (value) => value === 'stands' || value === 'again'),
    ...dateParts(clock.from).flatMap((date) => {
      if ('setting' in date) return checkReading(procedure, date, `${at}/from`, 'the names of date questions', (value) => questions.includes(String(value)));
      if (!('choose' in date)) return [];
      return checkReading(procedure, date.choose, `${at}/from`, `the readings ${Object.keys(date.choose.of).join(', ')}`, (value) => String(value) in date.choose.of);
    }),
  ];
}

function checkReading(procedure: Procedure, value: unknown, at: string, expected: string, fits: (value: Scalar) => boolean): Problem[] {
  const id = typeof value === 'object' && value !== null && 'setting' in value ? String(value.setting) : undefined;
  const setting = id === undefined ? undefined : procedure.settings?.[id];
  return when(setting !== undefined && !setting.choices.every((choice) => fits(choice.value)), 'P-115', procedure, at, { found: id ?? '', expected });
}
