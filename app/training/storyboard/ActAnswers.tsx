import { useState } from 'react';
import type { WalkthroughCommand, RawAnswer } from '../../../engine/case/walkthrough-types.ts';
import type { Answer } from '../../../engine/case/types.ts';
import type { Procedure, Question } from '../../../engine/procedure/types.ts';
import { createMemoryStore } from '../../../engine/store/memory.ts';
import { parseDateTime } from '../../../engine/time/london.ts';
import { Button, LinkButton, SelectField } from '../../../ui/index.ts';
import { AnswerField } from '../../cases/form/AnswerField.tsx';
import { readTyped, typedFrom } from '../../cases/form/typedAnswers.ts';
import type { Typed } from '../../cases/form/typedAnswers.ts';
import { textOf } from '../../procedures/catalogue.ts';
import type { Storyboard } from './useStoryboard.ts';
import { WorldProvider } from '../../world/world.ts';
import type { World } from '../../world/types.ts';
import { SHELF } from '../shelf.ts';
import { storyboardWords } from './words.ts';

const w = storyboardWords.act;
const answerOf = (raw: RawAnswer): Answer => (typeof raw === 'object' && 'status' in raw ? raw as Answer : { value: raw } as Answer);

/** The answers given with an act, each in the control of its form; others of the form can be added. */
export function ActAnswers({ board, body, put, at, lacks }: { /** Questions that the engine asks for and that have no answer: they stand there to be answered. */ readonly lacks: readonly string[]; readonly board: Storyboard; readonly body: WalkthroughCommand; readonly put: (command: WalkthroughCommand, field: string) => void; readonly at: string }) {
  const { procedure } = board;
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [next, setNext] = useState('');
  const answers = body.answers ?? {};
  const given = [...new Set([...Object.keys(answers), ...Object.keys(typed), ...lacks])].filter((id) => procedure.questions[id] !== undefined);
  const write = (id: string, one: Typed) => {
    setTyped((before) => ({ ...before, [id]: one }));
    const question = procedure.questions[id];
    const read = question === undefined ? undefined : readTyped(question, one, parseDateTime(at) ?? 0);
    const { [id]: _gone, ...others } = answers;
    if (read?.kind === 'answer') put({ ...body, answers: { ...answers, [id]: 'value' in read.answer ? read.answer.value : read.answer } as Readonly<Record<string, RawAnswer>> }, `answer-${id}`);
    else if (id in answers) put({ ...body, answers: others }, `answer-${id}`);
  };
  const take = (id: string) => {
    setTyped(({ [id]: _gone, ...others }) => others);
    const { [id]: _answer, ...others } = answers;
    put({ ...body, answers: others }, `take-${id}`);
  };
  const add = () => { if (next !== '') { setTyped({ ...typed, [next]: {} }); setNext(''); requestAnimationFrame(() => document.getElementById(`sb-q-${next}`)?.focus()); } };
  return (
    <WorldProvider value={worldAt(at)}><section className="sb-answers" aria-labelledby="sb-answers">
      <h3 id="sb-answers" className="cw-h3">{w.answers}</h3>
      {given.map((id) => {
        const question = procedure.questions[id];
        return question === undefined ? null : <div key={id} className="sb-answer"><AnswerField id={`sb-q-${id}`} question={question} procedure={procedure} typed={typed[id] ?? typedFrom(question, answers[id] === undefined ? undefined : answerOf(answers[id]))} onChange={(one) => write(id, one)} error={problemIn(question, typed[id], at)} /><LinkButton onClick={() => take(id)}>{w.removeAnswer}<span className="cw-vh">: {textOf(question.label)}</span></LinkButton></div>;
      })}
      <div className="cw-row sb-add-answer"><SelectField id="sb-next" label={w.addAnswer} empty={w.choose} value={next} options={askedFor(procedure, body).filter((id) => !given.includes(id)).map((id) => ({ value: id, label: textOf(procedure.questions[id]?.label) }))} onChange={setNext} /><Button small kind="secondary" disabled={next === ''} onClick={add}>{w.addAnswerButton}</Button></div>
    </section></WorldProvider>
  );
}
/** What a field of a form asks of its surroundings: the moment it is filled in. Nothing is kept in it. */
const worldAt = (at: string): World => ({ kind: 'rehearsal', base: '/training', store: createMemoryStore(SHELF), now: () => parseDateTime(at) ?? 0 });
function problemIn(question: Question, typed: Typed | undefined, at: string): string | undefined {
  const read = readTyped(question, typed, parseDateTime(at) ?? 0);
  return read.kind === 'problem' ? read.words : undefined;
}
/** Questions of the act's own form first, then all others. */
function askedFor(procedure: Procedure, body: WalkthroughCommand): readonly string[] {
  const task = procedure.tasks[String(body['task'] ?? '')];
  const form = body.type === 'openCase' ? procedure.doors[String(body['door'])]?.form : body.type === 'recordReply' ? task?.reply?.form : task?.form;
  const own = (form === undefined ? [] : procedure.forms?.[form]?.sections ?? []).flatMap((section) => section.questions);
  const known = (ids: readonly string[]) => ids.filter((id) => procedure.questions[id] !== undefined && procedure.questions[id]?.type !== 'computed');
  return [...new Set([...known(own), ...known(Object.keys(procedure.questions))])];
}
