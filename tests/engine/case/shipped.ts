// The walkthroughs and procedures that come with Caseway, read as any file is read.
import { readFileSync, readdirSync } from 'node:fs';
import { versionsFor } from '../../../engine/case/walkthrough.ts';
import { readWalkthrough } from '../../../engine/case/walkthrough-read.ts';
import type { Walkthrough } from '../../../engine/case/walkthrough-types.ts';
import type { Versions } from '../../../engine/case/compile.ts';
import { readProcedure } from '../../../engine/procedure/read.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';

const top = new URL('../../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, top), 'utf8');

export function shippedProcedure(slug: string): Procedure {
  const read = readProcedure(text(`procedures/${slug}/procedure.json`));
  if (!read.ok) throw new Error(read.problems[0]?.words);
  return read.procedure;
}

export interface Shipped { readonly file: string; readonly walkthrough: Walkthrough; readonly procedure: Procedure; readonly versions: Versions }

/** Every walkthrough under examples/, with the procedure it names. */
export function shippedWalkthroughs(): readonly Shipped[] {
  const schema = JSON.parse(text('examples/walkthrough.schema.json'));
  const files = readdirSync(new URL('examples/', top), { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/')).filter((file) => /\/.*\.json$/.test(file) && !file.includes('/scenarios/'));
  return files.toSorted().map((file) => {
    const read = readWalkthrough(text(`examples/${file}`), schema);
    if (!read.ok) throw new Error(`${file}: ${read.problems[0]?.words}`);
    const procedure = shippedProcedure(read.walkthrough.procedure);
    return { file, walkthrough: read.walkthrough, procedure, versions: versionsFor(read.walkthrough, procedure) };
  });
}
