// Asks the worker that checks.
import { check } from '../../engine/procedure/check.ts';
import { asking, whenDrawn } from '../workers.ts';
import type { Elsewhere } from './checker.ts';
// oxlint-disable-next-line import/default -- the bundler makes this module: its default is the worker's address
import address from './work.ts?worker&url';

const ask: Elsewhere = asking(address, check);

/**
 * Checks in the worker; on the page when the worker cannot run. It begins at once, and what it finds is told when the edit
 * has been drawn: drawing both in one would let people wait for the sight of their own edit.
 */
export const inWorker: Elsewhere = (procedure, done) => {
  const drawn = new Promise<void>(whenDrawn);
  ask(procedure, (problems) => { void drawn.then(() => done(problems)); });
};
