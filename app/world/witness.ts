// Remembers, apart from the store, what was kept here: which store, how many cases and events, and the last hash. An
// empty or shorter store where there was one is an alarm, never a first run. The second journal remembers the same.
const KEY = 'caseway-witness';
const BEFORE = 'caseway-had-cases'; // what version 0.1 remembered

export interface Witness { readonly store: string; readonly cases: number; readonly events: number; readonly head: string }

/** What was last seen here; undefined where nothing ever was. */
export function witness(): Witness | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<Witness> | null;
    if (typeof kept?.store === 'string' && typeof kept.cases === 'number' && typeof kept.events === 'number' && typeof kept.head === 'string') return kept as Witness;
    return localStorage.getItem(BEFORE) === 'yes' ? { store: '', cases: 1, events: 1, head: '' } : undefined;
  } catch { return undefined; }
}
export function bearWitness(seen: Witness): void {
  try { localStorage.setItem(KEY, JSON.stringify(seen)); } catch { /* the browser keeps nothing */ }
}
/** One more write completed. */
export function witnessWrite(store: string, cases: number, events: number, head: string): void {
  const before = witness();
  const same = before?.store === store ? before : { cases: 0, events: 0 };
  bearWitness({ store, cases: same.cases + cases, events: same.events + events, head });
}
/** What was here is given up: the person chose to start anew, or wiped the device. */
export function forgetWitness(): void {
  try { localStorage.removeItem(KEY); localStorage.removeItem(BEFORE); } catch { /* there was nothing to forget */ }
}
