// Everything about one task that is changed here: its name and sort, who does it, whom it goes to, the form, when it
// comes up, what is said at the point of work.
import type { Id, Procedure, Recipient, Task } from '../../engine/procedure/types.ts';
import { Icon } from '../canvas/icons.tsx';
import { PartyList } from '../fields/PartyList.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import type { Choice } from '../grid/TypeAhead.tsx';
import { partyTitle, taskTitle, wordsOf } from '../model/text.ts';
import { useBench, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { makeForm, raisedOf, setPreset } from './commands.ts';
import { Options } from './Options.tsx';
import { presets, type Preset } from './presets.ts';

export function TaskFields({ id, task, fresh, onRemoved }: { readonly id: Id; readonly task: Task; readonly fresh: boolean; readonly onRemoved: () => void }) {
  const procedure = useEditor((state) => state.procedure);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const w = words.tasks;
  const sorts = [...(task.preset === undefined ? [{ value: '', words: w.noSort }] : []), ...presets.map((preset) => ({ value: preset, words: words.presets[preset] }))];
  return (
    <div className="ed-fields ed-fields-tall ed-task-fields">
      <TextField label={words.inspector.title} value={taskTitle(procedure, id)} start={fresh} readOnly={readOnly} onKeep={(label) => edit({ type: 'renameTask', task: id, label })} />
      <SelectField label={w.what} value={task.preset ?? ''} choices={sorts} readOnly={readOnly} onChoose={(preset) => { if (preset !== '') edit(setPreset(id, preset as Preset)); }} />
      <PartyList label={words.inspector.who} none={w.owner} chosen={(task.by ?? []).map((party) => partyChoice(procedure, party))} others={othersThan(procedure, task.by ?? [])} readOnly={readOnly} onChange={(by) => edit({ type: 'setDoers', task: id, by })} />
      {task.shape === 'exchange' && <Exchange id={id} task={task} />}
      {task.shape === 'decide' && <Options id={id} options={task.options ?? []} />}
      <SelectField label={w.form} value={task.form ?? ''} choices={[{ value: '', words: w.noForm }, ...Object.entries(procedure.forms ?? {}).map(([form, each]) => ({ value: form, words: wordsOf(each.label) }))]} readOnly={readOnly} onChoose={(form) => edit({ type: 'changeTask', task: id, set: { form: form === '' ? undefined : form } })} />
      <FormButton id={id} task={task} />
      <SelectField label={w.raised} value={raisedValue(task)} choices={raisedChoices(procedure, id, task)} readOnly={readOnly} onChoose={(value) => edit({ type: 'changeTask', task: id, set: { raised: raisedOf(value) } })} />
      <TextField label={w.guidance} value={wordsOf(task.guidance)} long readOnly={readOnly} onKeep={(guidance) => edit({ type: 'changeTask', task: id, set: { guidance: guidance === '' ? undefined : guidance } })} />
      {!readOnly && <button type="button" className="ed-link ed-wide" onClick={() => { if (edit({ type: 'removeTask', task: id })) onRemoved(); }}><Icon name="bin" small />{w.remove(taskTitle(procedure, id))}</button>}
    </div>
  );
}

/** Opens the form where its questions are changed; makes one where there is none. */
function FormButton({ id, task }: { readonly id: Id; readonly task: Task }) {
  const { send } = useBench();
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const { form } = task;
  if (form !== undefined) return <button type="button" className="ed-link" onClick={() => send({ type: 'form', form })}>{readOnly ? words.form.read : words.form.change}</button>;
  if (readOnly) return null;
  const make = (): void => { const made = edit(makeForm(id))?.made; if (made !== undefined) send({ type: 'form', form: made }); };
  return <button type="button" className="ed-link" onClick={make}>{words.form.make}</button>;
}

/** Whom it goes to, how, and what is waited for. */
function Exchange({ id, task }: { readonly id: Id; readonly task: Task }) {
  const procedure = useEditor((state) => state.procedure);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const w = words.tasks;
  const to = task.to ?? [];
  const parties = to.filter((one) => typeof one === 'string');
  return (
    <>
      <PartyList label={w.to} none={w.toNobody} chosen={to.map((one) => recipientChoice(procedure, one))} others={othersThan(procedure, parties)} readOnly={readOnly} onChange={(ids) => edit({ type: 'changeTask', task: id, set: { to: ids.map(recipientOf) } })} />
      <SelectField label={w.expects} value={task.expects ?? 'nothing'} choices={(['nothing', 'acknowledgement', 'reply'] as const).map((value) => ({ value, words: w.expected[value] }))} readOnly={readOnly} onChoose={(expects) => edit({ type: 'changeTask', task: id, set: { expects: expects as NonNullable<Task['expects']> } })} />
      <TextField label={w.channel} value={wordsOf(task.channel)} readOnly={readOnly} onKeep={(channel) => edit({ type: 'changeTask', task: id, set: { channel: channel === '' ? undefined : channel } })} />
    </>
  );
}

const partyChoice = (procedure: Procedure, id: Id): Choice => ({ id, title: partyTitle(procedure, id), sign: 'person' });
const othersThan = (procedure: Procedure, chosen: readonly Id[]): readonly Choice[] => Object.keys(procedure.parties).filter((id) => !chosen.includes(id)).map((id) => partyChoice(procedure, id));
/** An answer that names parties goes by a name no party can have. */
const recipientChoice = (procedure: Procedure, one: Recipient): Choice => (typeof one === 'string' ? partyChoice(procedure, one) : { id: `answer.${one.answer}`, title: words.tasks.answer(wordsOf(procedure.questions[one.answer]?.label)), sign: 'list' });
const recipientOf = (id: Id): Recipient => (id.startsWith('answer.') ? { answer: id.slice(7) } : id);

function raisedValue({ raised }: Task): string {
  if (typeof raised !== 'object') return raised ?? 'on-entry';
  return 'done' in raised ? `done.${raised.done}` : 'every';
}

function raisedChoices(procedure: Procedure, id: Id, task: Task) {
  const w = words.tasks.raisedWords;
  const every = typeof task.raised === 'object' && 'every' in task.raised ? [{ value: 'every', words: words.clock.every(task.raised.every.months) }] : [];
  const after = Object.keys(procedure.tasks).filter((other) => other !== id).map((other) => ({ value: `done.${other}`, words: w.done(taskTitle(procedure, other)) }));
  return [{ value: 'on-entry', words: w.entry }, { value: 'when-required', words: w.required }, { value: 'by-choice', words: w.choice }, ...every, ...after];
}
