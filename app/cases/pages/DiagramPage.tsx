import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import Editor from '../../../editor/index.tsx';
import type { View } from '../../../editor/types.ts';
import { civilDay } from '../../dates.ts';
import { innermost } from '../registerRow.ts';
import type { CaseModel } from '../types.ts';
import { words } from '../../words.ts';
import { useWorld } from '../../world/world.ts';

/** The whole procedure as drawn, with the stage the case is in picked out. */
export default function DiagramPage({ model }: { readonly model: CaseModel }) {
  const { case: item, procedure } = model;
  const [, go] = useLocation();
  const [selection, setSelection] = useState<string | null>(innermost(procedure, item)[0] ?? null);
  const [view, setView] = useState<View>('canvas');
  useEffect(() => { document.title = `${item.reference} - ${words.name}`; }, [item.reference]);
  const practice = useWorld().kind === 'practice';
  const version = words.procedures.version(item.procedure.version);
  return <div className={practice ? 'case-diagram practice' : 'case-diagram'}><Editor procedure={procedure} readOnly stateWords={practice ? `${words.practice}, ${version.toLowerCase()}` : version} saved="saved" selection={selection} onSelect={setSelection} view={view} onView={setView} onChange={() => undefined} onExit={() => go(`/cases/${item.id}`)} today={civilDay(model.now)} /></div>;
}
