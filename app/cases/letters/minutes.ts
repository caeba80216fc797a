// Minutes of a meeting, from what was recorded of it: who was there, who declared what, what came out, who differed.
import type { TaskView } from '../../../engine/case/types.ts';
import type { DocumentBlock } from '../../../engine/case/document-types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { instantWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { partyLabel } from '../actors.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { line, table, title } from './blocks.ts';
import { letterWords as w } from './words.ts';

/** Nothing while the meeting is not recorded. */
export function minutesOf({ case: item, procedure, now }: CaseModel, view: TaskView): readonly DocumentBlock[] | undefined {
  const record = view.record;
  const meeting = record?.meeting;
  if (record === undefined || meeting === undefined) return undefined;
  const names = (ids: readonly string[]) => (ids.length === 0 ? w.none : listWords(ids.map((id) => partyLabel(procedure, id))));
  const options = (ids: readonly string[]) => (ids.length === 0 ? caseWords.meeting.abstained : listWords(ids.map((id) => view.options.find((one) => one.id === id)?.label ?? id)));
  const body = procedure.tasks[view.id]?.meeting?.body;
  return [
    title(w.minutesOf(body === undefined ? view.label : textOf(procedure.parties[body]?.title))),
    { kind: 'answers', lines: [
      line(caseWords.frame.case, item.reference), line(w.met, record.done === undefined ? record.planned ?? '' : instantWords(record.done, now)), ...(meeting.place === undefined ? [] : [line(w.place, meeting.place)]),
      line(w.present, names(meeting.present)), line(w.apologies, names(meeting.apologies ?? [])), line(w.interests, (meeting.interests ?? []).length === 0 ? w.none : (meeting.interests ?? []).map((one) => `${partyLabel(procedure, one.seat)}: ${one.words}`).join('\n')),
      ...(record.options === undefined ? [] : [line(w.outcome, `${view.label}: ${options(record.options)}`)]), ...(record.reasons === undefined ? [] : [line(w.reasons, record.reasons)]),
    ] },
    ...(record.views.length === 0 ? [] : [table(w.views, [caseWords.meeting.who, caseWords.meeting.held, caseWords.meeting.why], record.views.map((one) => [partyLabel(procedure, one.party), options(one.options), one.reasons ?? '']))]),
  ];
}
