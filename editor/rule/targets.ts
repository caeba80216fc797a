// What a rule can be about, by sort, each with its name: something done, a way a decision goes, reasons, answers,
// who is told, who is present, a route, a reply. The one it is about stands first when it is of no other sort.
import type { Id, Procedure, Target, Task } from '../../engine/procedure/types.ts';
import { effectWords } from '../../engine/procedure/differences/rule-parts.ts';
import { speakerOf } from '../../engine/procedure/differences/speaker.ts';
import { triggerWords } from '../model/routes.ts';
import { stageTitle, wordsOf } from '../model/text.ts';
import { words } from './words.ts';

export interface Titled { readonly target: Target; readonly title: string }
export interface Sort { readonly title: string; readonly targets: readonly Titled[] }

/** Every target of the procedure by sort, the present one among them. */
export function targetsOf(procedure: Procedure, present: Target): readonly Sort[] {
  const tasks = Object.entries(procedure.tasks);
  const w = words.sorts;
  const sorts: Sort[] = [
    { title: w.task, targets: tasks.map(([task, { label }]) => ({ target: { task }, title: wordsOf(label) })) },
    { title: w.option, targets: tasks.flatMap(([task, { label, options }]) => (options ?? []).map((option) => ({ target: { option: [task, option.id] as const }, title: `${wordsOf(label)}: ${wordsOf(option.label)}` }))) },
    { title: w.reasons, targets: shaped(tasks, 'decide').map(([task, label]) => ({ target: { reasons: task }, title: words.reasonsFor(label) })) },
    { title: w.fields, targets: tasks.map(([of, { label }]) => ({ target: fieldsOf(procedure, of, present), title: words.answersIn(wordsOf(label)) })).filter((each) => 'fields' in each.target && each.target.fields.length > 0) },
    { title: w.recipients, targets: shaped(tasks, 'exchange').map(([of, label]) => ({ target: { recipients: partiesOf(procedure, present, 'recipients', of), of }, title: words.toldBy(label) })) },
    { title: w.seats, targets: shaped(tasks, 'decide').map(([of, label]) => ({ target: { seats: partiesOf(procedure, present, 'seats', of), of }, title: words.presentAt(label) })) },
    { title: w.transition, targets: procedure.transitions.map((route) => ({ target: { transition: route.id }, title: `${route.from.map((id) => stageTitle(procedure, id)).join(', ')}: ${wordsOf(route.label) || triggerWords(procedure, route)}` })) },
    { title: w.reply, targets: shaped(tasks, 'exchange').map(([reply, label]) => ({ target: { reply }, title: words.replyTo(label) })) },
  ].filter((sort) => sort.targets.length > 0);
  const known = sorts.some((sort) => sort.targets.some((each) => JSON.stringify(each.target) === JSON.stringify(present)));
  return known ? sorts : [{ title: words.asItIs, targets: [{ target: present, title: effectWords({ require: present }, speakerOf(procedure, false)).replace(/^requires /, '') }] }, ...sorts];
}

const shaped = (tasks: readonly (readonly [Id, Task])[], shape: Task['shape']): readonly (readonly [Id, string])[] => tasks.filter(([, task]) => task.shape === shape).map(([id, task]) => [id, wordsOf(task.label)]);

/** The fields asked for at present, or those of the task's form to start with. */
function fieldsOf(procedure: Procedure, of: Id, present: Target): Target {
  if ('fields' in present && present.of === of) return present;
  const form = procedure.forms?.[procedure.tasks[of]?.form ?? ''];
  return { fields: form?.sections.flatMap((section) => section.questions) ?? [], of };
}

function partiesOf(procedure: Procedure, present: Target, part: 'recipients' | 'seats', of: Id): readonly Id[] {
  const now = part in present && 'of' in present && present.of === of ? (present as unknown as Readonly<Record<string, readonly Id[]>>)[part] : undefined;
  return now ?? Object.keys(procedure.parties).slice(0, 1);
}
