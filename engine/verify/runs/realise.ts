// A way through a procedure walked on the engine itself: each step becomes a dated act in a role, what the procedure
// asks for is supplied, and the whole is a walkthrough that the engine replays. At the pace `latest` every act is left
// to the last day that its own clock allows; an act without a clock takes no time. People and answers are invented.
import type { CompiledProcedure, Outcome, Versions } from '../../case/index.ts';
import { perform, versionsOf } from '../../case/index.ts';
import { advance } from '../../case/fold.ts';
import { recordOf, type Folded } from '../../case/folded.ts';
import { completeStates } from '../../case/recipients.ts';
import { commandOf } from '../../case/walkthrough.ts';
import type { Walkthrough, WalkthroughAct, WalkthroughCommand, WalkthroughStep } from '../../case/walkthrough-types.ts';
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import type { Path, Step } from '../explore/explore.ts';
import { commandFor, deciders, doersNow, doingAs, expectsReply, firstOption, insider, owing, type Doing } from './acts.ts';
import { chosenOf } from '../../case/anchors.ts';
import { bindingClocks, lastFor, type SeenClock } from './clocks.ts';
import { filled } from './filling.ts';
import { mend } from './mending.ts';
import { minuteAfter, written } from './moments.ts';
import { momentFor, nextOf, type Paced } from './pace.ts';
import { nextSignature } from './signing.ts';
import { answersFor, emptyHeld, openTasks, taskOf, wantedAnswers, type Situation } from './situation.ts';
import type { Run, RunOptions } from './types.ts';

export type { Run, RunOptions } from './types.ts';

/** Walks a way on the engine. Throws EndlessLoop when the procedure does not come to rest. */
export function realise(compiled: CompiledProcedure, path: Path, options: RunOptions): Run {
  const runner = new Runner(compiled, options);
  return runner.result(runner.walk(path));
}

/** Tries of one act before it is given up; acts of one act's prerequisites. */
const MOST_TRIES = 14;
const MOST_DEPTH = 5;

class Runner {
  private readonly compiled: CompiledProcedure;
  private readonly options: RunOptions;
  private readonly versions: Versions;
  private readonly steps: WalkthroughStep[] = [];
  private readonly clocks = new Map<string, SeenClock>();
  private held: Folded | undefined;
  private now: Instant;
  private why = '';

  constructor(compiled: CompiledProcedure, options: RunOptions) {
    this.compiled = compiled;
    this.options = options;
    this.versions = versionsOf([compiled]);
    this.now = options.start;
  }

  walk(path: Path): Run['stopped'] {
    const pending = [...path];
    while (pending.length > 0) {
      const step = this.ready(pending);
      pending.splice(pending.indexOf(step), 1);
      if (!this.take(step)) return { step, words: this.why };
    }
    if (this.options.finish) this.finish();
    return undefined;
  }

  /** Does what is still open, in the order in which it is due, so that nothing is owed. */
  private finish(): void {
    const tried = new Set<string>();
    for (let held = this.held; held; held = this.held) {
      const next = openTasks(this.compiled, held).find((task) => !tried.has(`${task} ${held?.tasks[task]?.length}`));
      if (next === undefined) return;
      tried.add(`${next} ${held.tasks[next]?.length}`);
      this.doTask(next, firstOption(this.compiled.procedure, next), undefined, 0);
    }
  }

  result(stopped: Run['stopped']): Run {
    const { id = 'run', title = 'A run' } = this.options;
    const { procedure, settings } = this.compiled;
    const changed = Object.fromEntries(Object.entries(settings).filter(([key, value]) => procedure.settings?.[key]?.default !== value));
    const walkthrough: Walkthrough = {
      format: 1, id, title, procedure: procedure.id, invented: 'All people and events are invented.',
      ...(Object.keys(changed).length > 0 && { settings: changed }), steps: this.steps,
    };
    return { walkthrough, held: this.held, finished: stopped === undefined, ...(stopped && { stopped }), clocks: [...this.clocks.values()], end: this.now };
  }

  /** The next step with what its clocks start from given: another one may be due before it then. */
  private ready(pending: readonly Step[]): Step {
    const step = nextOf(this.paced(), pending);
    const task = taskOf(step);
    if (task === undefined || !this.held || this.options.pace === 'prompt' || !this.raised(task, 0)) return step;
    this.start(task);
    return nextOf(this.paced(), pending);
  }

