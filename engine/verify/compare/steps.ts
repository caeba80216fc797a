// A procedure as a row of steps that can be held beside another's: for each stage that is no group and no end, and for
// each duty that stands in no stage, what is done there, by whom, and by when. Steps stand in the order of the flow.
import type { CompiledProcedure } from '../../case/index.ts';
import { partyLabel, stageLabel, taskLabel, textOf } from '../../case/words.ts';
import { doersOf, isGroup } from '../../procedure/structure.ts';
import type { Id, Procedure, StageKind, Task } from '../../procedure/types.ts';
import { parseDay, londonDay, type Day } from '../../time/index.ts';
import { explore, type Explored } from '../explore/explore.ts';
import { kindOf } from '../findings/clock-claims.ts';
import type { EventKind } from '../findings/vocabulary.ts';
import { leastTime, waysToClocks } from '../findings/timed-claims.ts';
import { clockWords, resolved } from '../findings/words.ts';
import { morningOf } from '../runs/moments.ts';

/** A clock of a step on the calendar of the invented incident. */
export interface StepClock {
  readonly timescale: Id;
  /** “5 working days from …”, or the gap in words. */
  readonly words: string;
  readonly basis: 'statutory' | 'local' | 'normally' | 'aim';
  /** Days after the incident; absent where no date could be counted. */
  readonly from?: number;
  readonly until?: number;
  readonly amount?: number;
  readonly unit?: string;
  readonly startKind?: EventKind;
}
export interface Step {
  readonly id: Id;
  /** A stage, or a task that stands in none. */
  readonly of: 'stage' | 'task';
  readonly label: string;
  readonly kind: StageKind;
  readonly tasks: readonly Id[];
  readonly who: readonly string[];
  /** True when somebody decides here, rather than recommends. */
  readonly decides: boolean;
  readonly clocks: readonly StepClock[];
  readonly position: number;
  readonly words: ReadonlySet<string>;
  /** Kinds of body outside that something goes to here. */
  readonly tells: ReadonlySet<string>;
}
/** The day of the invented incident: happened, known and reported that morning. */
export const INCIDENT: Day = parseDay('2027-01-11') ?? 0;

/** The steps of a procedure, with its clocks run once along every way. */
export function stepsOf(compiled: CompiledProcedure): readonly Step[] {
  const { procedure } = compiled;
  const explored = explore(compiled);
  const dates = datesOf(compiled, explored);
  const order = [...explored.stages.keys()];
  const stages = Object.keys(procedure.stages).filter((id) => !isGroup(procedure, id) && !procedure.stages[id]?.final).sort((a, b) => at(order, a) - at(order, b));
  const loose = Object.entries(procedure.tasks).filter(([, task]) => !task.in && task.shape === 'exchange' && task.raised !== 'by-choice').map(([id]) => id);
  const steps = [
    ...stages.map((id) => ({ id, of: 'stage' as const, label: stageLabel(procedure, id), kind: procedure.stages[id]?.kind ?? ('other' as const), tasks: tasksIn(procedure, id) })),
    ...loose.map((id) => ({ id, of: 'task' as const, label: taskLabel(procedure, id), kind: 'notify' as const, tasks: [id] })),
  ].filter(({ tasks }) => tasks.length > 0);
  return steps.map((step, index) => ({ ...step, ...facts(compiled, step.tasks, step.label, dates), position: step.of === 'task' ? 0.3 : index / Math.max(1, stages.length) }));
}

const at = (order: readonly Id[], id: Id): number => { const index = order.indexOf(id); return index < 0 ? order.length : index; };
const tasksIn = ({ tasks }: Procedure, stage: Id): readonly Id[] => Object.keys(tasks).filter((id) => tasks[id]?.in?.[0] === stage && tasks[id]?.raised !== 'by-choice');

type Dates = ReadonlyMap<Id, { readonly from: Day; readonly until: Day }>;

function datesOf(compiled: CompiledProcedure, explored: Explored): Dates {
  const { least } = leastTime(compiled, explored.tours(), [morningOf(INCIDENT)]);
  const { least: more } = leastTime(compiled, waysToClocks(compiled, explored, new Set(least.keys())), [morningOf(INCIDENT)]);
  return new Map([...more, ...least].map(([id, { clock }]) => [id, { from: 'day' in clock.from ? clock.from.day : londonDay(clock.from.instant), until: londonDay(clock.latest) }]));
}

function facts(compiled: CompiledProcedure, tasks: readonly Id[], label: string, dates: Dates): Pick<Step, 'who' | 'decides' | 'clocks' | 'words' | 'tells'> {
  const { procedure } = compiled;
  const own = tasks.flatMap((id): Task[] => (procedure.tasks[id] ? [procedure.tasks[id]] : []));
  const said = [label, ...own.map((task) => textOf(task.label) ?? '')].join(' ');
  const clocks = [...compiled.timescales.values()].filter(({ timescale }) => tasks.includes(timescale.for));
  return {
    who: [...new Set(own.flatMap((task) => doersOf(procedure, task)).map((id) => partyLabel(procedure, id)))],
    decides: own.some((task) => task.shape === 'decide' && task.advises === undefined),
    clocks: clocks.map(({ id, timescale, count, amount }): StepClock => {
      const kind = kindOf(procedure, resolved(compiled, timescale.from));
      const dated = dates.get(id);
      return {
        timescale: id, basis: timescale.basis, words: typeof amount === 'object' && 'gap' in amount ? 'no time given' : clockWords(compiled, timescale),
        ...(dated && { from: dated.from - INCIDENT, until: dated.until - INCIDENT }), ...(amount === 'fixed' && { amount: count.amount, unit: count.unit }), ...(kind && { startKind: kind }),
      };
    }),
    words: new Set(tokens(said)),
    tells: new Set(own.flatMap((task) => task.to ?? []).flatMap((to) => (typeof to === 'string' && procedure.parties[to]?.outside ? tokens(partyLabel(procedure, to)) : []))),
  };
}

const dull = new Set(['the', 'and', 'for', 'with', 'from', 'that', 'this', 'whether', 'what', 'are', 'was', 'been', 'has', 'have', 'who', 'how', 'its', 'into', 'case', 'child', 'local', 'safeguarding', 'does', 'anything']);
// One thing under two names: what the editions of the guidance call it.
const same: Readonly<Record<string, string>> = { alert: 'referral', refer: 'referral', referred: 'referral', forward: 'referral', incident: 'incident', notify: 'tell', notification: 'tell', inform: 'tell', informed: 'tell', report: 'tell', write: 'tell', tell: 'tell', decide: 'decision', chair: 'chair', dfe: 'national', ofsted: 'national', government: 'national', meeting: 'panel', group: 'panel', committee: 'panel', 'sub': 'panel', checks: 'ask', summaries: 'ask', information: 'ask', agencies: 'ask', agency: 'ask', reviews: 'review', scr: 'review', cspr: 'review', lessons: 'learning', learn: 'learning', publish: 'publication', published: 'publication', publishing: 'publication', recommend: 'recommendation', advise: 'recommendation' };

/** Words that carry meaning, one for several where they mean the same. */
export function tokens(text: string): readonly string[] {
  return text.toLowerCase().split(/[^a-z]+/).filter((word) => word.length > 2 && !dull.has(word)).map((word) => same[word] ?? word.replace(/s$/, ''));
}

