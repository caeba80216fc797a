// The gate of the clipboard: text from anywhere becomes parts of a procedure, or a sentence that says why not. The same
// gates as a file's: size, depth, count, dangerous and double names, the format's number, then the schema itself.
// Draws the compiled validator in, so it is loaded when somebody pastes.
import { isObject } from '../../engine/procedure/pointer.ts';
import { passGates } from '../../engine/procedure/gates.ts';
import { migrate } from '../../engine/procedure/migrate.ts';
import { problemLine, type Problem } from '../../engine/procedure/problems.ts';
import { validateShape } from '../../engine/procedure/read.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { HEADING, type Clip } from './types.ts';
import { words } from './words.ts';

export type ReadClip = { readonly ok: true; readonly clip: Clip } | { readonly ok: false; readonly words: string };

/** The parts in a text; never throws. */
export function readClip(text: string): ReadClip {
  if (!text.includes(HEADING)) return { ok: false, words: words.empty };
  const gated = passGates(text);
  if (!gated.ok) return refused(gated.problems);
  const { [HEADING]: format, from, parts } = gated.document;
  if (!isObject(parts) || typeof from !== 'string') return { ok: false, words: words.empty };
  const migrated = migrate({ ...parts, format });
  if (!migrated.ok) return refused(migrated.problems);
  const problems = validateShape(migrated.document);
  if (problems.length > 0) return refused(problems);
  // The validator has just established it.
  const clip: Clip = { from, parts: migrated.document as unknown as Procedure };
  return Object.keys(clip.parts.stages).length === 0 ? { ok: false, words: words.empty } : { ok: true, clip };
}

const refused = (problems: readonly Problem[]): ReadClip => ({ ok: false, words: problems[0] === undefined ? words.empty : problemLine(problems[0]) });
