// Who acts in each world, and what the footer may say. Initials and roles stay in this browser; nothing here is case data.
import { create } from 'zustand';
import { openedVault } from './keyring.ts';
import type { Instant } from '../../engine/time/types.ts';
import type { World } from './types.ts';
import { useWorld } from './world.ts';

const KEY = 'caseway-who';
const SAVED = 'caseway-saved';
const SEEN = 'caseway-seen';
const HERE = 'caseway-here';
/** Held by every open tab, so that a new one knows whether somebody is at work in another. */
const TABS = 'caseway-tabs';
/** Away for longer, or at a new start of the browser, it is asked who works here: several people may share one computer account. */
const AWAY = 30 * 60_000;

interface Who { readonly person: string; /** Role by procedure. */ readonly roles: Readonly<Record<string, string>> }
type SavedAt = Readonly<Partial<Record<World['kind'], Instant>>>;
type Everyone = Readonly<Record<World['kind'], Who>>;
interface Session {
  readonly who: Everyone;
  /** When the last write of each world completed, by the clock of that world. */
  readonly savedAt: SavedAt;
  /** Set after a write that failed, until one succeeds. */
  readonly failed: string | undefined;
  /** Whether the person whose initials are remembered has said that it is still them. */
  readonly confirmed: boolean;
  /** It is they, or somebody else, who then says so at the first act. */
  confirm(same: boolean): void;
  actAs(world: World['kind'], procedure: string, role: string, person?: string): void;
  wrote(world: World['kind'], at: Instant): void;
  failedWrite(words: string): void;
}

export const useSession = create<Session>((set, get) => ({
  who: remembered(), savedAt: lastSaved(), failed: undefined, confirmed: seenLately(),
  confirm: (same) => {
    const { who } = get();
    const live = same ? who.live : { ...who.live, person: '' };
    set({ confirmed: true, who: { ...who, live } });
    keepWho({ ...who, live });
    seenNow();
  },
  actAs: (world, procedure, role, person) => {
    const before = get().who[world];
    const who = { ...get().who, [world]: { person: person ?? before.person, roles: { ...before.roles, [procedure]: role } } };
    set(world === 'live' && person !== undefined ? { who, confirmed: true } : { who });
    if (person !== undefined) seenNow();
    keepWho(who);
  },
  wrote: (world, at) => {
    const savedAt = { ...get().savedAt, [world]: at };
    set({ savedAt, failed: undefined });
    keep(SAVED, savedAt);
  },
  failedWrite: (words) => set({ failed: words }),
}));

/** Who acts in this part of the page: an invented person of the practice never acts in a real case. */
export function useWho(): Who & { readonly actAs: (procedure: string, role: string, person?: string) => void } {
  const { kind } = useWorld();
  const { who, actAs, confirmed } = useSession();
  const shown = kind !== 'live' || confirmed ? who[kind] : { ...who[kind], person: '' };
  return { ...shown, actAs: (procedure, role, person) => actAs(kind, procedure, role, person) };
}

/** The person who said that it is they was at work here a moment ago. */
export function seenNow(): void {
  if (!useSession.getState().confirmed) return;
  try { localStorage.setItem(SEEN, String(Date.now())); sessionStorage.setItem(HERE, '1'); } catch { /* the browser keeps nothing */ }
}
/** Whoever is remembered was at work in this very tab a moment ago: no new start. */
function seenLately(): boolean {
  try { return awake() && sessionStorage.getItem(HERE) === '1'; } catch { return true; }
}
function awake(): boolean { return Date.now() - Number(localStorage.getItem(SEEN) ?? 0) < AWAY; }

/** Takes this tab among the open ones: where another is open already, whoever works there is not asked again here. */
export async function joinTabs(): Promise<void> {
  const { held = [] } = await navigator.locks.query();
  if (held.some(({ name }) => name === TABS) && awake()) { useSession.setState({ confirmed: true }); seenNow(); }
  void navigator.locks.request(TABS, { mode: 'shared' }, () => new Promise<never>(() => undefined));
}
/** Of a sealed store not even the initials of staff are left in the clear. */
function keepWho(who: Everyone): void { keep(KEY, openedVault() === undefined ? who : { ...who, live: { person: '', roles: {} } }); }

function remembered(): Everyone {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<World['kind'], Partial<Who>>>;
    return { live: known(kept.live), practice: known(kept.practice), rehearsal: known(kept.rehearsal) };
  } catch { return { live: known(undefined), practice: known(undefined), rehearsal: known(undefined) }; }
}
function known(who: Partial<Who> | undefined): Who {
  return { person: typeof who?.person === 'string' ? who.person : '', roles: typeof who?.roles === 'object' && who.roles !== null ? who.roles : {} };
}
function lastSaved(): SavedAt {
  try {
    const kept = JSON.parse(localStorage.getItem(SAVED) ?? '{}') as Partial<Record<World['kind'], unknown>>;
    return Object.fromEntries(Object.entries(kept).filter(([, at]) => typeof at === 'number'));
  } catch { return {}; }
}
function keep(key: string, value: Everyone | SavedAt): void {
  // Without storage it lasts until the page is closed.
  try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* the browser keeps nothing */ }
}
