import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { AddAnother, Button, DateField, ErrorSummary, LinkButton, Note, ProblemBox, TextField, announce } from '../../ui/index.ts';
import { faultWords } from '../world/faults.ts';
import { useSession } from '../world/session.ts';
import { useWorld } from '../world/world.ts';
import { readPartnership, savePartnership } from './partnership.ts';
import type { KeptPartnership } from './partnership.ts';
import { RetentionFields } from './RetentionFields.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';
import { emptyClosure, emptyPerson, settingsOf, typedOf } from './typedSettings.ts';
import type { Errors, TypedClosure, TypedPerson, TypedSettings } from './typedSettings.ts';
import { settingsWords as w } from './words.ts';

/** What the partnership says of itself: name, people, closed days, how long cases are kept. */
export function SettingsPage() {
  const world = useWorld();
  const [kept, setKept] = useState<KeptPartnership>();
  const [typed, setTyped] = useState<TypedSettings>();
  const [problem, setProblem] = useState<{ readonly words: string; readonly stale: boolean }>();
  const [errors, setErrors] = useState<Errors>({});
  const [round, setRound] = useState(0);
  const [said, setSaid] = useState('');
  const read = () => { void readPartnership(world.store).then((found) => { setKept(found); setTyped(typedOf(found.partnership)); setProblem(undefined); setErrors({}); }, (error: unknown) => setProblem({ words: faultWords(error), stale: false })); };
  useEffect(read, [world]);
  const save = () => {
    if (typed === undefined || kept === undefined) return;
    const wanted = settingsOf(typed);
    setRound(round + 1);
    setSaid('');
    setErrors(wanted.ok ? {} : wanted.errors);
    if (!wanted.ok) return;
    const partnership = { ...wanted.settings, holds: kept.partnership.holds };
    void savePartnership(world.store, { revision: kept.revision, partnership }, world.now()).then((result) => {
      if (!result.ok) { setProblem({ words: result.code === 'conflict' ? w.conflict : result.words, stale: result.code === 'conflict' }); return; }
      setKept({ revision: result.revision, partnership });
      setProblem(undefined);
      setSaid(w.saved);
      announce(w.saved);
      useSession.getState().wrote(world.kind, world.now());
    });
  };
  const set = (change: Partial<TypedSettings>) => { if (typed !== undefined) setTyped({ ...typed, ...change }); };
  return (
    <SettingsFrame title={w.title}>
      <h1 className="cw-h1 case-h1">{w.title}</h1><p className="cw-prose">{world.kind === 'practice' ? w.practiceLede : w.lede}</p>
      {problem === undefined ? null : <ProblemBox title={w.failed} round={round}><p>{problem.words} {problem.stale ? <LinkButton onClick={read}>{w.reload}</LinkButton> : null}</p></ProblemBox>}
      {typed === undefined ? null : (
        <form noValidate className="settings-form" onSubmit={(event) => { event.preventDefault(); save(); }}>
          <ErrorSummary items={Object.entries(errors).map(([field, words]) => ({ field, words }))} round={round} />
          <TextField id="partnership-name" label={w.name} hint={w.nameHint} value={typed.name} onChange={(name) => set({ name })} maxLength={120} />
          <People people={typed.people} errors={errors} onChange={(people) => set({ people })} />
          <Closures closures={typed.closures} errors={errors} onChange={(closures) => set({ closures })} />
          <RetentionFields years={typed.years} errors={errors} onChange={(years) => set({ years })} />
          {said === '' ? null : <Note kind="met"><p>{said}</p></Note>}
          <div className="cw-row"><Button type="submit">{w.button}</Button><Link href="/settings/retention">{w.review}</Link></div>
        </form>
      )}
    </SettingsFrame>
  );
}
const without = <T,>(all: readonly T[], index: number): readonly T[] => all.filter((_, at) => at !== index);
const changed = <T,>(all: readonly T[], index: number, change: Partial<T>): readonly T[] => all.map((one, at) => (at === index ? { ...one, ...change } : one));

function People({ people, errors, onChange }: { readonly people: readonly TypedPerson[]; readonly errors: Errors; readonly onChange: (people: readonly TypedPerson[]) => void }) {
  const row = (index: number) => {
    const one = people[index] ?? emptyPerson;
    const id = `person-${index}`;
    const text = (key: 'initials' | 'name' | 'role' | 'email' | 'phone' | 'cover', label: string) => <TextField id={`${id}-${key}`} label={label} error={errors[`${id}-${key}`]} value={one[key]} onChange={(value) => onChange(changed(people, index, { [key]: value }))} maxLength={key === 'initials' || key === 'cover' ? 12 : 120} spellCheck={false} />;
    return (
      <>
        <div className="settings-grid">{text('initials', w.initials)}{text('name', w.fullName)}{text('role', w.role)}{text('email', w.email)}{text('phone', w.phone)}</div>
        <div className="settings-grid"><DateField id={`${id}-from`} label={w.awayFrom} error={errors[`${id}-from`]} value={one.from} onChange={(from) => onChange(changed(people, index, { from }))} /><DateField id={`${id}-until`} label={w.awayUntil} error={errors[`${id}-until`]} value={one.until} onChange={(until) => onChange(changed(people, index, { until }))} />{text('cover', w.cover)}</div>
      </>
    );
  };
  return <AddAnother id="people" label={w.people} hint={people.length === 0 ? `${w.peopleHint} ${w.noPeople}` : w.peopleHint} count={people.length} item={w.person} addLabel={w.addPerson} row={row} onAdd={() => onChange([...people, emptyPerson])} onRemove={(index) => onChange(without(people, index))} />;
}
function Closures({ closures, errors, onChange }: { readonly closures: readonly TypedClosure[]; readonly errors: Errors; readonly onChange: (closures: readonly TypedClosure[]) => void }) {
  const row = (index: number) => {
    const one = closures[index] ?? emptyClosure;
    const id = `closure-${index}`;
    return (
      <div className="settings-grid">
        <DateField id={`${id}-from`} label={w.closedFrom} error={errors[`${id}-from`]} value={one.from} onChange={(from) => onChange(changed(closures, index, { from }))} /><DateField id={`${id}-until`} label={w.closedUntil} error={errors[`${id}-until`]} value={one.until} onChange={(until) => onChange(changed(closures, index, { until }))} />
        <TextField id={`${id}-words`} label={w.why} value={one.words} onChange={(words) => onChange(changed(closures, index, { words }))} maxLength={120} />
      </div>
    );
  };
  return <AddAnother id="closures" label={w.closures} hint={w.closuresHint} count={closures.length} item={w.closure} addLabel={w.addClosure} row={row} onAdd={() => onChange([...closures, emptyClosure])} onRemove={(index) => onChange(without(closures, index))} />;
}
