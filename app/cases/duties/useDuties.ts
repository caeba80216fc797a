// The duties of every procedure here with their logs: of published versions the newest, of what was never published the
// procedure as it comes.
import { useCallback, useEffect, useState } from 'react';
import type { CompiledProcedure } from '../../../engine/case/compile.ts';
import { duties } from '../../../engine/case/duties/duties.ts';
import type { DutyEvent, DutyView } from '../../../engine/case/duties/types.ts';
import { contentHash } from '../../../engine/procedure/version.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { ProcedurePin } from '../../../engine/case/types.ts';
import type { PublishedVersion } from '../../../engine/store/types.ts';
import { parseDay } from '../../../engine/time/day.ts';
import { londonDay } from '../../../engine/time/london.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { shippedHere } from '../../procedures/catalogue.ts';
import { useWorld } from '../../world/world.ts';
import type { World } from '../../world/types.ts';
import { compiledFor } from '../versions.ts';

interface Unread { readonly pin: ProcedurePin; readonly procedure: Procedure }
export interface OwnDuties { readonly compiled: CompiledProcedure; readonly log: readonly DutyEvent[]; readonly views: readonly DutyView[]; /** Whether somebody has said that they are kept here. */ readonly kept: boolean }

/** Every procedure with duties, those kept here first, or those alone; undefined while they are read. */
export function useDuties(which: 'all' | 'kept' = 'all'): { readonly all: readonly OwnDuties[] | undefined; readonly readAgain: () => void } {
  const world = useWorld();
  const [all, setAll] = useState<readonly OwnDuties[]>();
  const [round, setRound] = useState(0);
  const readAgain = useCallback(() => setRound((n) => n + 1), []);
  useEffect(() => {
    let here = true;
    void readDuties(world, which).then((read) => { if (here) setAll(read); });
    return () => { here = false; };
  }, [world, which, round]);
  return { all, readAgain };
}
async function readDuties(world: World, which: 'all' | 'kept'): Promise<readonly OwnDuties[]> {
  const [versions, shipped] = await Promise.all([world.store.procedures.versions(), which === 'all' ? shippedHere() : []]);
  const published = new Set(versions.map(({ id }) => id));
  const rest = shipped.filter(({ id }) => !published.has(id)).map((procedure): Unread => ({ pin: { id: procedure.id, version: 0, hash: contentHash(procedure) }, procedure }));
  const unread = [...newest(versions).map(({ id, version, hash, procedure }): Unread => ({ pin: { id, version, hash }, procedure })), ...rest].filter(({ procedure }) => Object.keys(procedure.duties ?? {}).length > 0);
  const read = (await Promise.all(unread.map(async ({ pin, procedure }): Promise<readonly OwnDuties[]> => {
    const log = await world.store.duties.log(pin.id);
    if (which === 'kept' && log.length === 0) return [];
    const compiled = compiledFor(pin, procedure);
    return [{ compiled, log, views: duties(compiled, log, world.now()), kept: log.length > 0 }];
  }))).flat();
  return [...read.filter(({ kept }) => kept), ...read.filter(({ kept }) => !kept)];
}
function newest(versions: readonly PublishedVersion[]): readonly PublishedVersion[] {
  return [...new Map(versions.toSorted((a, b) => Number(a.retired === undefined) - Number(b.retired === undefined) || a.version - b.version).map((one) => [one.id, one])).values()];
}

const SOON = 28;
/** Days until it is owed; undefined where no day is known. */
export function daysLeft({ date }: Pick<DutyView, 'date'>, now: Instant): number | undefined {
  const day = parseDay(date ?? '');
  return day === undefined ? undefined : day - londonDay(now);
}
/** Late, or owed within the next four weeks: what Today reminds of. */
export function isDueSoon(view: DutyView, now: Instant): boolean {
  return view.state === 'overdue' || (view.state === 'due' && (daysLeft(view, now) ?? SOON + 1) <= SOON);
}
