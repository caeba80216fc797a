// Who acts in each world, and what the footer may say. Initials and roles stay in this browser; nothing here is case data.
import { create } from 'zustand';
import type { Instant } from '../../engine/time/types.ts';
import type { World } from './types.ts';
import { useWorld } from './world.ts';

const KEY = 'caseway-who';
const SAVED = 'caseway-saved';

interface Who { readonly person: string; /** Role by procedure. */ readonly roles: Readonly<Record<string, string>> }
type SavedAt = Readonly<Partial<Record<World['kind'], Instant>>>;
type Everyone = Readonly<Record<World['kind'], Who>>;
interface Session {
  readonly who: Everyone;
  /** When the last write of each world completed, by the clock of that world. */
  readonly savedAt: SavedAt;
  /** Set after a write that failed, until one succeeds. */
  readonly failed: string | undefined;
  actAs(world: World['kind'], procedure: string, role: string, person?: string): void;
  wrote(world: World['kind'], at: Instant): void;
  failedWrite(words: string): void;
}

export const useSession = create<Session>((set, get) => ({
  who: remembered(), savedAt: lastSaved(), failed: undefined,
  actAs: (world, procedure, role, person) => {
    const before = get().who[world];
    const who = { ...get().who, [world]: { person: person ?? before.person, roles: { ...before.roles, [procedure]: role } } };
    set({ who });
    keep(KEY, who);
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
  const { who, actAs } = useSession();
  return { ...who[kind], actAs: (procedure, role, person) => actAs(kind, procedure, role, person) };
}

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
