import { useId } from 'react';
import type { ReactNode } from 'react';

/** A framed region with a heading of its own. */
export function Panel({ title, over, aside, kind, level = 2, big = false, className = '', children }: {
  readonly title: ReactNode; readonly over?: ReactNode; readonly aside?: ReactNode; readonly kind?: 'now' | 'quiet' | 'strong'; readonly level?: 2 | 3; readonly big?: boolean; readonly className?: string; readonly children?: ReactNode;
}) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={`cw-panel ${kind ?? ''} ${className}`.trim()} aria-labelledby={id}>
      {over === undefined ? null : <p className="cw-over">{over}</p>}
      <div className="cw-row cw-sp cw-top-aligned"><Heading id={id} className={big ? 'cw-h2' : 'cw-h3'}>{title}</Heading>{aside === undefined ? null : <span className="cw-s">{aside}</span>}</div>
      {children}
    </section>
  );
}

/** The source's own words, with where they stand. */
export function ClauseQuote({ words, from }: { readonly words: ReactNode; readonly from?: ReactNode }) {
  return <blockquote className="cw-clause">{words}{from === undefined ? null : <cite>{from}</cite>}</blockquote>;
}

/** A remark in a coloured band: a word says what the colour says. */
export function Note({ kind, children }: { readonly kind?: 'soon' | 'late' | 'met' | 'held' | 'practice'; readonly children: ReactNode }) {
  return <div className={`cw-note ${kind ?? ''}`.trim()}>{children}</div>;
}
