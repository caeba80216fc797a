import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { verifyChain } from '../../../engine/case/hash.ts';
import { partingOf } from '../../../engine/case/parting.ts';
import { Button, Details, Note, Sign, TextField, Timeline } from '../../../ui/index.ts';
import { lendingWords } from '../../lending/words.ts';
import { useWorld } from '../../world/world.ts';
import { aroundWords } from '../around/words.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { historyOf } from '../events.ts';
import { LifeLinks } from '../life/LifeLinks.tsx';
import { RefusalBox } from '../RefusalBox.tsx';
import { useSayAndGo } from '../reload.ts';
import type { CaseModel } from '../types.ts';
import { useAct } from '../useAct.ts';
import { caseWords } from '../words.ts';

const w = caseWords.history;

/** Everything that happened, newest first, and the closing or reopening of the case. */
export function HistoryPage({ model }: { readonly model: CaseModel }) {
  const { kind } = useWorld();
  return (
    <CaseFrame model={model} tab="history" title={w.title}>
      <h1 className="cw-h1 case-h1">{w.title}</h1>
      <ChainCheck model={model} />
      <div className="cw-prose"><Timeline items={historyOf(model)} /></div>
      <CloseOrReopen model={model} />
      <LifeLinks model={model} />
      {kind === 'live' ? <p><Link href={`/lend/case/${model.case.id}`}>{lendingWords.case.link}</Link></p> : null}
    </CaseFrame>
  );
}
/** That the entries fit together, checked anew each time the page is shown. */
function ChainCheck({ model: { case: item } }: { readonly model: CaseModel }) {
  const check = useMemo(() => verifyChain(item.events), [item.events]);
  const h = aroundWords.history;
  return check.ok ? <p className="cw-s case-chain"><Sign name="met" /> {h.whole(item.events.length)}{check.erased.length === 0 ? '' : ` ${h.erased(check.erased.length)}`}</p> : <Note kind="late"><p>{h.broken(check.position)}</p></Note>;
}
function CloseOrReopen({ model }: { readonly model: CaseModel }) {
  const { case: item, procedure } = model;
  const [reason, setReason] = useState('');
  const closed = item.closed !== undefined;
  const title = closed ? w.reopen : w.close;
  const say = useSayAndGo();
  const acting = useAct(model, () => say(`/cases/${item.id}`, caseWords.task.recorded(title)));
  if (partingOf(item.events) !== undefined || (closed && procedure.closing?.reopen === undefined)) return null;
  const submit = () => acting.submit(closed ? { type: 'reopenCase', reason: reason.trim() } : { type: 'closeCase', ...(reason.trim() === '' ? {} : { reason: reason.trim() }) });
  return (
    <Details summary={title} open={acting.refusal !== undefined}>
      <form noValidate className="case-open" onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <RefusalBox model={model} acting={acting} doers={(closed ? procedure.closing?.reopen?.by : procedure.closing?.by) ?? []} />
        <TextField id="f-close" long label={closed ? w.reopenReason : w.closeReason} value={reason} onChange={setReason} />
        <Button type="submit" kind="secondary" disabled={acting.state === 'saving'}>{title}</Button>
      </form>
    </Details>
  );
}
