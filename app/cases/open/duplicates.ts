// Cases that may be about the same child or the same incident as the one being opened, from the register's lines.
// It points out and decides nothing.
import type { RegisterRow } from '../../../engine/store/types.ts';

export interface Known { readonly initials: string; readonly born?: string | undefined; readonly incident?: string | undefined }
export type Likeness = 'child' | 'both' | 'incident' | 'initials';
export interface Alike { readonly row: RegisterRow; readonly why: Likeness }
const ORDER: readonly Likeness[] = ['child', 'both', 'incident', 'initials'];

/** The likest first, open cases before closed ones; `except`: a case that is known to belong together with it. */
export function alike(rows: readonly RegisterRow[], known: Known, except?: string): readonly Alike[] {
  return rows.flatMap((row): Alike[] => {
    const why = row.case === except ? undefined : likeness(row.content, known);
    return why === undefined ? [] : [{ row, why }];
  }).toSorted((a, b) => ORDER.indexOf(a.why) - ORDER.indexOf(b.why) || a.row.closed - b.row.closed || b.row.opened - a.row.opened);
}
function likeness(content: Pick<RegisterRow['content'], 'initials' | 'born' | 'incident'>, known: Known): Likeness | undefined {
  const initials = same(letters(content.initials), letters(known.initials));
  const born = same(content.born, known.born);
  const incident = same(content.incident, known.incident);
  if (initials && born) return 'child';
  if (initials && incident) return 'both';
  if (incident) return 'incident';
  // Another date of birth is another child; one that is not known on either side may be the same.
  const otherBorn = content.born !== undefined && known.born !== undefined;
  return initials && !otherBorn ? 'initials' : undefined;
}
/** "q x", "Q.X." and "QX" are the same initials. */
function letters(initials: string): string | undefined {
  const only = initials.toUpperCase().replaceAll(/[^\p{L}]/gu, '');
  return only === '' ? undefined : only;
}
function same(a: string | undefined, b: string | undefined): boolean { return a !== undefined && a !== '' && a === b; }
