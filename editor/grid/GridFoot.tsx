// The keys of the grid, under it.
import { useBench } from '../store/context.ts';
import { words } from '../words.ts';

export function GridFoot({ outline }: { readonly outline: boolean }) {
  const { send } = useBench();
  const rows = words.grid.keys.filter(([, , both]) => both || outline);
  return (
    <div className="ed-grid-foot">
      {rows.map(([keys, said]) => <span key={said}>{keys.map((key) => <kbd key={key}>{key}</kbd>)} {said}</span>)}
      <span className="ed-grow" /><button type="button" className="ed-link" onClick={() => send({ type: 'keys' })}>{words.grid.allKeys}</button>
    </div>
  );
}
