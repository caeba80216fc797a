// All keys, in a panel that Escape closes.
import { useEffect, useRef } from 'react';
import { Icon } from '../canvas/icons.tsx';
import { useBench, useEditor } from '../store/context.ts';
import { words } from '../words.ts';

export function Keys() {
  const { send, focusStage } = useBench();
  const selection = useEditor((state) => state.selection);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => { close.current?.focus(); }, []);
  const leave = (): void => { send({ type: 'done' }); focusStage(selection); };
  return (
    <section className="ed-panel ed-keys" aria-label={words.keys.title} onKeyDown={(event) => { event.stopPropagation(); if (event.key === 'Escape') leave(); }}>
      <div className="ed-panel-head"><h2>{words.keys.title}</h2><button ref={close} type="button" className="ed-ib" aria-label={words.keys.close} onClick={leave}><Icon name="cross" small /></button></div>
      <dl>{words.keys.rows.map(([key, does]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{does}</dd></div>)}</dl>
    </section>
  );
}
