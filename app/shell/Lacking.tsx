import { Button, Note } from '../../ui/index.ts';
import { words } from '../words.ts';
import { useLacking } from '../world/fetchJson.ts';

/** A file of Caseway did not come, so that a page lacks something or waits: what to do, until it has come. */
export function Lacking() {
  const some = useLacking(({ lacking }) => lacking.length > 0);
  if (!some) return null;
  return <Note kind="late"><p role="alert"><b>{words.errors.lacking}</b> {words.errors.lackingText}</p><Button onClick={() => window.location.reload()}>{words.errors.again}</Button></Note>;
}
