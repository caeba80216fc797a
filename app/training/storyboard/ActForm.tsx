import type { ReactNode } from 'react';
import { storyChanged } from '../../../engine/case/rehearsal/index.ts';
import type { WalkthroughAct, WalkthroughCommand } from '../../../engine/case/walkthrough-types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { Checkboxes, Note, Radios, SelectField, TextField } from '../../../ui/index.ts';
import { partyLabel } from '../../cases/actors.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { ActAnswers } from './ActAnswers.tsx';
import { MomentField, OptionalMoment } from './fields.tsx';
import { partSetter } from './NewsForms.tsx';
import { actWords } from './story.ts';
import type { Storyboard } from './useStoryboard.ts';
import { storyboardWords } from './words.ts';

const w = storyboardWords.act;

/** An act that is expected: when, by whom, and what is recorded with it. */
export function ActForm({ board, part, index }: { readonly board: Storyboard; readonly part: WalkthroughAct; readonly index: number }) {
  const { procedure, run } = board;
  const set = partSetter(board, part);
  const refusal = run.steps[index]?.refusal;
  const roles = Object.keys(procedure.parties).map((id) => ({ value: id, label: partyLabel(procedure, id) }));
  const { occurred, onBehalfOf, ...rest } = part;
  const put = (next: WalkthroughAct, field: string) => board.change(storyChanged(board.scenario, board.selected, next), field);
  return (
    <>
      <p className="sb-what"><b>{actWords(procedure, part)}</b></p>
      {refusal === undefined ? null : <Note kind={part.expect?.refused === undefined ? 'late' : 'soon'}><p>{part.expect?.refused === undefined ? null : `${w.refusedAs} `}{refusal.words} {refusal.remedy}</p></Note>}
      <MomentField id="sb-at" label={storyboardWords.when} value={part.at} onChange={(at) => set({ at }, 'at')} />
      <OptionalMoment id="sb-occurred" label={storyboardWords.occurred} whenLabel={storyboardWords.occurredAt} value={occurred} usual={part.at} onChange={(next) => put(next === undefined ? { ...rest, ...behalf(onBehalfOf) } : { ...part, occurred: next }, 'occurred')} />
      <div className="cw-row sb-two"><SelectField id="sb-as" label={w.role} value={part.as} options={roles} onChange={(as) => set({ as }, 'as')} /><TextField id="sb-person" width="w5" label={w.person} value={part.person} onChange={(person) => set({ person }, 'person')} /></div>
      <SelectField id="sb-behalf" label={w.behalf} empty={w.nobody} value={onBehalfOf ?? ''} options={roles} onChange={(role) => put({ ...rest, ...(occurred === undefined ? {} : { occurred }), ...behalf(role === '' ? undefined : role) }, 'behalf')} />
      <Body board={board} part={part} lacks={refusal?.fields ?? []} put={(command, field) => set({ do: command }, field)} />
    </>
  );
}
const behalf = (role: string | undefined) => (role === undefined ? {} : { onBehalfOf: role });

interface BodyProps { readonly lacks: readonly string[]; readonly board: Storyboard; readonly part: WalkthroughAct; readonly put: (command: WalkthroughCommand, field: string) => void }
const TEXTS: Readonly<Record<string, readonly (readonly [key: string, label: string])[]>> = {
  openCase: [['reference', w.reference]], completeTask: [['reason', w.reason], ['evidence', w.evidence]], sendExchange: [['reason', w.reason], ['evidence', w.evidence]], recordReply: [['reason', w.reason]],
  decide: [['reasons', w.reasons]], takeTransition: [['reason', w.reason]], recordAnswers: [['reason', w.reason]], addNote: [['words', w.words]], explainLapse: [['reason', w.reason]], closeCase: [['reason', w.reason]], raiseTask: [['reason', w.reason]], withdrawTask: [['reason', w.reason]], recordAbsence: [['from', w.from], ['until', w.until]],
};
const ANSWERED: ReadonlySet<string> = new Set(['openCase', 'completeTask', 'sendExchange', 'recordReply', 'decide', 'recordAnswers']);

