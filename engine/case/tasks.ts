// What there is to do in a case: each task with who may do it, why it is asked, by when, and what the rules ask of
// it now. Words are made here, on request, and nowhere in the fold.
import type { Id, Strength } from '../procedure/types.ts';
import type { Instant } from '../time/index.ts';
import { saidFor } from './act-answers.ts';
import type { CompiledProcedure, Versions } from './compile.ts';
import { deadlines } from './deadlines.ts';
import { disclosureOf } from './disclosure-view.ts';
import { actingAs, doersOf, partiesFor } from './doers.ts';
import { formsOf } from './form-view.ts';
import { recordOf, type Folded } from './folded.ts';
import { isCounted } from './grounds.ts';
import { endingWords, holdLabel, holdOnTask } from './holds.ts';
import { gatesBefore } from './leaving.ts';
import { standsAt } from './in-force.ts';
import { isOffered } from './lifecycle.ts';
import { partingOf } from './parting.ts';
import type { TaskPlan } from './plans.ts';
import { recipientsAsked } from './recipients.ts';
import { caseAt } from './replay.ts';
import { asIfDone, demandsOn, splitByReply, type Demand } from './requirements.ts';
import type { Case, DeadlineView, TaskRecord, TaskView } from './types.ts';
import { signOffsOf } from './sign-off-view.ts';
import { ruleLabel, stageLabel, taskLabel, textOf } from './words.ts';

/**
 * Tasks of the case at an instant, in the procedure's order: open, done, withdrawn, and those offered by choice.
 * `role`: marks as `mine` what that role may do now; absent, nothing is marked.
 */
export function tasks(versions: Versions, held: Case, asOf: Instant, role?: Id): readonly TaskView[] {
  const { compiled, folded } = caseAt(versions, held, asOf);
  const clocks = deadlines(versions, folded, asOf);
  const aside = partingOf(folded.events) !== undefined;
  return [...compiled.plans.tasks.values()].flatMap((plan) => {
    const record = recordOf(folded, plan.id);
    const offered = record?.state !== 'open' && isOffered(compiled, folded, plan);
    if (!record && !offered) return [];
    return [viewOf({ compiled, folded, asOf, aside }, plan, offered ? undefined : record, clocks, role)];
  });
}

interface Seen { readonly compiled: CompiledProcedure; readonly folded: Folded; readonly asOf: Instant }
/** `aside`: the case goes on elsewhere, so that nobody does anything in it here. */
interface SeenAll extends Seen { readonly aside: boolean }

function viewOf({ compiled, folded, asOf, aside }: SeenAll, plan: TaskPlan, record: TaskRecord | undefined, clocks: readonly DeadlineView[], role: Id | undefined): TaskView {
  const { id, task } = plan;
  const guidance = textOf(task.guidance);
  const acts = role !== undefined && actingAs(compiled, folded, { person: '', role }, partiesFor(compiled, folded, id), asOf, id) !== undefined;
  const demands = splitByReply(compiled, id, demandsOn(compiled, asIfDone(compiled, folded, id, asOf, {}), id, asOf, saidFor(compiled.procedure, folded, id))).ofTask;
  const signOffs = signOffsOf(compiled, folded, plan, record, asOf, role);
  const signing = record?.signing?.step !== undefined;
  const required = requiredOf({ compiled, folded, asOf }, plan, demands);
  return {
    id, label: taskLabel(compiled.procedure, id), shape: task.shape, ...(guidance !== undefined && { guidance }),
    ...placeOf(compiled, folded, plan), state: stateOf(plan, record, required.recipients), doers: signing ? signOffs.map(({ by, label }) => ({ party: by, label })) : doersOf(compiled, folded, id, asOf),
    mine: !aside && ((acts && !signing) || signOffs.some(({ mine }) => mine)) && (record === undefined || record.state === 'open') && (folded.closed === undefined || task.afterClosing === true),
    ...groundOf(compiled, folded, plan), deadlines: clocks.filter((clock) => clock.task === id), ...(record && { record }), ...heldOf({ compiled, folded, asOf }, id),
    ...(signOffs.length > 0 && { signOffs }), ...disclosureOf(compiled, folded, plan, asOf), ...formsOf(compiled, folded, id, task),
    required, options: optionsOf(plan, demands, asOf),
  };
}

function heldOf({ compiled, folded, asOf }: Seen, task: Id): Pick<TaskView, 'held'> {
  const hold = folded.holds.length > 0 ? holdOnTask(compiled, folded, task, asOf) : undefined;
  return hold ? { held: `On hold: ${holdLabel(compiled, hold.hold)}. It ends ${endingWords(compiled, hold)}.` } : {};
}

