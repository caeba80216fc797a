// With nothing selected, the procedure as a whole: its name, its size, and each place where the source can be read in
// more than one way, with the source's own words and the reading taken.
import { useId } from 'react';
import type { Id, SettingDefinition } from '../../engine/procedure/types.ts';
import { citeWords } from '../clock/ClockSource.tsx';
import { TextField } from '../fields/TextField.tsx';
import { wordsOf } from '../model/text.ts';
import { everyRule, RuleList } from '../rule/RuleList.tsx';
import { words as reader } from '../sources/words.ts';
import { useBench, useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';
import { Beginnings } from './Beginnings.tsx';
import { Fold } from './Folds.tsx';

export function Whole() {
  const { send } = useBench();
  const diagram = useDiagram();
  const procedure = useEditor((state) => state.content);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const settings = Object.entries(procedure.settings ?? {});
  const rules = everyRule(procedure);
  return (
    <>
      <header className="ed-insp-head"><h2>{words.inspector.none}</h2><p className="ed-hint">{words.inspector.noneHint}</p></header>
      <div className="ed-insp-body">
        <section className="ed-sec ed-fields ed-fields-tall">
          {!readOnly && <TextField label={words.whole.name} value={wordsOf(procedure.label)} readOnly={readOnly} onKeep={(label) => edit({ type: 'renameProcedure', label })} />}
          <span className="ed-label">{words.whole.size}</span><span>{words.inspector.sizes(diagram.count, diagram.routes.length)}</span>
        </section>
        <Beginnings />
        <section className="ed-sec"><button type="button" className="ed-link" onClick={() => send({ type: 'source', passage: null })}>{reader.title}</button></section>
        {settings.length > 0 && <section className="ed-sec"><div className="ed-sec-head"><h3>{words.whole.readings} <span>{settings.length}</span></h3></div><p className="ed-hint">{words.whole.readingsHint}</p></section>}
        {settings.map(([id, setting]) => <Reading key={id} id={id} setting={setting} />)}
        <Fold title={words.outline.rules} count={words.inspector.count(rules.length)}><RuleList rules={rules} about={Object.keys(procedure.tasks)[0] ?? null} /></Fold>
      </div>
    </>
  );
}

function Reading({ id, setting }: { readonly id: Id; readonly setting: SettingDefinition }) {
  const name = useId();
  const procedure = useEditor((state) => state.content);
  const readOnly = useEditor((state) => state.readOnly);
  const edit = useEditor((state) => state.edit);
  const said = wordsOf(setting.words);
  return (
    <section className="ed-sec">
      <fieldset className="ed-readings" disabled={readOnly}>
        <legend>{wordsOf(setting.label)}</legend>
        {(said !== '' || setting.cites !== undefined) && <blockquote className="ed-quote">{said === '' ? null : `“${said}”`}{setting.cites !== undefined && <cite>{citeWords(procedure, setting.cites)}</cite>}</blockquote>}
        {setting.choices.map((choice, index) => (
          <label key={index} className={choice.value === setting.default ? 'ed-radio ed-radio-on' : 'ed-radio'}>
            <input type="radio" name={name} checked={choice.value === setting.default} onChange={() => edit({ type: 'setSettingDefault', setting: id, value: choice.value })} /><span className="ed-grow">{wordsOf(choice.label)}</span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}
