// Locking: on request, in every tab at once, and by itself when nobody has used any tab for a while. What was typed is
// kept, sealed, before the page goes.
import { dropVault, openedVault } from '../world/keyring.ts';

const MINUTES = 'caseway-lock-minutes';
/** Long enough for text that is being typed to be kept: it is kept every half second. */
const FLUSH = 700;
export const WARNING = 60;

export function lockMinutes(): number {
  try { return Number(localStorage.getItem(MINUTES)) || 10; } catch { return 10; }
}
export function setLockMinutes(minutes: number): void {
  try { localStorage.setItem(MINUTES, String(minutes)); } catch { /* the browser keeps nothing: it stays at ten */ }
}
/** Covers the page so that nothing on it can be read. */
export function cover(): void {
  document.title = 'Caseway';
  document.documentElement.classList.add('trust-covered');
}
/** Covers the page, keeps what was typed, drops the key in every tab, and loads the page anew without it. */
export function lockNow(): void {
  if (openedVault() === undefined) return;
  cover();
  setTimeout(() => { dropVault(); window.location.replace('/'); }, FLUSH);
}
/** Another tab locked, or sealed the store anew: this one follows. */
export function followLock(): void {
  cover();
  setTimeout(() => window.location.replace('/'), FLUSH);
}
/** Covers the page at once, locks where there is a lock, and leaves an empty tab behind; no other site is asked for. */
export function leaveQuickly(): void {
  cover();
  if (openedVault() !== undefined) dropVault();
  window.location.replace('about:blank');
}
