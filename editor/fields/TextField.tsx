// Words in a field that grows with them, so that none is cut off: Enter or leaving keeps them, Escape gives them up. Leaving
// is also going to another tab or closing this one, which takes no focus away.
// Where several lines are meant, Shift and Enter begins another.
import { useEffect, useId, useState, type KeyboardEvent } from 'react';

/** About how many letters a line holds. */
const LINE = 34;
interface Props { readonly label: string; readonly value: string; readonly long?: boolean; /** Another line can be begun, however short it is now. */ readonly lines?: boolean; readonly hidden?: boolean; readonly start?: boolean; readonly readOnly: boolean; readonly onKeep: (value: string) => void }

export function TextField({ label, value, long = false, lines = long, hidden = false, start = false, readOnly, onKeep }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const keep = (): void => {
    if (typed !== null && typed.trim() !== value) onKeep(typed.trim());
    setTyped(null);
  };
  useEffect(() => {
    if (typed === null) return undefined;
    const leave = (): void => { if (document.visibilityState === 'hidden') keep(); };
    document.addEventListener('visibilitychange', leave);
    return () => document.removeEventListener('visibilitychange', leave);
  });
  const field = {
    id, className: 'ed-in', value: typed ?? value, readOnly, autoFocus: start,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped(event.currentTarget.value), onBlur: keep,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Escape' && typed !== null) { event.stopPropagation(); setTyped(null); }
      if (event.key === 'Enter' && !(lines && event.shiftKey)) { event.preventDefault(); keep(); }
    },
  };
  return (
    <>
      <label htmlFor={id} className={hidden ? 'ed-vh' : 'ed-label'}>{label}</label>
      <textarea rows={Math.max(long ? 2 : 1, Math.ceil((typed ?? value).length / LINE))} {...field} onFocus={(event) => { if (start) event.currentTarget.select(); }} />
    </>
  );
}
