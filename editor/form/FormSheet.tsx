// A form: left its questions in their parts, in the middle the one being changed, right what staff will see. It lies
// over the rest; Escape goes back.
import { useEffect, useRef, useState } from 'react';
import type { Form, Id } from '../../engine/procedure/types.ts';
import { Icon } from '../canvas/icons.tsx';
import { TextField } from '../fields/TextField.tsx';
import { inTurn, type Command } from '../edits/commands.ts';
import { partyTitle, wordsOf } from '../model/text.ts';
import { useBench, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { partsOf, sorts, type Sort } from './answers.ts';
import { Preview } from './Preview.tsx';
import { QuestionFields } from './QuestionFields.tsx';

export function FormSheet() {
  const { about } = useBench();
  const form = useEditor((state) => (about.form === null ? undefined : state.procedure.forms?.[about.form]));
  return about.form === null || form === undefined ? null : <Sheet key={about.form} id={about.form} form={form} />;
}

function Sheet({ id, form }: { readonly id: Id; readonly form: Form }) {
  const { send, focusStage, store } = useBench();
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const all = form.sections.flatMap((section) => section.questions);
  const [chosen, setChosen] = useState<Id | null>(all[0] ?? null);
  const [fresh, setFresh] = useState<Id | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => { head.current?.focus(); }, []);
  const question = chosen !== null && all.includes(chosen) ? chosen : all[0] ?? null;
  const close = (): void => { send({ type: 'done' }); focusStage(store.getState().selection); };
  const add = (sort: Sort): void => {
    const made = edit(addSort(id, form.sections.find((section) => question !== null && section.questions.includes(question))?.id, sort))?.made ?? null;
    setChosen(made);
    setFresh(made);
  };
  return (
    <section className="ed-sheet ed-form-sheet" aria-label={`${words.tasks.form}: ${wordsOf(form.label)}`} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); close(); } }}>
      <div className="ed-sheet-head"><div className="ed-grow"><span className="ed-kind">{words.tasks.form}</span><h2 ref={head} tabIndex={-1}>{wordsOf(form.label)}</h2></div><button type="button" className="ed-ib" aria-label={words.form.close} onClick={close}><Icon name="cross" /></button></div>
      <div className="ed-form">
        <div className="ed-form-list">
          {!readOnly && <div className="ed-fields ed-fields-tall ed-form-name"><TextField label={words.form.name} value={wordsOf(form.label)} readOnly={false} onKeep={(label) => edit({ type: 'renameForm', form: id, label })} /></div>}
          <Parts form={form} chosen={question} onChoose={(next) => { setChosen(next); setFresh(null); }} />
          {!readOnly && <div className="ed-form-add" role="group" aria-label={words.form.add}><b>{words.form.add}</b>{sorts.map((sort) => <button key={sort} type="button" className="ed-tool" onClick={() => add(sort)}>{words.form.sorts[sort]}</button>)}</div>}
        </div>
        <div className="ed-form-mid">{question === null ? <p className="ed-hint">{words.form.empty}</p> : <QuestionFields key={question} form={id} id={question} place={all.indexOf(question) + 1} count={all.length} fresh={question === fresh} onTaken={() => head.current?.focus()} />}</div>
        <div className="ed-form-right"><h3>{words.form.preview}</h3>{question !== null && <Preview key={question} id={question} />}</div>
      </div>
    </section>
  );
}

/** A new question of this sort at the end of a part of the form (the last when none is named), and where it offers choices, with choices to be reworded. */
const addSort = (form: Id, section: Id | undefined, sort: Sort): Command => (procedure) => {
  const taken = Object.values(procedure.questions).map((question) => wordsOf(question.label));
  let label: string = words.form.fresh;
  for (let number = 2; taken.includes(label); number++) label = `${words.form.fresh} ${number}`;
  const { type, options, ...rest } = partsOf(sort, null);
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return inTurn([
    () => ({ type: 'addQuestion', form, question: type, label, ...(section === undefined ? {} : { section }), ...(options === undefined ? {} : { options }) }),
    (_, [question = '']) => (Object.keys(set).length === 0 ? null : { type: 'changeQuestion', question, set }),
  ])(procedure);
};

function Parts({ form, chosen, onChoose }: { readonly form: Form; readonly chosen: Id | null; readonly onChoose: (id: Id) => void }) {
  const procedure = useEditor((state) => state.procedure);
  useEffect(() => { document.querySelector('.ed-form-row-on')?.scrollIntoView({ block: 'nearest' }); }, [chosen]);
  return form.sections.map((section) => (
    <div key={section.id}>
      <h3 className="ed-form-part">{wordsOf(section.label)}{section.by !== undefined && <span>{partyTitle(procedure, section.by)}</span>}</h3>
      <ul>{section.questions.map((id) => <li key={id}><button type="button" className={id === chosen ? 'ed-form-row ed-form-row-on' : 'ed-form-row'} aria-current={id === chosen} onClick={() => onChoose(id)}>{wordsOf(procedure.questions[id]?.label) || id}</button></li>)}</ul>
    </div>
  ));
}
