// Parts that belong together under one name, and what each place of an element is given.
import type { ReactNode } from 'react';
import type { Around } from './choices.ts';
import type { Field } from './shape.ts';

export interface PartProps { readonly field: Field; readonly value: unknown; readonly around: Around; readonly readOnly: boolean; readonly onSet: (value: unknown) => void; /** Where it stands in the element, for links and tests. */ readonly path: string }

export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return <fieldset className="ed-part-group"><legend>{title}</legend>{children}</fieldset>;
}
