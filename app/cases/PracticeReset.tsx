import { useState } from 'react';
import { Button, Dialog } from '../../ui/index.ts';
import { resetPractice } from '../world/practice.ts';
import { faultWords } from '../world/faults.ts';
import { useWorld } from '../world/world.ts';
import { caseWords } from './words.ts';

const w = caseWords.list;

/** Puts the practice data back as it was; touches nothing else. */
export function PracticeReset() {
  const world = useWorld();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const reset = () => {
    resetPractice(world).then(() => window.location.assign('/practice'), (error: unknown) => setProblem(faultWords(error)));
  };
  return (
    <>
      <Button kind="secondary" onClick={() => setOpen(true)}>{w.reset}</Button>
      <Dialog title={w.resetTitle} open={open} onClose={() => setOpen(false)}>
        <p>{w.resetText}</p>{problem === undefined ? null : <p role="alert">{problem}</p>}
        <div className="cw-row"><Button onClick={reset}>{w.resetButton}</Button><Button kind="secondary" onClick={() => setOpen(false)}>{w.cancel}</Button></div>
      </Dialog>
    </>
  );
}
