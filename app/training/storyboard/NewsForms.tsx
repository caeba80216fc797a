import { storyChanged } from '../../../engine/case/rehearsal/index.ts';
import type { AskedQuestion, FacilitatorNote, Inject, InjectKind, StoryPart } from '../../../engine/case/rehearsal/index.ts';
import { castOf } from '../../../engine/case/rehearsal/index.ts';
import { AddAnother, Checkbox, Checkboxes, SelectField, TextField } from '../../../ui/index.ts';
import { partyLabel } from '../../cases/actors.ts';
import { trainingWords } from '../words.ts';
import { MomentField, OptionalMoment } from './fields.tsx';
import type { Storyboard } from './useStoryboard.ts';
import { storyboardWords as w } from './words.ts';

interface Props<T extends StoryPart> { readonly board: Storyboard; readonly part: T }
/** Changes the entry that is shown. */
export const partSetter = <T extends StoryPart>({ scenario, selected, change }: Storyboard, part: T) => (parts: Partial<T>, field: string) => change(storyChanged(scenario, selected, { ...part, ...parts }), field);

/** News that comes to the room. */
export function InjectForm({ board, part }: Props<Inject>) {
  const set = partSetter(board, part);
  const kinds = Object.entries(trainingWords.room.newInfo).map(([value, label]) => ({ value, label }));
  const { to, ...rest } = part;
  const roles = castOf(board.scenario).map(({ role }) => ({ value: role, label: partyLabel(board.procedure, role) }));
  return (
    <>
      <MomentField id="sb-at" label={w.when} value={part.at} onChange={(at) => set({ at }, 'at')} />
      <SelectField id="sb-kind" label={w.inject.kind} value={part.kind} options={kinds} onChange={(kind) => set({ kind: kind as InjectKind }, 'kind')} />
      <TextField id="sb-news-title" label={w.inject.title} value={part.title} onChange={(title) => set({ title }, 'title')} />
      <TextField id="sb-news-words" long rows={3} label={w.inject.words} value={part.words} onChange={(words) => set({ words }, 'words')} />
      <Checkboxes id="sb-to" label={w.inject.to} hint={w.inject.toHint} choices={roles} values={to ?? []} onChange={(chosen) => board.change(storyChanged(board.scenario, board.selected, chosen.length === 0 ? rest : { ...rest, to: chosen }), 'to')} />
    </>
  );
}

/** A question for the room, its answers, and what is said to each. */
export function QuestionForm({ board, part }: Props<AskedQuestion>) {
  const set = partSetter(board, part);
  const q = w.question;
  const choice = (index: number, parts: Partial<AskedQuestion['choices'][number]>, field: string) => set({ choices: part.choices.map((one, at) => (at === index ? { ...one, ...parts } : one)) }, field);
  return (
    <>
      <MomentField id="sb-at" label={w.when} value={part.at} onChange={(at) => set({ at }, 'at')} />
      <TextField id="sb-ask" long rows={2} label={q.ask} value={part.ask} onChange={(ask) => set({ ask }, 'ask')} />
      <AddAnother id="sb-choices" label={q.choices} item={q.item} addLabel={q.add} count={part.choices.length} onAdd={() => set({ choices: [...part.choices, { words: w.newChoice(part.choices.length + 1), feedback: w.newFeedback }] }, 'choice-add')} onRemove={(index) => set({ choices: part.choices.filter((_, at) => at !== index) }, 'choice-take')}
        row={(index) => (
          <>
            <TextField id={index === 0 ? 'sb-choices' : `sb-choice-${index}`} label={q.choice} value={part.choices[index]?.words ?? ''} onChange={(words) => choice(index, { words }, `choice-${index}`)} />
            <Checkbox id={`sb-right-${index}`} label={q.right} checked={part.choices[index]?.right === true} onChange={(right) => choice(index, { right }, `right-${index}`)} />
            <TextField id={`sb-feedback-${index}`} long rows={2} label={q.feedback} value={part.choices[index]?.feedback ?? ''} onChange={(feedback) => choice(index, { feedback }, `feedback-${index}`)} />
          </>
        )} />
    </>
  );
}

/** A note that only the facilitator sees, from a moment on or from the beginning. */
export function NoteForm({ board, part }: Props<FacilitatorNote>) {
  const { at, ...rest } = part;
  const put = (next: FacilitatorNote, field: string) => board.change(storyChanged(board.scenario, board.selected, next), field);
  return (
    <>
      <OptionalMoment id="sb-at" label={w.note.at} whenLabel={w.when} value={at} usual={board.scenario.opening?.until ?? board.scenario.steps[0]?.at ?? ''} onChange={(next) => put(next === undefined ? rest : { ...rest, at: next }, 'at')} />
      <TextField id="sb-note" long rows={4} label={w.note.words} value={part.words} onChange={(words) => put({ ...part, words }, 'words')} />
    </>
  );
}
