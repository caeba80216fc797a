// Answer what the rule asks and see what it comes to: which lines decided, and which other answer would turn it.
// Nothing answered here is kept.
import { useId } from 'react';
import type { Scalar } from '../../engine/procedure/types.ts';
import type { Truth } from '../../engine/criteria/index.ts';
import { listWords } from '../../engine/time/index.ts';
import { useEditor } from '../store/context.ts';
import { sentenceOf } from './LineFields.tsx';
import { TruthTag } from './Lines.tsx';
import type { Group } from './tree.ts';
import { askOf, decisive, turning, variablesOf, yesNo, type Answers, type Variable } from './trial.ts';
import { words } from './words.ts';

interface Props { readonly tree: Group; readonly answers: Answers; readonly result: Truth; readonly onAnswer: (answers: Answers) => void }

export function TryIt({ tree, answers, result, onAnswer }: Props) {
  const procedure = useEditor((state) => state.procedure);
  const variables = variablesOf(procedure, tree);
  const set = (key: string, value: Scalar | readonly Scalar[] | undefined): void => {
    const next = new Map(answers);
    if (value === undefined) next.delete(key);
    else next.set(key, value);
    onAnswer(next);
  };
  return (
    <section aria-label={words.tryIt}>
      <div className="ed-rule-try-head"><h3>{words.tryIt}</h3>{answers.size > 0 && <button type="button" className="ed-link" onClick={() => onAnswer(new Map())}>{words.clear}</button>}</div>
      {variables.length === 0 ? <p className="ed-hint">{words.nothingAsked}</p> : variables.map((variable) => <Answer key={variable.key} variable={variable} value={answers.get(variable.key)} onAnswer={(value) => set(variable.key, value)} />)}
      {variables.length > 0 && <Result tree={tree} answers={answers} result={result} />}
    </section>
  );
}

function Result({ tree, answers, result }: Omit<Props, 'onAnswer'>) {
  const procedure = useEditor((state) => state.procedure);
  const because = decisive(procedure, tree, askOf(procedure, answers)).map((line) => sentenceOf(procedure, line));
  const turn = turning(procedure, tree, answers);
  const told = result === true ? words.holdsNow : result === false ? words.holdsNot : words.waits;
  return (
    <p className="ed-rule-result" aria-live="polite"><TruthTag truth={result} /><span><b>{told}</b>{result === true && because.length > 0 && ` ${words.because(listWords(because))}.`}{turn !== null && ` ${words.turns(`“${turn.title}”`, turn.to, words.truth[`${turn.result}`])}`}</span></p>
  );
}

interface AnswerProps { readonly variable: Variable; readonly value: Scalar | readonly Scalar[] | undefined; readonly onAnswer: (value: Scalar | readonly Scalar[] | undefined) => void }

function Answer({ variable, value, onAnswer }: AnswerProps) {
  const id = useId();
  if (variable.kind === 'yes-no') return <YesNo variable={variable} value={value} onAnswer={onAnswer} />;
  if (variable.kind === 'many') return <Many variable={variable} value={value} onAnswer={onAnswer} />;
  const type = variable.kind === 'date' ? 'date' : 'text';
  const typed = (text: string): Scalar | undefined => (text.trim() === '' ? undefined : variable.kind === 'number' ? (Number.isFinite(Number(text)) ? Number(text) : undefined) : text);
  return (
    <div className="ed-rule-answer">
      <label htmlFor={id}>{variable.title}</label>
      {variable.kind === 'choice' ? (
        <select id={id} className="ed-in" value={variable.values.findIndex((each) => each.value === value)} onChange={(event) => onAnswer(variable.values[Number(event.currentTarget.value)]?.value)}>
          <option value={-1}>{words.notKnown}</option>
          {variable.values.map((each, index) => <option key={String(each.value)} value={index}>{each.title}</option>)}
        </select>
      ) : <input id={id} className="ed-in" type={type} inputMode={variable.kind === 'number' ? 'decimal' : undefined} placeholder={words.notKnown} value={value === undefined ? '' : String(value)} onChange={(event) => onAnswer(typed(event.currentTarget.value))} />}
    </div>
  );
}

function YesNo({ variable, value, onAnswer }: AnswerProps) {
  const name = useId();
  const choices = [...yesNo, { value: undefined, title: words.notKnown }];
  return (
    <div className="ed-rule-answer" role="radiogroup" aria-label={variable.title}><span className="ed-grow">{variable.title}</span>
      <span className="ed-seg">{choices.map((choice) => <label key={choice.title} className={choice.value === value ? 'ed-seg-on' : ''}><input type="radio" name={name} className="ed-vh" checked={choice.value === value} onChange={() => onAnswer(choice.value)} />{choice.title}</label>)}</span>
    </div>
  );
}

function Many({ variable, value, onAnswer }: AnswerProps) {
  const chosen: readonly Scalar[] = Array.isArray(value) ? value as readonly Scalar[] : [];
  const toggle = (option: Scalar): void => { const next = chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option]; onAnswer(next.length === 0 ? undefined : next); };
  return (
    <div className="ed-rule-answer ed-rule-many" role="group" aria-label={variable.title}><span className="ed-grow">{variable.title}</span>
      <span className="ed-crit-several">{variable.values.map((each) => <label key={String(each.value)}><input type="checkbox" checked={chosen.includes(each.value)} onChange={() => toggle(each.value)} />{each.title}</label>)}</span>
    </div>
  );
}
