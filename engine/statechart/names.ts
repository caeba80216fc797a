// The names a procedure's statechart goes by: machine events for triggers, guards, and the states that are
// synthesised beside the drawn stages. Ids of a procedure begin with a letter, so a name that begins with an
// underscore cannot collide with one. Nothing here knows a case.
import type { Id, Transition, Trigger } from '../procedure/types.ts';

/** Root state of every machine. */
export const ROOT = '_procedure';
/** Where a machine rests until a case comes through a door, or is reopened. */
export const START = '_start';
export const REOPENED = 'reopened';

/** Machine event of a case coming in by a door. */
export const openedBy = (door: Id): string => `opened.${door}`;
/** Final state in which a group, a lane or (for `ROOT`) the whole procedure ends. */
export const endOf = (group: Id): string => (group === ROOT ? '_end' : `_end-${group}`);
/** Where a lane of one single stage is until it ends. */
export const atOf = (lane: Id): string => `_at-${lane}`;
/** Deep history of a group: the stages the case was last in. */
export const historyOf = (group: Id): string => `_history-${group}`;
/** Name of a transition's guard; a machine is supplied with exactly these. */
export const guardOf = (transition: Id): string => `when-${transition}`;

/** The machine event that a transition waits for: `done.<task>`, `option.<task>.<option>`, `ended.<group>`, `lapsed.<timescale>`, `chosen.<transition>`. */
export function eventOf(transition: Pick<Transition, 'id' | 'on'>): string {
  const on: Trigger = transition.on;
  if ('done' in on) return `done.${on.done}`;
  if ('option' in on) return `option.${on.option[0]}.${on.option[1]}`;
  if ('ended' in on) return `ended.${on.ended}`;
  if ('lapsed' in on) return `lapsed.${on.lapsed}`;
  if ('relation' in on) return `relation.${on.relation[0]}.${on.relation[1]}`;
  return `chosen.${transition.id}`;
}
