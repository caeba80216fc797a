// The trial in hand: the diagram shows its path from here; trying.ts, which is heavy, makes it.
import { create } from 'zustand';
import type { Id } from '../../engine/procedure/types.ts';

/** Where the case is, where it has been, and the legs between, from first to last. */
export interface Tried { readonly now: readonly Id[]; readonly been: readonly Id[]; readonly legs: readonly { readonly from: Id; readonly to: Id }[] }
export const useTried = create<{ readonly tried: Tried | null }>(() => ({ tried: null }));
export const showTried = (tried: Tried | null): void => useTried.setState({ tried });
