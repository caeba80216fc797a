// A stage's name, changed where it stands: Enter or leaving keeps it, Escape gives it up.
import { useRef } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { rename } from '../edits/commands.ts';
import { useBench, useEditor } from '../store/context.ts';
import { words } from '../words.ts';

export function NameField({ stage, title }: { readonly stage: Id; readonly title: string }) {
  const { send, focusStage } = useBench();
  const edit = useEditor((state) => state.edit);
  const settled = useRef(false);
  const finish = (value: string | null): void => {
    if (settled.current) return;
    settled.current = true;
    if (value !== null && value.trim() !== '' && value.trim() !== title) edit(rename(stage, value.trim()));
    send({ type: 'done' });
    focusStage(stage);
  };
  return (
    <input className="ed-name nodrag nopan nowheel" defaultValue={title} aria-label={words.inspector.title} autoFocus onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => finish(event.currentTarget.value)} onPointerDown={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') finish(null);
      }} />
  );
}
