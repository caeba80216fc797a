// What was not recorded after whoever did it had gone to another page: kept until they have read it, wherever they are.
// In memory only, and without what was typed.
import { create } from 'zustand';
import type { World } from './types.ts';

export interface Untold {
  readonly id: string; readonly world: World['kind'];
  /** What it was about, for a reader who is elsewhere by now: the reference of a case. */ readonly about: string;
  /** The address it was entered on, its world's place included. */ readonly path: string;
  readonly words: string;
}
interface Kept {
  readonly all: readonly Untold[];
  tell(one: Omit<Untold, 'id'>): void;
  read(id: string): void;
}
export const useUntold = create<Kept>((set, get) => ({
  all: [],
  tell: (one) => set({ all: [...get().all, { ...one, id: crypto.randomUUID() }] }),
  read: (id) => set({ all: get().all.filter((one) => one.id !== id) }),
}));
