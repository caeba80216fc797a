import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Button, Note } from '../../ui/index.ts';
import { instantWords } from '../dates.ts';
import { shortLabel } from '../procedures/catalogue.ts';
import { Frame } from './Frame.tsx';
import { HandOver } from './HandOver.tsx';
import { usePlayer } from './usePlayer.ts';
import { trainingWords as w } from './words.ts';

/** The frame of everything in one rehearsal: what is played, who plays, and the ways out. */
export function PlayFrame({ title, wide = false, debrief = false, children }: { readonly title: string; readonly wide?: boolean; readonly debrief?: boolean; readonly children: ReactNode }) {
  const { book, model, kept, keepMine } = usePlayer();
  return (
    <Frame title={title} wide={wide} about={<><b>{book.scenario.title}</b> {shortLabel(model.procedure.label)}</>}
      right={debrief ? <Link href="/">{w.back}</Link> : <><span className="tr-who">{w.youPlay}: <b>{model.actor.label}</b></span><HandOver /><Link href="/debrief">{w.debrief}</Link></>}>
      {kept === 'failed' ? <Note kind="late"><p>{w.error}</p></Note> : null}
      {kept === 'elsewhere' ? <Note kind="late"><p role="alert">{w.other.text}</p><p><Button small onClick={() => window.location.reload()}>{w.other.theirs}</Button> <Button small kind="secondary" onClick={keepMine}>{w.other.mine}</Button></p></Note> : null}
      {wide || debrief ? null : <p className="tr-clock-line">{w.clock.says} <b>{instantWords(model.now, 0)}</b></p>}
      {children}
    </Frame>
  );
}
