// The shape of a difference between two versions of one procedure, as a business manager reads it.
import type { Id } from '../types.ts';

/**
 * What a difference weighs, heaviest first; this is also the order in which differences come.
 * clock: by when. people: who does, decides, is told or may see. route: what happens, and what follows.
 * rule: what is required, and what the wording of the source is taken to mean. form: what is asked, recorded and listed.
 * wording: texts and sources. layout: places on the diagram, orders that mean nothing,
 * and what holds anyway written out or left out; nothing changes for a case, and a list may hide these.
 */
export const WEIGHTS = ['clock', 'people', 'route', 'rule', 'form', 'wording', 'layout'] as const;
export type Weight = (typeof WEIGHTS)[number];

export interface Difference {
  /** moved: another place in an order, or on the diagram. reworded: a text that people read. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved' | 'reworded';
  readonly weight: Weight;
  /**
   * Where: the collection of the file and the id in it (for parts of the procedure itself `procedure` and its id), and the
   * JSON pointer of what differs: into the newer version, or into the older one for what was removed.
   */
  readonly element: { readonly collection: string; readonly id: Id; readonly pointer: string };
  /** The stage of the diagram on which it shows, when there is one. */
  readonly stage?: Id;
  /** Name of the element on screen: "Agency checks". */
  readonly label: string;
  /** Which part of the element, in words: "Time allowed", "Stage", "Guidance". */
  readonly part: string;
  /** The whole difference in one line: "Agency checks: 5 → 3 working days after circulation". */
  readonly words: string;
  /** How it was, in words; absent for what was added. */
  readonly was?: string;
  /** How it is now, in words; absent for what was removed. */
  readonly now?: string;
}
