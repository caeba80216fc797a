// What waits for what in a story: found by leaving each act out and asking the engine which later ones it then refuses.
// And what each clock of the story counts from and is met by. Nothing here is drawn by chance.
import { perform, versionsOf, type CompiledProcedure } from '../../case/index.ts';
import { dueInstants, type Reckoning } from '../../case/clocks.ts';
import { recordOf, type Folded } from '../../case/folded.ts';
import type { Case, Command } from '../../case/types.ts';
import type { Acting } from '../../case/perform.ts';
import { commandOf } from '../../case/walkthrough.ts';
import type { Walkthrough, WalkthroughAct } from '../../case/walkthrough-types.ts';
import { partyLabel, taskLabel, textOf } from '../../case/words.ts';
import type { Id, Procedure } from '../../procedure/types.ts';
import { civilDate, civilDateTime, instantOfMoment, londonDay, parseDateTime, type Count, type Day, type Instant } from '../../time/index.ts';

export interface NetworkAct {
  /** Acts with the same name draw from the same range: `agency-checks recordReply`. */
  readonly name: string;
  readonly label: string;
  readonly at: Instant;
  /** Places of the acts it waits for, from 0; the opening is 0. Only the nearest: what those wait for is left out. */
  readonly waits: readonly number[];
}
export interface NetworkClock {
  readonly timescale: Id; readonly label: string; readonly recipient?: Id;
  readonly count: Count;
  /** The act it counts from, and whole days from that act's day to the day counted from (a date that was given). */
  readonly from: number; readonly days: number; readonly wholeDay: boolean;
  /** Acts that meet it, the last of which counts. */
  readonly met: number;
}
export interface Network { readonly acts: readonly NetworkAct[]; readonly clocks: readonly NetworkClock[]; /** Clocks of the story that are left out, each with why. */ readonly leftOut: readonly string[] }

interface Tried { readonly command: Command; readonly acting: Acting; readonly act: WalkthroughAct; readonly at: Instant }

/** The network of a story; only its accepted acts are in it. */
export function networkOf(compiled: CompiledProcedure, story: Pick<Walkthrough, 'id' | 'procedure' | 'steps'>): Network {
  const { accepted, cases } = told(compiled, story);
  const waits = nearest(accepted.map((_, index) => new Set<number>(index === 0 ? [] : [0])), dependents(compiled, accepted, cases));
  const acts = accepted.map(({ act, at }, index): NetworkAct => ({ name: nameOf(act), label: labelOf(compiled.procedure, act), at, waits: waits[index] ?? [] }));
  return { acts, ...clocksOf(compiled, accepted, cases.at(-1)) };
}

function told(compiled: CompiledProcedure, story: Pick<Walkthrough, 'id' | 'procedure' | 'steps'>): { readonly accepted: readonly Tried[]; readonly cases: readonly Case[] } {
  const versions = versionsOf([compiled]);
  const accepted: Tried[] = [];
  const cases: Case[] = [];
  for (const [index, act] of story.steps.entries()) {
    const now = parseDateTime(act.at);
    if (!('do' in act) || now === undefined || (cases.length === 0 && act.do.type !== 'openCase')) continue;
    const acting = { now, role: act.as, person: act.person, procedure: story.procedure, ...(act.onBehalfOf === undefined ? {} : { onBehalfOf: act.onBehalfOf }) };
    const command = commandOf(act, story.id, index);
    const outcome = perform(versions, cases.at(-1) ?? [], command, acting);
    if (!outcome.ok || outcome.events.length === 0) continue;
    accepted.push({ command, acting, act, at: command.occurred ?? now });
    cases.push(outcome.case);
  }
  return { accepted, cases };
}

/** For each act, the later ones that are refused without it. */
function dependents(compiled: CompiledProcedure, accepted: readonly Tried[], cases: readonly Case[]): readonly (readonly number[])[] {
  const versions = versionsOf([compiled]);
  return accepted.map((_, left) => {
    let held = cases[left - 1];
    if (held === undefined) return accepted.map((_one, index) => index).slice(1);
    const refused: number[] = [];
    for (let index = left + 1; index < accepted.length; index++) {
      const { command, acting } = accepted[index] as Tried;
      const outcome = perform(versions, held, command, acting);
      if (outcome.ok) held = outcome.case;
      else refused.push(index);
    }
    return refused;
  });
}

