// Versions of procedures in somebody's file are read as shipped ones are, before a screen shows them or a case runs on them.
import type { PublishedVersion } from '../../engine/store/types.ts';
import type { FileProblem } from './gates.ts';

/** The first version that is no procedure; its reader is large, and so comes only now. */
export async function unfitVersion(versions: readonly PublishedVersion[], at: string): Promise<FileProblem | undefined> {
  const { readProcedure } = await import('../../engine/procedure/read.ts');
  for (const [index, { procedure }] of versions.entries()) {
    const read = readProcedure(JSON.stringify(procedure));
    const [problem] = read.ok ? [] : read.problems;
    if (problem) return { pointer: `${at}/versions/${index}/procedure${problem.pointer}`, expected: problem.expected, found: problem.found };
  }
  return undefined;
}
