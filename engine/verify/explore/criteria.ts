// Criteria that a walk asks together, again and again: what they read is found once, and what came of them is kept by
// what had happened.
import type { CompiledProcedure } from '../../case/index.ts';
import type { Id } from '../../procedure/types.ts';
import { solver, type Solver, type Want } from '../criteria/solve.ts';
import { factsIn } from './memory.ts';
import type { Past } from './past.ts';

export interface Criteria {
  /** Whether some answers make them come out so, with the past and the stages as they are. `name` stands for `wants`, which is asked once. */
  can(name: string, wants: () => readonly Want[], past: Past, stages: () => readonly Id[]): boolean;
  /** Sentences on criteria that were too large to try in full. */
  readonly inexact: readonly string[];
}

/** `always`: what it comes to where it asks nothing of the past or the place. */
interface Asked { readonly solve: Solver; readonly facts: readonly string[]; readonly places: readonly Id[]; readonly possible: Map<string, boolean>; always: boolean | undefined }

const TOO_LARGE = 'A criterion asks about so much that not every combination of answers was tried.';

/** The criteria of a procedure, of whose past these facts are remembered. */
export function criteriaOf({ procedure, settings }: CompiledProcedure, remembered: ReadonlyMap<string, number>): Criteria {
  const asked = new Map<string, Asked>();
  const inexact: string[] = [];
  const ask = (name: string, wants: readonly Want[]): Asked => {
    const facts = [...new Set(wants.flatMap(({ criterion }) => factsIn(procedure, criterion)))];
    const one: Asked = { solve: solver(procedure, wants), facts: facts.filter((key) => remembered.has(key)), places: facts.filter((key) => key.startsWith('at:')).map((key) => key.slice(3)), possible: new Map(), always: undefined };
    asked.set(name, one);
    return one;
  };
  const solved = ({ solve, facts }: Asked, past: Past, stages: readonly Id[]): boolean => {
    const { witness, exact } = solve({ fact: (fact) => (fact.startsWith('at:') ? stages.includes(fact.slice(3)) : facts.includes(fact) ? past.has(fact) : undefined), settings });
    if (!exact && inexact.length === 0) inexact.push(TOO_LARGE);
    return witness !== undefined || !exact;
  };
  return {
    inexact,
    can: (name, wants, past, stagesNow) => {
      const one = asked.get(name) ?? ask(name, wants());
      if (one.always !== undefined) return one.always;
      const stages = stagesNow();
      const key = keyOf(one, past, stages);
      const known = one.possible.get(key) ?? solved(one, past, stages);
      one.possible.set(key, known);
      if (key === '') one.always = known;
      return known;
    },
  };
}

function keyOf({ facts, places }: Asked, past: Past, stages: readonly Id[]): string {
  let key = '';
  for (const fact of facts) key += past.has(fact) === true ? '1' : '0';
  for (const place of places) key += stages.includes(place) ? '1' : '0';
  return key;
}
