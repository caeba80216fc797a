import { useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { standsAt } from '../../../engine/case/in-force.ts';
import type { Case, ProcedurePin, Refusal } from '../../../engine/case/types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { Button, ErrorSummary, Note, Panel, ProblemBox, Radios, SelectField, TextField } from '../../../ui/index.ts';
import { timeWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { useWho } from '../../world/session.ts';
import { useWorld } from '../../world/world.ts';
import { guestsOf, partyLabel, rolesOf } from '../actors.ts';
import { Cites } from '../Cites.tsx';
import { partsOfForm, shownAll } from '../form/formParts.ts';
import { Questions } from '../form/Questions.tsx';
import { readAll } from '../form/typedAnswers.ts';
import { freshIds, openCase } from '../session.ts';
import { HappenedField } from '../tasks/ExtraFields.tsx';
import { emptyTyped, errorsFrom, occurredOf, summaryOf, withText } from '../tasks/fields.ts';
import type { FieldErrors, TaskTyped } from '../tasks/fields.ts';
import { useSaving } from '../useAct.ts';
import { useTyped } from '../useTyped.ts';
import { caseWords } from '../words.ts';
import { bornOf, incidentOf, initialsOf } from '../identity.ts';
import { Duplicates } from './Duplicates.tsx';
import { missingAtDoor } from './missing.ts';
import { nextReference } from './reference.ts';
import { noteTogether, typedLike } from './siblings.ts';
import { openingWords } from './words.ts';

const w = caseWords.open;
interface OpenTyped extends TaskTyped { readonly door: string; readonly source: string; readonly role: string; readonly person: string }

/** The way in, who opens, and what is asked at the door; all on one page. */
export function OpenForm({ pin, procedure, like }: { readonly pin: ProcedurePin; readonly procedure: Procedure; /** A case of the same incident, about another child. */ readonly like?: Case | undefined }) {
  const world = useWorld();
  const { person, roles, actAs } = useWho();
  const [, go] = useLocation();
  const doors = Object.entries(procedure.doors).filter(([, one]) => standsAt(one, world.now()));
  const ids = useMemo(() => ({ caseId: crypto.randomUUID(), ...freshIds() }), []);
  const typed = useTyped<OpenTyped>(`open/${pin.id}/${pin.version}${like === undefined ? '' : `/${like.id}`}`, startOf(procedure, like, { role: roles[procedure.id] ?? '', person }));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [round, setRound] = useState(0);
  const { value } = typed;
  const door = procedure.doors[value.door];
  const parts = partsOfForm(procedure, door?.form === undefined ? undefined : procedure.forms?.[door.form]);
  const questions = parts.flatMap((part) => part.questions);
  const acting = useSaving(async (body, more) => {
    const reference = await nextReference(world, procedure);
    return openCase(world, { case: ids.caseId, body: body.type === 'openCase' ? { ...body, reference } : body, person: value.person.trim(), role: value.role, id: ids.id, salt: ids.salt, ...(more?.occurred === undefined ? {} : { occurred: more.occurred }) }, pin, procedure);
  }, (item) => { typed.forget(); actAs(procedure.id, value.role, value.person.trim()); const shown = () => go(`/cases/${item.id}`, { state: { said: caseWords.task.opened(item.reference), at: Date.now() } }); if (like === undefined) shown(); else void noteTogether(world, { person: value.person.trim(), role: value.role }, like, item).finally(shown); }, w.aNewCase);
  const submit = () => {
    const read = readAll(procedure, questions, shownAll(procedure, questions, value.answers, {}), typed.now);
    const occurred = occurredOf(value, typed.now);
    const body = { type: 'openCase', case: ids.caseId, reference: '', door: value.door, answers: read.answers, ...(value.source === '' ? {} : { source: value.source }), ...withText('lateReason', value.reason) } as const;
    const found: FieldErrors = {
      ...(door === undefined ? {} : missingAtDoor(procedure, pin, body, typed.now)),
      ...(door === undefined ? { door: w.missingDoor } : {}), ...((door?.sources ?? []).length > 0 && value.source === '' ? { source: w.missingSource } : {}), ...(value.role === '' ? { role: w.missingRole } : {}),
      ...(value.person.trim() === '' ? { person: w.missingInitials } : {}), ...read.problems, ...(occurred.ok ? {} : { happened: occurred.words }),
    };
    setErrors(found);
    setRound(round + 1);
    if (Object.keys(found).length > 0 || !occurred.ok) return;
    acting.submit(body, { occurred: occurred.at });
  };
  const refused = errorsFrom(procedure, acting.refusal, questions);
  const shown: FieldErrors = { ...refused, ...errors };
  const set = (change: Partial<OpenTyped>) => typed.set((before) => ({ ...before, ...change }));
  const props = { typed: value, set: (change: (before: TaskTyped) => TaskTyped) => typed.set((before) => ({ ...before, ...change(before) })), errors: shown };
  const now = readAll(procedure, questions, shownAll(procedure, questions, value.answers, {}), typed.now).answers;
  const known = { initials: initialsOf(procedure, now), born: bornOf(procedure, now), incident: incidentOf(procedure, now) };
  const asksWhy = acting.refusal?.code === 'missing-reason' || value.reason !== '';
  return (
    <form className="case-open" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <ErrorSummary items={summaryOf(shown, ['door', 'source', 'role', 'person', ...questions, 'reason', 'happened'])} round={round + acting.round} />
      {Object.keys(refused).length > 0 ? null : <NotOpened refusal={acting.refusal} failure={acting.failure} round={acting.round} procedure={procedure} />}
      <p className="cw-caption">{textOf(procedure.label)}. {textOf(procedure.edition.words)}. <Link href="/cases/open">{w.change}</Link></p>
      <h1 className="cw-h1 case-h1">{w.title}</h1>
      {like === undefined ? null : <Note><p>{openingWords.copied(like.reference)}</p></Note>}
      <Radios id="f-door" label={w.door} error={shown['door']} value={value.door} onChange={(one) => set({ door: one, source: '' })} choices={doors.map(([id, one]) => ({ value: id, label: textOf(one.label), hint: one.by.map((party) => partyLabel(procedure, party)).join(', ') }))} />
      {(door?.sources ?? []).length === 0 ? null : <SelectField id="f-source" label={w.source} empty="Choose one" error={shown['source']} value={value.source} onChange={(source) => set({ source })} options={(door?.sources ?? []).filter((one) => standsAt(one, world.now())).map((one) => ({ value: one.id, label: textOf(one.label) }))} />}
      {door === undefined ? null : (
        <>
          <Panel kind="quiet" title={w.you} className="case-you">
            <SelectField id="f-role" label={w.role} empty="Choose one" error={shown['role']} value={value.role} onChange={(role) => set({ role })} options={openers(procedure, door.by)} />
            <TextField id="f-person" label={w.initials} hint={w.initialsHint} width="w10" maxLength={12} error={shown['person']} value={value.person} onChange={(one) => set({ person: one })} />
          </Panel>
          {parts.map((part) => (
            <section key={part.id} aria-label={part.label}><h2 className="cw-h2">{part.label}</h2>{part.hint === undefined ? null : <p className="cw-hint">{part.hint}</p>}
              {typed.ready ? <Questions procedure={procedure} ids={part.questions} typed={value.answers} answers={{}} errors={shown} required={requiredAt(procedure, value.door)} onChange={(id, next) => set({ answers: { ...value.answers, [id]: next } })} /> : null}
            </section>
          ))}
          <Duplicates known={known} except={like?.id} />
          {asksWhy ? <TextField id="f-reason" long label={w.late} hint={w.lateHint} error={shown['reason']} value={value.reason} onChange={(reason) => set({ reason })} /> : null}
          <HappenedField {...props} />
          <div className="case-act plain"><Button type="submit" disabled={!typed.ready || acting.state === 'saving'}>{w.button}</Button>{typed.kept === undefined ? null : <span className="cw-s cw-q">{caseWords.task.kept(timeWords(typed.kept))}</span>}</div>
        </>
      )}
    </form>
  );
}
function startOf(procedure: Procedure, like: Case | undefined, { role, person }: { readonly role: string; readonly person: string }): OpenTyped {
  const doors = Object.keys(procedure.doors);
  if (like !== undefined) return { ...emptyTyped, door: like.door, source: like.source ?? '', role, person, answers: typedLike(procedure, like) };
  return { ...emptyTyped, door: doors.length === 1 ? doors[0] ?? '' : '', source: '', role, person };
}
/** Those who may open here first, then everybody else, who is told whose it is. */
function openers(procedure: Procedure, by: readonly string[]) {
  const guests = guestsOf(procedure).filter(({ id }) => by.some((party) => party === id || procedure.parties[party]?.seats?.includes(id) === true));
  const all = [...rolesOf(procedure), ...guests];
  const may = (id: string) => by.some((party) => party === id || procedure.parties[party]?.seats?.includes(id) === true);
  return [...all.filter(({ id }) => may(id)), ...all.filter(({ id }) => !may(id))].map(({ id, label }) => ({ value: id, label: may(id) ? label : `${label} (may not open here)` }));
}
/** Fields that a rule always asks for at this door. */
function requiredAt(procedure: Procedure, door: string): readonly string[] {
  return Object.values(procedure.rules ?? {}).flatMap((rule) => (rule.if === undefined && 'require' in rule.then && 'fields' in rule.then.require && rule.then.require.of === door ? rule.then.require.fields : []));
}
function NotOpened({ refusal, failure, round, procedure }: { readonly refusal: Refusal | undefined; readonly failure: string | undefined; readonly round: number; readonly procedure: Procedure }) {
  if (failure !== undefined) return <ProblemBox title={caseWords.refusal.failedTitle} round={round}><p>{failure}</p></ProblemBox>;
  if (refusal === undefined) return null;
  return <ProblemBox title={w.refusedTitle} round={round}><p>{refusal.words} {caseWords.refusal.nothing}</p><p>{refusal.remedy}</p><Cites procedure={procedure} cites={refusal.cites ?? []} most={2} /></ProblemBox>;
}
