// Every word of the page that holds a procedure against the national guidance.
import type { PointFinding } from '../../../engine/verify/frame/frame.ts';

export const frameWords = {
  open: 'Beside the national guidance', title: 'Beside the national guidance', back: 'Back to the procedures',
  lede: 'What law and guidance fix, point by point, and what this procedure does about it. It advises: nothing is changed, and it is not legal advice.',
  law: 'The procedure says it follows', edition: 'Held against', from: 'The procedure applies from', notSaid: 'It does not say', none: 'No edition that is held here',
  stood: (label: string, from: string, until: string | undefined) => `${label}, in force from ${from}${until === undefined ? '' : ` to ${until}`}`,
  table: 'Fixed points and this procedure', point: 'What is fixed', standing: 'This procedure', here: 'Here', framed: 'In the guidance', nothing: 'Nothing here does that.', duty: 'A duty, without a number of days', statute: 'What the statute asks', sourceHere: 'Where the source says it', noSource: 'No source line is cited.',
  hold: (words: string) => `${words} Name the edition that it follows, with the day from which it applies, in the editor under All parts, Edition.`,
} as const;

/** How a point stands, in the words of a tag, and how it is marked. */
export const standingWords: Readonly<Record<PointFinding['standing'], { readonly words: string; readonly kind: 'met' | 'late' | 'soon' }>> = {
  kept: { words: 'Kept', kind: 'met' }, missing: { words: 'Missing', kind: 'late' }, later: { words: 'Later', kind: 'late' }, weaker: { words: 'Weaker', kind: 'soon' },
  'counted otherwise': { words: 'Counted differently', kind: 'soon' }, 'without a clock': { words: 'No clock', kind: 'soon' }, narrower: { words: 'Covers less', kind: 'late' },
};
