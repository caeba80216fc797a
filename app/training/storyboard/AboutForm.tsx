import { useState } from 'react';
import { castOf, storyBegun } from '../../../engine/case/rehearsal/index.ts';
import type { CastMember, Keeping, Scenario } from '../../../engine/case/rehearsal/index.ts';

import { parseDay } from '../../../engine/time/day.ts';
import { AddAnother, Button, Checkbox, DateField, Details, Radios, SelectField, TextField, announce, civilOf, partsOf } from '../../../ui/index.ts';
import { partyLabel } from '../../cases/actors.ts';
import { civilWords } from '../../dates.ts';
import { Lines, MomentField } from './fields.tsx';
import type { Storyboard } from './useStoryboard.ts';
import { storyboardWords } from './words.ts';

const w = storyboardWords.aboutFields;
interface Props { readonly board: Storyboard }
/** Changes parts of the scenario that belong to no entry. */
const setter = ({ scenario, selected, change }: Storyboard) => (parts: Partial<Scenario>, field?: string) => change({ scenario: { ...scenario, ...parts }, pointer: selected }, field);

/** Title, aims and how it is played. */
export function AboutForm({ board }: Props) {
  const { scenario } = board;
  const set = setter(board);
  return (
    <>
      <TextField id="sb-title" label={w.title} value={scenario.title} onChange={(title) => set({ title }, 'title')} />
      <TextField id="sb-summary" long rows={2} label={w.summary} value={scenario.summary ?? ''} onChange={(summary) => set({ summary }, 'summary')} />
      <div className="cw-row sb-two">
        <SelectField id="sb-guided" label={w.guided} value={scenario.guided ?? 'facilitated'} options={[{ value: 'facilitated', label: w.facilitated }, { value: 'self', label: w.self }]} onChange={(guided) => set({ guided: guided === 'self' ? 'self' : 'facilitated' }, 'guided')} />
        <TextField id="sb-minutes" width="w5" inputMode="numeric" label={w.minutes} value={String(scenario.minutes ?? '')} onChange={(text) => { const minutes = Math.min(600, Math.max(0, Math.round(Number(text) || 0))); set({ minutes }, 'minutes'); }} />
      </div>
      <Lines id="sb-aims" label={w.aims} item={w.aim} addLabel={w.addAim} values={scenario.aims ?? []} onChange={(aims, field) => set({ aims }, field)} />
      <Details summary={w.begin}><Begin board={board} /></Details>
    </>
  );
}
/** The whole story on other days. */
function Begin({ board }: Props) {
  const { scenario, run, change } = board;
  const [parts, setParts] = useState(() => partsOf(scenario.steps[0]?.at.slice(0, 10) ?? ''));
  const [keeping, setKeeping] = useState<Keeping>('working-days');
  const [error, setError] = useState<string>();
  const calendar = run.compiled.calendars.get(run.compiled.procedure.conventions.calendar);
  const move = () => {
    const day = parseDay(civilOf(parts, false) ?? '');
    setError(day === undefined ? storyboardWords.notADate : undefined);
    if (day === undefined || calendar === undefined) return;
    const begun = storyBegun(scenario, calendar, day, keeping);
    change({ scenario: begun, pointer: '/about' });
    announce(w.begun(civilWords(begun.steps[0]?.at ?? '')));
  };
  return (
    <>
      <DateField id="sb-begin" label={w.begin} hint={w.beginHint} value={parts} onChange={setParts} error={error} />
      <Radios id="sb-keep" label={w.beginKeep} value={keeping} onChange={(value) => setKeeping(value === 'calendar-days' ? 'calendar-days' : 'working-days')} choices={[{ value: 'working-days', label: w.keepWorking }, { value: 'calendar-days', label: w.keepCalendar }]} />
      <Button kind="secondary" small onClick={move}>{w.beginButton}</Button>
    </>
  );
}

/** Who is in it; roles that a step needs are there already. */
export function CastForm({ board }: Props) {
  const { scenario, procedure } = board;
  const c = storyboardWords.castFields;
  const set = setter(board);
  const cast = castOf(scenario);
  const change = (index: number, parts: Partial<CastMember>, field?: string) => set({ cast: cast.map((one, at) => (at === index ? withBrief({ ...one, ...parts }) : one)) }, field);
  const roles = Object.keys(procedure.parties).map((id) => ({ value: id, label: partyLabel(procedure, id) }));
  return (
    <AddAnother id="sb-cast" label={<span className="cw-vh">{storyboardWords.cast}</span>} item={c.member} addLabel={c.add} count={cast.length} onAdd={() => set({ cast: [...cast, { role: roles.find(({ value }) => !cast.some((one) => one.role === value))?.value ?? '', person: 'Z.Z.' }] }, 'cast-add')} onRemove={(index) => set({ cast: cast.filter((_, at) => at !== index) }, 'cast-take')}
      row={(index) => (
        <>
          <div className="cw-row sb-two"><SelectField id={index === 0 ? 'sb-cast' : `sb-cast-${index}`} label={storyboardWords.act.role} value={cast[index]?.role ?? ''} options={roles} onChange={(role) => change(index, { role }, `cast-role-${index}`)} /><TextField width="w5" id={`sb-cast-person-${index}`} label={storyboardWords.act.person} value={cast[index]?.person ?? ''} onChange={(person) => change(index, { person }, `cast-person-${index}`)} /></div>
          <TextField long rows={2} id={`sb-cast-brief-${index}`} label={c.brief} value={cast[index]?.brief ?? ''} onChange={(brief) => change(index, { brief }, `cast-brief-${index}`)} />
          <Checkbox id={`sb-cast-played-${index}`} label={c.played} checked={cast[index]?.played === false} onChange={(played) => change(index, { played: !played }, `cast-played-${index}`)} />
        </>
      )} />
  );
}
/** Without a brief that says nothing. */
function withBrief({ brief, ...one }: CastMember): CastMember { return brief === undefined || brief === '' ? one : { ...one, brief }; }

/** What has happened when the rehearsal begins. */
export function OpeningForm({ board }: Props) {
  const { scenario } = board;
  const o = storyboardWords.openingFields;
  const set = setter(board);
  const opening = scenario.opening ?? { until: scenario.steps[0]?.at ?? '', words: scenario.summary ?? '' };
  return (
    <>
      <MomentField id="sb-until" label={o.until} hint={o.untilHint} value={opening.until} onChange={(until) => set({ opening: { ...opening, until } }, 'until')} />
      <TextField id="sb-opening" long rows={3} label={o.words} value={opening.words} onChange={(words) => set({ opening: { ...opening, words } }, 'opening')} />
      <Lines id="sb-facts" label={o.facts} item={o.fact} addLabel={o.addFact} values={opening.facts ?? []} onChange={(facts, field) => set({ opening: { ...opening, facts } }, field)} />
    </>
  );
}
