import { useState } from 'react';
import type { ReactNode } from 'react';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import { Button, ErrorSummary, announce } from '../../../ui/index.ts';
import { isElsewhere } from '../life/Elsewhere.tsx';
import { lifeWords } from '../life/words.ts';
import { RefusalBox } from '../RefusalBox.tsx';
import { useReload, useSayAndGo } from '../reload.ts';
import { fieldId } from '../tasks/fields.ts';
import type { FieldErrors } from '../tasks/fields.ts';
import type { CaseModel } from '../types.ts';
import { useAct } from '../useAct.ts';
import type { Write } from '../useAct.ts';
import { caseWords } from '../words.ts';

/** What is to be recorded, or what is wrong with what was typed, by field. */
export type Wanted = { readonly body: CommandBody } | { readonly errors: FieldErrors };

interface ActFormProps {
  readonly model: CaseModel; /** Begins the ids of its fields. */ readonly id: string; readonly button: string; /** Announced once it is kept. */ readonly said: string;
  readonly doers?: readonly Id[]; readonly wanted: () => Wanted; readonly onDone?: () => void; /** Where it is then said what was done. */ readonly goTo?: string; /** What the page is for. */ readonly main?: boolean; /** Somebody without an account whose act it is. */ readonly onBehalfOf?: Id; /** The field of the reason, where the engine says that one is missing. */ readonly reasonAt?: string; /** What writes it, where it touches more than this case. */ readonly write?: Write; /** Ends what sets a case aside, so that a case that goes on elsewhere has it too. */ readonly alsoAside?: true; readonly fields: (errors: FieldErrors) => ReactNode;
}
/** One act that is not a task's: its fields, what it makes of them, and what was refused. Stays on the page it is on, unless told where to go. */
export function ActForm(props: ActFormProps) {
  return isElsewhere(props.model) && props.alsoAside !== true ? <p className="cw-s">{lifeWords.frame.onlyRead}.</p> : <Act {...props} />;
}
function Act({ model, id, button, said, doers, wanted, onDone, goTo, main = false, onBehalfOf, reasonAt, write, fields }: ActFormProps) {
  const [errors, setErrors] = useState<FieldErrors>({});
  const [round, setRound] = useState(0);
  const reload = useReload();
  const say = useSayAndGo();
  const acting = useAct(model, () => {
    onDone?.();
    if (goTo !== undefined) { say(goTo, caseWords.task.recorded(said)); return; }
    announce(caseWords.task.recorded(said));
    reload();
  }, write);
  const submit = () => {
    const asked = wanted();
    setErrors('errors' in asked ? asked.errors : {});
    setRound(round + 1);
    if ('body' in asked) acting.submit(asked.body, { onBehalfOf });
  };
  const unreasoned: FieldErrors = reasonAt !== undefined && acting.refusal?.code === 'missing-reason' ? { [reasonAt]: acting.refusal.words } : {};
  const shown = { ...unreasoned, ...errors };
  const items = Object.entries(shown).map(([key, words]) => ({ field: fieldId(`${id}-${key}`), words }));
  return (
    <form noValidate className="case-actform" onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <ErrorSummary items={items} round={round + acting.round} />
      {Object.keys(unreasoned).length > 0 ? null : <RefusalBox model={model} acting={acting} {...(doers === undefined ? {} : { doers })} />}
      {fields(shown)}
      <Button type="submit" kind={main ? 'primary' : 'secondary'} disabled={acting.state === 'saving'}>{button}</Button>
    </form>
  );
}
/** The id of a field of the form, where its error leads. */
export function actField(id: string, key: string): string { return fieldId(`${id}-${key}`); }
