// Fragments and the stages that call them: settings that fit, names that stay apart, no call in a circle.
// What is in a fragment is looked at where it is drawn in, by all the other checks.
import { nameIn } from '../fragment-piece.ts';
import { drawnIn } from '../fragments.ts';
import { nearest } from '../near.ts';
import { pointerTo } from '../pointer.ts';
import { problem, type Problem } from '../problems.ts';
import type { Fragment, Id, Procedure, Stage } from '../types.ts';
import { inCircles, when, type Check } from './finder.ts';

export const checkFragments: Check = (procedure) => {
  const { fragments = {} } = procedure;
  const bare = Object.entries(procedure.stages).flatMap(([id, { per, call }]) => when(per !== undefined && call === undefined, 'P-126', procedure, pointerTo('stages', id, 'per')));
  if (Object.keys(fragments).length === 0) return bare;
  const calls = [...Object.values(procedure.stages), ...Object.values(fragments).flatMap(({ stages }) => Object.values(stages))];
  const circular = inCircles(Object.keys(fragments), (id) => Object.values(fragments[id]?.stages ?? {}).flatMap(({ call }) => call?.fragment ?? []));
  return [
    ...bare, ...Object.entries(fragments).flatMap(([id, { stages }]) => when(Object.keys(stages).length === 0 || !calls.some(({ call }) => call?.fragment === id), 'P-079', procedure, pointerTo('fragments', id))),
    ...[...circular].map((id) => problem('P-122', procedure, pointerTo('fragments', id), { found: id })),
    ...callsIn(procedure, procedure.stages, '/stages'),
    ...Object.entries(fragments).flatMap(([id, { stages }]) => callsIn(procedure, stages, pointerTo('fragments', id, 'stages'))),
    ...clashes(procedure),
  ];
};

function callsIn(procedure: Procedure, stages: Readonly<Record<Id, Stage>>, at: string): Problem[] {
  return Object.entries(stages).flatMap(([id, { call }]) => {
    const fragment = call && procedure.fragments?.[call.fragment];
    return fragment ? checkCall(procedure, fragment, call.settings ?? {}, `${at}${pointerTo(id, 'call', 'settings')}`) : [];
  });
}

function checkCall(procedure: Procedure, { settings = {} }: Fragment, given: NonNullable<NonNullable<Stage['call']>['settings']>, at: string): Problem[] {
  return Object.entries(given).flatMap(([id, value]) => {
    const setting = settings[id];
    if (!setting) return [problem('P-047', procedure, at + pointerTo(id), { found: id, near: nearest(id, Object.keys(settings)) })];
    const allowed = setting.choices.map((choice) => String(choice.value)).join(', ');
    return when(!setting.choices.some((choice) => choice.value === value), 'P-078', procedure, at + pointerTo(id), { found: String(value), expected: allowed });
  });
}

const collections = ['stages', 'questions', 'forms', 'tasks', 'rules', 'timescales'] as const;

/** Names that a call makes and that something else has. */
function clashes(procedure: Procedure): Problem[] {
  const whole = drawnIn(procedure).procedure;
  return Object.entries(whole.stages).flatMap(([caller]) => {
    const fragment = procedure.fragments?.[procedure.stages[caller]?.call?.fragment ?? ''];
    const made = (collection: (typeof collections)[number]): readonly Id[] => Object.keys(fragment?.[collection] ?? {}).map((id) => nameIn(caller, id));
    return collections.flatMap((collection) => made(collection).filter((id) => procedure[collection]?.[id] !== undefined).map((id) => problem('P-123', procedure, pointerTo('stages', caller, 'call'), { found: id })));
  });
}
