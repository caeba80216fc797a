import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { Loading, StorageRefused } from '../shell/Plain.tsx';
import { faultWords } from '../world/faults.ts';
import { practiceCase } from '../world/practice.ts';
import { useWorld } from '../world/world.ts';

/** One click from the front page: makes the practice case if it is not there, and opens it. */
export function PracticeStart() {
  const world = useWorld();
  const [, go] = useLocation();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let here = true;
    practiceCase(world).then((id) => { if (here) go(id === undefined ? '/cases' : `/cases/${id}`, { replace: true }); }, (error: unknown) => { if (here) setProblem(faultWords(error)); });
    return () => { here = false; };
  }, [world, go]);
  return problem === undefined ? <Loading /> : <StorageRefused why={problem} />;
}