/** Turned round, and without what a nearer one waits for already. */
function nearest(waits: readonly Set<number>[], later: readonly (readonly number[])[]): readonly (readonly number[])[] {
  later.forEach((acts, index) => acts.forEach((act) => waits[act]?.add(index)));
  return waits.map((all) => [...all].filter((one) => ![...all].some((other) => other !== one && waits[other]?.has(one))).toSorted((a, b) => a - b));
}

const nameOf = ({ do: { type, ...body } }: WalkthroughAct): string => `${String(body['task'] ?? body['transition'] ?? body['timescale'] ?? '')} ${type}`.trim();

function labelOf(procedure: Procedure, { as, do: body }: WalkthroughAct): string {
  if (typeof body['task'] === 'string') return `${taskLabel(procedure, body['task'])}${OF_TASK[body.type] ?? ''}`;
  if (body.type === 'takeTransition') return capital(textOf(procedure.transitions.find(({ id }) => id === body['transition'])?.label) ?? 'Going on');
  return body.type === 'openCase' ? 'The case is opened' : `${partyLabel(procedure, as)}: ${OTHER[body.type] ?? 'an entry'}`;
}
const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
const OF_TASK: Readonly<Record<string, string>> = { recordReply: ': a reply', addRecipient: ': one more is asked', planTask: ': its date is set', recordAnswers: ': answers', raiseTask: ': begun', withdrawTask: ': withdrawn', signOff: ': signed off' };
const OTHER: Readonly<Record<string, string>> = { recordAnswers: 'facts', addNote: 'a note', explainLapse: 'a reason', recordAbsence: 'an absence', extendTimescale: 'more time', closeCase: 'closing', agreeDate: 'a date agreed' };

function clocksOf(compiled: CompiledProcedure, accepted: readonly Tried[], held: Case | undefined): Pick<Network, 'clocks' | 'leftOut'> {
  if (!held) return { clocks: [], leftOut: [] };
  const clocks: NetworkClock[] = [];
  const leftOut: string[] = [];
  for (const clock of dueInstants(compiled, held as Folded)) {
    const timescale = compiled.timescales.get(clock.timescale)?.timescale;
    const label = textOf(timescale?.label) ?? taskLabel(compiled.procedure, timescale?.for ?? '');
    const found = clockOf(clock, label, accepted, held);
    if (typeof found === 'string') leftOut.push(`${label}: ${found}`);
    else clocks.push(found);
  }
  return { clocks, leftOut: [...new Set(leftOut)] };
}

function clockOf({ timescale, recipient, count, from, met, latest }: Reckoning, label: string, accepted: readonly Tried[], held: Case): NetworkClock | string {
  if (!count || !from) return 'it does not start in this story';
  if (latest === undefined) return 'it has no last day';
  const meeting = met === undefined ? -1 : accepted.findLastIndex(({ at }) => at === met);
  if (meeting < 0) return recordOf(held as Folded, timescale)?.done === undefined ? 'nothing in this story meets it' : 'what meets it is not one act';
  const instant = 'instant' in from ? from.instant : undefined;
  const start = instant === undefined ? -1 : accepted.findLastIndex(({ at }) => at === instant);
  if (start >= 0) return { timescale, label, count, from: start, days: 0, wholeDay: false, met: meeting, ...(recipient === undefined ? {} : { recipient }) };
  // A date that was given: it moves with the act that gave it.
  const day: Day = londonDay(instantOfMoment(from));
  const giving = Math.max(0, accepted.findIndex(({ act }) => mentions(act, day, instant)));
  return { timescale, label, count, from: giving, days: day - londonDay(accepted[giving]?.at ?? 0), wholeDay: instant === undefined, met: meeting, ...(recipient === undefined ? {} : { recipient }) };
}

function mentions({ do: body }: WalkthroughAct, day: Day, instant: Instant | undefined): boolean {
  return JSON.stringify(body).includes(instant === undefined ? civilDate(day) : civilDateTime(instant));
}
