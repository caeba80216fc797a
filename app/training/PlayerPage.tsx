import { Acts } from './Acts.tsx';
import { Below } from './Below.tsx';
import { Clock } from './Clock.tsx';
import { DayLine } from './DayLine.tsx';
import { Facilitator } from './Facilitator.tsx';
import { JustSaid } from '../cases/JustSaid.tsx';
import { News } from './News.tsx';
import { Path } from './Path.tsx';
import { PlayFrame } from './PlayFrame.tsx';
import { useAutoplay } from './useAutoplay.ts';
import { usePlayer } from './usePlayer.ts';

/** What a room sees: the clock, the path, what just came, and what may be done. */
export function PlayerPage() {
  const { book } = usePlayer();
  const autoplay = useAutoplay();
  return (
    <PlayFrame title={book.scenario.title} wide>
      <h1 className="cw-vh">{book.scenario.title}</h1>
      <div className="tr-player">
        <div className="tr-left"><Clock autoplay={autoplay} /></div>
        <div className="tr-middle"><Path /><Below /></div>
        <div className="tr-right"><JustSaid /><News /><Acts /><Facilitator /></div>
      </div>
      <DayLine autoplay={autoplay} />
    </PlayFrame>
  );
}
