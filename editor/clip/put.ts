// Puts parts of a procedure into another, or a second time into the same: what flows gets names of its own, what is
// known here already (the same person, the same question) is used, and what names something that is not here is left
// out and told. Pure; one command.
import { canonical } from '../../engine/procedure/canonical.ts';
import { applyChanges, type Change } from '../../engine/procedure/edits/changes.ts';
import { freeId } from '../../engine/procedure/edits/names.ts';
import { pointerTo, stepsOf, valueAt } from '../../engine/procedure/pointer.ts';
import type { Reference, ReferenceKind } from '../../engine/procedure/reference.ts';
import { references } from '../../engine/procedure/references.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { titleAt } from './titles.ts';
import { bare, collectionOf } from './take.ts';
import type { Command } from '../edits/commands.ts';
import type { Clip } from './types.ts';
import { words } from './words.ts';

export interface Put { readonly procedure: Procedure; /** The stages that lie in no other of the parts. */ readonly made: readonly Id[]; /** What did not come along, in sentences. */ readonly lost: readonly string[] }
export interface How { /** The group to put them in; absent: the top level. */ readonly within?: Id | undefined; /** Names of stages get “(copy)”. */ readonly copies: boolean; /** What it is told as. */ readonly as?: 'duplicated' }

const flows = { stage: 'stages', task: 'tasks', timescale: 'timescales', 'task-or-door': 'tasks', 'task-or-form': 'tasks' } as const satisfies Partial<Record<ReferenceKind, keyof Procedure>>;

/** The procedure with the parts in it. */
export function put({ from, parts }: Clip, procedure: Procedure, how: How): Put {
  const names = namesFor(parts, procedure);
  const found = (reference: Reference): Id | undefined => nameIn(names, parts, reference) ?? (from === procedure.id && isThere(procedure, reference) ? reference.id : undefined);
  const lost: string[] = [];
  const kept = withoutUnnamed(parts, found, lost);
  const renamed = new Map(references(kept).map((reference) => [reference.pointer, found(reference) ?? reference.id]));
  const changes = [...changesFor(kept, procedure, names, renamed, how)];
  return { procedure: applyChanges(procedure, changes).procedure, made: Object.keys(kept.stages).filter((id) => kept.stages[id]?.within === undefined).map((id) => names.get('stages')?.get(id) ?? id), lost };
}

/** Putting down as one command; what did not come along is told to `onLost`. */
export const putting = (clip: Clip, how: How, onLost: (lost: readonly string[]) => void): Command => (procedure) => {
  const done = put(clip, procedure, how);
  const titles = Object.values(clip.parts.stages).filter((stage) => stage.within === undefined).map((stage) => titleAt(stage) ?? '');
  onLost(done.lost);
  const said = how.as === 'duplicated' ? words.duplicated(titles) : words.pasted(titles);
  return { ok: true, procedure: done.procedure, words: said, ...(done.lost.length === 0 ? {} : { said: words.with(said, done.lost.length) }), ...(done.made[0] === undefined ? {} : { made: done.made[0] }), all: done.made };
};

type Names = ReadonlyMap<string, ReadonlyMap<Id, Id>>;

function nameIn(names: Names, parts: Procedure, { kind, id, of }: Reference): Id | undefined {
  if (kind === 'option' || kind === 'step') return of !== undefined && of in parts.tasks ? id : undefined;
  if (kind === 'transition') return undefined;
  if (kind === 'task-or-form' && names.get('forms')?.has(id) === true) return names.get('forms')?.get(id);
  const collection = collectionOf(kind) ?? Object.entries(flows).find(([each]) => each === kind)?.[1];
  if (kind === 'question' && isColumn(parts, id)) return id;
  return collection === undefined ? undefined : names.get(collection)?.get(id);
}

/** Inside a criterion over a list its columns are named as questions are. */
const isColumn = ({ questions }: Procedure, id: Id): boolean => !Object.hasOwn(questions, id) && Object.values(questions).some(({ columns }) => columns !== undefined && Object.hasOwn(columns, id));

function isThere(procedure: Procedure, { kind, id, of }: Reference): boolean {
  if (kind === 'option' || kind === 'step') return of !== undefined && of in procedure.tasks;
  if (kind === 'transition') return procedure.transitions.some((route) => route.id === id);
  const more: Partial<Record<ReferenceKind, keyof Procedure>> = { ...flows, source: 'sources', fragment: 'fragments', register: 'registers' };
  const collection = collectionOf(kind) ?? more[kind];
  return collection !== undefined && Object.hasOwn((procedure[collection] ?? {}) as object, id) || kind === 'task-or-door' && id in procedure.doors || kind === 'task-or-form' && id in (procedure.forms ?? {});
}

/** What each part is called here, by its collection. */
function namesFor(parts: Procedure, procedure: Procedure): Names {
  const names = new Map<string, Map<Id, Id>>();
  for (const [collection, held] of Object.entries(parts)) {
    if (typeof held !== 'object' || held === null || Array.isArray(held) || ['conventions', 'edition', 'label', 'layout'].includes(collection)) continue;
    const here = (procedure[collection as keyof Procedure] ?? {}) as Readonly<Record<Id, unknown>>;
    const own = new Map<Id, Id>();
    const used = new Set(Object.keys(here));
    for (const [id, part] of Object.entries(held)) {
      const same = flowing(collection, part) ? undefined : alike(collection, id, part, here);
      const name = same ?? freeId(id, 'part', used);
      used.add(name);
      own.set(id, name);
    }
    names.set(collection, own);
  }
  return names;
}

