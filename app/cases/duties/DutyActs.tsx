import { useState } from 'react';
import type { DutyAct, DutyRound, DutyView } from '../../../engine/case/duties/types.ts';
import { parseDay } from '../../../engine/time/day.ts';
import { londonDay, parseDateTime } from '../../../engine/time/london.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { Checkboxes, DateField, Details, SelectField, TextField, civilOf, partsOf } from '../../../ui/index.ts';
import { civilDay, civilWords } from '../../dates.ts';
import { partyLabel } from '../actors.ts';
import { actField } from '../acts/ActForm.tsx';
import { withText } from '../tasks/fields.ts';
import { DutyForm } from './DutyForm.tsx';
import type { DutyActing } from './DutyForm.tsx';
import { dutyWords } from './words.ts';

/** "1 Jan 2026 to 31 Dec 2026". */
export function spanWords({ first, due }: Pick<DutyRound, 'first' | 'due'>): string {
  return due === undefined ? dutyWords.one.since(civilWords(first)) : dutyWords.one.until(civilWords(first), civilWords(due));
}
function roundOptions(rounds: readonly DutyRound[]): readonly { readonly value: string; readonly label: string }[] {
  return rounds.map((one) => ({ value: one.first, label: spanWords(one) }));
}
/** The moment of a day: now, where it is today, else its noon. */
function momentOf(iso: string, now: Instant): Instant | undefined {
  const day = parseDay(iso);
  if (day === undefined || day > londonDay(now)) return undefined;
  return day === londonDay(now) ? now : parseDateTime(`${iso}T12:00`);
}
interface OfDuty { readonly acting: DutyActing; readonly view: DutyView; readonly now: Instant }

/** That it was done: when, for which round, who got it, with what proof. */
export function RecordDone({ acting, view, now, cases }: OfDuty & { /** Whose lines its register shows. */ readonly cases: readonly string[] }) {
  const w = dutyWords.done;
  const begun = view.rounds.filter(({ state }) => state !== 'to-come');
  const owed = begun.find(({ state }) => state === 'overdue') ?? begun.find(({ state }) => state === 'due' || state === 'no-date') ?? begun.at(-1);
  const [on, setOn] = useState(() => partsOf(civilDay(now)));
  const [round, setRound] = useState(owed?.first ?? '');
  const [words, setWords] = useState('');
  const [evidence, setEvidence] = useState('');
  const [to, setTo] = useState<readonly string[]>(view.to);
  const id = `done-${view.duty}`;
  const wanted = () => {
    const occurred = momentOf(civilOf(on, false) ?? '', now);
    if (occurred === undefined) return { errors: { on: w.onMissing } };
    return { occurred: occurred === now ? undefined : occurred, body: { type: 'performDuty', duty: view.duty, ...(round === '' ? {} : { round }), ...(view.to.length === 0 ? {} : { recipients: to }), ...(cases.length === 0 ? {} : { cases }), ...withText('words', words), ...withText('evidence', evidence) } as const };
  };
  return (
    <DutyForm acting={acting} id={id} main button={w.button} said={w.said(view.label)} wanted={wanted} fields={(errors) => (
      <>
        <DateField id={actField(id, 'on')} label={w.on} error={errors['on']} value={on} onChange={setOn} />
        {begun.length < 2 ? null : <SelectField id={actField(id, 'round')} label={w.round} value={round} onChange={setRound} options={roundOptions(begun)} />}
        {view.to.length === 0 ? null : <Checkboxes id={actField(id, 'to')} label={w.to} values={to} onChange={setTo} choices={view.to.map((party) => ({ value: party, label: partyLabel(acting.compiled.procedure, party) }))} />}
        <TextField id={actField(id, 'words')} long label={w.words} value={words} onChange={setWords} />
        <TextField id={actField(id, 'evidence')} label={w.evidence} hint={w.evidenceHint} value={evidence} onChange={setEvidence} />
      </>
    )} />
  );
}
/** Why a round went by without it. */
export function ExplainRound({ acting, view }: Omit<OfDuty, 'now'>) {
  const w = dutyWords.explain;
  const late = view.rounds.filter(({ state }) => state === 'overdue');
  const [round, setRound] = useState(late[0]?.first ?? '');
  const [reason, setReason] = useState('');
  const id = `explain-${view.duty}`;
  if (late.length === 0) return null;
  return (
    <Details summary={w.open}>
      <DutyForm acting={acting} id={id} button={w.button} said={w.said(view.label)} reasonAt="why" wanted={() => ({ body: { type: 'explainDuty', duty: view.duty, round, reason } })} fields={(errors) => (
        <>
          {late.length < 2 ? null : <SelectField id={actField(id, 'round')} label={w.round} value={round} onChange={setRound} options={roundOptions(late)} />}
          <TextField id={actField(id, 'why')} long label={w.reason} error={errors['why']} value={reason} onChange={setReason} />
        </>
      )} />
    </Details>
  );
}
/** An entry that was wrong. */
export function WithdrawEntry({ acting, act }: { readonly acting: DutyActing; readonly act: DutyAct }) {
  const w = dutyWords.withdraw;
  const [reason, setReason] = useState('');
  const id = `withdraw-${act.event}`;
  return (
    <Details summary={<>{w.open}<span className="cw-vh">: {civilWords(act.on)}</span></>}>
      <DutyForm acting={acting} id={id} button={w.button} said={w.said} reasonAt="why" wanted={() => ({ body: { type: 'withdrawDuty', event: act.event, reason } })}
        fields={(errors) => <TextField id={actField(id, 'why')} long label={w.reason} hint={w.hint} error={errors['why']} value={reason} onChange={setReason} />} />
    </Details>
  );
}
/** From which day on the duties are kept here. */
export function KeepThem({ acting, now }: { readonly acting: DutyActing; readonly now: Instant }) {
  const w = dutyWords.keep;
  const [from, setFrom] = useState(() => partsOf(civilDay(now)));
  const wanted = () => {
    const iso = civilOf(from, false);
    return iso === undefined ? { errors: { from: w.fromMissing } } : { body: { type: 'keepDuties', from: iso } as const };
  };
  return <DutyForm acting={acting} id="keep" main button={w.button} said={w.said} wanted={wanted} fields={(errors) => <DateField id={actField('keep', 'from')} label={w.from} error={errors['from']} value={from} onChange={setFrom} />} />;
}
