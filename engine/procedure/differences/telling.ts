// Makes a difference out of what both versions say: plain words first, exact ones where the plain sound alike, and one
// line that holds both when they are short. It compares nothing.
import type { Id } from '../types.ts';
import type { Speaker } from './speaker.ts';
import type { Difference } from './types.ts';

/** Who speaks for the older version and for the newer; the exact pair is asked when the plain one hears no difference. */
export interface Voices { readonly was: Speaker; readonly now: Speaker; readonly exact: () => readonly [Speaker, Speaker] }
/** Where in both versions the comparison stands. */
export interface Here { readonly voices: Voices; readonly collection: string; readonly id: Id; readonly label: string; readonly wasAt: string; readonly nowAt: string; /** How many elements deep: 0 is the procedure itself. */ readonly depth: number }

const SAME_WORDS = 'the same in words, put together another way';

/** How both sound, with plain words if they tell the two apart, else with ids. */
export function both(say: (speaker: Speaker, side: 'was' | 'now') => string, { was, now, exact }: Voices): readonly [string, string] {
  const plain = [say(was, 'was'), say(now, 'now')] as const;
  if (plain[0] !== plain[1]) return plain;
  const [exactWas, exactNow] = exact();
  const [before, after] = [say(exactWas, 'was'), say(exactNow, 'now')];
  return before === after ? [before, SAME_WORDS] : [before, after];
}

export const longest = 72;

interface Change { readonly title: string; readonly weight: Difference['weight']; readonly kind: 'changed' | 'reworded' | 'moved'; readonly said: readonly [string, string]; readonly line?: string | undefined }

/** A difference within an element; long values stand beside the line, not in it. */
export function changed(here: Here, { title, weight, kind, said: [was, now], line }: Change): Difference {
  const short = was.length + now.length <= longest && now !== SAME_WORDS;
  const words = line ?? `${led(here.label)} ${inLine(title)}${short ? `: ${was} → ${now}` : kind === 'reworded' ? ' reworded' : ' changed'}`;
  return { kind, weight, element: elementAt(here, here.nowAt), label: here.label, part: title, words, was, now };
}

/** A label that leads a line; a question keeps its mark inside quotation marks. */
export function led(label: string): string {
  return label.endsWith('?') ? `“${label}”:` : `${label}:`;
}

export function inLine(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

export function elementAt({ collection, id }: Here, pointer: string): Difference['element'] {
  return { collection, id, pointer };
}