/** What is recorded with the act; of rarer acts only their words. */
function Body({ board, part, lacks, put }: BodyProps) {
  const { do: body } = part;
  const { procedure } = board;
  const texts = TEXTS[body.type];
  const text = (key: string, value: string) => { const { [key]: _gone, ...others } = body; put(value === '' ? others as WalkthroughCommand : { ...body, [key]: value }, key); };
  return (
    <>
      {body.type === 'openCase' ? <Doors procedure={procedure} body={body} put={put} /> : null}
      {body.type === 'decide' ? <Options procedure={procedure} body={body} put={put} /> : null}
      {body.type === 'sendExchange' || body.type === 'recordReply' ? <Recipients procedure={procedure} body={body} put={put} /> : null}
      {body.type === 'recordAbsence' ? <SelectField id="sb-party" label={w.party} value={String(body['party'] ?? '')} options={parties(procedure, Object.keys(procedure.parties))} onChange={(party) => put({ ...body, party }, 'party')} /> : null}
      {(texts ?? []).map(([key, label]) => <TextField key={key} id={`sb-${key}`} long={key !== 'reference' && key !== 'from' && key !== 'until'} rows={1} label={label} value={typeof body[key] === 'string' ? body[key] : ''} onChange={(value) => text(key, value)} />)}
      {ANSWERED.has(body.type) ? <ActAnswers board={board} body={body} put={put} at={part.at} lacks={lacks} /> : null}
      {texts === undefined ? <p className="cw-s cw-q">{w.other}</p> : null}
    </>
  );
}
interface PartProps { readonly procedure: Procedure; readonly body: WalkthroughCommand; readonly put: BodyProps['put'] }
const parties = (procedure: Procedure, ids: readonly string[]) => ids.map((id) => ({ value: id, label: partyLabel(procedure, id) }));

function Doors({ procedure, body, put }: PartProps): ReactNode {
  const sources = procedure.doors[String(body['door'])]?.sources ?? [];
  const { source: _source, ...rest } = body;
  return (
    <>
      <SelectField id="sb-door" label={w.door} value={String(body['door'] ?? '')} options={Object.entries(procedure.doors).map(([id, door]) => ({ value: id, label: textOf(door.label) }))} onChange={(door) => put({ ...rest as WalkthroughCommand, door, ...(procedure.doors[door]?.sources?.[0] === undefined ? {} : { source: procedure.doors[door]?.sources?.[0]?.id }) }, 'door')} />
      {sources.length === 0 ? null : <SelectField id="sb-source" label={w.source} value={String(body['source'] ?? '')} options={sources.map((one) => ({ value: one.id, label: textOf(one.label) }))} onChange={(source) => put({ ...body, source }, 'source')} />}
    </>
  );
}
function Options({ procedure, body, put }: PartProps): ReactNode {
  const task = procedure.tasks[String(body['task'])];
  const options = (task?.options ?? []).map((one) => ({ value: one.id, label: textOf(one.label) }));
  const chosen = Array.isArray(body['options']) ? body['options'].map(String) : [];
  if ((task?.choose?.most ?? 1) > 1) return <Checkboxes id="sb-options" label={w.options} choices={options} values={chosen} onChange={(values) => put({ ...body, options: values }, 'options')} />;
  return <Radios id="sb-options" label={w.options} choices={options} value={chosen[0] ?? ''} onChange={(value) => put({ ...body, options: [value] }, 'options')} />;
}
function Recipients({ procedure, body, put }: PartProps): ReactNode {
  const all = parties(procedure, Object.keys(procedure.parties).filter((id) => procedure.parties[id]?.kind !== 'audience'));
  const { recipients: _gone, ...rest } = body;
  const chosen = Array.isArray(body['recipients']) ? body['recipients'].map(String) : [];
  if (body.type === 'sendExchange') return <details className="cw-details"><summary>{w.recipients} ({chosen.length === 0 ? w.all : chosen.length})</summary><Checkboxes id="sb-recipients" label={w.recipients} hint={w.all} choices={all} values={chosen} onChange={(values) => put(values.length === 0 ? rest as WalkthroughCommand : { ...body, recipients: values }, 'recipients')} /></details>;
  const states = Object.entries(storyboardWords.states).filter(([state]) => state !== 'asked' && state !== 'withdrawn').map(([value, label]) => ({ value, label }));
  return <div className="cw-row sb-two"><SelectField id="sb-recipient" label={w.recipient} value={String(body['recipient'] ?? '')} options={all} onChange={(recipient) => put({ ...body, recipient }, 'recipient')} /><SelectField id="sb-state" label={w.state} value={String(body['state'] ?? '')} options={states} onChange={(state) => put({ ...body, state }, 'state')} /></div>;
}
