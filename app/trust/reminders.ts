// When the last backup was saved, and when it is time for another.
const KEY = 'caseway-backup';
const LATER = 'caseway-backup-later';
const DAY = 86_400_000;
const WEEK = 7 * DAY;

interface LastBackup { readonly at: number; readonly events: number }
export function lastBackup(): LastBackup | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Partial<LastBackup> | null;
    return typeof kept?.at === 'number' && typeof kept.events === 'number' ? kept as LastBackup : undefined;
  } catch { return undefined; }
}
export function backupSaved(at: number, events: number): void {
  try { localStorage.setItem(KEY, JSON.stringify({ at, events })); } catch { /* the browser keeps nothing */ }
}
export function remindLater(now: number): void {
  try { localStorage.setItem(LATER, String(now + DAY)); } catch { /* it reminds again */ }
}
/** 'never', or the days since the last one, when it is time: cases changed since, and it is a week old. */
export function backupDue(now: number, events: number, last = lastBackup()): 'never' | number | undefined {
  const later = Number(localStorage.getItem(LATER) ?? 0);
  if (events === 0 || now < later) return undefined;
  if (last === undefined) return 'never';
  return last.events !== events && now - last.at >= WEEK ? Math.floor((now - last.at) / DAY) : undefined;
}
