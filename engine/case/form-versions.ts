// The version that is printed on a form, kept with each act that was done on it: the form may change with the
// procedure, and what was filled in was filled in on that one. Forms without a version of their own leave no trace.
import { remembered } from '../procedure/remembered.ts';
import type { Id, Procedure } from '../procedure/types.ts';
import { dayWords, parseDay } from '../time/index.ts';
import type { Recipient, TaskRecord } from './types.ts';
import { textOf } from './words.ts';

const versions = remembered(({ forms = {} }: Procedure): ReadonlyMap<Id, string> => new Map(Object.entries(forms).flatMap(([id, { version }]) => {
  const day = version?.date === undefined ? undefined : parseDay(version.date);
  return version ? [[id, `${textOf(version.words) ?? ''}${day === undefined ? '' : `, ${dayWords(day)}`}`]] : [];
})));

/** The version of a form, its words and its day; undefined where it has none. */
export const formVersion = (procedure: Procedure, form: Id | undefined): string | undefined => (form === undefined ? undefined : versions(procedure).get(form));

/** What the record of an act keeps of the form it was done on. */
export function formDone(procedure: Procedure, id: Id | undefined): TaskRecord['form'] {
  const version = formVersion(procedure, id);
  return id === undefined || version === undefined ? undefined : { id, version };
}

/** The version of the form that a reply came on. */
export const repliedOn = (procedure: Procedure, task: Id): Recipient['formVersion'] => formVersion(procedure, procedure.tasks[task]?.reply?.form);
