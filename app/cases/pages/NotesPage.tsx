import { useState } from 'react';
import { standingEvents } from '../../../engine/case/parting.ts';
import { Button, Timeline, TextField, announce } from '../../../ui/index.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { eventWords } from '../events.ts';
import { Elsewhere, isElsewhere } from '../life/Elsewhere.tsx';
import { RefusalBox } from '../RefusalBox.tsx';
import { useReload } from '../reload.ts';
import type { CaseModel } from '../types.ts';
import { useAct } from '../useAct.ts';
import { useTyped } from '../useTyped.ts';
import { caseWords } from '../words.ts';

const w = caseWords.notes;

/** Notes on the case, newest first, and one more. */
export function NotesPage({ model }: { readonly model: CaseModel }) {
  const { case: item, procedure } = model;
  const aside = isElsewhere(model);
  const notes = standingEvents(item.events).filter((event) => event.type === 'noteAdded').toReversed().map((event) => eventWords(procedure, event, model.now));
  const typed = useTyped<string>(`${item.id}/note`, '');
  const [error, setError] = useState<string>();
  const reload = useReload();
  const acting = useAct(model, () => { typed.set(() => ''); typed.forget(); announce(caseWords.task.recorded(w.title)); reload(); });
  const submit = () => {
    setError(typed.value.trim() === '' ? w.missing : undefined);
    if (typed.value.trim() !== '') acting.submit({ type: 'addNote', words: typed.value.trim() });
  };
  return (
    <CaseFrame model={model} tab="notes" title={w.title}>
      <h1 className="cw-h1 case-h1">{w.title}</h1>
      <div className="case-two">
        <div>{notes.length === 0 ? <p>{w.none}</p> : <Timeline items={notes} />}</div>
        {aside ? <Elsewhere model={model} /> : <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
          <RefusalBox model={model} acting={acting} />
          <TextField id="f-note" long rows={4} label={w.add} hint={w.hint} error={error} value={typed.value} onChange={(value) => typed.set(() => value)} />
          <Button type="submit" disabled={acting.state === 'saving'}>{w.button}</Button>
        </form>}
      </div>
    </CaseFrame>
  );
}
