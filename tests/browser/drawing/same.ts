// Two procedures held against each other by the names people read: ids of elements are whatever the editor made of them.
import { references } from '../../../engine/procedure/references.ts';
import { stepsOf } from '../../../engine/procedure/pointer.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { elementsIn } from '../../../editor/details/elements.ts';
import { collections, type Collection } from '../../../editor/details/words.ts';

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

const kindsOf: Readonly<Record<string, readonly Collection[]>> = {
  stage: ['stages'], task: ['tasks'], question: ['questions'], form: ['forms'], party: ['parties'], rule: ['rules'], timescale: ['timescales'], setting: ['settings'], table: ['tables'], calendar: ['calendars'], meeting: ['meetings'], document: ['documents'], source: ['sources'], class: ['disclosure'],
  transition: ['transitions'], hold: ['holds'], relation: ['relations'], register: ['registers'], fragment: ['fragments'], 'task-or-door': ['tasks', 'doors'], 'task-or-form': ['tasks', 'forms'],
};

/** Which id of the wanted procedure an id of the made one stands for: elements of one collection that have the same words, in order. */
export function namesakes(made: Procedure, wanted: Procedure): ReadonlyMap<string, Id> {
  const found = new Map<string, Id>();
  for (const collection of (Object.keys(collections) as Collection[]).filter((each) => each !== 'procedure')) {
    const left = elementsIn(wanted, collection).map(({ id, title }) => ({ id, words: titleOf(wanted, collection, id, title) }));
    for (const { id, title } of elementsIn(made, collection)) {
      const at = left.findIndex((each) => each.words === titleOf(made, collection, id, title));
      const [same] = at < 0 ? [] : left.splice(at, 1);
      if (same !== undefined) found.set(`${collection} ${id}`, same.id);
    }
  }
  return found;
}

/** A route has its words and the names of where it leads from and to; anything else its own. */
function titleOf(procedure: Procedure, collection: Collection, id: Id, title: string): string {
  const route = collection === 'transitions' ? procedure.transitions.find((each) => each.id === id) : undefined;
  const stage = (each: unknown): string => String(procedure.stages[String(each)]?.label ?? each);
  return route === undefined ? title : `${route.from.map(stage).join()} > ${stage(route.to)}: ${String(route.label ?? '')} ${JSON.stringify(Object.keys(route.on))}`;
}

/** The made procedure with the ids of the wanted one, wherever an element is or is named; without its layout. */
export function underNames(made: Procedure, wanted: Procedure): Procedure {
  const map = namesakes(made, wanted);
  const renamed = structuredClone(made) as unknown as Json;
  const places = references(made).map(({ kind, id, pointer }) => ({ steps: stepsOf(pointer), to: (kindsOf[kind] ?? []).map((each) => map.get(`${each} ${id}`)).find((each) => each !== undefined) }));
  // The longest first: a key that is renamed leads to what lies below it.
  for (const { steps, to } of places.toSorted((one, other) => other.steps.length - one.steps.length)) if (to !== undefined) put(renamed, steps, to);
  const { layout: _, ...rest } = renamed as Record<string, Json>;
  for (const [collection, all] of Object.entries(rest)) {
    if (!(collection in collections) || collection === 'procedure' || typeof all !== 'object' || all === null) continue;
    if (Array.isArray(all)) rest[collection] = all.map((each) => ({ ...(each as Record<string, Json>), id: map.get(`${collection} ${String(Reflect.get(each as object, 'id'))}`) ?? (each as { readonly id: string }).id }));
    else rest[collection] = Object.fromEntries(Object.entries(all).map(([id, each]) => [map.get(`${collection} ${id}`) ?? id, each]));
  }
  return { ...rest, id: wanted.id } as unknown as Procedure;
}

function put(root: Json, steps: readonly string[], to: string): void {
  const last = steps.at(-1) ?? '';
  const parent = steps.slice(0, -1).reduce<Json>((at, step) => (typeof at === 'object' && at !== null ? (Reflect.get(at, step) as Json) : null), root);
  if (typeof parent !== 'object' || parent === null) return;
  const old: unknown = Reflect.get(parent, last);
  if (typeof old === 'string') { Reflect.set(parent, last, old.includes('#') ? `${to}#${old.split('#')[1] ?? ''}` : to); return; }
  const entries = Object.entries(parent).map(([key, value]) => [key === last ? to : key, value] as const);
  for (const key of Object.keys(parent)) Reflect.deleteProperty(parent, key);
  for (const [key, value] of entries) Reflect.set(parent, key, value);
}

/** Every value with where it stands; the file itself is left out of it: its form, its id, where boxes lie. */
export function leavesOf(procedure: Procedure): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (value: Json, path: string): void => {
    if (typeof value === 'object' && value !== null) for (const [key, each] of Object.entries(value)) walk(each as Json, `${path}/${key}`);
    else found.set(path, JSON.stringify(value));
  };
  const { layout: _, ...rest } = procedure as unknown as Record<string, Json>;
  for (const [key, value] of Object.entries(rest)) if (!['$schema', 'format', 'id', 'transitions'].includes(key)) walk(value, `/${key}`);
  // The order of the routes out of one stage says which is taken; that of routes out of different ones says nothing.
  const seen = new Map<string, number>();
  for (const route of procedure.transitions) {
    const from = route.from.join();
    const turn = (seen.get(from) ?? 0) + 1;
    seen.set(from, turn);
    walk({ ...(route as unknown as Record<string, Json>), turn }, `/transitions/${route.id}`);
  }
  return found;
}

/** How much of the wanted procedure is there, and what is missing, other or too much. */
export function coverage(made: Procedure, wanted: Procedure): { readonly there: number; readonly all: number; readonly differing: readonly string[] } {
  const [now, then] = [leavesOf(underNames(made, wanted)), leavesOf(wanted)];
  const missing = [...then].filter(([path, value]) => now.get(path) !== value).map(([path, value]) => `${path}: wanted ${value.slice(0, 90)}, there is ${(now.get(path) ?? 'nothing').slice(0, 90)}`);
  const extra = [...now].filter(([path]) => !then.has(path)).map(([path, value]) => `${path}: too much: ${value.slice(0, 90)}`);
  return { there: then.size - missing.length, all: then.size, differing: [...missing, ...extra] };
}
