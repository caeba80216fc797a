import type { Procedure } from '../../../engine/procedure/types.ts';
import { LinkButton } from '../../../ui/index.ts';
import { download } from '../../world/download.ts';
import { Hidden } from '../Line.tsx';
import { lifeWords } from './words.ts';

/** The procedure as a file: no case, no history; it names the schema that may lie beside it. */
export function DownloadIt({ procedure }: { readonly procedure: Procedure }) {
  return <LinkButton onClick={() => download(`${procedure.id}.json`, fileOf(procedure))}>{lifeWords.draft.download}<Hidden of={procedure} /></LinkButton>;
}
/** What stands in the file. */
export const fileOf = (procedure: Procedure): Procedure => ({ ...procedure, $schema: './procedure.schema.json' });
