// The signed file of a case that goes to another partnership or computer.
import { makeCaseFile } from '../../trust/caseFile.ts';
import { recordExport } from '../../trust/access.ts';
import { download } from '../../world/download.ts';
import type { World } from '../../world/types.ts';
import { lifeWords } from './words.ts';

/** "caseway-case-SW-2026-001.json", without what a file name may not hold. */
export function fileNameOf(reference: string): string {
  return `caseway-case-${reference.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '')}.json`;
}
/** Saves the file with everything recorded until now, and records that it was saved. */
export async function saveTransferFile(world: World, caseId: string, to: string): Promise<string> {
  const file = await makeCaseFile(world.store, caseId, world.now());
  if (file === undefined) throw new Error('The case is not here.');
  const name = fileNameOf(file.reference);
  await recordExport(world, caseId, lifeWords.transfer.logged(to));
  download(name, file);
  return name;
}
