// What there is to visit in a procedure: its stages and routes, both outcomes of each rule that asks something, and each
// deadline missed. A target has a name that is the same for every pack of walkthroughs.
import type { CompiledProcedure } from '../../case/index.ts';
import { ruleLabel, stageLabel, taskLabel, textOf } from '../../case/words.ts';
import type { Id, Procedure, Transition } from '../../procedure/types.ts';

export type TargetKind = 'stage' | 'route' | 'rule' | 'missed';
export interface Target {
  /** `stage:panel`, `route:escalate`, `rule:notifiable true`, `missed:dfe-5-days`. */
  readonly name: string;
  readonly kind: TargetKind;
  readonly id: Id;
  /** Of a rule: which outcome. */
  readonly side?: boolean;
  /** In the procedure's words. */
  readonly label: string;
}

/** Everything there is to visit, in the procedure's order. */
export function targetsOf({ procedure, timescales }: CompiledProcedure): readonly Target[] {
  return [
    ...Object.keys(procedure.stages).map((id): Target => ({ name: `stage:${id}`, kind: 'stage', id, label: stageLabel(procedure, id) })),
    ...procedure.transitions.map((route): Target => ({ name: `route:${route.id}`, kind: 'route', id: route.id, label: routeLabel(procedure, route) })),
    ...Object.entries(procedure.rules ?? {}).filter(([, rule]) => rule.if !== undefined).flatMap(([id]) => [true, false].map((side): Target => ({ name: `rule:${id} ${side}`, kind: 'rule', id, side, label: `${ruleLabel(procedure, id)}: ${side ? 'holds' : 'does not hold'}` }))),
    ...[...timescales.values()].filter(({ amount, timescale }) => (typeof amount !== 'object' || 'table' in amount) && isLatest(timescale.direction)).map(({ id, timescale }): Target => ({ name: `missed:${id}`, kind: 'missed', id, label: `${textOf(timescale.label) ?? taskLabel(procedure, timescale.for)}: missed` })),
  ];
}

/** Only a clock with a last day can be missed. */
const isLatest = (direction: string): boolean => direction === 'within' || direction === 'on' || direction === 'window' || direction === 'at-least-before';

function routeLabel(procedure: Procedure, { label, from, to }: Transition): string {
  const words = textOf(label);
  const ends = `${from.map((id) => stageLabel(procedure, id)).join(', ')} to ${typeof to === 'string' ? stageLabel(procedure, to) : 'its end'}`;
  return words === undefined ? ends : `${words} (${ends})`;
}
