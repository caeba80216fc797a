// The live store and its write path in a page without screens: what the harnesses of the browser drive. It is the
// application's own code from the act to both journals; only the person is missing.
import { act, freshIds, loadCase, openCase } from '../../../app/cases/session.ts';
import { pinFor } from '../../../app/procedures/publishing.ts';
import { checkEverything } from '../../../app/trust/CheckPanel.tsx';
import { rebuildEmpty, rebuildShorter } from '../../../app/trust/rebuild.ts';
import { codecOf, makeVault, openVault } from '../../../app/trust/vault.ts';
import { holdVault, keepHeader } from '../../../app/world/keyring.ts';
import { liveJournal, Locked, openLiveWorld, useCompared, Vanished } from '../../../app/world/live.ts';
import { forgetWitness } from '../../../app/world/witness.ts';
import { benchSaved } from './saved.ts';
import type { World } from '../../../app/world/types.ts';
import { largeProcedure } from '../../../bench/large-procedure.mjs';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { DexieStore } from '../../../engine/store/dexie.ts';

type Opened = World & { readonly store: DexieStore };
let world: Opened | undefined;
const here = (): Opened => { if (world === undefined) throw new Error('not open'); return world; };

/** Three stages and acts that are always offered: notes need no more. */
const procedure = largeProcedure(3) as unknown as Procedure;

const by = (body: CommandBody, caseId: string, id?: string) => ({ case: caseId, body, person: 'A.B.', role: 'manager', ...freshIds(), ...(id === undefined ? {} : { id }) });

const trust = {
  /** 'open', or what stands in the way. */
  open: async (passphrase?: string): Promise<string> => {
    try {
      world = await openLiveWorld();
      return 'open';
    } catch (error) {
      if (error instanceof Locked && error.header !== undefined && passphrase !== undefined) {
        const vault = await openVault(error.header, passphrase);
        if (vault === undefined) return 'wrong';
        holdVault(vault, codecOf(vault));
        await keepHeader(vault.header, async () => undefined);
        return trust.open();
      }
      if (error instanceof Vanished) return `vanished ${JSON.stringify(error.lost)}`;
      return error instanceof Error ? error.name : String(error);
    }
  },
  /** Encrypts an empty store. */
  seal: async (passphrase: string): Promise<string> => {
    const vault = await makeVault(passphrase, Date.now(), 1000);
    await keepHeader(vault.header, (text) => liveJournal().ask('keep', { name: 'vault', text }));
    holdVault(vault, codecOf(vault));
    return trust.open();
  },
  /** As if the page had been killed between keeping the header and sealing the cases. */
  keepHeaderOnly: async (passphrase: string): Promise<void> => keepHeader((await makeVault(passphrase, Date.now(), 1000)).header, (text) => liveJournal().ask('keep', { name: 'vault', text })),
  begin: async (caseId: string): Promise<string> => {
    const { store } = here();
    const found = await pinFor(store.procedures, procedure, undefined, Date.now());
    if (!found.ok) return found.words;
    const done = await openCase(here(), by({ type: 'openCase', case: caseId, reference: `IN-${caseId}`, door: 'referral', answers: {} }, caseId, `open-${caseId}`), found.pin, found.procedure);
    return done.kind === 'refused' ? done.refusal.words : done.kind === 'failed' ? done.words : done.kind;
  },
  note: async (caseId: string, id: string): Promise<string> => {
    const done = await act(here(), by({ type: 'addNote', words: id }, caseId, id));
    return done.kind === 'refused' ? done.refusal.words : done.kind === 'failed' ? done.words : done.kind;
  },
  /** Writes notes one after the other for as long as the page lives, telling each that was acknowledged. */
  keepWriting: async (cases: readonly string[], name: string, tell: (id: string) => void): Promise<void> => {
    for (let n = 0; ; n += 1) {
      const id = `${name}-${n}`;
      const caseId = cases[n % cases.length] ?? '';
      const said = await trust.note(caseId, id);
      if (said === 'saved') tell(`${caseId} ${id}`); else tell(`? ${said}`);
    }
  },
  notes: async (caseId: string): Promise<readonly string[]> => (await here().store.cases.events(caseId)).filter(({ type }) => type === 'noteAdded').map(({ id }) => id),
  kept: async (): Promise<readonly string[]> => (await here().store.cases.exportAll()).cases.flatMap(({ id, events }) => events.map((event) => `${id} ${event.id}`)),
  heal: async (store: string): Promise<unknown> => rebuildEmpty(store, Date.now()),
  /** Waits for the comparison of both journals, and brings back what the database lacks. */
  compared: async (): Promise<{ shorter: readonly string[]; behind: number; differ: number }> => {
    const comparison = useCompared.getState().comparison ?? await new Promise<NonNullable<ReturnType<typeof useCompared.getState>['comparison']>>((done) => { const stop = useCompared.subscribe(({ comparison: came }) => { if (came) { stop(); done(came); } }); });
    const shorter = comparison.shorter.map(({ case: id }) => id);
    if (shorter.length > 0) await rebuildShorter(here().store, shorter, Date.now());
    return { shorter, behind: comparison.behind.length, differ: comparison.differ.length };
  },
  journal: async () => liveJournal().ask('heads', { store: (await here().store.identity()).id }),
  stores: async () => liveJournal().ask('stores', null),
  setAside: async (store: string): Promise<void> => { await liveJournal().ask('setAside', { store }); forgetWitness(); },
  check: async () => checkEverything(here().store),
  whole: async (caseId: string): Promise<number> => (await loadCase(here(), caseId))?.case.events.length ?? 0,
  bench: async (caseId: string, rounds: number) => {
    const [event, row] = [(await here().store.cases.events(caseId)).at(-1), await here().store.cases.row(caseId)];
    return benchSaved(rounds, async (id) => { const said = await trust.note(caseId, id); if (said !== 'saved') throw new Error(said); }, { event: event ?? {}, row: row ?? {} });
  },
  close: (): void => here().store.close(),
};
export type TrustPage = typeof trust;
Object.assign(window, { trust });
