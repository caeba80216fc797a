// Which parties a question may name: all of a kind, the seats of one party, or one that a case fills several times.
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { textOf } from '../../procedures/catalogue.ts';

export function partyOptions(procedure: Procedure, of: Id | undefined): readonly { readonly value: Id; readonly label: string }[] {
  const named = of === undefined ? undefined : procedure.parties[of];
  const ids = Object.entries(procedure.parties).filter(([id, party]) => {
    if (of === undefined) return party.kind !== 'audience';
    if (named?.seats !== undefined) return named.seats.includes(id);
    return party.kind === of || party.belongsTo === of || (named !== undefined && id === of);
  });
  return ids.map(([id, party]) => ({ value: id, label: textOf(party.title) }));
}
