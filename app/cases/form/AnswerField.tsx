import { useState } from 'react';
import type { ReactNode } from 'react';
import { standsAt } from '../../../engine/case/in-force.ts';
import type { AnswerStatus } from '../../../engine/case/types.ts';
import type { Procedure, Question } from '../../../engine/procedure/types.ts';
import { AddAnother, Checkbox, Checkboxes, DateField, FieldGroup, LinkButton, Radios, SelectField, TextField, emptyDate } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { useWorld } from '../../world/world.ts';
import { partyOptions } from './parties.ts';
import type { Typed, TypedRow } from './typedAnswers.ts';
import { formWords as w } from './words.ts';

export interface AnswerFieldProps {
  readonly id: string; readonly question: Question; readonly procedure: Procedure; readonly typed: Typed; readonly onChange: (typed: Typed) => void;
  readonly error?: string | undefined; readonly optional?: boolean; /** In a table's cell there is no "Not known yet". */ readonly bare?: boolean;
}

/** One question of any type, with "Not known yet" as a status beside it. */
export function AnswerField(props: AnswerFieldProps) {
  const { id, question, typed, onChange, bare = false } = props;
  if (question.type === 'computed') return null;
  const unknown = typed.status === 'unknown';
  const other = typed.status !== undefined && !unknown;
  const after = bare ? undefined : <><Checkbox quiet id={`${id}-unknown`} label={<>{w.notKnown}<span className="cw-vh">: {textOf(question.label)}</span></>} checked={unknown} onChange={(checked) => onChange(checked ? { ...typed, status: 'unknown' } : withoutStatus(typed))} /><WhyNoAnswer id={id} question={question} typed={typed} open={other} onChange={onChange} /></>;
  return <Control {...props} after={after} onChange={(next) => onChange(withoutStatus(next))} />;
}
const OTHER: readonly AnswerStatus[] = ['not-applicable', 'declined', 'to-be-supplied'];
/** The other reasons why a question has no answer, each kept as what it is; folded until one of them holds. */
function WhyNoAnswer({ id, question, typed, open, onChange }: Pick<AnswerFieldProps, 'id' | 'question' | 'typed' | 'onChange'> & { readonly open: boolean }) {
  const [asked, setAsked] = useState(false);
  if (!open && !asked) return <LinkButton className="case-noanswer" onClick={() => setAsked(true)}>{w.noValue}<span className="cw-vh">: {textOf(question.label)}</span></LinkButton>;
  return (
    <div className="case-whynot">
      <SelectField id={`${id}-status`} label={<>{w.noValueLabel}<span className="cw-vh">: {textOf(question.label)}</span></>} empty={w.answered} value={open ? typed.status ?? '' : ''} options={OTHER.map((status) => ({ value: status, label: w.status[status] }))} onChange={(status) => onChange(status === '' ? withoutStatus(typed) : { ...typed, status: status as AnswerStatus })} />
      {open ? <TextField id={`${id}-why`} label={<>{w.whyNoValue}<span className="cw-vh">: {textOf(question.label)}</span></>} value={typed.why ?? ''} onChange={(why) => onChange({ ...typed, why })} /> : null}
    </div>
  );
}
function withoutStatus(typed: Typed): Typed {
  const { status: _, why: _why, ...rest } = typed;
  return rest;
}

function Control(props: AnswerFieldProps & { readonly after: ReactNode }) {
  const { id, question, procedure, typed, onChange, error, after } = props;
  const hint = question.hint === undefined ? undefined : textOf(question.hint);
  const text = { id, label: <FieldLabel question={question} optional={props.optional === true} />, error, after, ...(hint === undefined ? {} : { hint }) };
  const picked = typed.picked ?? [];
  switch (question.type) {
    case 'yes-no': return <Radios {...text} inline value={picked[0] ?? ''} onChange={(value) => onChange({ ...typed, picked: [value] })} choices={[{ value: 'yes', label: w.yes }, { value: 'no', label: w.no }]} />;
    case 'choice': return <ChoiceControl {...props} text={text} />;
    case 'party': return <SelectField {...text} value={picked[0] ?? ''} empty={w.choose} options={partyOptions(procedure, question.of)} onChange={(value) => onChange({ ...typed, picked: value === '' ? [] : [value] })} />;
    case 'date': return <DateField {...text} hint={hint ?? w.dateHint} value={typed.date ?? emptyDate} onChange={(date) => onChange({ ...typed, date })} />;
    case 'date-time': return <DateField {...text} withTime hint={hint ?? w.dateTimeHint} value={typed.date ?? emptyDate} onChange={(date) => onChange({ ...typed, date })} />;
    case 'number': return <TextField {...text} width="w10" inputMode="decimal" value={typed.text ?? ''} onChange={(value) => onChange({ ...typed, text: value })} />;
    case 'table': return <RowsControl {...props} text={text} />;
    case 'matrix': return <MatrixControl {...props} text={text} />;
    case 'list': return <ListControl {...props} text={text} />;
    case 'file': return <TextField {...text} hint={hint ?? w.fileHint} value={typed.text ?? ''} onChange={(value) => onChange({ ...typed, text: value })} />;
    case 'signature': return <TextField {...text} width="w10" hint={hint ?? w.signatureHint} value={typed.text ?? ''} onChange={(value) => onChange({ ...typed, text: value })} />;
    default: return <TextField {...text} long={question.long === true} {...(question.long === true ? { rows: 3 } : {})} value={typed.text ?? ''} onChange={(value) => onChange({ ...typed, text: value })} />;
  }
}
function FieldLabel({ question, optional }: { readonly question: Question; readonly optional: boolean }) {
  return <>{textOf(question.label)}{optional ? <span className="case-optional"> ({w.optional})</span> : null}</>;
}
type TextProps = { readonly id: string; readonly label: ReactNode; readonly error: string | undefined; readonly after: ReactNode; readonly hint?: string };

