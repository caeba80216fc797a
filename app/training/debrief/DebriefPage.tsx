import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { debriefOf, fork, stepTo, toldOf } from '../../../engine/case/rehearsal/index.ts';
import type { Debrief, DutyLine } from '../../../engine/case/rehearsal/index.ts';
import { Button, Details, LinkButton, Note, Table, Tag, TextField } from '../../../ui/index.ts';
import type { TagKind } from '../../../ui/index.ts';
import { useUnfoldedPrint } from '../../cases/around/unfold.ts';
import { Cites } from '../../cases/Cites.tsx';
import { partyLabel } from '../../cases/actors.ts';
import { saveFile } from '../../world/download.ts';
import { faultWords } from '../../world/faults.ts';
import { PlayFrame } from '../PlayFrame.tsx';
import { usePlayer } from '../usePlayer.ts';
import { trainingWords } from '../words.ts';
import { ShouldAndDid } from './ShouldAndDid.tsx';
import { dayWordsOf, verdictWords } from './verdicts.ts';

const w = trainingWords.report;

/** What happened beside what should have: for talking about, on screen, on paper and in Word. */
export default function DebriefPage() {
  const { book, rehearsal, way, model, change, note, writeNote } = usePlayer();
  useUnfoldedPrint();
  const [, go] = useLocation();
  const debrief = useMemo(() => debriefOf(book, rehearsal), [book, rehearsal]);
  const { score } = debrief;
  const playFrom = (moment: number) => { change((before) => fork(stepTo(book, before, Math.max(0, moment - 1)))); go('/'); };
  const see = (moment: number) => { change((before) => stepTo(book, before, moment)); go('/'); };
  const times = toldOf(way).map(({ entry }) => entry.at);
  const first = firstToTalkOf(debrief, times);
  return (
    <PlayFrame title={trainingWords.debrief} debrief>
      <div className="tr-debrief">
        <div className="tr-debrief-head">
          <div><h1 className="cw-h1">{w.title(score.well, score.duties)}</h1><p className="cw-q">{w.wayOf(debrief.way)}, {dayWordsOf(debrief.from)} {w.to} {dayWordsOf(debrief.to)}. {w.by(debrief.acts, debrief.roles)} {w.same}</p></div>
          <div className="cw-row tr-no-print">{first === undefined ? null : <Button kind="practice" onClick={() => playFrom(first)}>{w.again(dayWordsOf(times[first - 2] ?? debrief.from))}</Button>}<Button kind="secondary" onClick={() => window.print()}>{w.print}</Button><WordButton debrief={debrief} /></div>
        </div>
        <Tiles debrief={debrief} />
        <div className="tr-debrief-cols">
          <section aria-labelledby="line"><h2 id="line" className="cw-h2">{w.line}</h2><ShouldAndDid debrief={debrief} calendar={book.compiled.calendars.get(model.procedure.conventions.calendar)} /><Details summary={w.table}><LineTable debrief={debrief} /></Details></section>
          <section aria-labelledby="talk"><h2 id="talk" className="cw-h2">{w.talk}</h2><Talk debrief={debrief} see={see} />
            <TextField id="note" long rows={3} label={w.note} hint={<span className="tr-no-print">{w.noteHint}</span>} value={note} onChange={writeNote} maxLength={4000} />
          </section>
        </div>
      </div>
    </PlayFrame>
  );
}

/** The place, from 1, of the first act that was late, or that came after something was missed. */
function firstToTalkOf({ lines }: Debrief, times: readonly number[]): number | undefined {
  const line = lines.find(({ verdict }) => verdict === 'late' || verdict === 'missed');
  if (line === undefined) return undefined;
  return line.moment ?? times.filter((at) => at <= line.expected).length + 1;
}

