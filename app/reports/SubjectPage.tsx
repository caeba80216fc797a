import { useState } from 'react';
import { Button, DateField, ErrorSummary, LinkButton, Note, TextField, civilOf, emptyDate, isEmptyDate } from '../../ui/index.ts';
import { useWorld } from '../world/world.ts';
import { useEveryCase } from './everyCase.ts';
import { Paper } from './Paper.tsx';
import { ReportFrame } from './ReportFrame.tsx';
import { casesOf, subjectBlocks } from './subject.ts';
import type { Wanted } from './subject.ts';
import { reportWords as w } from './words.ts';

/** What the cases hold about one person. Whom it is about is typed here and stands in no address. */
export function SubjectPage() {
  const { now } = useWorld();
  const reading = useEveryCase();
  const [initials, setInitials] = useState('');
  const [born, setBorn] = useState(emptyDate);
  const [wanted, setWanted] = useState<Wanted>();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [round, setRound] = useState(0);
  const submit = () => {
    const day = isEmptyDate(born) ? '' : civilOf(born, false);
    const found = { ...(initials.trim() === '' ? { 'subject-initials': w.subjectMissing } : {}), ...(day === undefined ? { 'subject-born': w.subjectDate } : {}) };
    setErrors(found);
    setRound(round + 1);
    setWanted(day === undefined || initials.trim() === '' ? undefined : { initials: initials.trim(), born: day });
  };
  const found = wanted === undefined ? [] : casesOf(reading.all, wanted);
  return (
    <ReportFrame title={w.subject.title}>
      <div className="cw-noprint">
        <h1 className="cw-h1 case-h1">{w.subject.title}</h1><p className="cw-prose">{w.subjectLede}</p>
        <ErrorSummary items={Object.entries(errors).map(([field, words]) => ({ field, words }))} round={round} />
        <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
          <TextField id="subject-initials" label={w.subjectInitials} hint={w.subjectHint} error={errors['subject-initials']} width="w10" value={initials} onChange={setInitials} spellCheck={false} />
          <DateField id="subject-born" label={w.subjectBorn} error={errors['subject-born']} value={born} onChange={setBorn} />
          <Button type="submit" disabled={reading.state === 'reading'}>{w.subjectButton}</Button>
        </form>
        {reading.state === 'reading' ? <p role="status">{w.reading(reading.read, reading.of)} <LinkButton onClick={reading.stop}>{w.cancel}</LinkButton></p> : null}
        {reading.state === 'stopped' ? <p role="status">{w.stopped} <LinkButton onClick={reading.again}>{w.again}</LinkButton></p> : null}
        {wanted === undefined ? null : found.length === 0 ? <p role="status">{w.subjectNone}</p> : <Note kind="soon"><p role="status">{w.subjectFound(found.length)}</p></Note>}
      </div>
      {wanted === undefined || found.length === 0 ? null : <Paper title={w.subject.title} caseId="" file="subject-access" blocks={subjectBlocks(found, wanted, now())} />}
    </ReportFrame>
  );
}
