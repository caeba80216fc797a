import { useEffect } from 'react';
import { Button } from '../../ui/index.ts';
import { useOpenWorld } from '../world/world.ts';
import { leaveQuickly } from './lock.ts';
import { trustWords } from './words.ts';

/** On every screen of live cases: one press, or the Shift key three times, and nothing of the case can be seen. */
export function LeaveQuickly() {
  const live = useOpenWorld()?.kind === 'live';
  useEffect(() => {
    if (!live) return undefined;
    let presses: number[] = [];
    const key = ({ key: pressed }: KeyboardEvent) => {
      presses = pressed === 'Shift' ? [...presses.filter((at) => Date.now() - at < 1500), Date.now()] : [];
      if (presses.length >= 3) leaveQuickly();
    };
    window.addEventListener('keyup', key);
    return () => window.removeEventListener('keyup', key);
  }, [live]);
  return live ? <Button small className="trust-leave" kind="warning" title={trustWords.leave.hint} onClick={leaveQuickly}>{trustWords.leave.button}</Button> : null;
}
