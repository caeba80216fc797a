// One place where an element names another, and the small makers of such places.
// It does not know the parts of a procedure; references.ts walks them.
import { pointerTo } from './pointer.ts';
import type { Cited, Id } from './types.ts';

export type ReferenceKind = 'step' | 'stage' | 'task' | 'question' | 'form' | 'party' | 'rule' | 'timescale' | 'setting' | 'option' | 'table' | 'calendar' | 'meeting' | 'document' | 'source' | 'class' | 'transition' | 'hold' | 'relation' | 'register' | 'fragment' | 'task-or-door' | 'task-or-form';

export interface Reference {
  readonly kind: ReferenceKind;
  readonly id: Id;
  /** JSON pointer of the place that names it. */
  readonly pointer: string;
  /** Option: the decision it belongs to. Step: the task whose sign-off it is. */
  readonly of?: Id;
}

/** One reference, or none when nothing is named. */
export function named(kind: ReferenceKind, id: Id | undefined, pointer: string): Reference[] {
  return id === undefined ? [] : [{ kind, id, pointer }];
}

/** One reference for each id of a list. */
export function namedAll(kind: ReferenceKind, ids: readonly Id[] | undefined, pointer: string): Reference[] {
  return (ids ?? []).map((id, index) => ({ kind, id, pointer: `${pointer}/${index}` }));
}

/** The sources an element cites. */
export function cited(element: Pick<Cited, 'cites'>, pointer: string): Reference[] {
  return (element.cites ?? []).map((citation, index) => ({ kind: 'source', id: citation.split('#')[0] ?? citation, pointer: `${pointer}/cites/${index}` }));
}

/** One reference for each key of a map. */
export function namedKeys(kind: ReferenceKind, map: object | undefined, pointer: string): Reference[] {
  return Object.keys(map ?? {}).map((id) => ({ kind, id, pointer: pointer + pointerTo(id) }));
}

/** The setting that stands in place of a value. */
export function settingIn(value: unknown, pointer: string): Reference[] {
  const setting = typeof value === 'object' && value !== null && 'setting' in value ? value.setting : undefined;
  return typeof setting === 'string' ? named('setting', setting, `${pointer}/setting`) : [];
}

/** A task and a step of its sign-off. */
export function stepOf(pair: readonly [Id, Id], pointer: string): Reference[] {
  return [{ kind: 'task', id: pair[0], pointer: `${pointer}/0` }, { kind: 'step', id: pair[1], of: pair[0], pointer: `${pointer}/1` }];
}

/** A decision and its option. */
export function optionOf(pair: readonly [Id, Id], pointer: string): Reference[] {
  return [{ kind: 'task', id: pair[0], pointer: `${pointer}/0` }, { kind: 'option', id: pair[1], of: pair[0], pointer: `${pointer}/1` }];
}
