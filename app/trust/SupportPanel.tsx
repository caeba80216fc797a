import { useState } from 'react';
import { Button, Details, Note } from '../../ui/index.ts';
import { download } from '../world/download.ts';
import { useWorld } from '../world/world.ts';
import { supportBundle, type SupportBundle } from './support.ts';

declare const __CASEWAY_VERSION__: string | undefined;
const version = typeof __CASEWAY_VERSION__ === 'string' ? __CASEWAY_VERSION__ : 'unknown';

/** What to send when something is wrong: shown first, because nobody should send what they have not seen. */
export function SupportPanel() {
  const { store } = useWorld();
  const [bundle, setBundle] = useState<SupportBundle>();
  const make = () => { void supportBundle(store, version, new Date()).then(setBundle); };
  return (
    <>
      <p>A support file says which version, which browser, how many cases and entries, and what went wrong. It holds no words of any case. Read it before you send it.</p>
      <p className="cw-row"><Button kind="secondary" onClick={make}>Show the support file</Button>{bundle === undefined ? null : <Button kind="secondary" onClick={() => download('caseway-support.json', bundle)}>Save it</Button>}</p>
      {bundle === undefined ? null : <Note><Details summary="The support file" open><pre className="app-log" tabIndex={0} aria-label="The support file">{JSON.stringify(bundle, null, 2)}</pre></Details></Note>}
    </>
  );
}
