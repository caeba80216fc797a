// Which problem is about which stage: read from the pointer that `check` gives.
import { stepsOf } from '../../engine/procedure/pointer.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import type { Problem } from '../../engine/procedure/problems.ts';
import { remembered } from '../../engine/procedure/remembered.ts';
import type { Tree } from '../model/tree.ts';

/** What a stage has against it: how many stop publishing, how many are to look at. */
export interface Marks { readonly stops: number; readonly looks: number }

/** The first two steps of the place that a problem is told of; every mark of the diagram asks. */
const headOf = remembered(({ pointer }: Problem): readonly string[] => stepsOf(pointer).slice(0, 2));

/** The stage a problem is about, or null: its own, that of its task or clock, or the one its route leaves. */
export function stageOf(procedure: Procedure, problem: Problem): Id | null {
  const [section, key] = headOf(problem);
  if (key === undefined) return null;
  if (section === 'stages') return key in procedure.stages ? key : null;
  if (section === 'tasks') return procedure.tasks[key]?.in?.[0] ?? null;
  if (section === 'timescales') return procedure.tasks[procedure.timescales?.[key]?.for ?? '']?.in?.[0] ?? null;
  if (section === 'transitions') return procedure.transitions[Number(key)]?.from[0] ?? null;
  return null;
}

/** Marks by stage. */
export function marksOf(procedure: Procedure, problems: readonly Problem[]): ReadonlyMap<Id, Marks> {
  const marks = new Map<Id, Marks>();
  for (const problem of problems) {
    const stage = stageOf(procedure, problem);
    if (stage === null) continue;
    const { stops, looks } = marks.get(stage) ?? { stops: 0, looks: 0 };
    marks.set(stage, isStop(problem) ? { stops: stops + 1, looks } : { stops, looks: looks + 1 });
  }
  return marks;
}

/** Whether a problem stops publishing. */
export const isStop = (problem: Problem): boolean => problem.severity === 'problem';

/** The most urgent first: what stops publishing, then findings, then gaps, each in flow order. */
export function byUrgency(procedure: Procedure, tree: Tree, problems: readonly Problem[]): readonly Problem[] {
  const rank = { problem: 0, finding: 1, gap: 2 } as const;
  const placed = problems.map((problem) => { const at = tree.position(stageOf(procedure, problem) ?? ''); return { problem, at: at < 0 ? Infinity : at }; });
  return placed.sort((a, b) => rank[a.problem.severity] - rank[b.problem.severity] || Math.sign(a.at - b.at) || 0).map(({ problem }) => problem);
}
