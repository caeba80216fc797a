// A clock on the diagram and in the inspector: "24 hours from incident". Its parts are said by the engine.
// The short phrase leaves out "date and time of the" so that it fits a stage.
import { remembered } from '../../engine/procedure/remembered.ts';
import type { Id, Procedure, Timescale, Unit } from '../../engine/procedure/types.ts';
import { allowedWords, anchorWords, isOfNoDays, onTheDay, settled, unitWords } from '../../engine/procedure/words/clock.ts';
import { words } from '../words.ts';

/** How one clock stands on its stage. */
export interface Clock {
  readonly id: Id;
  /** For the stage: the shortest words that say it. */
  readonly short: string;
  /** Without what it is counted from, for a stage with several: "Local: 5 days". */
  readonly brief: string;
  /** For the inspector: amount in bold, then the rest. */
  readonly amount: string;
  readonly rest: string;
  /** "In law", "Local rule", and how a reading was taken. */
  readonly basis: string;
  /** True when the procedure leaves the amount out or it cannot be read. */
  readonly unclear: boolean;
}

/** The clocks that bind what people do in a stage, in the procedure's order; a task of several stages shows them in its first. */
export function clocksOf(procedure: Procedure, stage: Id): readonly Clock[] {
  return (timescalesIn(procedure).get(stage) ?? []).map(([id, timescale]) => clockOf(procedure, id, timescale));
}

/** The timescales by the stage that shows them, sorted once: every stage of the diagram asks. */
const timescalesIn = remembered((procedure: Procedure): ReadonlyMap<Id, readonly (readonly [Id, Timescale])[]> => {
  const made = new Map<Id, [Id, Timescale][]>();
  for (const [id, timescale] of Object.entries(procedure.timescales ?? {})) {
    const stage = procedure.tasks[timescale.for]?.in?.[0];
    if (stage === undefined) continue;
    const held = made.get(stage) ?? [];
    held.push([id, timescale]);
    made.set(stage, held);
  }
  return made;
});

/** The clock in words. */
export function clockOf(procedure: Procedure, id: Id, timescale: Timescale): Clock {
  const amount = allowedWords(procedure, timescale);
  const joint = timescale.amount === 0 ? words.clock.joints[timescale.direction] : words.clock.joint[timescale.direction];
  const anchor = timescale.unit === 'next-meeting' ? '' : anchorWords(procedure, timescale.from);
  const ofNoDays = isOfNoDays(procedure, timescale);
  const rest = anchor === '' ? '' : ofNoDays ? onTheDay(procedure, timescale.from)[1] : `${joint} ${anchor}`;
  const reading = typeof timescale.unit === 'object' ? ` · ${words.clock.readAs(unitWords(settled<Unit>(procedure, timescale.unit), 2, true))}` : '';
  return {
    id, amount, unclear: typeof timescale.amount === 'object' && 'gap' in timescale.amount,
    short: anchor === '' ? amount : ofNoDays ? `${amount} ${rest}` : `${amount} ${joint} ${trimmed(anchor)}`,
    brief: `${words.clock.basisShort[timescale.basis]}: ${amount}`,
    rest,
    basis: `${words.clock.basis[timescale.basis]}${reading}`,
  };
}

/** "the date and time of the incident" said as "incident". */
function trimmed(anchor: string): string {
  return anchor.replace(/^(the )?(date( and time)?|day|time)( of| when| that| the)?( the)? /, '').replace(/^the /, '');
}
