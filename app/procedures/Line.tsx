// One procedure in the list, and a group of them.
import type { ReactNode } from 'react';
import type { Procedure } from '../../engine/procedure/types.ts';
import { textOf } from './catalogue.ts';

export function Group({ id, title, note, children }: { readonly id?: string; readonly title: string; readonly note?: string | undefined; readonly children: ReactNode }) {
  return <section className="app-group app-procedures"><h2 id={id} className="cw-h2">{title}</h2>{note === undefined ? null : <p className="cw-s cw-q">{note}</p>}{children}</section>;
}
export function Line({ procedure, tag, under, children }: { readonly procedure: Procedure; readonly tag: ReactNode; readonly under: string; readonly children: ReactNode }) {
  return <div className="app-card-row"><div><div className="cw-row"><h3>{textOf(procedure.label)}</h3>{tag}</div><p className="cw-s cw-q">{under}</p></div><div className="app-acts cw-row">{children}</div></div>;
}
export function Hidden({ of }: { readonly of: Procedure }) { return <span className="cw-vh"> {textOf(of.label)}</span>; }
