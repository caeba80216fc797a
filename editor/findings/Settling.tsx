// What is done about a finding: the one change that settles it, or that it is left as it is and why. A finding that was
// left can be taken back; one that came back says what was said of it.
import { useId, useState } from 'react';
import { dayWords, parseDay } from '../../engine/time/index.ts';
import { certainFix } from '../../engine/verify/findings/fixes.ts';
import { leaving, sortLeft, takingBack } from '../../engine/verify/findings/left.ts';
import type { VerifyFinding } from '../../engine/verify/findings/types.ts';
import type { Edit } from '../../engine/procedure/edits/edit.ts';
import { wordsOf } from '../model/text.ts';
import { useBench, useEditor } from '../store/context.ts';
import { words } from './words.ts';

export function Settling({ finding }: { readonly finding: VerifyFinding }) {
  const bench = useBench();
  const procedure = useEditor((editor) => editor.procedure);
  const readOnly = useEditor((editor) => editor.readOnly);
  const [writing, setWriting] = useState(false);
  const { open, left } = sortLeft(procedure, [finding]);
  const entry = left[0]?.entry;
  const before = open[0]?.before;
  const fix = certainFix(procedure, finding);
  const edit = (one: Edit): void => { bench.store.getState().edit(one); };
  const keep = (value: ReturnType<typeof takingBack>, said: string): void => edit({ type: 'setPart', path: ['findingsLeft'], ...(value && { value }), words: said });
  const leave = (reason: string): void => { setWriting(false); keep(leaving(procedure, finding, reason, bench.today), words.leaveEdit(finding.title)); };
  return (
    <>
      {entry && <div className="ed-left"><p><b>{words.leftOn(dated(entry.on))}</b></p><p>{wordsOf(entry.reason)}</p></div>}
      {before && <div className="ed-left ed-left-back"><p><b>{words.cameBack(dated(before.on))}</b></p><p>{wordsOf(before.reason)}</p></div>}
      {!readOnly && !entry && fix && <p className="ed-fix">{fix.words} <button type="button" className="ed-button" onClick={() => edit(fix.edit)}>{words.apply}</button></p>}
      {!readOnly && (entry
        ? <p><button type="button" className="ed-link" onClick={() => keep(takingBack(procedure, finding), words.takeBackEdit(finding.title))}>{words.takeBack}</button></p>
        : writing ? <Reason onLeave={leave} onCancel={() => setWriting(false)} /> : <p><button type="button" className="ed-link" onClick={() => setWriting(true)}>{words.leave}</button></p>)}
    </>
  );
}

const dated = (date: string): string => dayWords(parseDay(date) ?? 0);

function Reason({ onLeave, onCancel }: { readonly onLeave: (reason: string) => void; readonly onCancel: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (): void => { if (typed.trim() === '') setMissing(true); else onLeave(typed.trim()); };
  return (
    <form className="ed-reason" noValidate onSubmit={(event) => { event.preventDefault(); send(); }} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onCancel(); } }}>
      <label className="ed-label" htmlFor={id}>{words.reason}</label>
      <p className="ed-hint" id={`${id}-hint`}>{words.reasonHint}</p>
      {missing && <p className="ed-bad" id={`${id}-bad`} role="alert">{words.reasonMissing}</p>}
      <textarea id={id} className="ed-in" rows={3} autoFocus value={typed} aria-describedby={missing ? `${id}-hint ${id}-bad` : `${id}-hint`} aria-invalid={missing} onChange={(event) => setTyped(event.currentTarget.value)} />
      <p className="ed-finding-acts"><button type="submit" className="ed-button">{words.leaveNow}</button><button type="button" className="ed-link" onClick={onCancel}>{words.cancel}</button></p>
    </form>
  );
}
