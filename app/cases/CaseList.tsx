import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Page, RegisterRow } from '../../engine/store/types.ts';
import { Button, Table, buttonClass } from '../../ui/index.ts';
import { longDay, timeWords } from '../dates.ts';
import { shippedHere, textOf } from '../procedures/catalogue.ts';
import { Shell } from '../shell/Shell.tsx';
import { words } from '../words.ts';
import { useWorld } from '../world/world.ts';
import { JustSaid } from './JustSaid.tsx';
import { lifeWords } from './life/words.ts';
import { PracticeReset } from './PracticeReset.tsx';
import { caseWords } from './words.ts';

const w = caseWords.list;
const PAGE = 50;

/** Open cases, the one due soonest first; closed cases beside them. */
export function CaseList() {
  const world = useWorld();
  const [search] = useSearchParams();
  const closed = search.get('show') === 'closed';
  const { rows, more, loadMore, counts } = useRows(closed);
  const practice = world.kind === 'practice';
  const now = world.now();
  return (
    <Shell wide title={w.title} place="cases" practice={practice ? words.practiceClock(`${longDay(now)}, ${timeWords(now)}`) : undefined}>
      <div className="case-head"><h1 className="cw-h1">{w.title}</h1><div className="cw-row">{practice ? <PracticeReset /> : <Link className={buttonClass('secondary')} href="/cases/take-in">{lifeWords.links.takeIn}</Link>}<Link className={buttonClass()} href="/cases/open">{w.open}</Link></div></div>
      <JustSaid />
      <nav className="case-tabs case-list-tabs" aria-label={w.title}>
        <Link href="/cases" aria-current={closed ? undefined : 'page'}>{w.openCases} <i>{counts?.open ?? 0}</i></Link><Link href="/cases?show=closed" aria-current={closed ? 'page' : undefined}>{w.closedCases} <i>{counts?.closed ?? 0}</i></Link>
      </nav>
      {rows === undefined ? null : rows.length === 0 ? <Empty closed={closed} practice={practice} /> : <Rows rows={rows} />}
      {more ? <Button kind="secondary" onClick={loadMore}>{w.more}</Button> : null}
    </Shell>
  );
}
function useRows(closed: boolean) {
  const { store } = useWorld();
  const [pages, setPages] = useState<readonly Page[]>();
  const [counts, setCounts] = useState<{ open: number; closed: number }>();
  const [round, setRound] = useState(0);
  useEffect(() => store.cases.watch(() => setRound((n) => n + 1)), [store]);
  useEffect(() => {
    let here = true;
    void Promise.all([store.cases.page({ closed, limit: PAGE }), store.cases.counters()]).then(([page, counted]) => { if (here) { setPages([page]); setCounts(counted); } });
    return () => { here = false; };
  }, [store, closed, round]);
  const after = pages?.at(-1)?.next;
  const loadMore = () => { if (after !== undefined) void store.cases.page({ closed, limit: PAGE, after }).then((page) => setPages([...(pages ?? []), page])); };
  return { rows: pages?.flatMap((page) => page.rows), more: after !== undefined, loadMore, counts };
}
function Rows({ rows }: { readonly rows: readonly RegisterRow[] }) {
  const titles = useTitles();
  const columns = [{ id: 'who', head: w.columns.who }, { id: 'stage', head: w.columns.stage }, { id: 'next', head: w.columns.next }, { id: 'due', head: w.columns.due }, { id: 'procedure', head: w.procedure }];
  return (
    <Table caption={w.title} hideCaption columns={columns} rows={rows.map(({ case: id, content, procedure, version }) => ({
      id,
      cells: [
        <Link key="link" href={`/cases/${id}`}>{content.reference}{content.initials === '' ? '' : `, ${content.initials}`}</Link>,
        <>{content.stage}{content.caseType === undefined ? null : <span className="case-sub">{content.caseType}</span>}</>,
        content.next ?? '', <span key="by" className="cw-nowrap">{content.nextDate ?? w.nothingDue}</span>, `${titles.get(procedure) ?? procedure}, ${words.procedures.version(version).toLowerCase()}`,
      ],
    }))} />
  );
}
function useTitles(): ReadonlyMap<string, string> {
  const { store } = useWorld();
  const [titles, setTitles] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => { void Promise.all([shippedHere(), store.procedures.versions()]).then(([shipped, versions]) => setTitles(new Map([...shipped.map((one) => [one.id, textOf(one.label)] as const), ...versions.map((one) => [one.id, textOf(one.procedure.label)] as const)]))); }, [store]);
  return titles;
}
function Empty({ closed, practice }: { readonly closed: boolean; readonly practice: boolean }) {
  return <div className="cw-stack case-empty"><p>{closed ? w.emptyClosed : practice ? w.practiceEmpty : w.empty}</p>{closed || practice ? null : <p className="cw-row"><Link className={buttonClass()} href="/cases/open">{w.open}</Link><Link className={buttonClass('secondary')} href="~/practice">{w.practice}</Link></p>}</div>;
}