function ChoiceControl({ question, typed, onChange, text }: AnswerFieldProps & { readonly text: TextProps }) {
  const now = useWorld().now();
  const picked = typed.picked ?? [];
  const offered = (question.options ?? []).filter((option) => picked.includes(option.id) || standsAt(option, now));
  const choices = offered.map((option) => ({ value: option.id, label: textOf(option.label) }));
  if (question.many === true) return <Checkboxes {...text} choices={choices} values={picked} onChange={(values) => onChange({ ...typed, picked: values })} />;
  return <Radios {...text} choices={choices} value={picked[0] ?? ''} onChange={(value) => onChange({ ...typed, picked: [value] })} />;
}
function RowsControl({ id, question, procedure, typed, onChange, text }: AnswerFieldProps & { readonly text: TextProps }) {
  const rows = typed.rows ?? [];
  const change = (index: number, row: TypedRow) => onChange({ ...typed, rows: rows.map((one, at) => (at === index ? row : one)) });
  return (
    <AddAnother {...text} count={rows.length} item={w.row} addLabel={w.addRow}
      onAdd={() => onChange({ ...typed, rows: [...rows, {}] })} onRemove={(index) => onChange({ ...typed, rows: rows.filter((_, at) => at !== index) })}
      row={(index) => Object.entries(question.columns ?? {}).map(([column, asked]) => (
        <AnswerField key={column} bare id={`${id}-${index}-${column}`} question={asked} procedure={procedure} typed={rows[index]?.[column] ?? {}} onChange={(cell) => change(index, { ...rows[index], [column]: cell })} />
      ))} />
  );
}
/** A table whose rows are fixed: each has its name, and none is added or taken out. */
function MatrixControl({ id, question, procedure, typed, onChange, text }: AnswerFieldProps & { readonly text: TextProps }) {
  const fixed = question.rows ?? [];
  const typedRow = (index: number): TypedRow => typed.rows?.[index] ?? {};
  const change = (index: number, row: TypedRow) => onChange({ ...typed, rows: fixed.map((_, at) => (at === index ? row : typedRow(at))) });
  return (
    <FieldGroup {...text}>
      <ul className="cw-rows">{fixed.map((row, index) => (
        <li key={row.id}><FieldGroup id={`${id}-${row.id}`} label={textOf(row.label)}>
          {Object.entries(question.columns ?? {}).map(([column, asked]) => (
            <AnswerField key={column} bare id={`${id}-${row.id}-${column}`} question={asked} procedure={procedure} typed={typedRow(index)[column] ?? {}} onChange={(cell) => change(index, { ...typedRow(index), [column]: cell })} />
          ))}
        </FieldGroup></li>
      ))}</ul>
    </FieldGroup>
  );
}
/** Parties to tick where the list is of parties; further ones, or all of them, in words. */
function ListControl({ id, question, procedure, typed, onChange, text }: AnswerFieldProps & { readonly text: TextProps }) {
  const known = question.of === undefined ? [] : partyOptions(procedure, question.of);
  const rows = typed.rows ?? [];
  const words = (index: number) => rows[index]?.['item']?.text ?? '';
  const typedRow = (index: number, value: string) => onChange({ ...typed, rows: rows.map((row, at) => (at === index ? { item: { text: value } } : row)) });
  if (known.length > 0) return <Checkboxes {...text} choices={known} values={typed.picked ?? []} onChange={(picked) => onChange({ ...typed, picked })} />;
  return (
    <AddAnother {...text} plain count={rows.length} item={textOf(question.label)} onAdd={() => onChange({ ...typed, rows: [...rows, {}] })} onRemove={(index) => onChange({ ...typed, rows: rows.filter((_, at) => at !== index) })}
      row={(index) => <TextField id={index === 0 ? `${id}-0` : `${id}-${index}`} label={<span className="cw-vh">{textOf(question.label)} {index + 1}</span>} value={words(index)} onChange={(value) => typedRow(index, value)} width="w30" />} />
  );
}
