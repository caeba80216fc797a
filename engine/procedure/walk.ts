// Walks over every value of a document with its pointer, iteratively and in the file's order.
// It does not know what the values mean.
import { pointerTo } from './pointer.ts';
import { latest } from './remembered.ts';

export interface Placed { readonly pointer: string; readonly value: unknown }

/** A value on the walk. Few are told of, so that its pointer is written out only when somebody asks. */
class Met implements Placed {
  readonly value: unknown;
  private readonly parent: Met | undefined;
  private readonly step: string;
  constructor(value: unknown, parent?: Met, step = '') { this.value = value; this.parent = parent; this.step = step; }
  get pointer(): string { return this.parent === undefined ? '' : this.parent.pointer + pointerTo(this.step); }
}

/** The document itself, then every value in it; walked once when several ask one after another. */
export const everyValue = latest((document: unknown): readonly Placed[] => {
  const found: Met[] = [];
  const open = [new Met(document)];
  for (let one = open.pop(); one; one = open.pop()) {
    found.push(one);
    const { value } = one;
    if (typeof value !== 'object' || value === null) continue;
    for (const [step, child] of Object.entries(value).reverse()) open.push(new Met(child, one, step));
  }
  return found;
});
