// A case is said to have no way on only when nothing that can still be done leads on.
import { expect, test } from 'vitest';
import { walk } from '../../../engine/case/walkthrough.ts';
import { parseDateTime } from '../../../engine/time/index.ts';
import { shippedWalkthroughs } from './shipped.ts';

test.each(shippedWalkthroughs().map(({ walkthrough, versions }) => [walkthrough.id, walkthrough, versions] as const))('%s has a way on at each of its steps', (_, walkthrough, versions) => {
  const stuck = walkthrough.steps.flatMap(({ at }) => {
    const { case: held } = walk(walkthrough, versions, { until: parseDateTime(at) ?? NaN });
    return (held?.findings ?? []).flatMap(({ code, task, words }) => (code === 'stuck' && task === undefined ? [`${at} ${words}`] : []));
  });
  expect(stuck).toEqual([]);
});
