import { useEffect, useRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { uiWords } from './words.ts';

export interface SummaryItem { readonly field: string; readonly words: string }

/** Lists what is wrong, takes focus when it appears or changes, and leads to each field. */
export function ErrorSummary({ items, title = uiWords.problem, round = 0, onFollow }: { readonly items: readonly SummaryItem[]; readonly title?: string; /** Changes with each failed attempt, so that focus returns. */ readonly round?: number; /** Leads to a field that is on another page; true when it did. */ readonly onFollow?: (field: string) => boolean }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { if (items.length > 0) box.current?.focus(); }, [items.length, round]);
  if (items.length === 0) return null;
  return (
    <div className="cw-error" role="alert" tabIndex={-1} ref={box} aria-labelledby="cw-error-title">
      <h2 id="cw-error-title">{title}</h2>
      <ul>{items.map((item) => <li key={item.field + item.words}><a href={`#${item.field}`} onClick={(event) => { if (onFollow?.(item.field) === true) event.preventDefault(); else focusField(event, item.field); }}>{item.words}</a></li>)}</ul>
    </div>
  );
}

/** A refusal or failure in a box that takes focus, with what to do next. */
export function ProblemBox({ title, children, round = 0, alone = false }: { readonly title: string; readonly children: ReactNode; readonly round?: number; /** True where it is all that the page says. */ readonly alone?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.focus(); }, [round]);
  const Heading = alone ? 'h1' : 'h2';
  return <div className="cw-error" role="alert" tabIndex={-1} ref={box} aria-labelledby="cw-problem-title"><Heading id="cw-problem-title">{title}</Heading>{children}</div>;
}

function focusField(event: MouseEvent, id: string): void {
  const field = document.getElementById(id);
  if (field === null) return;
  event.preventDefault();
  field.scrollIntoView({ block: 'center' });
  field.focus();
}
