// Names that lead nowhere: every reference is looked up among what the procedure declares, with "did you mean".
// It does not know what a reference is for, only its kind.
import { nearest } from '../near.ts';
import { problem, type Problem } from '../problems.ts';
import type { ProblemCode } from '../problem-words.ts';
import type { Reference, ReferenceKind } from '../reference.ts';
import { references } from '../references.ts';
import { allQuestions } from '../structure.ts';
import type { Id, Procedure } from '../types.ts';
import { pointerTo } from '../pointer.ts';
import type { Check } from './finder.ts';

const codes: Readonly<Record<ReferenceKind, ProblemCode>> = {
  stage: 'P-040', task: 'P-041', question: 'P-042', form: 'P-043', party: 'P-044', rule: 'P-045', timescale: 'P-046', setting: 'P-047', option: 'P-048', table: 'P-049',
  calendar: 'P-050', meeting: 'P-051', document: 'P-052', source: 'P-053', class: 'P-054', transition: 'P-055', 'task-or-door': 'P-057', 'task-or-form': 'P-041',
  step: 'P-059', hold: 'P-058', relation: 'P-058', register: 'P-058', fragment: 'P-058',
};

/** In a file with more wrong names than this, guessing what was meant helps nobody. */
const mostGuesses = 200;

export const checkNames: Check = (procedure) => {
  const declared = declaredNames(procedure);
  const known = (reference: Reference): ReadonlySet<Id> => (reference.kind === 'option' || reference.kind === 'step' ? partsOf(procedure, reference.kind, reference.of) : declared[reference.kind]);
  const isKnown = (reference: Reference): boolean => known(reference).has(reference.id);
  const dangling = references(procedure).filter((reference) => !isMoot(procedure, reference) && !isKnown(reference));
  return [
    ...dangling.map((reference, index) => problem(codeOf(reference), procedure, reference.pointer, { found: reference.id, near: index < mostGuesses ? nearest(reference.id, known(reference)) : undefined })),
    ...checkLists(procedure), ...checkVariants(procedure), ...checkSortColumns(procedure),
  ];
};

/** An option or step of a task that does not exist is told once, at the task. */
function isMoot(procedure: Procedure, reference: Reference): boolean {
  return (reference.kind === 'option' || reference.kind === 'step') && procedure.tasks[reference.of ?? ''] === undefined;
}

/** A route to nowhere has a code of its own: it is the commonest of all. */
function codeOf(reference: Reference): ProblemCode {
  return reference.kind === 'stage' && /^\/transitions\/\d+\/to/.test(reference.pointer) ? 'P-060' : codes[reference.kind];
}

function declaredNames(procedure: Procedure): Readonly<Record<Exclude<ReferenceKind, 'option' | 'step'>, ReadonlySet<Id>>> {
  const keys = (map: object | undefined): ReadonlySet<Id> => new Set(Object.keys(map ?? {}));
  const [tasks, forms] = [keys(procedure.tasks), keys(procedure.forms)];
  return {
    stage: keys(procedure.stages), task: tasks, question: new Set(allQuestions(procedure).keys()), form: forms, party: keys(procedure.parties), rule: keys(procedure.rules),
    timescale: keys(procedure.timescales), setting: keys(procedure.settings), table: keys(procedure.tables), calendar: keys(procedure.calendars), meeting: keys(procedure.meetings),
    document: keys(procedure.documents), source: keys(procedure.sources), class: keys(procedure.disclosure), transition: new Set(procedure.transitions.map(({ id }) => id)),
    hold: keys(procedure.holds), relation: keys(procedure.relations), register: keys(procedure.registers), fragment: keys(procedure.fragments),
    'task-or-door': new Set([...tasks, ...keys(procedure.doors)]), 'task-or-form': new Set([...tasks, ...forms]),
  };
}

/** The options of a decision, or the steps of a sign-off. */
function partsOf(procedure: Procedure, kind: 'option' | 'step', task: Id | undefined): ReadonlySet<Id> {
  const { options = [], signOff = [] } = procedure.tasks[task ?? ''] ?? {};
  return new Set(kind === 'option' ? options.map(({ id }) => id) : signOff.flatMap(({ id }) => id ?? []));
}

const partyKinds: readonly string[] = ['role', 'body', 'agency', 'participant', 'audience'];

/** What a list question lists is a party or a kind of party. */
function checkLists(procedure: Procedure): Problem[] {
  return Object.entries(procedure.questions).flatMap(([id, { of }]) => {
    const known = [...Object.keys(procedure.parties), ...partyKinds];
    return of === undefined || known.includes(of) ? [] : [problem('P-044', procedure, pointerTo('questions', id, 'of'), { found: of, near: nearest(of, known) })];
  });
}

function checkVariants(procedure: Procedure): Problem[] {
  return [...sentVariants(procedure), ...Object.entries(procedure.documents ?? {}).flatMap(([id, { variants = [], leavesOut = {} }]) => {
    const unknown = Object.keys(leavesOut).filter((variant) => !variants.includes(variant));
    return unknown.map((variant) => problem('P-052', procedure, pointerTo('documents', id, 'leavesOut', variant), { found: variant, near: nearest(variant, variants) }));
  })];
}

function sentVariants(procedure: Procedure): Problem[] {
  return Object.entries(procedure.tasks).flatMap(([id, { document }]) => {
    const variants = procedure.documents?.[document?.id ?? '']?.variants ?? [];
    if (document?.variant === undefined || procedure.documents?.[document.id] === undefined || variants.includes(document.variant)) return [];
    return [problem('P-052', procedure, pointerTo('tasks', id, 'document', 'variant'), { found: document.variant, near: nearest(document.variant, variants) })];
  });
}

function checkSortColumns(procedure: Procedure): Problem[] {
  return Object.entries(procedure.registers ?? {}).flatMap(([id, { sortBy, columns }]) => {
    const names = columns.map((column) => column.id);
    return sortBy === undefined || names.includes(sortBy) ? [] : [problem('P-056', procedure, pointerTo('registers', id, 'sortBy'), { found: sortBy, near: nearest(sortBy, names) })];
  });
}