/** What each copy has of its own: stages, what is done in them, its clocks, and rules about it. */
function flowing(collection: string, part: unknown): boolean {
  if ((Object.values(flows) as string[]).includes(collection)) return true;
  return collection === 'rules' && references(bare({ rules: { rule: part as NonNullable<Procedure['rules']>[Id] } })).some(({ kind }) => kind in flows);
}

/** What is here already and means the same: equal under the same name, or for people of the same title. */
function alike(collection: string, id: Id, part: unknown, here: Readonly<Record<Id, unknown>>): Id | undefined {
  if (collection === 'parties') return Object.keys(here).find((each) => titleAt(here[each]) === titleAt(part));
  return Object.hasOwn(here, id) && canonical(here[id]) === canonical(part) ? id : undefined;
}

/** Without what names something that is in neither: its part when it can stand without, else the whole of it; again until nothing is named in vain. */
function withoutUnnamed(parts: Procedure, found: (reference: Reference) => Id | undefined, lost: string[]): Procedure {
  let now = parts;
  let citations = 0;
  for (;;) {
    const vain = references(now).find((each) => !each.pointer.startsWith('/conventions/') && (found(each) === undefined || !stillThere(now, parts, each)));
    if (vain === undefined) break;
    const [collection = '', key = ''] = stepsOf(vain.pointer);
    const title = titleAt(valueAt(now, pointerTo(collection, key)), now) ?? key;
    const sort = words.sorts[collection] ?? words.other;
    const whole = ['transitions', 'timescales', 'rules', 'holds', 'relations'].includes(collection) && vain.kind !== 'source';
    if (vain.kind === 'source') citations += 1;
    else if (collection !== 'layout') lost.push((whole ? words.leftOut : words.part)(sort, title, words.unnamed(vain.kind, vain.id)));
    now = whole ? without(now, stepsOf(vain.pointer).slice(0, 2)) : without(now, placeOf(now, vain));
  }
  if (citations > 0) lost.push(words.citations(citations));
  return now;
}

/** Whether what is named was among the parts and was left out meanwhile. */
function stillThere(now: Procedure, parts: Procedure, { kind, id }: Reference): boolean {
  const collection = collectionOf(kind) ?? Object.entries(flows).find(([each]) => each === kind)?.[1];
  return collection === undefined || !Object.hasOwn(parts[collection] ?? {}, id) || Object.hasOwn(now[collection] ?? {}, id);
}

/** The item of a list, else the part of the element that names it. */
function placeOf(now: Procedure, { pointer, kind }: Reference): readonly string[] {
  const steps = stepsOf(pointer);
  if (kind === 'source') return steps.slice(0, steps.lastIndexOf('cites') + 1);
  const above = valueAt(now, pointerTo(...steps.slice(0, -1)));
  return Array.isArray(above) && above.length > 1 ? steps : steps.slice(0, 3);
}

function without(node: Procedure, path: readonly (string | number)[]): Procedure {
  const take = (value: unknown, steps: readonly (string | number)[]): unknown => {
    const [step, ...rest] = steps;
    if (step === undefined) return value;
    if (Array.isArray(value)) return rest.length === 0 ? value.filter((_, index) => index !== Number(step)) : value.map((item: unknown, index) => (index === Number(step) ? take(item, rest) : item));
    return Object.fromEntries(Object.entries(value as object).flatMap(([key, part]: [string, unknown]) => (key !== String(step) ? [[key, part]] : rest.length === 0 ? [] : [[key, take(part, rest)]])));
  };
  // The same shape with less in it; what is required is never taken out on its own (`whole`).
  return take(node, path) as Procedure;
}

function* changesFor(parts: Procedure, procedure: Procedure, names: Names, renamed: ReadonlyMap<string, Id>, how: How): Generator<Change> {
  for (const [collection, own] of names) {
    const held = (parts[collection as keyof Procedure] ?? {}) as Readonly<Record<Id, unknown>>;
    for (const [id, name] of own) {
      if (!Object.hasOwn(held, id) || Object.hasOwn((procedure[collection as keyof Procedure] ?? {}) as object, name)) continue;
      const value = rewritten(held[id], pointerTo(collection, id), renamed);
      yield { path: [collection, name], value: collection === 'stages' ? placed(value as Procedure['stages'][Id], how) : value };
    }
  }
  const routes = new Set(procedure.transitions.map((route) => route.id));
  const added = parts.transitions.map((route, index) => {
    const id = freeId(route.id, 'route', routes);
    routes.add(id);
    return { ...(rewritten(route, pointerTo('transitions', index), renamed) as typeof route), id };
  });
  if (added.length > 0) yield { path: ['transitions'], value: [...procedure.transitions, ...added] };
  for (const [id, place] of Object.entries(parts.layout ?? {})) yield { path: ['layout', names.get('stages')?.get(id) ?? id], value: place };
}

function placed(stage: Procedure['stages'][Id], { within, copies }: How): unknown {
  if (stage.within !== undefined) return stage;
  const title = titleAt(stage);
  return { ...stage, ...(copies && title !== undefined ? { label: words.copyOf(title) } : {}), ...(within === undefined ? {} : { within }) };
}

function rewritten(value: unknown, pointer: string, renamed: ReadonlyMap<string, Id>): unknown {
  const name = renamed.get(pointer);
  if (name !== undefined && typeof value === 'string') return value.includes('#') ? value : name;
  if (Array.isArray(value)) return value.map((item, index) => rewritten(item, `${pointer}/${index}`, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]: [string, unknown]) => [key, rewritten(part, pointer + pointerTo(key), renamed)]));
}
