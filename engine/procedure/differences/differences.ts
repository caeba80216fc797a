// What differs between two versions of one procedure, in words, heaviest first. It compares meaning by id: order of keys
// is no difference. It does not know when a version was published.
import { plural } from '../../time/index.ts';
import { references } from '../references.ts';
import type { Id, Procedure } from '../types.ts';
import { compareParts } from './compare.ts';
import { procedureParts } from './procedure-parts.ts';
import { same } from './same.ts';
import { speakerOf, type Speaker } from './speaker.ts';
import type { Voices } from './telling.ts';
import { WEIGHTS, type Difference } from './types.ts';

/**
 * Every difference from the older to the newer version; none, and only then, when both have the same canonical text.
 * They come by weight in the order of WEIGHTS, and within one weight in the order of the format and of the newer file.
 * Never throws on procedures that the schema allows.
 */
export function differences(was: Procedure, now: Procedure): readonly Difference[] {
  if (same(was, now)) return [];
  const found = compareParts(was, now, procedureParts, {
    voices: voicesOf(was, now), collection: 'procedure', id: now.id, label: 'The procedure', wasAt: '', nowAt: '', depth: 0,
  });
  const weighed = found.map((one) => withStage(readByClocks(one, now), was, now));
  return WEIGHTS.flatMap((weight) => weighed.filter((one) => one.weight === weight));
}

function voicesOf(was: Procedure, now: Procedure): Voices {
  let exact: readonly [Speaker, Speaker] | undefined;
  return { was: speakerOf(was, false), now: speakerOf(now, false), exact: () => (exact ??= [speakerOf(was, true), speakerOf(now, true)]) };
}

/** A reading that clocks are counted by weighs as they do, and says how many they are. */
function readByClocks(one: Difference, now: Procedure): Difference {
  if (one.element.collection !== 'settings' || one.weight !== 'rule') return one;
  const readers = references(now).filter(({ kind, id, pointer }) => kind === 'setting' && id === one.element.id && /^\/(timescales|conventions)\//.test(pointer));
  if (readers.length === 0) return one;
  const clocks = new Set(readers.map(({ pointer }) => pointer.split('/').slice(0, 3).join('/'))).size;
  const all = readers.some(({ pointer }) => pointer.startsWith('/conventions/'));
  return { ...one, weight: 'clock', words: `${one.words} (${all ? 'how all dates are counted' : `read by ${plural(clocks, 'clock')}`})` };
}

function withStage(one: Difference, was: Procedure, now: Procedure): Difference {
  const stage = stageOf(one.element, one.kind === 'removed' ? was : now);
  return stage === undefined ? one : { ...one, stage };
}

/** The stage on which an element is drawn: itself, the first of its task, or where its route begins. */
function stageOf({ collection, id }: Difference['element'], procedure: Procedure): Id | undefined {
  if (collection === 'stages') return id;
  if (collection === 'tasks') return procedure.tasks[id]?.in?.[0];
  if (collection === 'timescales') return procedure.tasks[procedure.timescales?.[id]?.for ?? '']?.in?.[0];
  if (collection === 'transitions') return procedure.transitions.find((route) => route.id === id)?.from[0];
  return collection === 'doors' ? procedure.doors[id]?.to[0] : undefined;
}
