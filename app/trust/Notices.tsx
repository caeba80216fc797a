import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { create } from 'zustand';
import { Button, LinkButton, Note, announce } from '../../ui/index.ts';
import type { DexieStore } from '../../engine/store/dexie.ts';
import { useJournal } from '../world/journal.ts';
import { useCompared, useStale } from '../world/live.ts';
import { useSession } from '../world/session.ts';
import { useOpenWorld } from '../world/world.ts';
import { clockWarning, slept } from './clock.ts';
import { useUpdate, takeNewer } from './offline.ts';
import { backupDue, remindLater } from './reminders.ts';
import { trustWords } from './words.ts';
import './trust.css';

const w = trustWords.notices;

/** What somebody should know about this computer, over the page; nothing where all is well. */
export function Notices() {
  const world = useOpenWorld();
  const update = useUpdate();
  const live = world?.kind === 'live' ? world : undefined;
  return (
    <section className="trust-notices" aria-label={w.region}>
      {update ? <Note><p>{w.update}</p><Button kind="secondary" onClick={takeNewer}>{w.take}</Button></Note> : null}
      {live === undefined ? null : <><Stale /><Journals store={live.store as DexieStore} /><Who /><Clock now={live.now} /><BackupReminder store={live.store as DexieStore} now={live.now} /></>}
    </section>
  );
}

function Stale() {
  const { stale } = useStale();
  useEffect(() => { if (stale !== undefined) announce(stale === 'older' ? w.older : w.stale, 'assertive'); }, [stale]);
  return stale === undefined ? null : <Note kind="late"><p>{stale === 'older' ? w.older : w.stale}</p><Button onClick={() => window.location.reload()}>{w.reload}</Button></Note>;
}

function Journals({ store }: { readonly store: DexieStore }) {
  const { state } = useJournal();
  const { comparison } = useCompared();
  const [working, setWorking] = useState(false);
  const shorter = comparison?.shorter.map(({ case: id }) => id) ?? [];
  const bringBack = () => { setWorking(true); void broughtBack(store, shorter); };
  return (
    <>
      {state === 'off' ? <Note kind="soon"><p>{w.journalOff}</p></Note> : null}
      {shorter.length === 0 ? null : <Note kind="late"><p>{w.shorter(shorter.length)}</p><Button disabled={working} onClick={bringBack}>{w.bringBack}</Button></Note>}
      {(comparison?.differ.length ?? 0) === 0 ? null : <Note kind="late"><p>{w.differ(comparison?.differ.length ?? 0)}</p></Note>}
    </>
  );
}

async function broughtBack(store: DexieStore, cases: readonly string[]): Promise<void> {
  const { rebuildShorter } = await import('./rebuild.ts');
  await rebuildShorter(store, cases, Date.now());
  window.location.reload();
}

/** Several people may share one computer account: after a while away it is asked who works here. */
function Who() {
  const { who, confirmed, confirm } = useSession();
  if (confirmed || who.live.person === '') return null;
  return <Note><p>{w.who(who.live.person)}</p><span className="cw-row"><Button onClick={() => confirm(true)}>{w.same(who.live.person)}</Button><Button kind="secondary" onClick={() => confirm(false)}>{w.other}</Button></span></Note>;
}

function Clock({ now }: { readonly now: () => number }) {
  const { savedAt } = useSession();
  const [asleep, setAsleep] = useState(false);
  useEffect(() => watchSleep(() => setAsleep(true)), []);
  const odd = clockWarning(now(), savedAt.live);
  return <>{odd === undefined ? null : <Note kind="soon"><p>{w.clock[odd]}</p></Note>}{asleep ? <Note><p>{w.clock.slept}</p></Note> : null}</>;
}

/** Looks at both clocks every half minute. */
function watchSleep(tell: () => void): () => void {
  const moment = () => ({ wall: Date.now(), awake: performance.now() });
  let before = moment();
  const look = () => {
    const after = moment();
    if (slept(before, after)) tell();
    before = after;
  };
  const timer = setInterval(look, 30_000);
  return () => clearInterval(timer);
}

/** Kept from page to page: a reminder that comes a moment after each page moves what somebody is about to press. */
const useBackupDue = create<{ readonly due?: 'never' | number | undefined }>(() => ({}));

function BackupReminder({ store, now }: { readonly store: DexieStore; readonly now: () => number }) {
  const { savedAt } = useSession();
  const { due } = useBackupDue();
  useEffect(() => {
    let here = true;
    void store.cases.heads().then((heads) => { if (here) useBackupDue.setState({ due: backupDue(now(), heads.reduce((total, { seq }) => total + seq, 0)) }); });
    return () => { here = false; };
  }, [store, now, savedAt.live]);
  if (due === undefined) return null;
  return <Note kind="soon"><span className="cw-row">{due === 'never' ? w.backupNever : w.backupOld(due)} <Link href="~/where-is-my-data#backup">{w.backupLink}</Link> <LinkButton onClick={() => { remindLater(now()); useBackupDue.setState({ due: undefined }); }}>{w.later}</LinkButton></span></Note>;
}
