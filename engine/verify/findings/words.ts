// Words that findings share: what a clock allows and counts from under the readings in hand, days, lists of names.
import { civilDate, dayWords, listWords, londonDay, type Instant } from '../../time/index.ts';
import { chosenOf } from '../../case/anchors.ts';
import type { CompiledProcedure } from '../../case/index.ts';
import { optionLabel, partyLabel, taskLabel } from '../../case/words.ts';
import { allowedWords, anchorWords, isOfNoDays, onTheDay } from '../../procedure/words/clock.ts';
import type { DateExpression, Id, Procedure, Scalar, Timescale } from '../../procedure/types.ts';

export const quoted = (label: string): string => `“${label}”`;
export const taskWords = (procedure: Procedure, id: Id): string => quoted(taskLabel(procedure, id));
export const parties = (procedure: Procedure, ids: readonly Id[]): string => listWords(ids.map((id) => partyLabel(procedure, id)));
export const dayOf = (at: Instant): string => dayWords(londonDay(at));
export const civil = (at: Instant): string => civilDate(londonDay(at));

/** The procedure with its settings at these values, so that its words are those of the readings in hand. */
export function readAs(procedure: Procedure, settings: Readonly<Record<Id, Scalar>>): Procedure {
  if (Object.keys(settings).length === 0 || !procedure.settings) return procedure;
  return { ...procedure, settings: Object.fromEntries(Object.entries(procedure.settings).map(([id, setting]) => [id, { ...setting, default: settings[id] ?? setting.default }])) };
}

/** “5 working days from the date of becoming aware”. */
export function clockWords({ procedure, settings }: CompiledProcedure, timescale: Timescale): string {
  const read = readAs(procedure, settings);
  if (isOfNoDays(read, timescale)) return onTheDay(read, timescale.from, startWords(read, timescale.from)).join(' ');
  return `${allowedWords(read, timescale, true)} ${timescale.direction === 'at-least-before' ? 'before' : 'from'} ${startWords(read, timescale.from)}`;
}

/** What a clock is counted from, names in quotation marks: when “Notify the DfE online” is sent. */
export function startWords(procedure: Procedure, from: DateExpression): string {
  if ('choose' in from) {
    const one = from.choose.of[String(procedure.settings?.[from.choose.setting]?.default)];
    return one ? startWords(procedure, one) : anchorWords(procedure, from);
  }
  if ('earliest' in from || 'latest' in from) {
    const [which, parts] = 'earliest' in from ? ['earliest', from.earliest] : ['latest', from.latest];
    return `the ${which} of: ${listWords(parts.map((part) => startWords(procedure, part)), 'or')}`;
  }
  if ('done' in from) return `when ${taskWords(procedure, from.done)} is done`;
  if ('sent' in from) return `when ${taskWords(procedure, from.sent)} is sent`;
  if ('raised' in from) return `when ${taskWords(procedure, from.raised)} comes up`;
  if ('planned' in from) return `the day planned for ${taskWords(procedure, from.planned)}`;
  if ('taken' in from) return `the decision ${quoted(optionLabel(procedure, ...from.taken))}`;
  return anchorWords(procedure, from);
}

/** What a clock is counted from under the readings in hand: a choice of a reading followed. */
export function resolved(compiled: CompiledProcedure, from: DateExpression): DateExpression {
  if (!('choose' in from)) return from;
  const one = chosenOf(from, compiled);
  return one ? resolved(compiled, one) : from;
}

/** The act or date an expression hangs on, as a key: the same for a decision and for one option of it. */
export function anchorKey(from: DateExpression): string {
  if ('earliest' in from) return from.earliest.map(anchorKey).sort().join('+');
  if ('latest' in from) return from.latest.map(anchorKey).sort().join('+');
  if ('taken' in from) return `done:${from.taken[0]}`;
  const [entry] = Object.entries(from);
  return entry ? `${entry[0] === 'sent' ? 'done' : entry[0]}:${JSON.stringify(entry[1]).replaceAll('"', '')}` : '';
}

/** The stages of a task, or of what a clock is for. */
export const stagesOfTask = ({ tasks }: Procedure, id: Id): readonly Id[] => tasks[id]?.in ?? [];
