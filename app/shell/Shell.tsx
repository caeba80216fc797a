import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Mark, SkipLink } from '../../ui/index.ts';
import { otherZone } from '../dates.ts';
import { words } from '../words.ts';
import { SearchButton } from '../search/SearchButton.tsx';
import { LeaveQuickly } from '../trust/LeaveQuickly.tsx';
import { Notices } from '../trust/Notices.tsx';
import { Footer } from './Footer.tsx';
import { hasMoved } from './arrival.ts';
import { Lacking } from './Lacking.tsx';
import { Untold } from './Untold.tsx';

export type Place = 'today' | 'cases' | 'calendar' | 'register' | 'procedures';
export interface ShellProps {
  /** Of the page, for the tab: never a name. */ readonly title: string;
  readonly place?: Place | undefined;
  /** Who acts, at the right of the bar. */ readonly who?: ReactNode;
  /** The practice clock in words; present only in practice. */ readonly practice?: string | undefined;
  /** Bands between the bar and the page: identity, places within a case. */ readonly bands?: ReactNode;
  readonly front?: boolean; readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The frame of every screen but the editor: bar, page, footer; a striped blue frame in practice. */
export function Shell({ title, place, who, practice, bands, front = false, wide = false, children }: ShellProps) {
  const main = useRef<HTMLElement>(null);
  useTitleAndFocus(title, practice !== undefined, main);
  const zone = otherZone();
  return (
    <div className={practice === undefined ? 'app-frame' : 'app-frame practice'}>
      <SkipLink />
      {front ? <FrontBar /> : <TopBar place={place} who={who} practice={practice} />}
      {zone === undefined ? null : <aside className="app-zone" aria-label={words.zoneLabel}>{words.zone(zone)}</aside>}
      <Lacking />
      <Untold />
      <Notices />
      {bands}
      <main id="main" ref={main} tabIndex={-1} className={front ? 'app-front' : wide ? 'app-page' : 'app-page narrow'}>{children}</main>
      <Footer />
    </div>
  );
}

let pagesShown = 0;
/** Names the tab; after a move to another page, reading goes on at its beginning. */
function useTitleAndFocus(title: string, practice: boolean, main: React.RefObject<HTMLElement | null>): void {
  const [location] = useLocation();
  useEffect(() => { document.title = `${practice ? `${words.practice}: ` : ''}${title} - ${words.name}`; }, [title, practice]);
  useEffect(() => {
    pagesShown += 1;
    hasMoved();
    if (pagesShown > 2 && !main.current?.contains(document.activeElement)) { main.current?.focus({ preventScroll: true }); window.scrollTo(0, 0); }
  }, [location, main]);
}

function FrontBar() {
  return (
    <header className="app-top"><Link className="app-mark" href="~/"><Mark />{words.name}</Link><span className="app-strap">{words.strap}</span>
      <nav aria-label={words.mainNav} className="app-open"><Link href="~/where-is-my-data">{words.footer.data}</Link><Link href="~/help">{words.footer.help}</Link></nav>
    </header>
  );
}

function TopBar({ place, who, practice }: Pick<ShellProps, 'place' | 'who' | 'practice'>) {
  const [open, setOpen] = useState(false);
  const [location] = useLocation();
  useEffect(() => setOpen(false), [location]);
  const current = (name: Place) => (place === name ? ('page' as const) : undefined);
  return (
    <header className={`app-top${open ? ' opened' : ''}`} onKeyDown={(event) => { if (event.key === 'Escape') setOpen(false); }}>
      <Link className="app-mark" href="~/"><Mark />{words.name}</Link>
      {practice === undefined ? null : <span className="app-practice-word">{words.practice}</span>}
      <button type="button" className="app-menu" aria-expanded={open} aria-controls="app-places" onClick={() => setOpen(!open)}>{words.menu}</button>
      <div id="app-places" className="app-places">
        <nav aria-label={words.mainNav}>
          {(['today', 'cases', 'calendar', 'register'] as const).map((name) => <Link key={name} href={`/${name}`} aria-current={current(name)}>{words.places[name]}</Link>)}
          {practice === undefined ? <><Link href="~/procedures" aria-current={current('procedures')}>{words.places.procedures}</Link><Link href="~/training">{words.places.rehearse}</Link></> : <Link href="~/">{words.leavePractice}</Link>}
        </nav>
        {practice === undefined ? null : <span className="app-clock">{practice}</span>}
        <SearchButton />
        {who}
      </div>
      {place === undefined || place === 'procedures' ? null : <LeaveQuickly />}
    </header>
  );
}
