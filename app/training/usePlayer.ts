// One rehearsal on the screen: opened from the shelf, changed by the player's functions, kept after each change.
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { castOf, caseOf, keptOf, reopened, tryAct, wayOf } from '../../engine/case/rehearsal/index.ts';
import type { Playbook, Rehearsal, Way } from '../../engine/case/rehearsal/index.ts';
import { deadlines } from '../../engine/case/deadlines.ts';
import { rules } from '../../engine/case/rules.ts';
import { compiledOf } from '../../engine/case/replay.ts';
import { tasks } from '../../engine/case/tasks.ts';
import type { Refusal } from '../../engine/case/types.ts';
import type { Id } from '../../engine/procedure/types.ts';
import { createMemoryStore } from '../../engine/store/memory.ts';
import { partyLabel, rolesOf } from '../cases/actors.ts';
import type { Act, ActResult, CaseModel } from '../cases/types.ts';
import { faultWords } from '../world/faults.ts';
import { log } from '../world/log.ts';
import { useSession } from '../world/session.ts';
import type { World } from '../world/types.ts';
import { opened } from './library.ts';
import { SHELF, keepRehearsal, rehearsalKept, replaceRehearsal } from './shelf.ts';
import type { ShelvedRehearsal } from './shelf.ts';
import { useKept } from './useKept.ts';
import type { KeptState } from './useKept.ts';

export interface Player {
  readonly book: Playbook; readonly rehearsal: Rehearsal; readonly way: Way; readonly model: CaseModel; readonly role: Id; readonly person: string;
  readonly change: (next: (before: Rehearsal) => Rehearsal) => void;
  readonly asRole: (role: Id) => void;
  /** The last act that was not accepted, until the next one. */ readonly refusal: { readonly refusal: Refusal; readonly about: string } | undefined;
  readonly forgive: () => void;
  /** Shows what was done last. */ readonly reload: () => void;
  readonly note: string; readonly writeNote: (note: string) => void;
  readonly kept: KeptState; /** Keeps what is on this screen, whatever another window has kept. */ readonly keepMine: () => void;
}
export type Opened = { readonly state: 'opening' } | { readonly state: 'missing' } | { readonly state: 'failed'; readonly words: string } | { readonly state: 'here'; readonly player: Player; readonly world: World };

const PlayerContext = createContext<Player | undefined>(undefined);
export const PlayerProvider = PlayerContext.Provider;
export function usePlayer(): Player {
  const player = useContext(PlayerContext);
  if (player === undefined) throw new Error('This screen needs a rehearsal around it.');
  return player;
}

interface Latest { current: Rehearsal | undefined }
interface Loaded { readonly book: Playbook; readonly shelved: ShelvedRehearsal }

/** The rehearsal of an id, ready to be played. */
export function useRehearsal(id: string): Opened {
  const [loaded, setLoaded] = useState<Loaded | 'missing'>();
  const [failure, setFailure] = useState<string>();
  const [rehearsal, setRehearsal] = useState<Rehearsal>();
  // What was done last, also before it is shown: an act is judged on this.
  const latest = useRef<Rehearsal>(undefined);
  useEffect(() => {
    let here = true;
    const read = async () => {
      const shelved = await rehearsalKept(id);
      if (shelved === undefined) { if (here) setLoaded('missing'); return; }
      const { book, on } = await opened(shelved.scenario, shelved.on);
      if (here) { latest.current = reopened(book, shelved.kept); setRehearsal(latest.current); setLoaded({ book, shelved: { ...shelved, ...(on === undefined ? {} : { on }) } }); }
    };
    read().catch((error: unknown) => { if (here) setFailure(error instanceof Error && error.name === 'Unplayable' ? error.message : faultWords(error)); });
    return () => { here = false; };
  }, [id]);
  const playing = usePlaying(id, loaded === 'missing' ? undefined : loaded, rehearsal, setRehearsal, latest);
  if (failure !== undefined) return { state: 'failed', words: failure };
  if (loaded === 'missing') return { state: 'missing' };
  return playing === undefined ? { state: 'opening' } : { state: 'here', ...playing };
}

function usePlaying(id: string, loaded: Loaded | undefined, rehearsal: Rehearsal | undefined, setRehearsal: (next: Rehearsal) => void, latestRef: Latest): { readonly player: Player; readonly world: World } | undefined {
  const [refusal, setRefusal] = useState<Player['refusal']>();
  const [note, setNote] = useState<string>();
  const change = useCallback((next: (before: Rehearsal) => Rehearsal) => {
    if (latestRef.current === undefined) return;
    latestRef.current = next(latestRef.current);
    setRefusal(undefined);
    setRehearsal(latestRef.current);
  }, [setRehearsal, latestRef]);
  const { kept, keepMine } = useKeeping(loaded, rehearsal, note);
  const { role, person, asRole } = useRole(loaded?.book);
  const world = useWorldOf(id, loaded?.book, latestRef, setRehearsal, setRefusal);
  const model = useMemo(() => (loaded === undefined || rehearsal === undefined ? undefined : modelOf(loaded.book, rehearsal, role, person)), [loaded, rehearsal, role, person]);
  if (loaded === undefined || rehearsal === undefined || model === undefined || world === undefined) return undefined;
  const player: Player = { book: loaded.book, rehearsal, way: wayOf(rehearsal), model, role, person, change, asRole, refusal, forgive: () => setRefusal(undefined), reload: () => { if (latestRef.current !== undefined) setRehearsal(latestRef.current); }, note: note ?? loaded.shelved.note ?? '', writeNote: setNote, kept, keepMine };
  return { player, world };
}

