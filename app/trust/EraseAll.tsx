import { useState } from 'react';
import { Button, TextField } from '../../ui/index.ts';
import { trustWords } from './words.ts';
import { wipeDevice } from './wipe.ts';

const w = trustWords.unlock;

/** The last way out: everything here goes, after a word was typed for it. */
export function EraseAll() {
  const [typed, setTyped] = useState('');
  const sure = typed.trim().toLowerCase() === w.eraseWord;
  return (
    <>
      <p>{w.eraseText}</p>
      <TextField id="erase-word" label={w.eraseLabel} width="w10" value={typed} onChange={setTyped} />
      <Button kind="warning" disabled={!sure} onClick={() => void wipeDevice().then(() => window.location.replace('/'))}>{w.erase}</Button>
    </>
  );
}
