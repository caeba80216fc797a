// What a rule does and how strongly: "Must ask for", "should rule out" or "may free from" something of the procedure, and what not
// knowing an answer does. An effect of another sort is read out.
import type { Id, Procedure, Rule, Strength, Target } from '../../engine/procedure/types.ts';
import { effectWords } from '../../engine/procedure/differences/rule-parts.ts';
import { speakerOf } from '../../engine/procedure/differences/speaker.ts';
import { PartyList } from '../fields/PartyList.tsx';
import type { Choice } from '../grid/TypeAhead.tsx';
import { partyTitle, taskTitle, wordsOf } from '../model/text.ts';
import { useEditor } from '../store/context.ts';
import { targetsOf } from './targets.ts';
import { words } from './words.ts';

type Doing = 'require' | 'forbid' | 'relieve';
const doings: readonly Doing[] = ['require', 'forbid', 'relieve'];

export function Effect({ id, rule }: { readonly id: Id; readonly rule: Rule }) {
  const procedure = useEditor((state) => state.procedure);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const doing = doings.find((each) => each in rule.then);
  const target = doing === undefined ? null : (rule.then as Readonly<Record<Doing, Target>>)[doing];
  const keep = (next: Doing, about: Target): void => { edit({ type: 'changeRule', rule: id, set: { then: { [next]: about } as unknown as Rule['then'] } }); };
  const effect = effectWords(rule.then, speakerOf(procedure, false));
  return (
    <fieldset className="ed-effect" disabled={readOnly}>
      <legend className="ed-vh">{words.then}</legend>
      <div className="ed-effect-line">
        <Pick label={words.strength} value={rule.strength} choices={Object.entries(words.strengths)} onChoose={(strength) => edit({ type: 'changeRule', rule: id, set: { strength: strength as Strength } })} />
        {doing === undefined || target === null ? <span className="ed-grow">{effect}</span> : (
          <>
            <Pick label={words.then} value={doing} choices={Object.entries(words.verbs)} onChoose={(next) => keep(next as Doing, target)} />
            <TargetPick procedure={procedure} target={target} onChoose={(about) => keep(doing, about)} />
          </>
        )}
      </div>
      {doing !== undefined && target !== null && <TargetList procedure={procedure} target={target} readOnly={readOnly} onChange={(about) => keep(doing, about)} />}
      <p className="ed-hint">{words.strengthHint[rule.strength]}</p>
      {rule.if !== undefined && <div className="ed-effect-line"><span>{words.unknown}</span><Pick label={words.unknown} value={rule.unknown ?? 'wait'} choices={Object.entries(words.treatments)} onChoose={(unknown) => edit({ type: 'changeRule', rule: id, set: { unknown: unknown === 'wait' ? undefined : unknown as 'force' | 'block' } })} /></div>}
    </fieldset>
  );
}

function Pick({ label, value, choices, onChoose }: { readonly label: string; readonly value: string; readonly choices: readonly (readonly [string, string])[]; readonly onChoose: (value: string) => void }) {
  return <select className="ed-in" aria-label={label} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>{choices.map(([each, title]) => <option key={each} value={each}>{title}</option>)}</select>;
}

/** What the rule is about, by sort. */
function TargetPick({ procedure, target, onChoose }: { readonly procedure: Procedure; readonly target: Target; readonly onChoose: (target: Target) => void }) {
  const sorts = targetsOf(procedure, target);
  const choose = (value: string): void => {
    const chosen = sorts.flatMap((sort) => sort.targets).find((each) => JSON.stringify(each.target) === value);
    if (chosen !== undefined) onChoose(chosen.target);
  };
  return (
    <select className="ed-in ed-grow" aria-label={words.what} value={JSON.stringify(target)} onChange={(event) => choose(event.currentTarget.value)}>
      {sorts.map((sort) => <optgroup key={sort.title} label={sort.title}>{sort.targets.map((each) => { const value = JSON.stringify(each.target); return <option key={value} value={value}>{each.title}</option>; })}</optgroup>)}
    </select>
  );
}

/** The answers, people or seats that are asked for, as a list to add to and take from. */
function TargetList({ procedure, target, readOnly, onChange }: { readonly procedure: Procedure; readonly target: Target; readonly readOnly: boolean; readonly onChange: (target: Target) => void }) {
  const part = 'fields' in target ? 'fields' : 'recipients' in target ? 'recipients' : 'seats' in target ? 'seats' : null;
  if (part === null) return null;
  const chosen: readonly Id[] = (target as unknown as Readonly<Record<string, readonly Id[]>>)[part] ?? [];
  const titled = (id: Id): Choice => ({ id, title: part === 'fields' ? wordsOf(procedure.questions[id]?.label) || id : partyTitle(procedure, id), sign: part === 'fields' ? 'list' : 'person' });
  const all = Object.keys(part === 'fields' ? procedure.questions : procedure.parties);
  const label = part === 'fields' ? words.listed.fields : part === 'recipients' ? words.listed.recipients : words.listed.seats;
  const of = 'of' in target ? taskTitle(procedure, target.of) : '';
  return <div className="ed-fields ed-fields-tall"><PartyList label={label(of)} none={words.listed.none} chosen={chosen.map(titled)} others={all.filter((id) => !chosen.includes(id)).map(titled)} readOnly={readOnly} onChange={(ids) => { if (ids.length > 0) onChange({ ...target, [part]: ids } as Target); }} /></div>;
}
