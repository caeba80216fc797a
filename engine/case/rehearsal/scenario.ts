// A scenario made ready to be played: its opening run on the engine, its further steps turned into acts that are
// expected. It does not know what a room does with it (player.ts) nor how it was read (scenario-read.ts).
import type { Id } from '../../procedure/types.ts';
import { parseDateTime } from '../../time/index.ts';
import { compile, versionsOf, type CompiledProcedure } from '../compile.ts';
import { actKey } from './act-key.ts';
import { commandOf, walk } from '../walkthrough.ts';
import type { CommandBody } from '../types.ts';
import type { WalkthroughAct, WalkthroughStep } from '../walkthrough-types.ts';
import type { CastMember, ExpectedAct, Playbook, Scenario } from './types.ts';
import type { Procedure } from '../../procedure/types.ts';

/** Thrown when a scenario cannot be played on this procedure; the words say why. */
export class Unplayable extends Error {
  override readonly name = 'Unplayable';
}

/** The procedure ready for this scenario, with the readings that it changes. Throws CompileError as `compile` does. */
export function compiledForScenario(scenario: Scenario, procedure: Procedure): CompiledProcedure {
  return compile(procedure, scenario.settings ? { settings: scenario.settings } : {});
}

/** The scenario ready to be played. Throws Unplayable when its opening does not open a case. */
export function playbookOf(scenario: Scenario, compiled: CompiledProcedure): Playbook {
  const versions = versionsOf([compiled]);
  const until = openedBy(scenario);
  const { case: opened, failures } = walk({ ...scenario, steps: openingSteps(scenario, until) }, versions);
  const refused = failures.find(({ pointer }) => pointer.endsWith('/do'));
  if (!opened || refused) throw new Unplayable(`The scenario “${scenario.title}” cannot begin: ${refused?.words ?? 'no step opens a case by the moment it begins.'}`);
  return {
    scenario, compiled, versions, opening: opened, begins: until, expected: expectedActs(scenario, until),
    injects: (scenario.injects ?? []).flatMap((one) => timed(one)).toSorted((a, b) => a.instant - b.instant),
    questions: (scenario.questions ?? []).flatMap((one) => timed(one)).toSorted((a, b) => a.instant - b.instant),
  };
}

function timed<T extends { readonly at: string }>(one: T): readonly (T & { readonly instant: number })[] {
  const instant = parseDateTime(one.at);
  return instant === undefined ? [] : [{ ...one, instant }];
}

/** The moment up to which steps belong to the opening: as written, else that of the step that opens the case. */
function openedBy({ opening, steps, title }: Scenario): number {
  const opens = steps.find((step) => isAct(step) && step.do.type === 'openCase' && step.expect?.refused === undefined);
  const until = parseDateTime(opening?.until ?? opens?.at ?? '');
  if (until === undefined) throw new Unplayable(`The scenario “${title}” does not say when it begins.`);
  return until;
}

const openingSteps = ({ steps }: Scenario, until: number): readonly WalkthroughStep[] => steps.filter((step) => isAct(step) && step.expect?.refused === undefined && (parseDateTime(step.at) ?? 0) <= until);

const isAct = (step: WalkthroughStep): step is WalkthroughAct => 'do' in step;

/** Steps that were to be refused show the engine, and are expected of nobody. */
function expectedActs(scenario: Scenario, until: number): readonly ExpectedAct[] {
  const cast = new Map((scenario.cast ?? []).map((member) => [member.role, member]));
  return scenario.steps.flatMap((step, index) => {
    const at = parseDateTime(step.at);
    if (!isAct(step) || at === undefined || at <= until || step.expect?.refused !== undefined) return [];
    return [expectedAct(scenario, step, index, at, cast)];
  });
}

function expectedAct(scenario: Scenario, act: WalkthroughAct, step: number, at: number, cast: ReadonlyMap<Id, CastMember>): ExpectedAct {
  const { id: _id, salt: _salt, occurred, ...rest } = commandOf(act, scenario.id, step);
  const body = rest as CommandBody;
  return { step, at, act, body, key: actKey(body), byScenario: cast.get(act.as)?.played === false, ...(occurred === undefined ? {} : { occurred }) };
}

/** Who is in it: the cast as written, and after it every other role that a step needs. */
export function castOf({ cast = [], steps }: Pick<Scenario, 'cast' | 'steps'>): readonly CastMember[] {
  const known = new Set(cast.map(({ role }) => role));
  const others = steps.flatMap((step): readonly CastMember[] => {
    if (!isAct(step) || known.has(step.as)) return [];
    known.add(step.as);
    return [{ role: step.as, person: step.person }];
  });
  return [...cast, ...others];
}
