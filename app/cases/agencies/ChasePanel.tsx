import { useRef, useState } from 'react';
import { compiledOf } from '../../../engine/case/replay.ts';
import type { TaskView } from '../../../engine/case/types.ts';
import { civilDate } from '../../../engine/time/day.ts';
import { Button, DateField, LinkButton, Panel, ProblemBox, TextField, announce, civilOf, partsOf } from '../../../ui/index.ts';
import { civilDay, civilWords, instantWords } from '../../dates.ts';
import { saveFile } from '../../world/download.ts';
import { recordExport } from '../../trust/access.ts';
import { originWords } from '../../trust/words.ts';
import { closedDays } from '../../settings/partnership.ts';
import { usePartnership } from '../../settings/usePartnership.ts';
import { useWorld } from '../../world/world.ts';
import { partyLabel } from '../actors.ts';
import { emailDraft } from '../letters/email.ts';
import { useReload } from '../reload.ts';
import { act, freshIds } from '../session.ts';
import { calendarOf } from '../today/calendarOf.ts';
import type { ActResult, CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { draftOf, isChaseDue, lateOf, meetingToCome, namesOf, nextChase } from './chases.ts';
import { agencyWords as w } from './words.ts';

/** Those who are late, with the chase drafted for all of them: one button records it for each. */
export function ChasePanel({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  const { case: item, procedure, versions, now } = model;
  const partnership = usePartnership();
  const calendar = calendarOf({ procedures: [compiledOf(versions, item)], shut: closedDays(partnership) });
  const chased = (party: string) => view.record?.recipients.find((one) => one.party === party)?.chased;
  const due = lateOf(procedure, view).filter((party) => isChaseDue(calendar, chased(party), now));
  const world = useWorld();
  const usual = nextChase(calendar, now);
  const [on, setOn] = useState(() => partsOf(`${civilDate(usual)}T12:00`));
  const set = civilOf(on, true) ?? civilOf(on, false);
  const [wrong, setWrong] = useState(0);
  const [text, setText] = useState<string>();
  const [way, setWay] = useState('');
  const chase = useChase(model);
  if (due.length === 0) return null;
  const words = text ?? draftOf(item.reference, view, meetingToCome(model.tasks, civilDay(now)), usual);
  const most = due.map(chased).toSorted((a, b) => (b?.times ?? 0) - (a?.times ?? 0))[0];
  const names = namesOf(procedure, due);
  const record = () => {
    if (set === undefined) { setWrong(wrong + 1); return; }
    chase.run(due.map((party) => ({ type: 'recordReply', task: view.id, recipient: party, state: 'asked', answers: {}, chaseNext: set, reason: w.reason((chased(party)?.times ?? 0) + 1, words), ...(way.trim() === '' ? {} : { evidence: way.trim() }) }) as const), w.done(names, civilWords(set, false)));
  };
  const email = () => { void recordExport(world, item.id, `${view.label}: ${originWords.drafts}`); for (const party of due) saveFile(`${item.reference}-${party}.eml`, 'message/rfc822', emailDraft({ to: partyLabel(procedure, party), subject: w.subject(item.reference), text: words })); };
  return (
    <Panel kind="now" over={w.over} title={w.chase(names)} aside={most === undefined ? w.first : w.nth(most.times + 1, instantWords(most.last, now))} className="case-chase">
      {chase.problem === undefined ? null : <ProblemBox title={caseWords.refusal.title} round={chase.round}><p>{chase.problem}</p></ProblemBox>}
      {text === undefined ? <p className="case-lead">{words}</p> : <TextField id="f-chase" long rows={3} label={w.text} hint={w.textHint} value={text} onChange={setText} />}
      {text === undefined ? null : <DateField id="f-chase-next" withTime label={w.again} error={wrong > 0 && set === undefined ? w.againMissing : undefined} value={on} onChange={setOn} />}
      {text === undefined ? null : <TextField id="f-chase-way" label={w.way} value={way} onChange={setWay} />}
      <div className="cw-row"><Button onClick={record} disabled={chase.saving}>{w.record(due.length)}</Button>{text === undefined ? <Button kind="secondary" onClick={() => setText(words)}>{w.edit}</Button> : null}<LinkButton onClick={email}>{w.email}</LinkButton><span className="cw-s cw-q">{set === undefined ? null : w.next(civilWords(set, false))}</span></div>
    </Panel>
  );
}
type Reply = Extract<Parameters<typeof act>[1]['body'], { readonly type: 'recordReply' }>;
/** Records several replies one after the other; the first that is refused stops, and says so. */
function useChase(model: CaseModel) {
  const world = useWorld();
  const reload = useReload();
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [round, setRound] = useState(0);
  const busy = useRef(false);
  const failed = (words: string) => { setProblem(words); setRound(round + 1); };
  const run = (replies: readonly Reply[], said: string) => {
    if (busy.current) return;
    if (model.actor.person === '?') { failed(caseWords.who.first); return; }
    busy.current = true;
    setSaving(true);
    const all = async (): Promise<ActResult | undefined> => {
      for (const body of replies) {
        const result = await act(world, { case: model.case.id, body, person: model.actor.person, role: model.actor.role, ...freshIds() });
        if (result.kind !== 'saved') return result;
      }
      return undefined;
    };
    void all().then((stopped) => {
      if (stopped?.kind === 'refused') failed(`${stopped.refusal.words} ${stopped.refusal.remedy}`);
      else if (stopped?.kind === 'failed') failed(stopped.words);
      else { setProblem(undefined); announce(said); }
      reload();
    }).finally(() => { busy.current = false; setSaving(false); });
  };
  return { run, saving, problem, round };
}
