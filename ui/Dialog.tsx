import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';

/** A question that must be answered before going on: the browser's own dialog, which keeps and returns focus. */
export function Dialog({ title, open, onClose, children }: { readonly title: string; readonly open: boolean; readonly onClose: () => void; readonly children: ReactNode }) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (dialog === null) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return <dialog className="cw-dialog" ref={box} aria-labelledby={id} onClose={onClose}>{open ? <><h2 id={id}>{title}</h2>{children}</> : null}</dialog>;
}
