import { useEffect, useRef } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';
import { Note } from '../../ui/index.ts';

/** What the last act did; takes the focus, so that reading goes on from the result. */
export function JustSaid() {
  const state = useHistoryState<{ readonly said?: string; readonly at?: number } | null>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.focus(); }, [state?.at]);
  if (state?.said === undefined) return null;
  return <div ref={box} tabIndex={-1} className="case-said"><Note kind="met"><p role="status">{state.said}</p></Note></div>;
}
