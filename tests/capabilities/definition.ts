// The definition, C65 to C68.
import { expect } from 'vitest';
import { canonical, contentHash, differences, readProcedure, statechart } from '../../engine/index.ts';
import type { Capability } from './capability.ts';

export const definition: readonly Capability[] = [
  { id: 'C65', title: 'a procedure is one document that makes a statechart, is read back unchanged, and is told apart in words', proofs: [
    { element: { procedure: 'tower-hamlets', pointer: '/transitions/criteria-met' }, holds: (procedure) => {
      expect(JSON.stringify(statechart.toMachineConfig(procedure))).toContain('option.decide-criteria.met');
      const again = readProcedure(canonical(procedure));
      expect(again).toMatchObject({ ok: true });
      if (again.ok) expect([canonical(again.procedure), contentHash(again.procedure)]).toEqual([canonical(procedure), contentHash(procedure)]);
    } },
    { element: { procedure: 'tower-hamlets', pointer: '/timescales/dfe-5-working-days' }, holds: (procedure) => {
      const clocks = procedure.timescales ?? {};
      const shorter = { ...procedure, timescales: Object.fromEntries(Object.entries(clocks).map(([id, clock]) => [id, id === 'dfe-5-working-days' ? { ...clock, amount: 3 } : clock])) };
      const words = differences(procedure, shorter).map((one) => one.words).join(' ');
      expect([differences(procedure, procedure), words.includes('5'), words.includes('3 working days'), contentHash(shorter) === contentHash(procedure)]).toEqual([[], true, true, false]);
    } },
  ] },
  { id: 'C66', title: 'a running case stays on its version, and is moved to another with a preview', open: 'A case is pinned to the version and the hash that it was opened on, and every event says so; moving a running case to another version, and a preview of what that would change, are not there.' },
  { id: 'C67', title: 'a case is rehearsed on a virtual clock, and forked to compare', open: 'The engine takes the time as an argument, and a practice case is kept apart; a virtual clock that jumps to the next deadline, and a fork, are not there.' },
  { id: 'C68', title: 'the check tells every dead end, missing part and unguarded act', open: 'Unreachable stages, dead ends, decisions without a decider, clocks without a start, undeclared questions and fields, and deputies without a condition are told; an act to an outside body that lacks its anonymisation gate, where the procedure demands one, is not: nothing in the format says that a procedure demands it.' },
];
