// The clocks of a stage, each opening its editor.
import type { Id } from '../../engine/procedure/types.ts';
import { AddClock } from '../clock/ClockSheet.tsx';
import { clocksOf } from '../model/clocks.ts';
import { taskTitle } from '../model/text.ts';
import { Icon } from '../canvas/icons.tsx';
import { useBench, useEditor } from '../store/context.ts';
import { words } from '../words.ts';

export function Clocks({ stage }: { readonly stage: Id }) {
  const { send } = useBench();
  const procedure = useEditor((state) => state.content);
  const readOnly = useEditor((state) => state.readOnly);
  const clocks = clocksOf(procedure, stage);
  const task = (clock: Id): Id => procedure.timescales?.[clock]?.for ?? '';
  // Where several things are done, two clocks may say the same and bind different ones.
  const several = new Set(clocks.map(({ id }) => task(id))).size > 1;
  return (
    <section className="ed-sec" data-part="clock">
      <div className="ed-sec-head"><Icon name="clock" /><h3>{words.inspector.clocks} <span>{clocks.length === 0 ? '' : clocks.length}</span></h3>{!readOnly && <AddClock stage={stage} small />}</div>
      {clocks.length === 0 && <p className="ed-hint">{words.clock.none}</p>}
      <ul className="ed-list">
        {clocks.map((clock) => (
          <li key={clock.id}>
            <button type="button" className="ed-list-button" onClick={() => send({ type: 'clock', clock: clock.id })}>
              <span className="ed-grow"><span><b className={clock.unclear ? 'ed-bad' : undefined}>{clock.amount}</b> {clock.rest}</span><span className="ed-sub">{clock.basis}{several && ` · ${words.clock.binds(taskTitle(procedure, task(clock.id)))}`}</span></span><Icon name="right" small />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
