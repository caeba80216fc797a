import { useEffect, useState } from 'react';
import { Button, Dialog } from '../../ui/index.ts';
import { onLock, openedVault } from '../world/keyring.ts';
import { seenNow } from '../world/session.ts';
import { WARNING, followLock, lockMinutes, lockNow } from './lock.ts';
import { trustWords } from './words.ts';

const w = trustWords.lock;
const USED = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;
const channel = new BroadcastChannel('caseway-used');

/** Ctrl + L, the lock by itself with its warning, and the locks of other tabs. Shows nothing until it warns. */
export function LockWatch() {
  const [left, setLeft] = useState<number>();
  useEffect(() => onLock(followLock), []);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'l' || openedVault() === undefined) return;
      event.preventDefault();
      lockNow();
    };
    window.addEventListener('keydown', key, true);
    return () => window.removeEventListener('keydown', key, true);
  }, []);
  useEffect(() => watchUse(setLeft), []);
  const stay = () => { setLeft(undefined); window.dispatchEvent(new Event('pointerdown')); };
  return (
    <Dialog title={w.title} open={left !== undefined} onClose={stay}>
      <p role="timer" aria-live={left !== undefined && left % 15 === 0 ? 'assertive' : 'off'}>{w.soon(left ?? 0)}</p>
      <p className="cw-row"><Button onClick={stay}>{w.stay}</Button><Button kind="secondary" onClick={lockNow}>{w.now}</Button></p>
    </Dialog>
  );
}

/** Tells the seconds left once the warning begins; use of any tab counts for all. */
function watchUse(tell: (left: number | undefined) => void): () => void {
  let used = Date.now();
  let told = 0;
  const heard = () => { used = Date.now(); };
  const here = () => {
    heard();
    if (used - told < 5000) return;
    told = used;
    channel.postMessage('used');
    seenNow();
  };
  const tick = () => {
    if (openedVault() === undefined) return;
    const left = Math.ceil(lockMinutes() * 60 - (Date.now() - used) / 1000);
    if (left <= 0) lockNow();
    else tell(left <= WARNING ? left : undefined);
  };
  for (const name of USED) window.addEventListener(name, here, { passive: true });
  channel.addEventListener('message', heard);
  const timer = setInterval(tick, 1000);
  return () => { for (const name of USED) window.removeEventListener(name, here); channel.removeEventListener('message', heard); clearInterval(timer); };
}
