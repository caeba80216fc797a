import { useEffect, useRef, type ReactNode } from 'react';

/** What just came of an act, in place of the button that did it: it takes the focus that the button had, and is read out by that. */
export function Told({ children }: { readonly children: ReactNode }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => { line.current?.focus(); }, []);
  return <p ref={line} tabIndex={-1}>{children}</p>;
}
