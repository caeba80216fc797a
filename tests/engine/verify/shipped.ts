// The shipped procedures, read and verified once for all tests of this folder that ask.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { Verified } from '../../../engine/verify/findings/types.ts';
import { verify } from '../../../engine/verify/verify.ts';

const folder = fileURLToPath(new URL('../../../procedures/', import.meta.url));

export const shipped: readonly Procedure[] = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).flatMap(({ name }): Procedure[] => {
  try { return [JSON.parse(readFileSync(`${folder}${name}/procedure.json`, 'utf8'))]; } catch { return []; }
});

export function shippedAs(id: string): Procedure {
  const found = shipped.find((procedure) => procedure.id === id);
  if (!found) throw new Error(`No procedure ${id} is shipped.`);
  return found;
}

const known = new Map<Procedure, Verified>();

export function verified(procedure: Procedure): Verified {
  const found = known.get(procedure) ?? verify(procedure);
  known.set(procedure, found);
  return found;
}
