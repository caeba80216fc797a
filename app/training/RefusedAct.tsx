import { LinkButton } from '../../ui/index.ts';
import { Cites } from '../cases/Cites.tsx';
import { usePlayer } from './usePlayer.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.room;

/** An act that was not accepted, with its rule and what would make it possible; it stays until the next act. */
export function RefusedAct() {
  const { refusal, forgive, model: { procedure } } = usePlayer();
  if (refusal === undefined) return null;
  const { words, remedy, cites = [] } = refusal.refusal;
  return (
    <section className="tr-card refused" role="alert">
      <h2>{w.refused}</h2><p>{words} {remedy}</p><p className="cw-s">{w.notKept}</p>
      <Cites procedure={procedure} cites={cites} most={1} />
      <LinkButton onClick={forgive}>{w.dismiss}</LinkButton>
    </section>
  );
}
