import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { SkipLink } from '../../ui/index.ts';
import { words as shellWords } from '../words.ts';
import { trainingWords as w } from './words.ts';

export interface FrameProps { readonly title: string; /** In the middle of the bar. */ readonly about?: ReactNode; readonly right?: ReactNode; readonly wide?: boolean; /** Where leaving leads: the list of scenarios, or the front page from there. */ readonly leaveTo?: string; readonly children: ReactNode }

/** The frame of every rehearsal screen: striped and blue on all four sides, and no way into real cases but out of it. */
export function Frame({ title, about, right, wide = false, leaveTo = '~/training', children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => { document.title = `${w.name}: ${title} - ${shellWords.name}`; }, [title]);
  return (
    <div className="tr-frame">
      <SkipLink />
      <header className="tr-bar">
        <b className="tr-mark">{w.mark}</b><span className="tr-not-real">{w.notReal}</span>
        <span className="tr-about">{about}</span>
        <nav aria-label={w.header}>{right}<Link href={leaveTo}>{w.leave}</Link></nav>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={wide ? 'tr-page wide' : 'tr-page'}>{children}</main>
    </div>
  );
}

/** What stands where a rehearsal was looked for. */
export function NotHere({ title, text }: { readonly title: string; readonly text: string }) {
  return <Frame title={title}><h1 className="cw-h1">{title}</h1><p>{text}</p><p><Link href="~/training">{w.list.title}</Link></p></Frame>;
}
