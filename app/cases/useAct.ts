import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { useMachine } from '@xstate/react';
import type { Case, CommandBody, Refusal } from '../../engine/case/types.ts';
import type { Id } from '../../engine/procedure/types.ts';
import type { Instant } from '../../engine/time/types.ts';
import { announce } from '../../ui/index.ts';
import type { World } from '../world/types.ts';
import { useUntold } from '../world/untold.ts';
import { faultWords } from '../world/faults.ts';
import { useWorld } from '../world/world.ts';
import { useReload } from './reload.ts';
import { savingMachine } from './saving.ts';
import { act, freshIds } from './session.ts';
import type { Act, ActResult, CaseModel } from './types.ts';
import { caseWords } from './words.ts';

export interface Acting {
  readonly state: 'editing' | 'saving' | 'saved' | 'refused' | 'failed';
  readonly refusal: Refusal | undefined; readonly failure: string | undefined;
  /** What was refused. */ readonly tried: CommandBody | undefined;
  /** Grows with each refusal or failure, so that focus goes to it again. */ readonly round: number;
  readonly submit: (body: CommandBody, more?: { readonly occurred?: Instant | undefined; readonly onBehalfOf?: Id | undefined }) => void;
  readonly edit: () => void;
}

/** What writes an act; its ids are those of a retry when the same is sent again. */
export type Write = (world: World, wanted: Act) => Promise<ActResult>;

/** Acts on a case as the person at the screen; `onSaved` runs once after the write completed. `write`: for an act that touches more than this case. */
export function useAct(model: CaseModel, onSaved: (item: Case) => void, write: Write = act): Acting {
  const world = useWorld();
  const command = useRef({ body: '', ...freshIds() });
  return useSaving((body, more) => {
    if (model.actor.person === '?') return Promise.resolve({ kind: 'failed', words: caseWords.who.first });
    const said = JSON.stringify([body, more]);
    // The same words sent again are a retry and keep their id; changed words are another act.
    if (command.current.body !== said) command.current = { body: said, ...freshIds() };
    const { id, salt } = command.current;
    const wanted: Act = { case: model.case.id, body, person: model.actor.person, role: model.actor.role, id, salt, ...(more?.occurred === undefined ? {} : { occurred: more.occurred }), ...(more?.onBehalfOf === undefined ? {} : { onBehalfOf: more.onBehalfOf }) };
    return write(world, wanted);
  }, onSaved, model.case.reference);
}

/** The saving flow around any write. `about`: what it is about, for somebody who has gone to another page when it comes to nothing. */
export function useSaving(write: (body: CommandBody, more?: Parameters<Acting['submit']>[1]) => Promise<ActResult>, onSaved: (item: Case) => void, about: string): Acting {
  const [snapshot, send] = useMachine(savingMachine);
  const result = snapshot.context.result;
  const after = useRef(onSaved);
  after.current = onSaved;
  const reload = useReload();
  const world = useWorld();
  const [path] = useLocation();
  // Who goes to another page before a write has come to its end finds the case there as it was written.
  const part = useRef({ left: false, untold: false });
  const tried = useRef<CommandBody>(undefined);
  useEffect(() => {
    const own = part.current;
    own.left = false;
    return () => { own.left = true; if (own.untold) reload(); };
  }, [reload]);
  const kept: typeof write = (body, more) => write(body, more).catch((error: unknown): ActResult => ({ kind: 'failed', words: faultWords(error) })).then((outcome) => {
    if (outcome.kind === 'saved' && part.current.left) reload();
    part.current.untold = outcome.kind === 'saved' && !part.current.left;
    if (outcome.kind !== 'saved' && part.current.left) tellLater(world, about, path, outcome);
    return outcome;
  });
  useEffect(() => {
    if (snapshot.value === 'saved' && result?.kind === 'saved') { part.current.untold = false; after.current(result.case); }
    if (snapshot.value === 'refused' && result?.kind === 'refused') announce(result.refusal.words, 'assertive');
    if (snapshot.value === 'failed' && result?.kind === 'failed') announce(result.words, 'assertive');
  }, [snapshot.value, result]);
  return {
    state: snapshot.value as Acting['state'], round: snapshot.context.round,
    refusal: snapshot.value === 'refused' && result?.kind === 'refused' ? result.refusal : undefined,
    tried: snapshot.value === 'refused' ? tried.current : undefined,
    failure: snapshot.value === 'failed' && result?.kind === 'failed' ? result.words : undefined,
    submit: (body, more) => { tried.current = body; send({ type: 'SAVE', write: () => kept(body, more) }); }, edit: () => send({ type: 'EDIT' }),
  };
}
/** Nobody is on the page any more that would say so: it is said wherever they are, until they have read it. */
export function tellLater({ kind, base }: Pick<World, 'kind' | 'base'>, about: string, path: string, outcome: Exclude<ActResult, { readonly kind: 'saved' }>): void {
  const words = outcome.kind === 'refused' ? `${outcome.refusal.words} ${outcome.refusal.remedy}`.trim() : outcome.words;
  useUntold.getState().tell({ world: kind, about, path: `${base}${path}`, words });
}