  private take(step: Step): boolean {
    const { move } = step;
    switch (move.kind) {
      case 'open':
        return this.open(move.door, step);
      case 'do':
      case 'decide':
        return this.doTask(move.task, move.kind === 'decide' ? move.options : [], step, 0);
      case 'choose':
        return this.choose(move.transition, step);
      case 'lapse':
        return this.waitFor(move.timescale);
      case 'relate':
        return this.act(this.anybody(), { type: 'recordRelation', relation: move.relation, state: move.state }, 0);
      case 'reopen':
        this.finish();
        return this.act(doingAs(this.compiled.procedure, this.compiled.procedure.closing?.reopen?.by[0] ?? ''), { type: 'reopenCase', reason: 'Reason as discussed.' }, 0);
    }
  }

  private anybody(): Doing {
    return doingAs(this.compiled.procedure, insider(this.compiled.procedure) ?? '');
  }

  private open(door: Id, { takes }: Step): boolean {
    const definition = this.compiled.procedure.doors[door];
    const [by = ''] = definition?.by ?? [];
    const source = definition?.sources?.[0]?.id;
    const answers = wantedAnswers(this.situation(), takes, undefined);
    return this.act(doingAs(this.compiled.procedure, by), { type: 'openCase', reference: 'Q.X.', door, ...(source !== undefined && { source }), answers }, 0);
  }

  /** Does a task with everything it needs, in the order in which its parts are due. */
  private doTask(task: Id, options: readonly Id[], step: Step | undefined, depth: number): boolean {
    if (!this.held || depth > MOST_DEPTH) return false;
    if (!this.raised(task, depth)) return false;
    const command = commandFor(this.compiled.procedure, task, options);
    const answers = step || options.length > 0 ? wantedAnswers(this.situation(), step?.takes ?? [], { task, options }) : {};
    const whole = Object.keys(answers).length > 0 ? { ...command, answers: { ...command.answers, ...answers } } : command;
    this.plan(task, depth);
    this.start(task);
    const exchange = command.type === 'sendExchange';
    this.now = Math.max(this.now, momentFor(this.paced(), task, exchange && expectsReply(this.compiled.procedure, task) ? ['sent'] : ['done', 'sent', 'replied']));
    const doers = command.type === 'decide' ? deciders(this.compiled, this.held, task) : doersNow(this.compiled, this.held, task).slice(0, 1);
    if (doers.length === 0) { this.why = 'Nobody may do it.'; return false; }
    const sent = exchange && recordOf(this.held, task)?.sent !== undefined && owing(this.compiled, this.held, task).length > 0;
    if (!sent) for (const [index, doer] of doers.entries()) if (!(index > 0 && recordOf(this.held as Folded, task)?.state === 'done') && !this.act(doer, whole, depth)) return false;
    return (!exchange || this.replies(task, doers[0] as Doing, depth)) && this.signs(task, depth);
  }

  /** Whoever has to sign it signs, each in turn. */
  private signs(task: Id, depth: number): boolean {
    for (let next = nextSignature(this.compiled, this.held as Folded, task); next; next = nextSignature(this.compiled, this.held as Folded, task)) {
      if (this.options.pace === 'prompt') this.now = minuteAfter(this.now);
      if (!this.act(next.doing, next.command, depth)) return false;
    }
    return true;
  }

  /** A distance before a planned act needs the plan: it is planned for the day on which the distance is kept. */
  private plan(task: Id, depth: number): void {
    for (const plan of this.compiled.timescales.values()) {
      const from = plan.timescale.from;
      if (plan.timescale.for === task || !('planned' in from) || from.planned !== task || recordOf(this.held as Folded, plan.timescale.for)?.state !== 'open') continue;
      this.doTask(plan.timescale.for, [], undefined, depth + 1);
    }
  }

  /** A date that a clock of the task is counted from is given, where nobody has asked for it. */
  private start(task: Id): void {
    const unknown = [...this.compiled.timescales.values()].flatMap(({ timescale }) => {
      const from = 'choose' in timescale.from ? (chosenOf(timescale.from, this.compiled) ?? timescale.from) : timescale.from;
      return timescale.for === task && 'var' in from && !(from.var in (this.held?.answers ?? {})) ? [from.var] : [];
    });
    if (unknown.length === 0) return;
    const dates = { now: this.now, dates: this.options.dates ?? new Map<Id, Instant>() };
    this.act(this.anybody(), { type: 'recordAnswers', mode: 'change', answers: Object.fromEntries(unknown.map((id) => [id, filled(this.compiled.procedure, id, dates)])) }, MOST_DEPTH);
  }

