// Runs verification over mutants and counts, by kind, which defects it says: a finding that the procedure as shipped
// does not have and that names what was changed. Readings are left at their defaults: no defect here is one of a reading.
import { check } from '../../../../engine/procedure/check.ts';
import { compile, versionsOf } from '../../../../engine/case/index.ts';
import { walk } from '../../../../engine/case/walkthrough.ts';
import type { Procedure } from '../../../../engine/procedure/types.ts';
import { verify } from '../../../../engine/verify/verify.ts';
import type { Kind, Mutant } from './mutator.ts';

export interface Measured { readonly kind: Kind; readonly procedure: string; readonly words: string; readonly found: boolean; /** Examples that the engine did not accept. */ readonly unaccepted: number }

const baselines = new Map<string, ReadonlySet<string>>();

/** What is said of a procedure: by `check`, and by verification where that goes so far. */
export function saidOf(procedure: Procedure): { readonly keys: ReadonlySet<string>; readonly unaccepted: number } {
  const problems = check(procedure);
  const keys = new Set(problems.map(({ code, pointer }) => `${code} ${pointer}`));
  if (problems.some(({ severity }) => severity === 'problem')) return { keys, unaccepted: 0 };
  const { findings } = verify(procedure, { readings: false });
  for (const { code, pointer, words, severity } of findings) keys.add(`${code} ${pointer} ${severity} ${words}`);
  const unaccepted = findings.filter(({ example }) => example && walk(example, versionsOf([compile(procedure)])).failures.length > 0).length;
  return { keys, unaccepted };
}

function baselineOf(was: Procedure): ReadonlySet<string> {
  const before = baselines.get(was.id) ?? saidOf(was).keys;
  baselines.set(was.id, before);
  return before;
}

export function measured(was: Procedure, { kind, procedure, words }: Mutant): Measured {
  const before = baselineOf(was);
  const { keys, unaccepted } = saidOf(procedure);
  return { kind, procedure: was.id, words, unaccepted, found: [...keys].some((key) => !before.has(key)) };
}

/** What is said of a procedure that means the same and not of the one it was made from, or the other way round. */
export function alarmsOver(was: Procedure, variant: Procedure): { readonly alarms: readonly string[]; readonly findings: number } {
  const [before, { keys }] = [baselineOf(was), saidOf(variant)];
  return { findings: keys.size, alarms: [...[...keys].filter((key) => !before.has(key)), ...[...before].filter((key) => !keys.has(key))] };
}
