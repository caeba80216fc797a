import { whatIf } from '../../engine/case/rehearsal/index.ts';
import { useState } from 'react';
import { remainingOf, toldOf } from '../../engine/case/rehearsal/index.ts';
import type { ExpectedAct, WhatIf as Outcome } from '../../engine/case/rehearsal/index.ts';
import type { CommandBody } from '../../engine/case/types.ts';
import { listWords } from '../../engine/time/words.ts';
import { LinkButton } from '../../ui/index.ts';
import { Cites } from '../cases/Cites.tsx';
import { civilWords } from '../dates.ts';
import { usePlayer } from './usePlayer.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.room;

interface Props { /** The act, for those who hear the buttons. */ readonly about: string; readonly body: CommandBody; readonly options?: readonly { readonly id: string; readonly label: string }[]; readonly why: string; readonly cites: readonly string[] }

/** "Why?" and "What if?" of a button: beside it, and without changing anything. */
export function WhatIfButtons({ about, body, options = [], why, cites }: Props) {
  const [open, setOpen] = useState<'why' | 'if'>();
  const { model: { procedure } } = usePlayer();
  const toggle = (which: 'why' | 'if') => setOpen(open === which ? undefined : which);
  return (
    <div className="tr-ask">
      <LinkButton aria-expanded={open === 'why'} onClick={() => toggle('why')}>{w.why}<span className="cw-vh"> {about}</span></LinkButton>
      <LinkButton aria-expanded={open === 'if'} onClick={() => toggle('if')}>{w.whatIf}<span className="cw-vh"> {about}</span></LinkButton>
      {open === 'why' ? <div className="tr-answer"><p>{why}</p><Cites procedure={procedure} cites={cites} most={1} /></div> : null}
      {open === 'if' ? <div className="tr-answer">{options.length === 0 ? <Would body={body} /> : options.map((option) => <div key={option.id}><p><b>{w.would.option} “{option.label}”</b></p><Would body={{ ...body, options: [option.id], reasons: 'If this were decided.' } as CommandBody} /></div>)}</div> : null}
    </div>
  );
}

function Would({ body }: { readonly body: CommandBody }) {
  const { book, rehearsal, way, role, person } = usePlayer();
  const written = remainingOf(book, toldOf(way)).find((one) => isSame(one, body));
  const outcome = whatIf(book, rehearsal, filled(body, written), { role, person });
  return outcome.ok ? <Effects outcome={outcome} /> : <p>{w.would.lacks}: {outcome.refusal.words} {outcome.refusal.remedy}</p>;
}
/** With the answers that the scenario writes for the same act, where it has it: an empty form says only that it is empty. */
function filled(body: CommandBody, written: ExpectedAct | undefined): CommandBody {
  if (written === undefined || body.type !== written.body.type) return body;
  return body.type === 'decide' ? ({ ...written.body, options: body.options, reasons: body.reasons } as CommandBody) : written.body;
}
const isSame = ({ body: written }: ExpectedAct, body: CommandBody): boolean => written.type === body.type && 'task' in written && 'task' in body && written.task === body.task;

function Effects({ outcome }: { readonly outcome: Extract<Outcome, { ok: true }> }) {
  const { leaves, enters, asks, dates } = outcome;
  const lines = [[w.would.leaves, leaves], [w.would.enters, enters], [w.would.asks, asks], [w.would.dates, dates.map((one) => `${one.label} (${civilWords(one.date, false)})`)]] as const;
  const shown = lines.filter(([, what]) => what.length > 0);
  return shown.length === 0 ? <p>{w.would.nothing}</p> : <ul>{shown.map(([words, what]) => <li key={words}>{words}: {listWords(what)}.</li>)}</ul>;
}