  /** A task that a rule asks for gets the facts that make it ask. */
  private raised(task: Id, depth: number): boolean {
    const held = this.held as Folded;
    const plan = this.compiled.plans.tasks.get(task);
    if (!plan) return false;
    if (recordOf(held, task)?.state === 'open') return true;
    if (typeof plan.raised === 'object' && 'done' in plan.raised) return recordOf(held, plan.raised.done)?.state === 'done' || this.doTask(plan.raised.done, firstOption(this.compiled.procedure, plan.raised.done), undefined, depth + 1);
    if (plan.raised !== 'when-required') return true;
    const criterion = plan.requiredBy.map((id) => this.compiled.procedure.rules?.[id]?.if).find((one) => one !== undefined);
    if (!criterion) return true;
    const answers = answersFor(this.situation(), criterion);
    return answers !== undefined && (Object.keys(answers).length === 0 || this.act(this.anybody(), { type: 'recordAnswers', mode: 'change', answers }, depth));
  }

  private replies(task: Id, asker: Doing, depth: number): boolean {
    const definition = this.compiled.procedure.tasks[task];
    if (!definition || !expectsReply(this.compiled.procedure, task)) return true;
    const states = completeStates(definition);
    const state = definition.expects === 'acknowledgement' && states.includes('acknowledged') ? 'acknowledged' : states.includes('received') ? 'received' : (states[0] ?? 'received');
    for (const recipient of owing(this.compiled, this.held as Folded, task)) {
      this.now = momentFor(this.paced(), task, ['replied', 'done']);
      if (!this.act(asker, { type: 'recordReply', task, recipient, state }, depth)) return false;
    }
    return true;
  }

  private choose(transition: Id, step: Step): boolean {
    const on = this.compiled.transitions.get(transition)?.transition.on;
    const by = on && 'chosen' in on ? on.chosen.by[0] : undefined;
    if (by === undefined || !this.held) return false;
    const answers = wantedAnswers(this.situation(), step.takes, undefined);
    if (Object.keys(answers).length > 0 && !this.act(this.anybody(), { type: 'recordAnswers', mode: 'change', answers }, 0)) return false;
    return this.act(doingAs(this.compiled.procedure, by), { type: 'takeTransition', transition, reason: 'Reason as discussed.' }, 0);
  }

  private waitFor(timescale: Id): boolean {
    const task = this.compiled.timescales.get(timescale)?.timescale.for;
    const latest = this.held && task !== undefined ? lastFor(this.compiled, this.held, task, ['done', 'sent', 'planned', 'replied']) : undefined;
    if (latest === undefined || !this.held) { this.why = 'Its clock does not run.'; return false; }
    this.now = minuteAfter(Math.max(this.now, latest));
    this.held = advance(this.compiled, this.held, this.now);
    return true;
  }

  private paced(): Paced {
    return { compiled: this.compiled, held: this.held, now: this.now, pace: this.options.pace };
  }

  private situation(): Situation {
    return { compiled: this.compiled, held: this.held, now: this.now };
  }

  /** One act, mended until it is accepted. */
  private act(doing: Doing, command: WalkthroughCommand, depth: number): boolean {
    let [current, by] = [command, doing];
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const step: WalkthroughAct = { at: written(this.now), as: by.as, person: by.person, ...(by.onBehalfOf !== undefined && { onBehalfOf: by.onBehalfOf }), do: current };
      const outcome = this.try(step);
      if (outcome.ok) return this.accept(step, outcome);
      const mended = mend({ compiled: this.compiled, held: this.held ?? emptyHeld, command: current, refusal: outcome.refusal, dates: { now: this.now, dates: this.options.dates ?? new Map() } });
      this.why = outcome.refusal.words;
      if (!mended || (!this.held && mended.kind !== 'again')) return false;
      if (mended.kind === 'later') this.now = Math.max(mended.at, minuteAfter(this.now));
      else if (mended.kind === 'answers') { if (depth > MOST_DEPTH || !this.act(this.anybody(), { type: 'recordAnswers', mode: 'change', answers: mended.answers }, depth + 1)) return false; }
      else if (mended.kind === 'first') { if (!this.doTask(mended.task, mended.option === undefined ? firstOption(this.compiled.procedure, mended.task) : [mended.option], undefined, depth + 1)) return false; }
      else { current = mended.command; if (mended.as !== undefined) by = doingAs(this.compiled.procedure, mended.as); }
    }
    return false;
  }

  private try(step: WalkthroughAct): Outcome {
    const { as: role, person, onBehalfOf } = step;
    const command = commandOf(step, this.options.id ?? 'run', this.steps.length);
    return perform(this.versions, this.held ?? [], command, { now: this.now, role, person, procedure: this.compiled.procedure.id, ...(onBehalfOf !== undefined && { onBehalfOf }) });
  }

  private accept(step: WalkthroughAct, { case: held }: Extract<Outcome, { ok: true }>): true {
    this.steps.push(step);
    // A case that perform gives is folded.
    this.held = held as Folded;
    for (const [key, clock] of bindingClocks(this.compiled, this.held)) this.clocks.set(key, this.clocks.has(key) ? { ...clock, raised: clock.raised } : clock);
    return true;
  }
}
