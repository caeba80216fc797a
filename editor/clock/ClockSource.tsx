// The source's own words beside the reading taken of them; each choice with the date it would give.
import { useId } from 'react';
import type { Id, Procedure, Timescale } from '../../engine/procedure/types.ts';
import { wordsOf } from '../model/text.ts';
import { useBench, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { exampleOf } from './example.ts';

export function ClockSource({ timescale }: { readonly clock: Id; readonly timescale: Timescale }) {
  const procedure = useEditor((state) => state.procedure);
  const quoted = quotedWords(procedure, timescale);
  const setting = typeof timescale.unit === 'object' ? timescale.unit.setting : null;
  return (
    <div className={setting === null ? 'ed-source' : 'ed-source ed-source-two'}>
      <div>
        <h3>{words.clock.sourceSays}</h3>
        {quoted === '' ? <p className="ed-hint">{words.clock.noSource}</p> : <blockquote className="ed-quote">“{quoted}”{timescale.cites !== undefined && <cite>{citeWords(procedure, timescale.cites)}</cite>}</blockquote>}
      </div>
      {setting !== null && <Readings setting={setting} timescale={timescale} />}
    </div>
  );
}

function Readings({ setting, timescale }: { readonly setting: Id; readonly timescale: Timescale }) {
  const { today } = useBench();
  const name = useId();
  const procedure = useEditor((state) => state.procedure);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const found = procedure.settings?.[setting];
  if (found === undefined) return null;
  const shared = Object.values(procedure.timescales ?? {}).filter((each) => typeof each.unit === 'object' && each.unit.setting === setting).length;
  return (
    <fieldset className="ed-readings" disabled={readOnly}>
      <legend>{words.clock.reading(wordsOf(found.label))}</legend>
      {found.choices.map((choice, index) => {
        const read = { ...procedure, settings: { ...procedure.settings, [setting]: { ...found, default: choice.value } } };
        return (
          <label key={index} className={choice.value === found.default ? 'ed-radio ed-radio-on' : 'ed-radio'}>
            <input type="radio" name={name} checked={choice.value === found.default} onChange={() => edit({ type: 'setSettingDefault', setting, value: choice.value })} />
            <span className="ed-grow">{wordsOf(choice.label)}</span><b>{exampleOf(read, timescale, today)?.due}</b>
          </label>
        );
      })}
      <p className="ed-hint">{words.clock.shared(shared)}</p>
    </fieldset>
  );
}

function quotedWords(procedure: Procedure, timescale: Timescale): string {
  const own = wordsOf(timescale.words);
  if (own !== '') return own;
  const setting = typeof timescale.unit === 'object' ? procedure.settings?.[timescale.unit.setting] : undefined;
  return wordsOf(setting?.words);
}

/** "Serious incident protocol, lines 57 and 112". */
export function citeWords(procedure: Procedure, cites: readonly string[]): string {
  const bySource = new Map<string, string[]>();
  for (const cite of cites) {
    const [source = '', lines = ''] = cite.split('#');
    bySource.set(source, [...(bySource.get(source) ?? []), lines]);
  }
  return [...bySource].map(([source, lines]) => `${wordsOf(procedure.sources[source]?.title) || source}, ${words.clock.lines(lines)}`).join('; ');
}