function Tiles({ debrief: { score, lines, refused, unneeded } }: { readonly debrief: Debrief }) {
  const named = (verdict: DutyLine['verdict']) => lines.filter((line) => line.verdict === verdict).map(({ label }) => label).slice(0, 3).join('; ') || w.none;
  const wrong = refused.filter(({ code }) => code === 'wrong-role');
  const tiles = [
    { kind: 'met', n: score.well, title: w.well, text: w.wellText }, { kind: 'late', n: score.late, title: w.late, text: named('late') }, { kind: 'late', n: score.missed, title: w.missed, text: named('missed') },
    { kind: 'soon', n: score.wrongRole, title: w.wrong, text: wrong.map(({ label }) => label).slice(0, 2).join('; ') || w.none }, { kind: 'held', n: score.unneeded, title: w.unneeded, text: unneeded.map(({ label }) => label).slice(0, 2).join('; ') || w.none },
  ];
  return (
    <>
      <ul className="tr-tiles">{tiles.map((tile) => <li key={tile.title} className={tile.kind}><b>{tile.n}</b><div><strong>{tile.title}</strong><span>{tile.text}</span></div></li>)}</ul>
      {score.asked === 0 ? null : <p>{w.questions(score.right, score.asked)}</p>}
    </>
  );
}

const KINDS: Readonly<Record<DutyLine['verdict'], TagKind>> = { well: 'met', late: 'late', missed: 'late', 'not-reached': 'pending', 'to-come': 'pending' };
function LineTable({ debrief: { lines } }: { readonly debrief: Debrief }) {
  const { model: { procedure } } = usePlayer();
  const columns = [{ id: 'what', head: w.columns.what }, { id: 'who', head: w.columns.who }, { id: 'should', head: w.columns.should }, { id: 'did', head: w.columns.did }, { id: 'verdict', head: w.columns.verdict }];
  return (
    <Table caption={w.line} hideCaption columns={columns} rows={lines.map((line, index) => ({
      id: `${line.label}-${index}`,
      cells: [line.label, partyLabel(procedure, line.by ?? line.role), line.latest === undefined ? w.expectedBy(dayWordsOf(line.expected)) : dayWordsOf(line.latest), line.done === undefined ? '' : dayWordsOf(line.done), <Tag key="v" wrap kind={KINDS[line.verdict]}>{verdictWords(line)}</Tag>],
    }))} />
  );
}

function Talk({ debrief: { talk, refused }, see }: { readonly debrief: Debrief; readonly see: (moment: number) => void }) {
  const { model: { procedure } } = usePlayer();
  return (
    <>
      {talk.length === 0 ? <p>{w.noTalk}</p> : <ol className="tr-talk">{talk.map((point, index) => (
        <li key={`${point.ask}-${index}`}><b>{point.ask}</b><p>{point.fact}</p>{point.cites.length === 0 ? null : <Details summary={w.source}><Cites procedure={procedure} cites={point.cites} most={1} /></Details>}{point.moment === undefined ? null : <LinkButton className="tr-no-print" onClick={() => see(point.moment ?? 0)}>{w.see}<span className="cw-vh">: {point.ask}</span></LinkButton>}</li>
      ))}</ol>}
      {refused.length === 0 ? null : <Details summary={`${w.refusedTitle} (${refused.length})`}><ul>{refused.map((one) => <li key={one.moment}>{dayWordsOf(one.at)}, {partyLabel(procedure, one.role)}: {one.label}. {one.words}</li>)}</ul></Details>}
    </>
  );
}

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The debrief as a Word file; the maker of such files is loaded only now. */
function WordButton({ debrief }: { readonly debrief: Debrief }) {
  const { book, note } = usePlayer();
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    const { debriefDocument } = await import('./debriefDocument.ts');
    saveFile(`debrief-${book.scenario.id}.docx`, WORD_TYPE, await debriefDocument(book, debrief, note));
  };
  return <>{problem === undefined ? null : <Note kind="late"><p>{problem}</p></Note>}<Button kind="secondary" onClick={() => { save().catch((error: unknown) => setProblem(faultWords(error))); }}>{w.word}</Button></>;
}
