// The second entry of the package: the store port and its pure host. Databases stand in files of their own
// (`dexie.ts`), so that importing the port pulls in none.
export { createMemoryStore, createMemoryTabs } from './memory.ts';
export type * from './types.ts';
