// Asks the worker that checks.
import { check } from '../../engine/procedure/check.ts';
import { asking } from '../workers.ts';
import type { Elsewhere } from './checker.ts';
// oxlint-disable-next-line import/default -- the bundler makes this module: its default is the worker's address
import address from './work.ts?worker&url';

/** Checks in the worker; on the page when the worker cannot run. */
export const inWorker: Elsewhere = asking(address, check);
