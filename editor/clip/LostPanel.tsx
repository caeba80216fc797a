// After a paste: what could not come along and why, in sentences.
import { useEffect, useRef } from 'react';
import { Icon } from '../canvas/icons.tsx';
import { useBench } from '../store/context.ts';
import { words } from './words.ts';

export function LostPanel() {
  const { about, send, focusStage, store } = useBench();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => { close.current?.focus(); }, []);
  const leave = (): void => { send({ type: 'done' }); focusStage(store.getState().selection); };
  return (
    <section className="ed-panel ed-lost" aria-label={words.title} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); leave(); } }}>
      <div className="ed-panel-head"><h2>{words.title}</h2><button ref={close} type="button" className="ed-ib" aria-label={words.close} onClick={leave}><Icon name="cross" small /></button></div>
      <ul>{about.lost.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
    </section>
  );
}
