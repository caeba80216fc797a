// Takes stages out of a procedure to be put elsewhere: with what is done in them, its clocks, the routes between them,
// and the people, forms, questions and other things that these name. What they name in other stages is not taken;
// putting them down (put.ts) says what that leaves out.
import { references } from '../../engine/procedure/references.ts';
import { presentFormat } from '../../engine/procedure/migrate.ts';
import type { Reference, ReferenceKind } from '../../engine/procedure/reference.ts';
import type { Id, Procedure, Transition } from '../../engine/procedure/types.ts';
import { targetsOf } from '../model/tree.ts';
import { HEADING, type Clip } from './types.ts';

/** The collections that parts bring with them when they name something in them. */
export const brought = {
  party: 'parties', question: 'questions', form: 'forms', setting: 'settings', calendar: 'calendars', meeting: 'meetings', document: 'documents',
  class: 'disclosure', table: 'tables', hold: 'holds', relation: 'relations', rule: 'rules',
} as const satisfies Partial<Record<ReferenceKind, keyof Procedure>>;
export type Brought = (typeof brought)[keyof typeof brought];

/** A procedure with nothing in it but these parts. */
export function bare(parts: Partial<Procedure>): Procedure {
  const conventions = { calendar: 'none', triggerDay: 0, roll: 'none', timeZone: 'Europe/London' } as const;
  return { format: presentFormat, id: 'parts', label: 'Parts', edition: { words: 'Parts', law: 'Parts' }, casePrefix: 'PARTS', conventions, calendars: {}, parties: {}, questions: {}, doors: {}, stages: {}, transitions: [], tasks: {}, sources: {}, ...parts };
}

const only = <T>(map: Readonly<Record<Id, T>> | undefined, keep: (id: Id, part: T) => boolean): Readonly<Record<Id, T>> => Object.fromEntries(Object.entries(map ?? {}).filter(([id, part]) => keep(id, part)));

/** The stages and all that lies within them, as parts. */
export function take(procedure: Procedure, chosen: readonly Id[]): Clip {
  const inside = withParts(procedure, chosen);
  const stages: Procedure['stages'] = Object.fromEntries(Object.entries(procedure.stages).filter(([id]) => inside.has(id)).map(([id, stage]) => {
    const { within, ...rest } = stage;
    return [id, within !== undefined && inside.has(within) ? stage : rest];
  }));
  const tasks = Object.fromEntries(Object.entries(procedure.tasks).filter(([, task]) => task.in?.some((id) => inside.has(id)) === true).map(([id, task]) => [id, { ...task, in: (task.in ?? []).filter((stage) => inside.has(stage)) }]));
  const timescales = only(procedure.timescales, (_, clock) => clock.for in tasks);
  const transitions = procedure.transitions.filter((route) => liesWithin(procedure, route, inside));
  const layout = only(procedure.layout, (id) => stages[id]?.within !== undefined);
  return { from: procedure.id, parts: withNamed(procedure, bare({ stages, tasks, timescales, transitions, layout })) };
}

/** The clip as text for the clipboard. */
export const textOfClip = ({ from, parts }: Clip): string => JSON.stringify({ [HEADING]: presentFormat, from, parts }, null, 2);

function withParts(procedure: Procedure, chosen: readonly Id[]): ReadonlySet<Id> {
  const inside = new Set(chosen);
  for (const stage of inside) for (const [id, { within }] of Object.entries(procedure.stages)) if (within === stage) inside.add(id);
  return inside;
}

/** All its ends among the stages; one that ends a lane or group, when that group is among them. */
function liesWithin(procedure: Procedure, route: Transition, inside: ReadonlySet<Id>): boolean {
  if (!route.from.every((id) => inside.has(id))) return false;
  if (route.to === undefined) return route.from.every((id) => inside.has(procedure.stages[id]?.within ?? ''));
  const to = targetsOf(route);
  return to.length > 0 && to.every((id) => inside.has(id));
}

/** With what they name, and what that names, until nothing new is named. Rules about other tasks stay behind. */
function withNamed(procedure: Procedure, parts: Procedure): Procedure {
  let now = parts;
  for (let more = true; more;) {
    more = false;
    for (const { kind, id } of references(now)) {
      const collection = collectionOf(kind);
      if (collection === undefined || id in (now[collection] ?? {})) continue;
      const named: unknown = procedure[collection]?.[id];
      if (named === undefined) continue;
      now = withPart(now, collection, id, trimmed(collection, named, now));
      more = true;
    }
    if (!more) ({ now, more } = withRules(procedure, now));
  }
  return now;
}

const withPart = (parts: Procedure, collection: Brought, id: Id, part: unknown): Procedure => ({ ...parts, [collection]: { ...parts[collection], [id]: part } });

export function collectionOf(kind: Reference['kind']): Brought | undefined {
  return Object.entries(brought).find(([each]) => each === kind)?.[1];
}

/** Rules that ask for or bear on what is taken, and on nothing else. */
function withRules(procedure: Procedure, now: Procedure): { readonly now: Procedure; readonly more: boolean } {
  const fitting = Object.entries(procedure.rules ?? {}).filter(([id, rule]) => {
    if (id in (now.rules ?? {})) return false;
    const flow = references(bare({ rules: { [id]: rule } })).filter((each) => each.kind === 'task' || each.kind === 'stage' || each.kind === 'timescale');
    return flow.length > 0 && flow.every((each) => (each.kind === 'task' ? each.id in now.tasks : each.kind === 'stage' ? each.id in now.stages : each.id in (now.timescales ?? {})));
  });
  return { now: fitting.length === 0 ? now : { ...now, rules: { ...now.rules, ...Object.fromEntries(fitting) } }, more: fitting.length > 0 };
}

/** A party comes with what its deputies do in these stages only. */
function trimmed(collection: Brought, named: unknown, now: Procedure): unknown {
  if (collection !== 'parties') return named;
  const { deputies, ...party } = named as Procedure['parties'][Id];
  const here = (deputies ?? []).map((each) => ({ ...each, tasks: each.tasks.filter((task) => task in now.tasks) })).filter((each) => each.tasks.length > 0);
  return here.length === 0 ? party : { ...party, deputies: here };
}
