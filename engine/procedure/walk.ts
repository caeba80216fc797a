// Walks over every value of a document with its pointer, iteratively and in the file's order.
// It does not know what the values mean.
import { pointerTo } from './pointer.ts';

export interface Placed { readonly pointer: string; readonly value: unknown }

/** The document itself, then every value in it. */
export function everyValue(document: unknown): Placed[] {
  const found: Placed[] = [];
  const open: Placed[] = [{ pointer: '', value: document }];
  for (let one = open.pop(); one; one = open.pop()) {
    found.push(one);
    const { pointer, value } = one;
    if (typeof value !== 'object' || value === null) continue;
    const children = Object.entries(value).map(([step, child]) => ({ pointer: pointer + pointerTo(step), value: child }));
    open.push(...children.reverse());
  }
  return found;
}
