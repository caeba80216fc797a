// The published versions: how each stands today, how many cases run on it, who signed it; withdrawn when it was a
// mistake, restored into a draft when it is wanted again.
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { versionsWords } from '../../../engine/procedure/version-words.ts';
import type { PublishedVersion, RegisterRow } from '../../../engine/store/types.ts';
import { Button, Dialog, LinkButton, Tag, announce } from '../../../ui/index.ts';
import { civilDay, instantWords } from '../../dates.ts';
import { words } from '../../words.ts';
import { useSession } from '../../world/session.ts';
import { useWorld } from '../../world/world.ts';
import { movingWords } from '../../cases/moving/words.ts';
import { RehearseButton } from '../../lending/RehearseButton.tsx';
import { frameWords } from '../frame/words.ts';
import { Group, Hidden, Line } from '../Line.tsx';
import { restoreVersion } from './drafts.ts';
import { signersOf } from './signing.ts';
import { DownloadIt } from './DownloadIt.tsx';
import { lifeWords } from './words.ts';
import { runsOn } from '../../cases/versions.ts';

const w = lifeWords.version;

export function Versions({ versions, drafts, onChanged }: { readonly versions: readonly PublishedVersion[]; /** Ids of procedures that have a draft. */ readonly drafts: ReadonlySet<string>; readonly onChanged: () => void }) {
  const { store, now, kind } = useWorld();
  const { wrote, failedWrite } = useSession();
  const [, go] = useLocation();
  const [leaving, setLeaving] = useState<PublishedVersion>();
  const [restoring, setRestoring] = useState<PublishedVersion>();
  const running = useRunning();
  const restore = (one: PublishedVersion): void => {
    setRestoring(undefined);
    void restoreVersion(store.procedures, one, now()).then((made) => {
      if (!made.ok) { failedWrite(made.words); return; }
      wrote(kind, now());
      go(`/procedures/copy/${made.id}`);
    });
  };
  const p = words.procedures;
  return (
    <Group id="published" title={p.published} note={versions.length === 0 ? p.noPublished : undefined}>
      {versions.map((one) => {
        const state = versionsWords(versions.filter(({ id }) => id === one.id), civilDay(now())).find(({ version }) => version === one.version);
        const on = running.filter((row) => runsOn(row, one));
        const signed = signersOf(one);
        return (
          <Line key={one.hash + one.version} procedure={one.procedure} tag={state?.state === 'retired' ? <Tag kind="late" sign="late">{w.withdrawnTag}</Tag> : <Tag kind="met" sign="met">{p.version(one.version)}</Tag>}
            under={`${state?.words ?? ''}. ${p.publishedOn} ${instantWords(one.published, now())} ${`by ${one.by}${one.note === undefined ? '' : `: ${one.note}`}`.replace(/\.$/, '')}. ${sentence(w.cases(on.length))}.${signed.length === 0 ? '' : ` ${w.signed(signed)}`}`}>
            <Link href={`/procedures/published/${one.id}/${one.version}`}>{p.view}<Hidden of={one.procedure} /></Link>
            {state?.state === 'retired' ? null : <Link href={`/cases/open?procedure=${one.id}&version=${one.version}`}>{p.openCase}<Hidden of={one.procedure} /></Link>}
            <RehearseButton procedure={one.procedure} version={one.version} />
            <Link href={`/cases/versions/${one.id}`}>{movingWords.cases.link}<Hidden of={one.procedure} /></Link>
            <LinkButton onClick={() => { if (drafts.has(one.id)) setRestoring(one); else restore(one); }}>{w.restore}<Hidden of={one.procedure} /></LinkButton>
            <Link href={`/procedures/published/${one.id}/${one.version}/forms`}>{lifeWords.draft.forms}<Hidden of={one.procedure} /></Link>
            <Link href={`/procedures/published/${one.id}/${one.version}/guidance`}>{frameWords.open}<Hidden of={one.procedure} /></Link>
            <DownloadIt procedure={one.procedure} />
            {state?.state === 'retired' ? null : <LinkButton onClick={() => setLeaving(one)}>{w.withdraw}<Hidden of={one.procedure} /></LinkButton>}
          </Line>
        );
      })}
      <Dialog title={w.restoreTitle(restoring?.version ?? 0)} open={restoring !== undefined} onClose={() => setRestoring(undefined)}>
        <p>{w.restoreText}</p>
        <div className="cw-row"><Button onClick={() => { if (restoring !== undefined) restore(restoring); }}>{w.restoreButton}</Button><Button kind="secondary" onClick={() => setRestoring(undefined)}>{w.cancel}</Button></div>
      </Dialog>
      <Withdraw version={leaving} running={running} onClose={() => setLeaving(undefined)} onDone={() => { setLeaving(undefined); onChanged(); }} />
    </Group>
  );
}
const sentence = (said: string): string => said.charAt(0).toUpperCase() + said.slice(1);

/** The open cases of this store. */
function useRunning(): readonly RegisterRow[] {
  const { store } = useWorld();
  const [rows, setRows] = useState<readonly RegisterRow[]>([]);
  useEffect(() => {
    let here = true;
    const read = async (): Promise<readonly RegisterRow[]> => {
      const all: RegisterRow[] = [];
      let after: string | undefined;
      do {
        const page = await store.cases.page({ closed: false, limit: 500, ...(after === undefined ? {} : { after }) });
        all.push(...page.rows);
        after = page.next;
      } while (after !== undefined);
      return all;
    };
    void read().then((all) => { if (here) setRows(all); });
    return () => { here = false; };
  }, [store]);
  return rows;
}

function Withdraw({ version, running, onClose, onDone }: { readonly version: PublishedVersion | undefined; readonly running: readonly RegisterRow[]; readonly onClose: () => void; readonly onDone: () => void }) {
  const { store, now, kind } = useWorld();
  const { wrote, failedWrite } = useSession();
  const on = version === undefined ? [] : running.filter((row) => runsOn(row, version));
  const withdraw = (): void => {
    if (version === undefined) return;
    void store.procedures.retire(version.id, version.version, civilDay(now())).then((result) => {
      if (!result.ok) { failedWrite(result.words); return; }
      wrote(kind, now());
      announce(w.done(version.version));
      onDone();
    });
  };
  return (
    <Dialog title={w.title(version?.version ?? 0)} open={version !== undefined} onClose={onClose}>
      <p>{w.text}</p>
      <p>{w.running(on.length)}</p>
      {on.length === 0 ? null : <ul>{on.map((row) => <li key={row.case}><Link href={`/cases/${row.case}`}>{row.content.reference}</Link>: {row.content.stage}</li>)}</ul>}
      {on.length === 0 || version === undefined ? null : <p><Link href={`/cases/versions/${version.id}`}>{w.move}</Link></p>}
      <div className="cw-row"><Button kind="warning" onClick={withdraw}>{w.button}</Button><Button kind="secondary" onClick={onClose}>{w.cancel}</Button></div>
    </Dialog>
  );
}
