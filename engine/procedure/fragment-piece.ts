// One call of a fragment: its parts under the caller's name, with the call's settings in the place of the fragment's own.
// Names are found as every reference of a procedure is found; nothing is replaced because it looks like a name.
import { references } from './references.ts';
import { valueAt } from './pointer.ts';
import type { Reference, ReferenceKind } from './reference.ts';
import type { Fragment, Id, Procedure, Scalar } from './types.ts';

export interface Piece extends Required<Pick<Procedure, 'stages' | 'transitions' | 'questions' | 'forms' | 'tasks' | 'rules' | 'timescales'>> {
  /** Absent while nothing is drawn. */
  readonly initial: Id | undefined;
}

/** What a fragment holds, by the collection that holds it in a procedure. */
function partsOf({ stages, transitions, questions = {}, forms = {}, tasks = {}, rules = {}, timescales = {} }: Fragment): Omit<Piece, 'initial'> {
  return { stages, transitions, questions, forms, tasks, rules, timescales };
}

/** The entry of a list that a call is repeated for. */
export interface Entry { readonly id: Id; readonly label: string }

/** The fragment as one stage calls it. `given`: settings of the call; `entry`: what it is repeated for. */
export function pieceOf(fragment: Fragment, caller: Id, given: Readonly<Record<Id, Scalar>>, entry?: Entry): Piece {
  const parts = partsOf(fragment);
  const settings = new Map<Id, Scalar>(Object.entries(fragment.settings ?? {}).map(([id, setting]) => [id, given[id] ?? setting.default]));
  const words = wordsFor(fragment, settings);
  if (entry) {
    settings.set(INSTANCE, entry.id);
    words.set(INSTANCE, entry.label);
  }
  const call: Call = { parts, caller, settings, local: localNames(parts), words };
  const put = replacements(call);
  const renamed = <T>(map: Readonly<Record<Id, T>>, collection: string): Readonly<Record<Id, T>> =>
    Object.fromEntries(Object.entries(map).map(([id, part]) => [nameIn(caller, id), rewritten(part, `/${collection}/${id}`, put, call) as T]));
  const stages = renamed(parts.stages, 'stages');
  const tasks = renamed(parts.tasks, 'tasks');
  const first = fragment.initial ?? Object.keys(parts.stages)[0];
  return {
    initial: first === undefined ? undefined : nameIn(caller, first),
    stages: Object.fromEntries(Object.entries(stages).map(([id, stage]) => [id, stage.within === undefined ? { ...stage, within: caller } : stage])),
    tasks: Object.fromEntries(Object.entries(tasks).map(([id, task]) => [id, task.in ? task : { ...task, in: [caller] }])),
    transitions: parts.transitions.map((route, index) => ({ ...(rewritten(route, `/transitions/${index}`, put, call) as typeof route), id: nameIn(caller, route.id) })),
    questions: renamed(parts.questions, 'questions'), forms: renamed(parts.forms, 'forms'), rules: renamed(parts.rules, 'rules'), timescales: renamed(parts.timescales, 'timescales'),
  };
}

/** The name that a part of a fragment has in one call: stage `report` calls task `draft` `report-draft`. */
export const nameIn = (caller: Id, id: Id): Id => `${caller}-${id}`;

interface Call {
  readonly parts: Omit<Piece, 'initial'>;
  readonly caller: Id;
  readonly settings: ReadonlyMap<Id, Scalar>;
  readonly local: (kind: ReferenceKind, id: Id) => boolean;
  readonly words: ReadonlyMap<Id, string>;
}

function localNames(parts: Omit<Piece, 'initial'>): Call['local'] {
  const { stages, tasks, questions, forms, rules, timescales } = parts;
  const routes = Object.fromEntries(parts.transitions.map(({ id }) => [id, true]));
  const named: Partial<Record<ReferenceKind, readonly object[]>> = {
    stage: [stages], task: [tasks], question: [questions], form: [forms], rule: [rules], timescale: [timescales], transition: [routes], 'task-or-door': [tasks], 'task-or-form': [tasks, forms],
  };
  return (kind, id) => named[kind]?.some((map) => Object.hasOwn(map, id)) ?? false;
}

/** What a repeated fragment calls the entry it is repeated for. */
const INSTANCE = 'instance';

/** What stands for a setting in words: the label of its choice. */
function wordsFor({ settings = {} }: Fragment, values: ReadonlyMap<Id, Scalar>): Map<Id, string> {
  return new Map([...values].map(([id, value]) => {
    const label = settings[id]?.choices.find((choice) => choice.value === value)?.label;
    return [id, typeof label === 'string' ? label : typeof label === 'object' ? (label['en'] ?? String(value)) : String(value)];
  }));
}

type Put = ReadonlyMap<string, (call: Call, put: Put) => unknown>;

/** What stands at which place of the piece instead. */
function replacements(call: Call): Put {
  const put = new Map<string, (call: Call, put: Put) => unknown>();
  for (const reference of references(standAlone(call.parts))) {
    const value = call.settings.get(reference.id);
    if (reference.kind === 'setting' && value !== undefined) put.set(...settingAt(reference, value));
    else if (call.local(reference.kind, reference.id)) put.set(reference.pointer, () => nameIn(call.caller, reference.id));
    else if (value !== undefined) put.set(reference.pointer, () => value);
  }
  return put;
}

/** The parts as a procedure of which everything but their references is empty. */
function standAlone(parts: Omit<Piece, 'initial'>): Procedure {
  const conventions = { calendar: '', triggerDay: 0, roll: 'none', timeZone: 'Europe/London' } as const;
  return { format: 1, id: '', label: '', edition: { words: '', law: '' }, casePrefix: '', conventions, calendars: {}, parties: {}, doors: {}, sources: {}, ...parts };
}

/** A setting in the place of a value, of a date, or as what chooses between dates. */
function settingAt({ pointer }: Reference, value: Scalar): [string, (call: Call, put: Put) => unknown] {
  const place = pointer.slice(0, -'/setting'.length);
  if (place.endsWith('/choose')) {
    const of = `${place}/of/${String(value)}`;
    return [place.slice(0, -'/choose'.length), (call, put) => rewritten(valueAt(call.parts, of), of, put, call)];
  }
  const isDate = /^\/timescales\/[^/]+\/from(\/|$)/.test(place);
  return [place, () => (isDate ? { var: value } : value)];
}

function rewritten(value: unknown, pointer: string, put: Put, call: Call): unknown {
  const instead = put.get(pointer);
  if (instead) return instead(call, put);
  if (typeof value === 'string') return value.replaceAll(/\{([a-z][a-z0-9-]*)\}/g, (whole, name: string) => call.words.get(name) ?? whole);
  if (Array.isArray(value)) return value.map((item, index) => rewritten(item, `${pointer}/${index}`, put, call));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, rewritten(part, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, put, call)]));
}
