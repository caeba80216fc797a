// On paper everything is unfolded: what was folded is opened before printing and folded again after it. What is worked
// out only once somebody opens it (`case-ahead`) would come too late for the paper: folded, it is not printed.
import { useEffect } from 'react';

export function useUnfoldedPrint(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const unfold = () => { opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open]):not(.case-ahead)')]; for (const one of opened) one.open = true; };
    const fold = () => { for (const one of opened) one.open = false; opened = []; };
    window.addEventListener('beforeprint', unfold);
    window.addEventListener('afterprint', fold);
    return () => { window.removeEventListener('beforeprint', unfold); window.removeEventListener('afterprint', fold); };
  }, []);
}