/** The innermost active stage the task stands in, else the last of its stages. */
function placeOf({ procedure }: CompiledProcedure, { stages }: Folded, { task }: TaskPlan): Pick<TaskView, 'stage' | 'stageLabel' | 'kind'> {
  const stage = task.in?.findLast((id) => stages.includes(id)) ?? task.in?.at(-1);
  const kind = stage === undefined ? undefined : procedure.stages[stage]?.kind;
  return stage === undefined || kind === undefined ? {} : { stage, stageLabel: stageLabel(procedure, stage), kind };
}

/** `asked`: to whom it goes. While one of them is still to be sent to there is something to do, whoever else has it. */
function stateOf({ task }: TaskPlan, record: TaskRecord | undefined, asked: readonly Id[]): TaskView['state'] {
  if (!record) return 'offered';
  if (record.state !== 'open') return record.state;
  const { recipients } = record;
  const sent = task.shape === 'exchange' && recipients.length > 0 && recipients.every((recipient) => recipient.sent !== undefined) && asked.every((id) => recipients.some(({ party }) => party === id));
  return sent || record.views.length > 0 || record.signing?.step !== undefined ? 'waiting' : 'open';
}

const order: readonly Strength[] = ['must', 'should-always', 'should', 'consider', 'may'];

/** The strongest rule that requires the task, else the stage that raises it. */
function groundOf(compiled: CompiledProcedure, folded: Folded, plan: TaskPlan): Pick<TaskView, 'strength' | 'why' | 'cites'> {
  const { procedure, rules } = compiled;
  const counted = plan.requiredBy.filter((id) => isCounted(rules, folded, id)).flatMap((id) => rules.get(id) ?? []);
  const [strongest] = [...counted].sort((a, b) => order.indexOf(a.rule.strength) - order.indexOf(b.rule.strength));
  if (strongest) return { strength: strongest.rule.strength, why: `${ruleLabel(procedure, strongest.id)}.`, cites: strongest.rule.cites ?? plan.task.cites ?? [] };
  const { stageLabel: stage } = placeOf(compiled, folded, plan);
  const chosen = plan.raised === 'by-choice';
  const why = chosen ? 'May be done when somebody thinks it right.' : stage === undefined ? 'Asked of every case.' : `Asked in “${stage}”.`;
  return { strength: chosen ? 'may' : 'must', why, cites: plan.task.cites ?? [] };
}

function requiredOf({ compiled, folded, asOf }: Seen, { id, task }: TaskPlan, demands: readonly Demand[]): TaskView['required'] {
  const asked = demands.filter(({ effect, strength }) => effect === 'require' && strength !== 'may');
  const fields = asked.flatMap(({ target }) => ('fields' in target ? target.fields : []));
  const seats = asked.flatMap(({ target }) => ('seats' in target ? target.seats : []));
  const channels = asked.flatMap(({ target }) => ('channels' in target ? target.channels.flatMap((one) => textOf(one) ?? []) : []));
  return {
    fields: [...new Set([...fields, ...gatesBefore(compiled.procedure, task, recipientsAsked(compiled, folded, id, asOf), asOf)])], seats: [...new Set(seats)], recipients: recipientsAsked(compiled, folded, id, asOf),
    ...(channels.length > 0 && { channels: [...new Set(channels)] }),
    reasons: task.reasons === 'required' || asked.some(({ target, strength }) => 'reasons' in target && (strength === 'must' || strength === 'should-always')),
  };
}

const strongest = (demands: readonly Demand[]): Demand | undefined => order.flatMap((strength) => demands.find((demand) => demand.strength === strength) ?? [])[0];

function optionsOf({ task }: TaskPlan, demands: readonly Demand[], asOf: Instant): TaskView['options'] {
  const chosenOf = ({ target }: Demand): Id | undefined => ('option' in target ? target.option[1] : undefined);
  const one = task.choose?.most === undefined || task.choose.most === 1;
  /** Asked for, or barred by itself or, where only one is chosen, by another that is asked for. */
  const against = (option: Id, demand: Demand): boolean => (demand.effect === 'forbid' ? chosenOf(demand) === option : one && chosenOf(demand) !== undefined && chosenOf(demand) !== option);
  return (task.options ?? []).filter((option) => standsAt(option, asOf)).map(({ id, label, hint }) => {
    const forced = strongest(demands.filter((demand) => demand.effect === 'require' && chosenOf(demand) === id));
    const forbidden = strongest(demands.filter((demand) => against(id, demand)));
    const barred = forbidden?.strength === 'must';
    const words = textOf(hint);
    return {
      id, label: textOf(label) ?? id, ...(words !== undefined && { hint: words }),
      ...(forced?.strength === 'must' && { forced: forced.rule }), ...(barred && { forbidden: forbidden.rule }),
      ...(forbidden && !barred && forbidden.strength !== 'may' && { against: forbidden.strength }),
    };
  });
}
