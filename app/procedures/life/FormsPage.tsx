// Every form of a procedure, empty, to print: for agencies and people who have no access to Caseway.
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Form, Id, Procedure, Question } from '../../../engine/procedure/types.ts';
import { SelectField } from '../../../ui/index.ts';
import { useArrival } from '../../shell/arrival.ts';
import { Loading, NotFound } from '../../shell/Plain.tsx';
import { words } from '../../words.ts';
import { textOf } from '../catalogue.ts';
import { useOpened, type DrawingProps } from '../opened.ts';
import './forms.css';
import { lifeWords } from './words.ts';

const w = lifeWords.forms;
const LINES = 6;
const TABLE_ROWS = 4;

export default function FormsPage(props: DrawingProps) {
  const opened = useOpened(props);
  const [, go] = useLocation();
  const [which, setWhich] = useState('');
  useEffect(() => { document.title = `${w.title} - ${words.procedures.title} - ${words.name}`; }, []);
  useArrival(typeof opened === 'object');
  if (opened === 'reading') return <Loading />;
  if (opened === undefined) return <NotFound text={`${words.procedures.missing}. ${words.procedures.missingText}`} />;
  const { procedure } = opened;
  const forms = Object.entries(procedure.forms ?? {});
  return (
    <div className="bf-page">
      <header className="bf-acts">
        <button type="button" onClick={() => go('/procedures')}>{w.back}</button>
        <button type="button" onClick={() => window.print()}>{w.print}</button>
        <SelectField id="bf-which" label={w.which} value={which} onChange={setWhich} options={[{ value: '', label: w.all }, ...forms.map(([id, form]) => ({ value: id, label: textOf(form.label) }))]} />
      </header>
      <main>
        <h1 className="bf-title">{w.title}: {textOf(procedure.label)}</h1>
        <p className="bf-lede">{forms.length === 0 ? w.none : w.lede}</p>
        {forms.filter(([id]) => which === '' || which === id).map(([id, form]) => <BlankForm key={id} form={form} procedure={procedure} />)}
      </main>
    </div>
  );
}

function BlankForm({ form, procedure }: { readonly form: Form; readonly procedure: Procedure }) {
  const version = form.version === undefined ? '' : textOf(form.version.words);
  return (
    <article className="bf-form">
      <h2>{textOf(form.label)}</h2>
      <p className="bf-source">{textOf(procedure.label)}{version === '' ? '' : `. ${version}`}</p>
      <div className="bf-head"><Line label={w.reference} /><Line label={w.filledBy} /><Line label={w.date} /></div>
      {form.sections.map((section) => (
        <section key={section.id}>
          <h3>{textOf(section.label)}</h3>
          {section.by === undefined ? null : <p className="bf-hint">{w.by(textOf(procedure.parties[section.by]?.title))}</p>}
          {section.hint === undefined ? null : <p className="bf-hint">{textOf(section.hint)}</p>}
          {section.questions.map((id) => <Asked key={id} id={id} question={procedure.questions[id]} procedure={procedure} />)}
        </section>
      ))}
    </article>
  );
}

/** What is worked out from other answers is not asked on paper. */
function Asked({ id, question, procedure }: { readonly id: Id; readonly question: Question | undefined; readonly procedure: Procedure }) {
  if (question === undefined || question.type === 'computed') return null;
  return (
    <div className="bf-question" data-question={id}>
      <p className="bf-label">{textOf(question.label)}</p>
      {question.hint === undefined ? null : <p className="bf-hint">{textOf(question.hint)}</p>}
      <Room question={question} procedure={procedure} />
    </div>
  );
}

/** Room for the answer, by its sort. */
function Room({ question, procedure }: { readonly question: Question; readonly procedure: Procedure }) {
  switch (question.type) {
    case 'yes-no': return <Boxes labels={[w.yes, w.no, w.unknown]} />;
    case 'choice': return <Boxes labels={(question.options ?? []).map((option) => textOf(option.label))} tall={(question.options ?? []).length > 4} />;
    case 'party': return <Boxes labels={Object.values(procedure.parties).filter((party) => party.kind === 'agency').map((party) => textOf(party.title))} tall />;
    case 'table': case 'matrix': return <Rows question={question} />;
    case 'list': return <><p className="bf-hint">{w.several}</p><Ruled count={TABLE_ROWS} /></>;
    case 'text': return <Ruled count={question.long === true ? LINES : 1} />;
    default: return <Ruled count={1} />;
  }
}
function Boxes({ labels, tall = false }: { readonly labels: readonly string[]; readonly tall?: boolean }) {
  return <ul className={tall ? 'bf-boxes bf-boxes-tall' : 'bf-boxes'}>{labels.map((label) => <li key={label}><span className="bf-box" />{label}</li>)}</ul>;
}
function Ruled({ count }: { readonly count: number }) {
  return <div className="bf-ruled" aria-hidden="true">{Array.from({ length: count }, (_, line) => <i key={line} />)}</div>;
}
function Rows({ question }: { readonly question: Question }) {
  const columns = Object.entries(question.columns ?? {});
  const rows = question.rows?.map((row) => textOf(row.label)) ?? Array.from({ length: TABLE_ROWS }, () => '');
  return (
    <table className="bf-table">
      <thead><tr>{question.rows === undefined ? null : <td />}{columns.map(([id, column]) => <th key={id} scope="col">{textOf(column.label)}</th>)}</tr></thead>
      <tbody>{rows.map((row, index) => <tr key={index}>{question.rows === undefined ? null : <th scope="row">{row}</th>}{columns.map(([id, column]) => <td key={id}>{column.type === 'yes-no' ? <Boxes labels={[w.yes, w.no]} /> : null}</td>)}</tr>)}</tbody>
    </table>
  );
}
function Line({ label }: { readonly label: string }) {
  return <div><span className="bf-hint">{label}</span><Ruled count={1} /></div>;
}
