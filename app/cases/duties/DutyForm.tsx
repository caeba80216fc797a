import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { DutyBody } from '../../../engine/case/duties/types.ts';
import type { CompiledProcedure } from '../../../engine/case/compile.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { Button, ErrorSummary, announce } from '../../../ui/index.ts';
import { useWorld } from '../../world/world.ts';
import type { ActorOf } from '../actors.ts';
import { RefusalBox } from '../RefusalBox.tsx';
import { freshIds } from '../session.ts';
import { fieldId } from '../tasks/fields.ts';
import type { FieldErrors } from '../tasks/fields.ts';
import { caseWords } from '../words.ts';
import { actOnDuties } from './session.ts';
import type { DutyResult } from './session.ts';

export type DutyWanted = { readonly body: DutyBody; readonly occurred?: Instant | undefined } | { readonly errors: FieldErrors };
export interface DutyActing { readonly compiled: CompiledProcedure; readonly actor: ActorOf; /** Reads the duties again once it is kept. */ readonly onSaved: () => void }

/** One act about a duty: its fields, what it makes of them, and what was refused. */
export function DutyForm({ acting: { compiled, actor, onSaved }, id, button, said, reasonAt, main = false, wanted, fields }: { readonly acting: DutyActing; readonly id: string; readonly button: string; readonly said: string; readonly reasonAt?: string; readonly main?: boolean; readonly wanted: () => DutyWanted; readonly fields: (errors: FieldErrors) => ReactNode }) {
  const world = useWorld();
  const [errors, setErrors] = useState<FieldErrors>({});
  const [round, setRound] = useState(0);
  const [saving, setSaving] = useState(false);
  const [result, setResult] = useState<DutyResult>();
  const command = useRef({ said: '', ...freshIds() });
  const submit = () => {
    const asked = wanted();
    setErrors('errors' in asked ? asked.errors : {});
    setRound(round + 1);
    if ('errors' in asked || saving) return;
    if (actor.person === '?') { setResult({ kind: 'failed', words: caseWords.who.first }); return; }
    // The same words sent again are a retry and keep their id; changed words are another act.
    const words = JSON.stringify(asked);
    if (command.current.said !== words) command.current = { said: words, ...freshIds() };
    setSaving(true);
    void actOnDuties(world, compiled, { ...asked, person: actor.person, role: actor.role, id: command.current.id, salt: command.current.salt }).then((done) => {
      setSaving(false);
      setResult(done);
      if (done.kind === 'saved') { announce(caseWords.task.recorded(said)); onSaved(); }
    });
  };
  const refusal = result?.kind === 'refused' ? result.refusal : undefined;
  const unreasoned: FieldErrors = reasonAt !== undefined && refusal?.code === 'missing-reason' ? { [reasonAt]: refusal.words } : {};
  const shown = { ...unreasoned, ...errors };
  const boxed = Object.keys(shown).length > 0 ? undefined : refusal;
  return (
    <form noValidate className="case-actform" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <ErrorSummary items={Object.entries(shown).map(([key, words]) => ({ field: fieldId(`${id}-${key}`), words }))} round={round + (saving ? 0 : 1)} />
      <RefusalBox model={{ procedure: compiled.procedure, actor }} acting={{ refusal: boxed, failure: result?.kind === 'failed' ? result.words : undefined, round, edit: () => setResult(undefined) }} />
      {fields(shown)}
      <Button type="submit" kind={main ? 'primary' : 'secondary'} disabled={saving}>{button}</Button>
    </form>
  );
}
