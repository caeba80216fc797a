// The ids of the entries of a log, and perhaps of others: shared by all cases that one log led to, so that only an id
// which somebody entered is searched for. What it keeps nobody sees, so that cases compare as before.
import type { CaseEvent } from './types.ts';

export class EntryIds {
  readonly #ids: Set<string>;
  constructor(events: readonly CaseEvent[]) {
    this.#ids = new Set(events.map(({ id }) => id));
  }
  add({ id }: CaseEvent): void {
    this.#ids.add(id);
  }
  /** Whether an entry of this log has the id. */
  isIn(events: readonly CaseEvent[], id: string): boolean {
    return this.#ids.has(id) && events.some((event) => event.id === id);
  }
}
