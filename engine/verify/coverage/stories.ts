// Variants of a story that the engine accepts: with facts that make rules hold or not, and with acts put off until a
// deadline has passed. Each is made act by act, so that what is refused is left out or explained, never pretended.
import { perform, versionsOf, type CompiledProcedure, type Versions } from '../../case/index.ts';
import { hasLapsed } from '../../case/due.ts';
import { inside } from '../../case/folded.ts';
import { caseAt } from '../../case/replay.ts';
import type { Case } from '../../case/types.ts';
import { commandOf } from '../../case/walkthrough.ts';
import type { Walkthrough, WalkthroughAct } from '../../case/walkthrough-types.ts';
import type { Id } from '../../procedure/types.ts';
import { civilDateTime, instantOf, londonDay, parseDateTime, type Instant } from '../../time/index.ts';
import { doingAs } from '../runs/acts.ts';
import { actingOf, note } from './visits.ts';

export interface Story { readonly walkthrough: Walkthrough; readonly visits: ReadonlySet<string>; /** False when an act of the story it was made from was refused. */ readonly whole: boolean }

/** A story as it grows: acts that the engine accepted, and what they visited. */
export class Telling {
  readonly seen = new Set<string>();
  private readonly compiled: CompiledProcedure;
  private readonly versions: Versions;
  private readonly id: string;
  private readonly steps: WalkthroughAct[] = [];
  held: Case | undefined;
  now: Instant = 0;

  constructor(compiled: CompiledProcedure, id: string) {
    this.compiled = compiled;
    this.versions = versionsOf([compiled]);
    this.id = id;
  }

  /** Tries an act at a moment or now, whichever is later; whether it was accepted. */
  act(step: WalkthroughAct): boolean {
    const at = Math.max(this.now, parseDateTime(step.at) ?? 0);
    if (!this.held && step.do.type !== 'openCase') return false;
    const dated: WalkthroughAct = { ...step, at: civilDateTime(at) };
    const outcome = perform(this.versions, this.held ?? [], commandOf(dated, this.id, this.steps.length), actingOf(this.compiled.procedure.id, dated, at));
    if (!outcome.ok) return false;
    const { expect: _expect, ...kept } = dated;
    this.steps.push(kept);
    this.held = outcome.case;
    this.now = at;
    this.look();
    return true;
  }

  /** Lets time pass. */
  waitUntil(at: Instant): void {
    this.now = Math.max(this.now, at);
    this.look();
  }

  private look(): void {
    if (this.held) note(caseAt(this.versions, this.held, this.now).folded, this.now, this.seen);
  }

  /** Clocks that run and have not run out, with their last moments. */
  running(): readonly { readonly timescale: Id; readonly latest: Instant }[] {
    if (!this.held) return [];
    const { folded } = caseAt(this.versions, this.held, this.now);
    return folded[inside].clocks.entries().flatMap(([timescale, all]) => all.flatMap((clock) => (clock.state === 'running' && clock.latest !== undefined && clock.met === undefined && !hasLapsed(clock, this.now) ? [{ timescale, latest: clock.latest }] : [])));
  }

  told(title: string, whole: boolean): Story {
    const looked = this.steps.at(-1)?.at === civilDateTime(this.now) || this.steps.length === 0 ? [] : [{ at: civilDateTime(this.now), look: true as const, expect: {} }];
    const walkthrough: Walkthrough = { format: 1, id: this.id, title, procedure: this.compiled.procedure.id, invented: 'All people and events are invented.', steps: [...this.steps, ...looked] };
    return { walkthrough, visits: this.seen, whole };
  }
}

const actsOf = ({ steps }: Walkthrough): readonly WalkthroughAct[] => steps.filter((step): step is WalkthroughAct => 'do' in step);

/** The story as it is. */
export function toldAs(compiled: CompiledProcedure, base: Walkthrough, id: string, title: string): Story {
  const telling = new Telling(compiled, id);
  const whole = actsOf(base).map((step) => telling.act(step)).every(Boolean);
  return telling.told(title, whole);
}

/** The morning after an instant. */
const morningAfter = (at: Instant): Instant => instantOf(londonDay(at) + 1, 9 * 60);

/** The story put off: before each act, time passes until every wanted clock that runs has run out. Reasons are given where they are asked. */
export function putOff(compiled: CompiledProcedure, base: Walkthrough, wanted: ReadonlySet<Id>, id: string, title: string): Story {
  const telling = new Telling(compiled, id);
  let whole = true;
  const past = (): void => {
    const due = telling.running().filter(({ timescale }) => wanted.has(timescale) && !telling.seen.has(`missed:${timescale}`));
    if (due.length > 0) telling.waitUntil(morningAfter(Math.max(...due.map(({ latest }) => latest))));
  };
  for (const step of actsOf(base)) {
    past();
    whole = (telling.act(step) || (explained(compiled, telling, step) && telling.act(step))) && whole;
  }
  past();
  return telling.told(title, whole);
}

/** Gives the reason for every clock that ran out, by whoever acts or, where the clock names somebody, by them. */
function explained({ procedure }: CompiledProcedure, telling: Telling, { as, person, at }: WalkthroughAct): boolean {
  const late = [...telling.seen].flatMap((name) => (name.startsWith('missed:') ? [name.slice('missed:'.length)] : [])).filter((id) => procedure.timescales?.[id]?.onLapse === 'reason');
  const by = (timescale: string) => procedure.timescales?.[timescale]?.explainedBy?.map((party) => doingAs(procedure, party))[0] ?? { as, person };
  return late.map((timescale) => telling.act({ at, ...by(timescale), do: { type: 'explainLapse', timescale, reason: 'The people who had to act were not all there.' } })).some(Boolean);
}
