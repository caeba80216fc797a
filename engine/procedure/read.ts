// Reading a procedure file: gates, format, schema; a procedure or a list of problems, never a throw.
// This file pulls in the compiled validator (large), so a page loads it when it needs it.
// It does not know whether the procedure makes sense: check.ts does.
import { passGates } from './gates.ts';
import { migrate } from './migrate.ts';
import type { Problem } from './problems.ts';
import { shapeProblems } from './shape-problems.ts';
import type { Procedure } from './types.ts';
import { knownKeys, validate } from './validate.generated.js';

export type Read = { readonly ok: true; readonly procedure: Procedure; /** Format the file had, when it was brought up from an older one. */ readonly migratedFrom?: number } | { readonly ok: false; readonly problems: readonly Problem[] };

/** The procedure in the text of a file, or every problem that keeps it from being one, in the order of the file's places. */
export function readProcedure(text: string): Read {
  const gated = passGates(text);
  if (!gated.ok) return gated;
  const migrated = migrate(gated.document);
  if (!migrated.ok) return migrated;
  const problems = validateShape(migrated.document);
  if (problems.length > 0) return { ok: false, problems };
  // The cast is what the validator has just established; it is compiled from the schema that the types are made from.
  const procedure = migrated.document as unknown as Procedure;
  return { ok: true, procedure, ...(migrated.from === procedure.format ? {} : { migratedFrom: migrated.from }) };
}

/** What the schema does not allow in a document that passed the gates; empty when it is a procedure. */
export function validateShape(document: unknown): readonly Problem[] {
  return validate(document) ? [] : shapeProblems(document, validate.errors ?? [], knownKeys);
}
