// The three parts of a line: what it is about, what is said of it, with which value. A line that no sentence fits is
// read aloud as it was written.
import { useState } from 'react';
import type { Criterion, Procedure } from '../../engine/procedure/types.ts';
import { inWords, labelsOf } from '../../engine/criteria/index.ts';
import { TypeAhead } from '../grid/TypeAhead.tsx';
import { useBench, useEditor } from '../store/context.ts';
import { lineOf, otherKind, saidOf, valueKind, verbsOf, type Said, type Subject } from './lines.ts';
import { dateQuestions, decisions, firstValue, questionOf, subjectsOf, subjectTitle } from './subjects.ts';
import { ValueField } from './ValueField.tsx';
import { verbWords, words } from './words.ts';

/** A line as one sentence, for names and announcements. */
export const sentenceOf = (procedure: Procedure, line: Criterion): string => inWords(line, labelsOf(procedure)).replace(/\.$/, '');

/** The first thing that could be said of a subject. */
export function startOf(procedure: Procedure, subject: Subject, today: string): Criterion {
  return lineOf(withVerb(procedure, { subject, verb: '' }, verbsOf(procedure, subject)[0] ?? 'answered', today));
}

/** The same sentence with another verb: its value is kept where it still fits. */
function withVerb(procedure: Procedure, said: Said, verb: string, today: string): Said {
  const next = { ...said, verb };
  const kind = valueKind(procedure, next);
  const kept = said.verb !== '' && kind === valueKind(procedure, said) ? next : firstValue(procedure, next, kind, today);
  const { other: before, ...rest } = kept;
  const needed = otherKind(verb);
  if (needed === null) return rest;
  const first = (needed === 'date' ? dateQuestions(procedure) : decisions(procedure)).find((each) => each.value !== said.subject.id);
  return { ...rest, other: before ?? first?.value ?? '' };
}

interface Props { readonly line: Criterion; readonly table: string | null; readonly readOnly: boolean; readonly onKeep: (line: Criterion) => void }

export function LineFields({ line, table, readOnly, onKeep }: Props) {
  const { today } = useBench();
  const procedure = useEditor((state) => state.procedure);
  const said = saidOf(line);
  if (said === null || readOnly) return <span className="ed-grow">{sentenceOf(procedure, line)}</span>;
  const verbs = verbsOf(procedure, said.subject);
  const date = questionOf(procedure, said.subject.id)?.type.startsWith('date') === true;
  const keep = (next: Said): void => onKeep(lineOf(next));
  return (
    <span className="ed-crit-said ed-grow">
      <SubjectField said={said} table={table} onKeep={(subject) => onKeep(startOf(procedure, subject, today))} />
      <select className="ed-in" aria-label={words.verb} value={said.verb} onChange={(event) => keep(withVerb(procedure, said, event.currentTarget.value, today))}>
        {(verbs.includes(said.verb) ? verbs : [said.verb, ...verbs]).map((verb) => <option key={verb} value={verb}>{verbWords(verb, date)}</option>)}
      </select>
      {otherKind(said.verb) !== null && <OtherField said={said} onKeep={keep} />}
      <ValueField said={said} onKeep={(value) => keep({ ...said, value })} />
    </span>
  );
}

function SubjectField({ said, table, onKeep }: { readonly said: Said; readonly table: string | null; readonly onKeep: (subject: Subject) => void }) {
  const procedure = useEditor((state) => state.procedure);
  const [choosing, setChoosing] = useState(false);
  const title = subjectTitle(procedure, said.subject);
  if (!choosing) return <button type="button" className="ed-crit-subject" title={words.subject} onClick={() => setChoosing(true)}>{title}</button>;
  const choices = subjectsOf(procedure, table);
  const choose = (id: string): void => { const chosen = choices.find((each) => each.id === id); setChoosing(false); if (chosen !== undefined) onKeep(chosen.subject); };
  return <TypeAhead label={words.subject} start={title} choices={choices} onChoose={choose} onLeave={() => setChoosing(false)} />;
}

function OtherField({ said, onKeep }: { readonly said: Said; readonly onKeep: (said: Said) => void }) {
  const procedure = useEditor((state) => state.procedure);
  const choices = (otherKind(said.verb) === 'date' ? dateQuestions(procedure) : decisions(procedure)).filter((each) => each.value !== said.subject.id);
  return (
    <select className="ed-in" aria-label={words.other} value={said.other ?? ''} onChange={(event) => onKeep({ ...said, other: event.currentTarget.value })}>
      {choices.map((choice) => <option key={choice.value} value={choice.value}>{choice.words}</option>)}
    </select>
  );
}

