interface Props {
  readonly id: string; readonly label: string; readonly hint?: string; readonly onText: (text: string, name: string) => void;
  /** A larger file, in bytes, is not read at all. */ readonly most?: number; readonly onTooBig?: (name: string) => void;
}

/** A file of the person's own choice, read as text and sent nowhere. */
export function FileField({ id, label, hint, onText, most = Infinity, onTooBig }: Props) {
  const take = (file: File): void => { if (file.size > most) onTooBig?.(file.name); else void file.text().then((text) => onText(text, file.name)); };
  return (
    <div className="cw-field">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : <p className="cw-hint" id={`${id}-hint`}>{hint}</p>}
      {/* Emptied as it is opened: a file that was put right and is chosen again is no change to the browser, which would stay silent. */}
      <input id={id} type="file" accept=".json,application/json" className="cw-input" aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onClick={(event) => { event.currentTarget.value = ''; }} onChange={(event) => { const [file] = event.target.files ?? []; if (file !== undefined) take(file); }} />
    </div>
  );
}
