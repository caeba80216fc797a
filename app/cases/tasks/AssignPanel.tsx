import { useState } from 'react';
import { assignments } from '../../../engine/case/assignments.ts';
import type { TaskView } from '../../../engine/case/types.ts';
import { Details, LinkButton, Panel, TextField } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { coverOf } from '../../settings/partnership.ts';
import { usePartnership } from '../../settings/usePartnership.ts';
import { ActForm, actField } from '../acts/ActForm.tsx';
import { isElsewhere } from '../life/Elsewhere.tsx';
import { withText } from './fields.ts';
import type { CaseModel } from '../types.ts';
import { useAct } from '../useAct.ts';
import { useReload } from '../reload.ts';

const w = {
  title: 'Assigned to', nobody: 'Nobody in particular: anybody in the role may do it.', since: (when: string, by: string) => `since ${when}, by ${by}`, cover: (who: string) => `Away today: ${who} covers.`, assign: 'Assign it', handOver: 'Hand it over', who: 'Initials', hint: 'Of somebody in the role. Others in it may still do it.', note: 'What they have to know (optional)', missing: 'Give the initials', button: 'Record it', said: (who: string) => `assigned to ${who}`, back: 'For anybody in the role again',
} as const;

/** Who of the role does an open task, and handing it over with a note. */
export function AssignPanel({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  const partnership = usePartnership();
  const reload = useReload();
  const [person, setPerson] = useState('');
  const [note, setNote] = useState('');
  const back = useAct(model, reload);
  const held = assignments(model.case)[view.id];
  if (view.record?.state !== 'open' || model.case.closed !== undefined || isElsewhere(model)) return null;
  const id = `assign-${view.id}`;
  const cover = held === undefined ? '' : coverOf(partnership, held.person, model.now);
  const known = partnership.people.map(({ initials, name, role }) => ({ value: initials, label: [name, role].filter(Boolean).join(', ') }));
  return (
    <Panel level={2} title={w.title}>
      {held === undefined ? <p className="cw-s">{w.nobody}</p> : <p className="cw-s"><b>{held.person}</b>, {w.since(instantWords(held.at, model.now), held.by.person)}{held.note === undefined ? '' : `: ${held.note}`}{cover === held.person ? '' : ` ${w.cover(cover)}`}</p>}
      {held === undefined ? null : <p><LinkButton onClick={() => back.submit({ type: 'assignTask', task: view.id, person: '' })}>{w.back}</LinkButton></p>}
      <Details summary={held === undefined ? w.assign : w.handOver}>
        <ActForm model={model} id={id} button={w.button} said={w.said(person.trim())} onDone={() => { setPerson(''); setNote(''); }}
          wanted={() => (person.trim() === '' ? { errors: { who: w.missing } } : { body: { type: 'assignTask', task: view.id, person: person.trim(), ...withText('note', note) } })}
          fields={(errors) => <><TextField id={actField(id, 'who')} label={w.who} hint={w.hint} error={errors['who']} width="w10" value={person} onChange={setPerson} maxLength={12} suggestions={known} /><TextField id={actField(id, 'note')} label={w.note} long value={note} onChange={setNote} /></>} />
      </Details>
    </Panel>
  );
}
