import { useEffect } from 'react';
import { Link } from 'wouter';
import { Button, Note, announce } from '../../ui/index.ts';
import { words } from '../words.ts';
import { useUntold } from '../world/untold.ts';
import type { Untold as One } from '../world/untold.ts';
import { useOpenWorld } from '../world/world.ts';

const w = words.untold;

/** What was refused or not written after the page it was entered on had been left; stands until it is read. */
export function Untold() {
  const kind = useOpenWorld()?.kind;
  const { all, read } = useUntold();
  return <>{all.filter((one) => kind === undefined || one.world === kind).map((one) => <Notice key={one.id} one={one} onRead={() => read(one.id)} />)}</>;
}
function Notice({ one, onRead }: { readonly one: One; readonly onRead: () => void }) {
  const title = w.title(one.about);
  useEffect(() => { announce(`${title}. ${one.words}`, 'assertive'); }, [title, one.words]);
  return <Note kind="late"><p><b>{title}.</b> {one.words}</p><span className="cw-row"><Button onClick={onRead}>{w.read}</Button><Link href={`~${one.path}`} onClick={onRead}>{w.back}</Link></span></Note>;
}
