// Claims about who does things: a task that falls to nobody, a role that nobody may stand in for, one party that both
// advises and decides.
import type { CompiledProcedure } from '../../case/index.ts';
import { rulesOnAppointments } from '../../case/independence.ts';
import { listWords } from '../../time/index.ts';
import { partyLabel, stageLabel } from '../../case/words.ts';
import { doersOf } from '../../procedure/structure.ts';
import type { Id, Procedure } from '../../procedure/types.ts';
import type { Claim } from './clock-claims.ts';
import { parties, stagesOfTask, taskWords } from './words.ts';

/** Tasks that a case waits for, or that a clock binds. */
function pressing({ procedure, plans }: CompiledProcedure): readonly Id[] {
  const waited = new Set(procedure.transitions.flatMap(({ on }) => ('done' in on ? [on.done] : 'option' in on ? [on.option[0]] : [])));
  const bound = new Set(Object.values(procedure.timescales ?? {}).map((one) => one.for));
  return [...plans.tasks.keys()].filter((id) => waited.has(id) || bound.has(id));
}

/** Tasks with nobody who does them: no party named, and no owner of a stage they stand in. */
export function nobodyDoes({ procedure }: CompiledProcedure): readonly Claim[] {
  return Object.entries(procedure.tasks).flatMap(([id, task]) => {
    const stages = task.in ?? [];
    if (doersOf(procedure, task).length > 0) return [];
    return [{
      code: 'V-501' as const, severity: 'problem' as const, title: 'A task that falls to nobody', pointer: `/tasks/${id}`, label: taskWords(procedure, id),
      words: `${taskWords(procedure, id)} names nobody who does it${stages.length === 0 ? '' : `, and ${listWords(stages.map((stage) => stageLabel(procedure, stage)))} ${stages.length === 1 ? 'has' : 'have'} no owner`}. Everybody who tries is refused.`,
      stages: stagesOfTask(procedure, id), remedies: ['Say who does it.', 'Give the stage an owner.'], cites: task.cites ?? [],
    }];
  });
}

/** A role whose absence stops tasks, because nobody may stand in for these. */
export function nobodyStandsIn(compiled: CompiledProcedure): readonly (Claim & { readonly party: Id; readonly tasks: readonly Id[] })[] {
  const { procedure } = compiled;
  const alone = new Map<Id, Id[]>();
  for (const id of pressing(compiled)) {
    const task = procedure.tasks[id];
    const doers = task ? doersOf(procedure, task) : [];
    const needed = task?.agreement?.by === 'all' ? (task.agreement.of ?? doers) : doers;
    if (needed.length !== 1 && task?.agreement?.by !== 'all') continue;
    for (const party of needed) if (isOnePerson(procedure, party) && !deputised(procedure, party, id)) alone.set(party, [...(alone.get(party) ?? []), id]);
  }
  return [...alone].map(([party, tasks]) => ({
    code: 'V-502' as const, severity: 'look' as const, title: `Nobody may act for ${partyLabel(procedure, party)}`, party, tasks,
    words: `While ${partyLabel(procedure, party)} is away, nobody may do ${listWords(tasks.slice(0, 4).map((id) => taskWords(procedure, id)))}${tasks.length > 4 ? ` and ${tasks.length - 4} more` : ''}. A case waits there, and the clocks run on.`,
    pointer: `/parties/${party}`, label: partyLabel(procedure, party), stages: [...new Set(tasks.flatMap((id) => stagesOfTask(procedure, id)))],
    remedies: ['Name a deputy for these tasks, and when the deputy acts.', 'If nobody may stand in, say so in the guidance, so that absence is planned for.'], cites: procedure.parties[party]?.cites ?? [],
  }));
}

/** A role is filled by one person; a body, an agency or a family is not. */
const isOnePerson = ({ parties: all }: Procedure, id: Id): boolean => all[id]?.kind === 'role' && !all[id]?.many && !all[id]?.outside;
const deputised = ({ parties: all }: Procedure, party: Id, task: Id): boolean => all[party]?.deputies?.some((deputy) => deputy.tasks.includes(task)) ?? false;

/** One party that may both give the advice and take the decision it is advice for. */
export function advisesAndDecides(compiled: CompiledProcedure): readonly Claim[] {
  const { procedure } = compiled;
  return Object.entries(procedure.tasks).flatMap(([id, task]) => {
    const decision = task.advises;
    const decided = decision === undefined ? undefined : procedure.tasks[decision];
    if (decision === undefined || !decided || isKeptApart(compiled, id, decision)) return [];
    const both = acting(procedure, id).filter((party) => acting(procedure, decision).includes(party));
    if (both.length === 0) return [];
    return [{
      code: 'V-503' as const, severity: 'problem' as const, title: 'One party advises and decides', pointer: `/tasks/${decision}/by`, label: taskWords(procedure, decision),
      words: `${parties(procedure, both)} may do ${taskWords(procedure, id)} and also ${taskWords(procedure, decision)}, for which it is the advice. One person could then agree with themselves.`,
      stages: [...stagesOfTask(procedure, id), ...stagesOfTask(procedure, decision)], remedies: ['Have them done by different parties.', 'Add a rule that whoever gave the advice may not decide.'], cites: decided.cites ?? [],
    }];
  });
}

/** Everybody who may do a task: those named, the seats of one body that does it, and deputies. */
function acting(procedure: Procedure, id: Id): readonly Id[] {
  const task = procedure.tasks[id];
  if (!task) return [];
  const named = doersOf(procedure, task);
  // A body of several decides as a body; whoever has a seat in it is not alone.
  const seats = named.flatMap((party) => { const own = procedure.parties[party]?.seats ?? []; return own.length === 1 ? own : []; });
  const deputies = named.flatMap((party) => (procedure.parties[party]?.deputies ?? []).filter((deputy) => deputy.tasks.includes(id)).map((deputy) => deputy.party));
  return [...new Set([...named, ...seats, ...deputies])];
}

function isKeptApart({ procedure, plans }: CompiledProcedure, advice: Id, decision: Id): boolean {
  const bearings = [...(plans.bearings.get(decision) ?? []), ...(plans.bearings.get(advice) ?? [])];
  return bearings.some(({ effect, target, rule }) => effect === 'forbid' && ('doer' in target || ('seat' in target && rulesOnAppointments(procedure).has(rule))));
}
