// A criterion inside an element, drawn line by line as on the rule page.
import type { Criterion as Asked } from '../../engine/procedure/types.ts';
import { Lines } from '../rule/Lines.tsx';
import { criterionOf, treeOf } from '../rule/tree.ts';

export function Criterion({ label, value, readOnly, onKeep }: { readonly label: string; readonly value: unknown; readonly readOnly: boolean; readonly onKeep: (value: unknown) => void }) {
  return (
    <fieldset className="ed-part-group" disabled={readOnly}><legend>{label}</legend>
      <Lines tree={treeOf(value as Asked | undefined)} onKeep={(tree) => onKeep(criterionOf(tree))} />
    </fieldset>
  );
}
