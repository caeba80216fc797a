import { Link } from 'wouter';
import { Sign } from '../../ui/index.ts';
import { timeWords } from '../dates.ts';
import { words } from '../words.ts';
import { useSession } from '../world/session.ts';

/** Says "Saved" only after a write completed; the same links in the same order on every screen. */
export function Footer() {
  const { savedAt, failed } = useSession();
  const w = words.footer;
  return (
    <footer className="app-foot">
      {failed !== undefined
        ? <span className="app-notsaved"><Sign name="late" /> {w.notSaved}: {failed}</span>
        : savedAt === undefined ? null : <span className="app-saved"><Sign name="met" /> {w.saved(timeWords(savedAt))}</span>}
      <Link href="~/where-is-my-data">{w.data}</Link><Link href="~/help">{w.help}</Link><Link href="~/keyboard-shortcuts">{w.keys}</Link>
      <Link href="~/about">{w.about}</Link><Link href="~/accessibility">{w.accessibility}</Link><Link href="~/browsers">{w.browsers}</Link>
    </footer>
  );
}
