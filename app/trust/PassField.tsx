import { useState } from 'react';
import { LinkButton } from '../../ui/index.ts';

/** A secret to type: hidden, and shown on request. The browser is asked to keep nothing of it. */
export function PassField({ id, label, hint, error, value, onChange, fresh = false }: { readonly id: string; readonly label: string; readonly hint?: string; readonly error?: string | undefined; readonly value: string; readonly onChange: (value: string) => void; /** A secret that is being chosen. */ readonly fresh?: boolean }) {
  const [shown, setShown] = useState(false);
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={`cw-field${error === undefined ? '' : ' bad'}`}>
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : <p className="cw-hint" id={`${id}-hint`}>{hint}</p>}
      {error === undefined ? null : <p className="cw-message" id={`${id}-error`}><span className="cw-vh">Error: </span>{error}</p>}
      <span className="cw-row">
        <input id={id} className={`cw-input cw-w20${error === undefined ? '' : ' bad'}`} type={shown ? 'text' : 'password'} value={value} autoComplete={fresh ? 'new-password' : 'off'} spellCheck={false} autoCapitalize="none" aria-describedby={described} aria-invalid={error === undefined ? undefined : true} onChange={(event) => onChange(event.target.value)} />
        <LinkButton onClick={() => setShown(!shown)} aria-pressed={shown}>{shown ? 'Hide' : 'Show'}</LinkButton>
      </span>
    </div>
  );
}
