import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CaseModel } from './types.ts';
import { caseWords } from './words.ts';

/** An address of this case that leads to nothing there now, with the way back. */
export function NotAsked({ model, children }: { readonly model: CaseModel; readonly children?: ReactNode }) {
  return <><h1 className="cw-h1 case-h1">{caseWords.task.notAsked}</h1>{children}<p><Link href={`/cases/${model.case.id}`}>{caseWords.frame.back}</Link></p></>;
}
