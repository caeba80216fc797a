// Remembers, apart from the store, that live cases were kept here: an empty store where there was one is an alarm.
const KEY = 'caseway-had-cases';

export function witnessCase(): void {
  try { localStorage.setItem(KEY, 'yes'); } catch { /* the browser keeps nothing */ }
}
/** True when cases were kept here before and the store now holds none. */
export function casesVanished(count: number): boolean {
  try { return count === 0 && localStorage.getItem(KEY) === 'yes'; } catch { return false; }
}
