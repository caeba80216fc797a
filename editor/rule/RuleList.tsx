// Rules, each with how strongly it binds and what it is called; choosing one opens it. A new one asks for the first
// thing that is done here, to be changed.
import type { Id, Procedure, Rule, Strength } from '../../engine/procedure/types.ts';
import { lowerFirst } from '../../engine/procedure/words/clock.ts';
import { effectWords } from '../../engine/procedure/differences/rule-parts.ts';
import { speakerOf } from '../../engine/procedure/differences/speaker.ts';
import { wordsOf } from '../model/text.ts';
import { useBench, useEditor } from '../store/context.ts';
import { words as all } from '../words.ts';
import { words } from './words.ts';

export interface Listed { readonly id: Id; readonly strength: Strength; readonly said: string }

/** The rules that ask for, rule out or free from something done in these tasks. */
export function rulesAbout(procedure: Procedure, tasks: readonly Id[]): readonly Listed[] {
  return Object.entries(procedure.rules ?? {}).filter(([, rule]) => tasks.includes(aboutOf(rule))).map(([id, rule]) => listed(procedure, id, rule));
}

/** Every rule of the procedure. */
export const everyRule = (procedure: Procedure): readonly Listed[] => Object.entries(procedure.rules ?? {}).map(([id, rule]) => listed(procedure, id, rule));

function listed(procedure: Procedure, id: Id, rule: Rule): Listed {
  const name = wordsOf(rule.label) || effectWords(rule.then, speakerOf(procedure, false));
  return { id, strength: rule.strength, said: `${lowerFirst(name)}${rule.if === undefined ? `, ${all.inspector.always}` : ''}` };
}

/** The task that a rule's effect is about; '' for another sort of effect. */
function aboutOf({ then }: Rule): Id {
  const target = 'require' in then ? then.require : 'forbid' in then ? then.forbid : 'relieve' in then ? then.relieve : null;
  if (target === null) return '';
  if ('task' in target) return target.task;
  if ('option' in target) return target.option[0];
  if ('of' in target) return target.of;
  return 'reasons' in target ? target.reasons : 'reply' in target ? target.reply : '';
}

export function RuleList({ rules, about }: { readonly rules: readonly Listed[]; readonly about: Id | null }) {
  const { send } = useBench();
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const add = (): void => {
    if (about === null) return;
    const made = edit({ type: 'addRule', rule: { label: words.fresh, then: { require: { task: about } }, strength: 'should' } })?.made;
    if (made !== undefined) send({ type: 'criterion', criterion: { rule: made } });
  };
  return (
    <>
      {rules.length === 0 && <p className="ed-hint">{words.none}</p>}
      {rules.map((rule) => <p key={rule.id} className="ed-rule"><span className="ed-strength">{all.strengths[rule.strength]}</span> <button type="button" className="ed-link" title={readOnly ? words.read : words.change} onClick={() => send({ type: 'criterion', criterion: { rule: rule.id } })}>{rule.said}</button></p>)}
      {!readOnly && about !== null && <button type="button" className="ed-link" onClick={add}>{words.add}</button>}
    </>
  );
}
