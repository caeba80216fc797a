import { useState } from 'react';
import { Link } from 'wouter';
import type { Finding } from '../../../engine/case/types.ts';
import { Details, Note, TextField } from '../../../ui/index.ts';
import { ActForm, actField } from '../acts/ActForm.tsx';
import { aroundWords } from '../around/words.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';

const w = caseWords.now;

/** What a person should look at: stuck, an act that a correction left without support and whether it stands, a departure. */
export function Findings({ model }: { readonly model: CaseModel }) {
  const { findings } = model.case;
  if (findings.length === 0) return null;
  const last = new Map(findings.map((one, index) => [one.event, index]));
  return (
    <section aria-labelledby="findings"><h2 id="findings" className="cw-h2">{w.findings}</h2>
      {findings.map((one, index) => (
        <Note key={`${one.code}-${index}`} kind={one.code === 'stuck' || one.code === 'unsupported-act' ? 'late' : 'soon'}>
          <p>{one.words}{one.remedy === undefined ? null : <> {one.remedy}</>}{one.task === undefined ? null : <> <Link href={`/cases/${model.case.id}/tasks/${one.task}`}>{w.seeIt}</Link></>}{one.code === 'hold-reminder' ? <> <Link href={`/cases/${model.case.id}/dates`}>{aroundWords.holds.goTo}</Link></> : null}</p>
          {one.code === 'unsupported-act' && one.event !== undefined && last.get(one.event) === index ? <Stands model={model} event={one.event} finding={one} /> : null}
        </Note>
      ))}
    </section>
  );
}
/** One answer for everything that is said against the same act. */
function Stands({ model, event, finding }: { readonly model: CaseModel; readonly event: string; readonly finding: Finding }) {
  const [reason, setReason] = useState('');
  const id = `stands-${event}`;
  const label = model.tasks.find((view) => view.id === finding.task)?.label;
  return (
    <Details summary={<>{w.stands.open}{label === undefined ? null : <span className="cw-vh">: {label}</span>}</>}>
      <ActForm model={model} id={id} button={w.stands.button} said={w.stands.said} reasonAt="why" goTo={`/cases/${model.case.id}`} wanted={() => ({ body: { type: 'confirmAct', event, reason } })}
        fields={(errors) => <TextField id={actField(id, 'why')} long label={w.stands.reason} hint={w.stands.hint} error={errors['why']} value={reason} onChange={setReason} />} />
    </Details>
  );
}
