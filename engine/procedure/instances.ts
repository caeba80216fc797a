// A stage repeated over a list: the lane that each entry has, under a name made from the entry, and the routes by which a
// lane is withdrawn and taken up again. It does not know where the entries of a list come from.
import { nameIn, type Entry } from './fragment-piece.ts';
import type { Criterion, Fragment, Id, Procedure, Repeat, Stage, Transition } from './types.ts';

/** An entry and its lane: a stage of the drawn procedure. */
export interface Instance extends Entry { readonly lane: Id }
export type Instances = Readonly<Record<Id, readonly Instance[]>>;
/** A repeated stage of a drawn procedure; `over` is absent where the file lists the entries itself. */
export interface Repeated { readonly stage: Id; readonly over?: Id; readonly join: NonNullable<Repeat['join']> }

/** The instance of an entry: no two have the same lane. */
function instanceOf(stage: Id, entry: Entry, known: readonly Instance[]): Instance {
  const words = entry.id.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  const name = `${stage}-${words === '' ? 'entry' : words}`;
  const taken = new Set(known.map(({ lane }) => lane));
  let lane = name;
  for (let n = 2; taken.has(lane); n += 1) lane = `${name}-${n}`;
  return { ...entry, lane };
}

/** The instances known and those of further entries, in the order in which they came; an entry that is known is not taken twice. */
export function withEntries(stage: Id, entries: readonly Entry[], known: readonly Instance[]): readonly Instance[] {
  const all = [...known];
  for (const entry of entries) if (!all.some(({ id }) => id === entry.id)) all.push(instanceOf(stage, entry, all));
  return all;
}

const partyLabel = ({ parties }: Procedure, id: Id): string => {
  const title = parties[id]?.title;
  return typeof title === 'object' ? (title['en'] ?? id) : (title ?? id);
};

/** The entry with the words that people read for it: a party by its title. */
export const entryOf = (procedure: Procedure, id: string): Entry => ({ id, label: partyLabel(procedure, id) });

/** Instances that the file itself lists; undefined where a list of the case does. */
export function writtenOut(procedure: Procedure, { per, call }: Stage): readonly Instance[] | undefined {
  if (!per || !call || typeof per.over === 'string') return undefined;
  const stage = Object.keys(procedure.stages).find((id) => procedure.stages[id]?.per === per) ?? '';
  return withEntries(stage, per.over.map((id) => entryOf(procedure, id)), []);
}

/** What the checks look at: the instances listed, or one that stands for any entry. */
export function sampleOf(procedure: Procedure, stage: Stage): readonly Instance[] {
  const listed = writtenOut(procedure, stage);
  if (listed || !stage.per || typeof stage.per.over !== 'string') return listed ?? [];
  const kind = procedure.questions[stage.per.over]?.of ?? '';
  const party = procedure.parties[kind] ? kind : Object.keys(procedure.parties).find((id) => procedure.parties[id]?.kind === kind);
  const name = Object.keys(procedure.stages).find((id) => procedure.stages[id]?.per === stage.per) ?? '';
  return [{ ...entryOf(procedure, party ?? 'each'), lane: `${name}-each` }];
}

/** The stage in which a lane rests that was withdrawn. */
export const withdrawnOf = (lane: Id): Id => `${lane}-withdrawn`;
/** The routes that withdraw a lane and take it up again. */
export const withdrawalOf = (lane: Id): Id => `${lane}-withdraw`;
export const takingUpOf = (lane: Id): Id => `${lane}-take-up`;

/** The lanes of a repeated stage and where each rests once it was withdrawn. */
export function laneStages(caller: Id, { kind, owner, per }: Stage, instances: readonly Instance[]): Readonly<Record<Id, Stage>> {
  return Object.fromEntries(instances.flatMap(({ lane, label }): [Id, Stage][] => [
    [lane, { kind, label, within: caller, ...(owner !== undefined && { owner }) }],
    ...(per?.by ? [[withdrawnOf(lane), { kind, label: `${label}: withdrawn`, within: lane, final: true }] as [Id, Stage]] : []),
  ]));
}

export function laneRoutes({ per }: Stage, { stages }: Fragment, instances: readonly Instance[]): readonly Transition[] {
  const { by } = per ?? {};
  const open = Object.keys(stages).filter((id) => stages[id]?.within === undefined && !stages[id]?.final);
  return by === undefined ? [] : instances.flatMap(({ lane, label }): Transition[] => {
    const under: Criterion = { or: open.map((id) => ({ at: nameIn(lane, id) })) };
    return [
      { id: withdrawalOf(lane), from: [lane], on: { chosen: { by, reason: true } }, if: under, to: withdrawnOf(lane), label: `Withdraw ${label}` },
      { id: takingUpOf(lane), from: [lane], on: { chosen: { by, reason: true } }, if: { '!': under }, to: lane, label: `Take up ${label} again` },
    ];
  });
}
