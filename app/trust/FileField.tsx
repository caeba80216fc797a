/** A file of the person's own choice, read as text and sent nowhere. */
export function FileField({ id, label, hint, onText }: { readonly id: string; readonly label: string; readonly hint?: string; readonly onText: (text: string, name: string) => void }) {
  return (
    <div className="cw-field">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : <p className="cw-hint" id={`${id}-hint`}>{hint}</p>}
      <input id={id} type="file" accept=".json,application/json" className="cw-input" aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => { const [file] = event.target.files ?? []; if (file !== undefined) void file.text().then((text) => onText(text, file.name)); }} />
    </div>
  );
}
