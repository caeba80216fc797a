// Findings that somebody looked at and left as they are, with the reason: kept in the procedure, so that they travel
// with it and stand in its document. Each carries a mark of all that it rests on; when that changes, the finding comes
// back with the reason that was given.
import { canonical } from '../../procedure/canonical.ts';
import { freeId } from '../../procedure/edits/names.ts';
import { pointerTo, valueAt } from '../../procedure/pointer.ts';
import { sha256 } from '../../procedure/sha256.ts';
import type { CivilDate, FindingLeft, Procedure } from '../../procedure/types.ts';
import type { VerifyFinding } from './types.ts';

/** Findings as a reader has to take them. */
export interface Sorted {
  /** To be looked at; `before` where it was left once and what it rests on has changed since. */
  readonly open: readonly { readonly finding: VerifyFinding; readonly before?: FindingLeft }[];
  readonly left: readonly { readonly finding: VerifyFinding; readonly entry: FindingLeft }[];
}

/** Sorts findings by what the procedure says was left. */
export function sortLeft(procedure: Procedure, findings: readonly VerifyFinding[]): Sorted {
  const open: Sorted['open'][number][] = [];
  const left: Sorted['left'][number][] = [];
  for (const finding of findings) {
    const entry = entryOf(procedure, finding);
    if (entry?.rests === restsOn(procedure, finding)) left.push({ finding, entry });
    else open.push({ finding, ...(entry && { before: entry }) });
  }
  return { open, left };
}

const isAbout = (procedure: Procedure, finding: VerifyFinding) => ({ finding: code, at, readings }: FindingLeft): boolean => code === finding.code && at === placeOf(procedure, finding) && canonical(readings ?? {}) === canonical(finding.readings ?? {});
const entryOf = (procedure: Procedure, finding: VerifyFinding): FindingLeft | undefined => procedure.findingsLeft?.find(isAbout(procedure, finding));

/** The place by names alone: a route by its id, because its number in the list changes when another is drawn. */
function placeOf({ transitions }: Procedure, { pointer }: VerifyFinding): string {
  const index = /^\/transitions\/(\d+)$/.exec(pointer)?.[1];
  return index === undefined ? pointer : pointerTo('transitions', transitions[Number(index)]?.id ?? index);
}

/** The list of findings left with one more; an earlier entry about the same gives way. */
export function leaving(procedure: Procedure, finding: VerifyFinding, reason: string, on: CivilDate): readonly FindingLeft[] {
  const others = (procedure.findingsLeft ?? []).filter((entry) => !isAbout(procedure, finding)(entry));
  const id = freeId(`${finding.code} ${placeOf(procedure, finding)}`, 'left', others.map((entry) => entry.id));
  return [...others, { id, finding: finding.code, at: placeOf(procedure, finding), ...(finding.readings && { readings: finding.readings }), claim: finding.words, reason, on, rests: restsOn(procedure, finding) }];
}

/** The list without the entry about this finding; undefined when none is left. */
export function takingBack(procedure: Procedure, finding: VerifyFinding): readonly FindingLeft[] | undefined {
  const others = (procedure.findingsLeft ?? []).filter((entry) => !isAbout(procedure, finding)(entry));
  return others.length === 0 ? undefined : others;
}

/** Words of an element, which may be put better without the finding coming back. */
const WORDED = new Set(['label', 'words', 'note', 'cites', 'inferred', 'guidance', 'title', 'summary']);

/** The mark: the element as it binds, and what the dated case shows. */
function restsOn(procedure: Procedure, { code, pointer, readings = {}, example }: VerifyFinding): string {
  const shown = example?.steps.at(-1)?.expect ?? {};
  const due = Object.fromEntries(Object.entries(shown.due ?? {}).map(([id, { why: _why, ...date }]) => [id, date]));
  return sha256(canonical({ code, readings, element: binding(valueAt(procedure, pointer)), shown: { ...shown, due } })).slice(0, 16);
}

function binding(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(binding);
  if (typeof part !== 'object' || part === null) return part ?? 'gone';
  return Object.fromEntries(Object.entries(part).filter(([key]) => !WORDED.has(key)).map(([key, value]) => [key, binding(value)]));
}
