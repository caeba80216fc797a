// What would settle a finding where the procedure itself leaves one thing to do: the clock set to the one amount its
// own words name, or counted from the one date of that kind that is asked for. Everything else is somebody's to decide.
import { compile, type CompiledProcedure } from '../../case/index.ts';
import { textOf } from '../../case/words.ts';
import { amountWords } from '../../time/index.ts';
import { applyEdit } from '../../procedure/edits/apply.ts';
import type { Edit } from '../../procedure/edits/edit.ts';
import { stepsOf } from '../../procedure/pointer.ts';
import type { Id, Procedure, Timescale } from '../../procedure/types.ts';
import { kindOfTask, notAsWorded } from './clock-claims.ts';
import type { VerifyFinding } from './types.ts';
import { amountsIn, eventKind, startPhrase, type EventKind } from './vocabulary.ts';
import { quoted, taskWords } from './words.ts';

/** The one edit that settles a finding, and what it does in words. */
export interface Fix { readonly edit: Edit; readonly words: string }

/** The fix of a finding that is certain; undefined where there is a choice to make. */
export function certainFix(procedure: Procedure, finding: VerifyFinding): Fix | undefined {
  const [collection, id = ''] = stepsOf(finding.pointer);
  const timescale = collection === 'timescales' ? procedure.timescales?.[id] : undefined;
  if (!timescale || finding.readings) return undefined;
  const said = textOf(timescale.words) ?? '';
  if (finding.code === 'V-302') return inItsWords(procedure, finding, fromDate(procedure, id, timescale, 'awareness'));
  if (finding.code !== 'V-203') return undefined;
  return inItsWords(procedure, finding, toAmount(compile(procedure), id, timescale, said) ?? fromSaid(procedure, id, timescale, said));
}

/** A fix that would leave the clock other than the words of its source is none. */
function inItsWords(procedure: Procedure, { pointer }: VerifyFinding, fix: Fix | undefined): Fix | undefined {
  const fixed = fix && applyEdit(procedure, fix.edit);
  return fixed?.ok === true && !notAsWorded(compile(fixed.procedure)).some((claim) => claim.pointer === pointer) ? fix : undefined;
}

/** The clock set to the amount of its words: they name one amount, in days of one kind. */
function toAmount({ procedure, timescales }: CompiledProcedure, id: Id, timescale: Timescale, said: string): Fix | undefined {
  const [only, ...others] = amountsIn(said);
  const plan = timescales.get(id);
  if (!only || others.length > 0 || plan?.amount !== 'fixed' || typeof timescale.amount !== 'number') return undefined;
  const { amount, unit } = plan.count;
  // “Days” says nothing of their kind, and a reading of it stays a reading.
  const keeps = only.unit === unit || (unit.endsWith('-days') && (only.unit === 'days' || (typeof timescale.unit === 'object' && only.unit.endsWith('days'))));
  if ((!keeps && only.unit === 'days') || (keeps && only.amount === amount)) return undefined;
  const next = keeps || only.unit === 'days' ? unit : only.unit;
  return { edit: { type: 'changeTimescale', timescale: id, set: { amount: only.amount, ...(!keeps && { unit: next }) } }, words: `The clock on ${taskWords(procedure, timescale.for)} becomes ${amountWords(only.amount, next)}.` };
}

function fromSaid(procedure: Procedure, id: Id, timescale: Timescale, said: string): Fix | undefined {
  const phrase = startPhrase(said);
  const kind = phrase === undefined ? undefined : eventKind(phrase);
  return kind && fromDate(procedure, id, timescale, kind);
}

/** The clock counted from the one date of a kind that is asked for; an act of that kind would be another choice. */
function fromDate(procedure: Procedure, id: Id, timescale: Timescale, kind: EventKind): Fix | undefined {
  const dates = Object.entries(procedure.questions).filter(([, { type, label }]) => (type === 'date' || type === 'date-time') && eventKind(textOf(label) ?? '') === kind);
  const acts = Object.values(procedure.tasks).some((task) => kindOfTask(task) === kind);
  const [date, ...others] = dates;
  if (!date || others.length > 0 || (acts && kind !== 'awareness')) return undefined;
  return { edit: { type: 'changeTimescale', timescale: id, set: { from: { var: date[0] } } }, words: `The clock on ${taskWords(procedure, timescale.for)} counts from the answer to ${quoted(textOf(date[1].label) ?? date[0])}.` };
}
