import { Link } from 'wouter';
import { LinkButton, Sign } from '../../ui/index.ts';
import { civilDay, instantWords, timeWords } from '../dates.ts';
import { words } from '../words.ts';
import { lockNow } from '../trust/lock.ts';
import { trustWords } from '../trust/words.ts';
import { openedVault } from '../world/keyring.ts';
import { useSession } from '../world/session.ts';
import { useOpenWorld } from '../world/world.ts';

/** Says "Saved" only after a write completed, and after a reload when that was; the same links in the same order on every screen. */
export function Footer() {
  const { savedAt, failed } = useSession();
  const world = useOpenWorld();
  const saved = world === undefined ? undefined : savedAt[world.kind];
  const now = world?.now() ?? 0;
  const w = words.footer;
  return (
    <footer className="app-foot">
      {failed !== undefined
        ? <span className="app-notsaved"><Sign name="late" /> {w.notSaved(failed)}</span>
        : saved === undefined ? null : <span className="app-saved"><Sign name="met" /> {civilDay(saved) === civilDay(now) ? w.saved(timeWords(saved)) : w.savedBefore(instantWords(saved, now))}</span>}
      {openedVault() === undefined ? null : <LinkButton className="trust-lock" onClick={lockNow}>{trustWords.lock.button}</LinkButton>}
      <Link href="~/where-is-my-data">{w.data}</Link>{world === undefined || world.kind === 'rehearsal' ? null : <Link href={`~${world.base}/settings`}>{w.settings}</Link>}<Link href="~/help">{w.help}</Link><Link href="~/keyboard-shortcuts">{w.keys}</Link>
      <Link href="~/about">{w.about}</Link><Link href="~/accessibility">{w.accessibility}</Link><Link href="~/browsers">{w.browsers}</Link>
    </footer>
  );
}
