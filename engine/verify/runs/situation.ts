// What a run knows where it stands: what has happened, which answers would lead the way it is to go, what is open.
import type { CompiledProcedure } from '../../case/index.ts';
import { recordOf, type Folded } from '../../case/folded.ts';
import { scopeOf } from '../../case/scope.ts';
import type { RawAnswer } from '../../case/walkthrough-types.ts';
import type { Criterion, Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import { solve } from '../criteria/solve.ts';
import type { Step } from '../explore/explore.ts';
import { optionWants, wantsForTransition } from '../explore/wants.ts';
import { lastFor } from './clocks.ts';

export interface Situation { readonly compiled: CompiledProcedure; /** Undefined before the case is opened. */ readonly held: Folded | undefined; readonly now: Instant }
/** An act about to be done. */
export interface Deed { readonly task: Id; readonly options: readonly Id[] }

/** Answers for which routes are taken and options may be; none where they are as it is. */
export function wantedAnswers(situation: Situation, takes: readonly Id[], deed: Deed | undefined): Readonly<Record<Id, RawAnswer>> {
  const { compiled, held } = situation;
  const wants = [...takes.flatMap((id) => wantsForTransition(compiled, id, held?.stages ?? [])), ...(deed ? optionWants(compiled, deed.task, deed.options) : [])];
  if (wants.length === 0) return {};
  const known = Object.fromEntries(Object.entries(held?.answers ?? {}).map(([id, answer]) => [id, 'value' in answer ? answer.value : undefined]));
  const asked = { fact: happened(situation, deed), settings: compiled.settings };
  const witness = solve(compiled.procedure, wants, { ...asked, answers: known }).witness ?? solve(compiled.procedure, wants, asked).witness;
  const told = Object.entries(witness?.answers ?? {}).filter(([id, value]) => value !== undefined || known[id] !== undefined);
  return Object.fromEntries(told.map(([id, value]): [Id, RawAnswer] => [id, value ?? { status: 'unknown' }]));
}

/** Answers for which a criterion holds; undefined where none do. */
export function answersFor(situation: Situation, criterion: Criterion): Readonly<Record<Id, RawAnswer>> | undefined {
  const { witness } = solve(situation.compiled.procedure, [{ criterion, want: true }], { fact: happened(situation, undefined), settings: situation.compiled.settings });
  return witness && Object.fromEntries(Object.entries(witness.answers).flatMap(([id, value]): [Id, RawAnswer][] => (value === undefined ? [] : [[id, value]])));
}

/** What has happened, as it would be with this done, for a search for answers. */
export function happened({ compiled, held, now }: Situation, deed: Deed | undefined): (key: string) => boolean | undefined {
  return (key) => {
    const [name = '', argument = ''] = key.split(/:(.*)/s, 2);
    const [task, option] = argument.split('.');
    if (deed && task === deed.task && name === 'done') return true;
    if (deed && task === deed.task && name === 'taken') return deed.options.includes(option ?? '');
    if (!held) return name === 'done' || name === 'taken' || name === 'entered' ? false : undefined;
    const truth = scopeOf(compiled, held, now).predicate(name, argument.includes('.') ? argument.split('.') : argument);
    return truth === 'unknown' ? undefined : truth;
  };
}

/** Tasks with an open record, those whose last day is first before the others. */
export function openTasks(compiled: CompiledProcedure, held: Folded): readonly Id[] {
  const open = Object.keys(held.tasks).filter((task) => recordOf(held, task)?.state === 'open');
  const due = (task: Id): Instant => lastFor(compiled, held, task, ['done', 'sent', 'planned', 'replied']) ?? 0;
  return open.sort((a, b) => due(a) - due(b));
}

export const taskOf = ({ move }: Step): Id | undefined => (move.kind === 'do' || move.kind === 'decide' ? move.task : undefined);

/** Stages that a step may touch: those of its task, or any. */
export function placesOf({ procedure }: CompiledProcedure, step: Step): readonly Id[] {
  const task = taskOf(step);
  return task === undefined ? Object.keys(procedure.stages) : (procedure.tasks[task]?.in ?? []);
}

/** Where no case is yet, what it would hold. */
export const emptyHeld = { answers: {}, tasks: {}, stages: [] } as unknown as Folded;
