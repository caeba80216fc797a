// What a part is called on screen: its name, its title, or that of what it is about.
import type { Procedure, Text } from '../../engine/procedure/types.ts';
import { taskTitle, wordsOf } from '../model/text.ts';

/** The name of a part; undefined where it has none. */
export function titleAt(part: unknown, procedure?: Procedure): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const { label, title, for: task } = part as { readonly label?: Text; readonly title?: Text; readonly for?: string };
  const said = wordsOf(label ?? title);
  if (said !== '') return said;
  return typeof task === 'string' && procedure !== undefined ? taskTitle(procedure, task) : undefined;
}
