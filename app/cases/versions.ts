// Compiled procedures by pin, each compiled once for as long as the page is open.
import { compile, versionsOf } from '../../engine/case/compile.ts';
import type { CompiledProcedure, Versions } from '../../engine/case/compile.ts';
import type { ProcedurePin } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { ProcedureStore, PublishedVersion, RegisterRow } from '../../engine/store/types.ts';

const compiled = new Map<string, CompiledProcedure>();
const keyOf = (pin: ProcedurePin) => `${pin.id} ${pin.version} ${pin.hash}`;

export function compiledFor(pin: ProcedurePin, procedure: Procedure): CompiledProcedure {
  const known = compiled.get(keyOf(pin));
  if (known !== undefined) return known;
  const made = compile(procedure, { version: pin.version, hash: pin.hash });
  compiled.set(keyOf(pin), made);
  return made;
}
/** Every version that a log names. Throws, in words, when one is not on this computer. */
export async function versionsFor(store: ProcedureStore, pins: readonly ProcedurePin[]): Promise<Versions> {
  const distinct = [...new Map(pins.map((pin) => [keyOf(pin), pin])).values()];
  return versionsOf(await Promise.all(distinct.map(async (pin) => {
    const kept = compiled.get(keyOf(pin)) ?? await store.version(pin).then((found) => found && compiledFor(pin, found.procedure));
    if (kept === undefined) throw new Error(`The case runs on version ${pin.version} of “${pin.id}”, which is not on this computer.`);
    return kept;
  })));
}
/** Whether the case of a line runs on this version: by its content, since a case taken in may have another number for it. */
export function runsOn({ procedure, version, content: { hash } }: RegisterRow, one: PublishedVersion): boolean {
  return procedure === one.id && (hash === undefined ? version === one.version : hash === one.hash);
}
