// One polite and one assertive live region for the whole page; everything spoken goes through `announce`.
import { useEffect, useState } from 'react';

type Manner = 'polite' | 'assertive';
interface Announcement { readonly words: string; readonly manner: Manner; readonly n: number }
let count = 0;
const listeners = new Set<(announcement: Announcement) => void>();

/** Says something once to people who do not see the change: politely, or at once for refusals and errors. */
export function announce(words: string, manner: Manner = 'polite'): void {
  count += 1;
  for (const listener of listeners) listener({ words, manner, n: count });
}

/** The two live regions; one per page, mounted before anything is said. */
export function Announcer() {
  const [said, setSaid] = useState<Announcement>({ words: '', manner: 'polite', n: 0 });
  useEffect(() => { listeners.add(setSaid); return () => { listeners.delete(setSaid); }; }, []);
  // A no-break space on every second message makes the same words news again.
  const words = said.n % 2 === 0 ? said.words : `${said.words}\u00a0`;
  return (
    <>
      <div className="cw-vh" role="status" aria-live="polite">{said.manner === 'polite' ? words : ''}</div>
      <div className="cw-vh" role="alert" aria-live="assertive">{said.manner === 'assertive' ? words : ''}</div>
    </>
  );
}
