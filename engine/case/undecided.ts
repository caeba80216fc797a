// Decisions of several that stand open though there are views: they differ, all have spoken and nothing is agreed, or
// enough agree on what the rules do not allow. Views are never refused for it; the case says so.
import type { Id } from '../procedure/types.ts';
import { listWords } from '../time/index.ts';
import { agreedOn, takesSides, votersOf } from './agreement.ts';
import type { CompiledProcedure } from './compile.ts';
import { partiesFor } from './doers.ts';
import { recordOf } from './folded.ts';
import type { TaskPlan } from './plans.ts';
import type { Held } from './scope.ts';
import type { Finding } from './types.ts';
import { optionLabel, taskLabel } from './words.ts';

/** One finding for each decision of several that has views and cannot come of them as they are. */
export function undecided(compiled: CompiledProcedure, held: Held, found: Finding[]): void {
  for (const plan of compiled.plans.agreed) {
    const why = whyNot(compiled, held, plan);
    if (why) found.push({ code: 'stuck', task: plan.id, words: why(`“${taskLabel(compiled.procedure, plan.id)}”`), remedy: 'Those who decide confer; each may record its view anew.' });
  }
}

function whyNot(compiled: CompiledProcedure, held: Held, { id, task }: TaskPlan): ((what: string) => string) | undefined {
  const record = recordOf(held, id);
  if (record?.state !== 'open' || record.views.length === 0) return undefined;
  const voters = votersOf(compiled.procedure, task, partiesFor(compiled, held, id));
  const agreed = agreedOn(task, voters, record.views);
  if (agreed) return (what) => `Enough agree on ${optionsWords(compiled, id, agreed)} in ${what}, and the rules do not allow it now, so it is not decided.`;
  const everybody = voters.every((voter) => record.views.some(({ party }) => party === voter));
  const sides = new Set(record.views.filter(takesSides).map(({ options }) => [...options].sort().join(' ')));
  if (sides.size > 1 && (everybody || task.agreement?.by === 'all')) return (what) => `The views on ${what} differ, so it is not decided.`;
  return everybody ? (what) => `Everybody has spoken on ${what}, and too few agree, so it is not decided.` : undefined;
}

function optionsWords({ procedure }: CompiledProcedure, task: Id, options: readonly Id[]): string {
  return listWords(options.map((option) => `“${optionLabel(procedure, task, option)}”`));
}
