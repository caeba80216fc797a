// What moving a case to another version would do, before anybody does it: where each stage goes on, which tasks stay,
// fall away or come up, and what becomes of every open deadline. It is found by doing it on a copy that nobody keeps.
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import type { CompiledProcedure, Versions } from '../compile.ts';
import { deadlinesOf } from '../deadlines.ts';
import { recordOf, type Folded } from '../folded.ts';
import { drawnAnew } from '../instances.ts';
import { caseAt, compiledOf, extend, UnreadableLog } from '../replay.ts';
import type { Case, CaseEvent, DeadlineView, ProcedurePin } from '../types.ts';
import { stageLabel, taskLabel } from '../words.ts';
import { goesOn } from './carry.ts';
import { placesOf } from './places.ts';

export interface StageMove { readonly stage: Id; readonly label: string; readonly effect: 'stays' | 'moves' | 'needs-a-person'; /** The stage of the other version. */ readonly to?: Id; readonly toLabel?: string }
export interface TaskMove { readonly task: Id; readonly label: string; readonly effect: 'stays' | 'falls-away' | 'comes-up' }
export interface DeadlineMove { readonly timescale: Id; readonly recipient?: Id; readonly label: string; readonly effect: 'stays' | 'moves' | 'falls-away' | 'comes-up'; readonly was?: DeadlineView; readonly now?: DeadlineView }
export interface MovePreview {
  readonly from: ProcedurePin; readonly to: ProcedurePin;
  /** True when nothing needs a person: the move would be accepted with these stages. */
  readonly ready: boolean;
  readonly stages: readonly StageMove[];
  /** Stages that begin with the move. */
  readonly begin: readonly { readonly stage: Id; readonly label: string }[];
  /** Open tasks, and those that come up. */
  readonly tasks: readonly TaskMove[];
  /** Deadlines that were open, and new ones. Empty, as tasks are, while a stage needs a person. */
  readonly deadlines: readonly DeadlineMove[];
}

/**
 * What `moveCase` would do to the case as of an instant. `stages`: where it goes on, by each stage that the other version
 * does not have. The case is unchanged. Throws UnreadableLog for a version that is not held.
 */
export function previewMove(versions: Versions, held: Case | readonly CaseEvent[], to: ProcedurePin, stages: Readonly<Record<Id, Id>>, asOf: Instant): MovePreview {
  const { compiled, folded } = caseAt(versions, held, asOf);
  const version = versions.get(to);
  if (!version) throw new UnreadableLog(`Version ${to.version} of procedure "${to.id}" is not held here.`);
  const other = drawnAnew(version, folded);
  const places = placesOf(compiled, other, folded, stages);
  const moves = places.map(({ stage, state }): StageMove => {
    const label = stageLabel(compiled.procedure, stage);
    if (state === undefined) return { stage, label, effect: 'needs-a-person' };
    const target = other.procedure.stages[state] ? state : stage;
    return { stage, label, effect: target === stage ? 'stays' : 'moves', to: target, toLabel: stageLabel(other.procedure, target) };
  });
  const ready = moves.every(({ effect }) => effect !== 'needs-a-person');
  const seen: Seen = { versions, from: compiled, to: other, before: folded, asOf };
  return { from: folded.procedure, to: other.pin, ready, stages: moves, ...(ready ? after(seen, stages) : { begin: [], tasks: [], deadlines: [] }) };
}

interface Seen { readonly versions: Versions; readonly from: CompiledProcedure; readonly to: CompiledProcedure; readonly before: Folded; readonly asOf: Instant }

function after({ versions, from, to, before, asOf }: Seen, stages: Readonly<Record<Id, Id>>): Pick<MovePreview, 'begin' | 'tasks' | 'deadlines'> {
  const now = extend(versions, from, before, [trialOf(to, before, asOf, stages)], asOf);
  const begun = now.stages.filter((stage) => !before.stages.includes(stage));
  return {
    begin: begun.map((stage) => ({ stage, label: stageLabel(to.procedure, stage) })),
    tasks: taskMoves(from, compiledOf(versions, now), before, now),
    deadlines: deadlineMoves(deadlinesOf(from, before, asOf), deadlinesOf(compiledOf(versions, now), now, asOf)),
  };
}

/** The event that a move would write; it is never sealed and never kept. */
function trialOf(to: CompiledProcedure, { id, procedure, events, head }: Folded, asOf: Instant, stages: Readonly<Record<Id, Id>>): CaseEvent {
  const actor = { person: '', role: '' };
  return { id: 'trial', case: id, seq: events.length + 1, type: 'caseMoved', procedure, occurred: asOf, recorded: asOf, actor, payload: { to: to.pin, stages, reason: '' }, salt: '', digest: '', previous: head, hash: '' };
}

function taskMoves(from: CompiledProcedure, to: CompiledProcedure, before: Folded, now: Folded): readonly TaskMove[] {
  const open = (held: Folded, task: Id): boolean => recordOf(held, task)?.state === 'open';
  const ids = [...new Set([...Object.keys(from.procedure.tasks), ...Object.keys(to.procedure.tasks)])];
  return ids.flatMap((task): readonly TaskMove[] => {
    const { procedure } = to.procedure.tasks[task] ? to : from;
    const label = taskLabel(procedure, task);
    if (open(before, task)) return [{ task, label, effect: goesOn(from, to, task) && open(now, task) ? 'stays' : 'falls-away' }];
    return open(now, task) ? [{ task, label, effect: 'comes-up' }] : [];
  });
}

const closed: readonly DeadlineView['state'][] = ['met', 'met-late'];
const keyOf = ({ timescale, recipient, task }: DeadlineView): string => `${timescale}/${task}/${recipient ?? ''}`;

function deadlineMoves(before: readonly DeadlineView[], now: readonly DeadlineView[]): readonly DeadlineMove[] {
  const [was, is] = [before, now].map((views) => new Map(views.map((view) => [keyOf(view), view])));
  const keys = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
  return keys.flatMap((key) => {
    const [old, fresh] = [was?.get(key), is?.get(key)];
    const view = fresh ?? old;
    const isOpen = [old, fresh].some((one) => one && !closed.includes(one.state));
    return view && isOpen ? [deadlineMove(view, old, fresh)] : [];
  });
}

function deadlineMove({ timescale, recipient, label }: DeadlineView, was: DeadlineView | undefined, now: DeadlineView | undefined): DeadlineMove {
  const same = was?.date === now?.date && was?.state === now?.state;
  return {
    timescale, ...(recipient !== undefined && { recipient }), label, ...(was && { was }), ...(now && { now }),
    effect: !now ? 'falls-away' : !was ? 'comes-up' : same ? 'stays' : 'moves',
  };
}
