// The value of a line: one of the choices, several of them, a number, a date or words. What is typed is kept on Enter
// or on leaving; Escape gives it up.
import { useState, type KeyboardEvent } from 'react';
import type { Scalar } from '../../engine/procedure/types.ts';
import { useEditor } from '../store/context.ts';
import { valueKind, type Said } from './lines.ts';
import { valuesOf } from './subjects.ts';
import { words } from './words.ts';

interface Props { readonly said: Said; readonly onKeep: (value: Scalar | readonly Scalar[]) => void }

export function ValueField({ said, onKeep }: Props) {
  const procedure = useEditor((state) => state.procedure);
  const kind = valueKind(procedure, said);
  if (kind === 'none') return null;
  if (kind === 'options') return <Several said={said} onKeep={onKeep} />;
  if (kind !== 'option') return <Typed key={`${kind} ${String(said.value)}`} kind={kind} value={String(said.value ?? '')} onKeep={onKeep} />;
  const values = valuesOf(procedure, said.subject);
  const at = values.findIndex((each) => each.value === said.value);
  return (
    <select className="ed-in" aria-label={words.value} value={at} onChange={(event) => { const chosen = values[Number(event.currentTarget.value)]; if (chosen !== undefined) onKeep(chosen.value); }}>
      {at < 0 && <option value={-1}>{String(said.value ?? '')}</option>}
      {values.map((each, index) => <option key={String(each.value)} value={index}>{each.title}</option>)}
    </select>
  );
}

/** Several of the choices; the last one stays, for a line that names none says nothing. */
function Several({ said, onKeep }: Props) {
  const procedure = useEditor((state) => state.procedure);
  const chosen: readonly Scalar[] = Array.isArray(said.value) ? said.value as readonly Scalar[] : [];
  const toggle = (value: Scalar): void => {
    const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : valuesOf(procedure, said.subject).map((each) => each.value).filter((each) => each === value || chosen.includes(each));
    if (next.length > 0) onKeep(next);
  };
  return (
    <span className="ed-crit-several" role="group" aria-label={words.value}>
      {valuesOf(procedure, said.subject).map((each) => <label key={String(each.value)}><input type="checkbox" checked={chosen.includes(each.value)} onChange={() => toggle(each.value)} />{each.title}</label>)}
    </span>
  );
}

function Typed({ kind, value, onKeep }: { readonly kind: 'number' | 'date' | 'text'; readonly value: string; readonly onKeep: (value: Scalar) => void }) {
  const [typed, setTyped] = useState(value);
  const good = kind === 'number' ? /^-?\d+(\.\d+)?$/.test(typed.trim()) : typed.trim() !== '';
  const keep = (): void => { if (typed !== value && good) onKeep(kind === 'number' ? Number(typed) : typed.trim()); else setTyped(value); };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape' && typed !== value) { event.preventDefault(); setTyped(value); }
  };
  return <input className={kind === 'number' ? 'ed-in ed-amount' : 'ed-in'} type={kind === 'date' ? 'date' : 'text'} inputMode={kind === 'number' ? 'decimal' : undefined} aria-label={words.value} aria-invalid={!good} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={keep} onKeyDown={onKey} />;
}
