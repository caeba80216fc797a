// Answers that make a rule hold or not hold, told in a story as facts that become known one after the other.
import type { CompiledProcedure } from '../../case/index.ts';
import type { Walkthrough, WalkthroughAct } from '../../case/walkthrough-types.ts';
import type { RawAnswer } from '../../case/walkthrough-types.ts';
import type { Id } from '../../procedure/types.ts';
import { civilDateTime, HOUR } from '../../time/index.ts';
import { solve } from '../criteria/solve.ts';
import { Telling, type Story } from './stories.ts';
import type { Target } from './targets.ts';

type Found = Readonly<Record<Id, RawAnswer>> | 'never' | undefined;
// Looking for answers is the slow part: what was found for a procedure is kept as long as it is.
const found = new WeakMap<CompiledProcedure, Map<string, Found>>();

/** Answers for which the rule comes out so; `never` when it is certain that there are none. */
export function answersFor(compiled: CompiledProcedure, target: Target): Found {
  const known = found.get(compiled) ?? new Map<string, Found>();
  found.set(compiled, known);
  if (!known.has(target.name)) known.set(target.name, lookFor(compiled, target));
  return known.get(target.name);
}

function lookFor({ procedure, settings }: CompiledProcedure, { id, side }: Target): Found {
  const criterion = procedure.rules?.[id]?.if;
  if (criterion === undefined || side === undefined) return undefined;
  const { witness, exact } = solve(procedure, [{ criterion, want: side }], { settings });
  if (!witness) return exact ? 'never' : undefined;
  const given = Object.entries(witness.answers).filter(([question]) => procedure.questions[question]?.compute === undefined);
  return Object.fromEntries(given.map(([question, value]) => [question, value === undefined ? ({ status: 'unknown' } as const) : value]));
}

/** The story up to its last act but `leave`, then facts for each target that is still wanted; what the engine refuses is left out. */
export function withFacts(compiled: CompiledProcedure, base: Walkthrough, wanted: readonly Target[], { id, title, leave }: { readonly id: string; readonly title: string; readonly leave: number }): Story {
  const telling = new Telling(compiled, id);
  const acts = base.steps.filter((step): step is WalkthroughAct => 'do' in step);
  for (const step of acts.slice(0, Math.max(1, acts.length - leave))) telling.act(step);
  const by = acts[0];
  for (const target of wanted) {
    if (!by || telling.seen.has(target.name)) continue;
    const answers = answersFor(compiled, target);
    if (answers === undefined || answers === 'never' || Object.keys(answers).length === 0) continue;
    telling.act({ at: civilDateTime(telling.now + HOUR), as: by.as, person: by.person, do: { type: 'recordAnswers', mode: 'change', answers } });
  }
  return telling.told(title, true);
}
