// The columns of the outline and of the table.
import type { View } from '../types.ts';

export type Column = 'name' | 'kind' | 'owner' | 'clock' | 'tasks' | 'goes';
const outline: readonly Column[] = ['name', 'owner', 'clock', 'goes'];
const table: readonly Column[] = ['name', 'kind', 'owner', 'clock', 'tasks', 'goes'];

export const columnsOf = (view: View): readonly Column[] => (view === 'table' ? table : outline);
