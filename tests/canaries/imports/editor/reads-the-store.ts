import { openStore } from '../engine/store/dexie.ts';

export const store = openStore();
