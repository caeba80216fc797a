// The table of capabilities: each stands on elements of shipped procedures, and is proved twice for every element:
// it holds on the file as shipped, and fails on a copy without that element. An open one says what is missing instead.
import { expect, test } from 'vitest';
import type { Procedure } from '../../engine/index.ts';
import { shippedProcedure } from '../engine/case/shipped.ts';

/** A JSON pointer into a procedure; a member of a list is named by its id where it has one. */
export interface Element { readonly procedure: string; readonly pointer: string }
export interface Proof {
  readonly element: Element;
  /** Throws an assertion's error when the capability is not there. */
  readonly holds: (procedure: Procedure) => void;
  /** An invented procedure, where no source has the element. */
  readonly on?: Procedure;
}
interface Named { readonly id: `C${number}`; readonly title: string }
export interface Proved extends Named { readonly proofs: readonly Proof[]; /** What stands on an invented procedure, and why. */ readonly invented?: string }
export interface Open extends Named { /** What the engine or the procedures do not do yet. */ readonly open: string }
export type Capability = Proved | Open;

/** The test's name. */
export function nameOf({ id, title }: Named): string {
  return `[${id}] ${title}`;
}

/** A copy of the procedure without one element. Throws when there is no such element, so that no proof outlives its own. */
export function without(procedure: Procedure, pointer: string): Procedure {
  const copy: unknown = structuredClone(procedure);
  const steps = pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = steps.pop() ?? '';
  const holder = steps.reduce(memberOf, copy);
  memberOf(holder, last);
  if (Array.isArray(holder)) holder.splice(placeOf(holder, last), 1);
  else delete (holder as Record<string, unknown>)[last];
  return copy as Procedure;
}

function memberOf(holder: unknown, step: string): unknown {
  const found = Array.isArray(holder) ? holder[placeOf(holder, step)] : typeof holder === 'object' && holder !== null && Object.hasOwn(holder, step) ? (holder as Record<string, unknown>)[step] : undefined;
  if (found === undefined) throw new Error(`the procedure has no element "${step}" there`);
  return found;
}

function placeOf(list: readonly unknown[], step: string): number {
  return /^\d+$/.test(step) ? Number(step) : list.findIndex((one) => typeof one === 'object' && one !== null && 'id' in one && one.id === step);
}

/** True when the proof fails, as an assertion and not by a fault, on the procedure without its element. */
export function failsWithout({ element, holds, on }: Proof): boolean {
  try {
    holds(without(on ?? shippedProcedure(element.procedure), element.pointer));
    return false;
  } catch (error) {
    if (error instanceof Error && error.name === 'AssertionError') return true;
    throw error;
  }
}

/** The tests of a part of the table: one by name for each capability, and one that takes its elements away. */
export function prove(capabilities: readonly Capability[]): void {
  for (const capability of capabilities) {
    if ('open' in capability) continue;
    test(nameOf(capability), () => {
      for (const { element, holds, on } of capability.proofs) holds(on ?? shippedProcedure(element.procedure));
    });
    test.each(capability.proofs.map((proof) => [`${proof.element.procedure} ${proof.element.pointer}`, proof] as const))(`${capability.id} is not there without %s`, (_, proof) => {
      expect(failsWithout(proof)).toBe(true);
    });
  }
}
