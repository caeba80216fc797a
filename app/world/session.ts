// Who acts, and what the footer may say. Initials and roles stay in this browser; nothing here is case data.
import { create } from 'zustand';
import type { Instant } from '../../engine/time/types.ts';

const KEY = 'caseway-who';

interface Who { readonly person: string; /** Role by procedure. */ readonly roles: Readonly<Record<string, string>> }
interface Session extends Who {
  /** When the last write completed, by the clock of its world. */
  readonly savedAt: Instant | undefined;
  /** Set after a write that failed, until one succeeds. */
  readonly failed: string | undefined;
  actAs(procedure: string, role: string, person?: string): void;
  wrote(at: Instant): void;
  failedWrite(words: string): void;
}

export const useSession = create<Session>((set, get) => ({
  ...remembered(), savedAt: undefined, failed: undefined,
  actAs: (procedure, role, person) => {
    set({ roles: { ...get().roles, [procedure]: role }, ...(person === undefined ? {} : { person }) });
    remember({ person: get().person, roles: get().roles });
  },
  wrote: (at) => set({ savedAt: at, failed: undefined }),
  failedWrite: (words) => set({ failed: words }),
}));

function remembered(): Who {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Who>;
    return { person: typeof kept.person === 'string' ? kept.person : '', roles: typeof kept.roles === 'object' && kept.roles !== null ? kept.roles : {} };
  } catch { return { person: '', roles: {} }; }
}
function remember(who: Who): void {
  // Without storage the choice lasts until the page is closed.
  try { localStorage.setItem(KEY, JSON.stringify(who)); } catch { /* the browser keeps nothing */ }
}