/** Whether the rehearsal is kept as it is on the screen. */
function useKeeping(loaded: Loaded | undefined, rehearsal: Rehearsal | undefined, note: string | undefined): Pick<Player, 'kept' | 'keepMine'> {
  const now = useMemo((): ShelvedRehearsal | undefined => {
    if (loaded === undefined || rehearsal === undefined) return undefined;
    const { note: before, ...shelved } = loaded.shelved;
    const words = note ?? before ?? '';
    return { ...shelved, kept: keptOf(loaded.book, rehearsal), ...(words === '' ? {} : { note: words }) };
  }, [loaded, rehearsal, note]);
  const kept = useKept(loaded?.shelved, now, replaceRehearsal);
  const keepMine = useCallback(() => { if (now !== undefined) void keepRehearsal({ ...now, changed: Date.now() }).then(() => window.location.reload(), (error: unknown) => log(`Rehearsal not kept: ${String(error)}`)); }, [now]);
  return { kept, keepMine };
}

/** Who is played: what was chosen last on this computer, if it is a role of this procedure, else the first of the cast. */
function useRole(book: Playbook | undefined): { readonly role: Id; readonly person: string; readonly asRole: (role: Id) => void } {
  const { who, actAs } = useSession();
  const procedure = book?.compiled.procedure;
  const cast = useMemo(() => (book === undefined ? [] : castOf(book.scenario)), [book]);
  const chosen = who.rehearsal.roles[procedure?.id ?? ''];
  const first = cast.find((one) => one.played !== false)?.role ?? '';
  const role = procedure !== undefined && chosen !== undefined && rolesOf(procedure).some((one) => one.id === chosen) ? chosen : first;
  const person = cast.find((one) => one.role === role)?.person ?? 'R.R.';
  const asRole = useCallback((next: Id) => actAs('rehearsal', procedure?.id ?? '', next), [actAs, procedure]);
  return { role, person, asRole };
}

function modelOf(book: Playbook, rehearsal: Rehearsal, role: Id, person: string): CaseModel {
  const { versions } = book;
  const way = wayOf(rehearsal);
  const item = caseOf(book, way);
  const { procedure } = compiledOf(versions, item);
  return { case: item, procedure, versions, now: way.clock, actor: { person, role, label: partyLabel(procedure, role) }, tasks: tasks(versions, item, way.clock, role), deadlines: deadlines(versions, item, way.clock), rules: rules(versions, item) };
}

type SetRefusal = (refusal: Player['refusal']) => void;

/** A world without cases: its store is memory that nothing is written to, and an act goes to the player. */
function useWorldOf(id: string, book: Playbook | undefined, latestRef: Latest, setRehearsal: (next: Rehearsal) => void, setRefusal: SetRefusal): World | undefined {
  return useMemo(() => {
    if (book === undefined) return undefined;
    const now = () => (latestRef.current === undefined ? book.begins : wayOf(latestRef.current).clock);
    const act = async (wanted: Act): Promise<ActResult> => {
      if (latestRef.current === undefined) return { kind: 'failed', words: faultWords(undefined) };
      const { rehearsal, refusal } = tryAct(book, latestRef.current, wanted.body, { role: wanted.role, person: wanted.person, ...(wanted.onBehalfOf === undefined ? {} : { onBehalfOf: wanted.onBehalfOf }), ...(wanted.occurred === undefined ? {} : { occurred: wanted.occurred }) });
      latestRef.current = rehearsal;
      // An accepted act is shown once its form has gone (`reload`), or it would be taken away before it can say so.
      setTimeout(() => setRehearsal(latestRef.current ?? rehearsal), refusal === undefined ? 100 : 0);
      setRefusal(refusal === undefined ? undefined : { refusal, about: partyLabel(book.compiled.procedure, wanted.role) });
      return refusal === undefined ? { kind: 'saved', case: caseOf(book, wayOf(rehearsal)) } : { kind: 'refused', refusal };
    };
    return { kind: 'rehearsal', base: `/training/play/${id}`, store: createMemoryStore(SHELF), now, act };
  }, [id, book, latestRef, setRehearsal, setRefusal]);
}
