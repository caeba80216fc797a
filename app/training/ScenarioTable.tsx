import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Scenario } from '../../engine/case/rehearsal/index.ts';
import { Button, Dialog, LinkButton, Table, buttonClass } from '../../ui/index.ts';
import { download } from '../world/download.ts';
import { copyOf } from './library.ts';
import { forgetScenario, keepScenario } from './shelf.ts';
import { storyboardWords } from './storyboard/words.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.list;

/** Scenarios in a table: how they are played, what they are for, and what can be done with each. */
export function ScenarioTable({ caption, all, own, on, again }: { readonly caption: string; readonly all: readonly Scenario[]; readonly own: ReadonlySet<string>; /** Played on another procedure than their own. */ readonly on?: string; readonly again: () => void }) {
  const columns = [{ id: 'title', head: w.columns.title }, { id: 'how', head: w.columns.how, className: 'tr-how' }, { id: 'aims', head: w.columns.aims }, { id: 'act', head: <span className="cw-vh">{w.columns.act}</span>, className: 'tr-start' }];
  return (
    <Table caption={caption} hideCaption columns={columns} rows={all.map((one) => ({
      id: one.id,
      cells: [
        <>{one.title}{own.has(one.id) ? <span className="case-sub">{w.own}</span> : null}</>,
        <span key="how" className="cw-s">{one.guided === undefined ? '' : one.guided === 'self' ? w.self : w.facilitated}{one.minutes === undefined ? '' : `, ${w.minutes(one.minutes)}`}</span>,
        (one.aims ?? []).length === 0 ? <span key="aims" className="cw-s">{one.summary}</span> : <ul key="aims" className="tr-aims">{one.aims?.map((aim) => <li key={aim}>{aim}</li>)}</ul>,
        <span key="act" className="tr-acts"><Link className={buttonClass('secondary', true)} href={`/start/${one.id}${on === undefined ? '' : `?on=${on}`}`}>{w.start}<span className="cw-vh"> {one.title}</span></Link>{own.has(one.id) ? <OwnActs one={one} again={again} /> : <Copy one={one} on={on} />}</span>,
      ],
    }))} />
  );
}

/** A copy of one's own, opened on the storyboard. */
function Copy({ one, on }: { readonly one: Scenario; readonly on: string | undefined }) {
  const [, go] = useLocation();
  const copy = () => { const made = copyOf(one, storyboardWords.copyTitle(one.title), on ?? one.procedure); void keepScenario(made).then(() => go(`/storyboard/${made.id}`)); };
  return <LinkButton onClick={copy}>{storyboardWords.copy}<span className="cw-vh">: {one.title}</span></LinkButton>;
}
function OwnActs({ one, again }: { readonly one: Scenario; readonly again: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Link href={`/storyboard/${one.id}`}>{storyboardWords.open}<span className="cw-vh"> {one.title}</span></Link>
      <LinkButton onClick={() => download(`${one.id}.json`, one)}>{w.download}<span className="cw-vh"> {one.title}</span></LinkButton>
      <LinkButton onClick={() => setAsking(true)}>{w.remove}<span className="cw-vh"> {one.title}</span></LinkButton>
      <Dialog title={w.removeTitle} open={asking} onClose={() => setAsking(false)}><p>{w.removeText(one.title)}</p><div className="cw-row"><Button kind="warning" onClick={() => { void forgetScenario(one.id).then(again); }}>{w.remove}</Button><Button kind="secondary" onClick={() => setAsking(false)}>{w.leaveFile}</Button></div></Dialog>
    </>
  );
}
