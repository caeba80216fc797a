// The vault: one key for everything, wrapped twice; a new passphrase re-wraps and nothing else changes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changePassphrase, codecOf, makeVault, openVault, readHeader, weakness } from '../../../app/trust/vault.ts';

const FEW = 1000; // rounds: the real number is asked for once below
const passphrase = 'correct horse battery';
const made = makeVault(passphrase, 1, FEW);

describe('the vault', () => {
  test('asks for 600,000 rounds of PBKDF2 when nothing else is said', async () => {
    expect((await makeVault(passphrase, 1)).header.iterations).toBe(600_000);
  });

  test('opens with its passphrase and with its recovery key, and with nothing else', async () => {
    const { header, recovery } = await made;
    for (const typed of [passphrase, recovery, recovery.toLowerCase().replaceAll('-', ' ')]) expect(await openVault(header, typed)).toBeDefined();
    for (const typed of ['', 'correct horse batterz', recovery.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'))]) expect(await openVault(header, typed)).toBeUndefined();
  });

  test('what was sealed before a new passphrase opens after it, and the old passphrase no longer does', async () => {
    const { header, key, recovery } = await made;
    const sealed = await codecOf({ header, key }).seal('events/a/1', { words: 'Q.X.' });

    const changed = await changePassphrase(header, passphrase, 'another long passphrase');

    if (!changed) throw new Error('not changed');
    expect([changed.id, changed.recovery]).toEqual([header.id, header.recovery]);
    const opened = await openVault(changed, 'another long passphrase');
    if (!opened) throw new Error('not opened');
    expect(await codecOf(opened).open('events/a/1', sealed)).toEqual({ words: 'Q.X.' });
    expect(await openVault(changed, passphrase)).toBeUndefined();
    expect(await openVault(changed, recovery)).toBeDefined();
    expect(await changePassphrase(header, 'wrong', 'another long passphrase')).toBeUndefined();
  });

  test('whatever JSON holds comes back, sealed differently each time', async () => {
    const codec = codecOf(await made);
    await fc.assert(fc.asyncProperty(fc.jsonValue(), fc.string(), async (value, place) => {
      const [one, two] = await Promise.all([codec.seal(place, value), codec.seal(place, value)]);
      expect(one).not.toBe(two);
      expect(await codec.open(place, one)).toEqual(JSON.parse(JSON.stringify(value)));
    }), { numRuns: 60 });
  });

  test('a text moved to another place, changed by one letter, or sealed by another vault does not open', async () => {
    const codec = codecOf(await made);
    const sealed = await codec.seal('events/a/1', { words: 'Q.X.' });
    await expect(codec.open('events/a/2', sealed)).rejects.toThrow();
    for (let at = 0; at < sealed.length - 2; at += 3) {
      const letter = sealed[at] === 'A' ? 'B' : 'A';
      await expect(codec.open('events/a/1', sealed.slice(0, at) + letter + sealed.slice(at + 1))).rejects.toThrow();
    }
    await expect(codecOf(await makeVault(passphrase, 1, FEW)).open('events/a/1', sealed)).rejects.toThrow();
  });

  test('the key cannot be taken out of the browser’s keeping', async () => {
    const { key } = await made;
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  test('nothing that is kept in the clear holds the passphrase, the recovery key or the key', async () => {
    const { header, recovery } = await made;
    const kept = JSON.stringify(header);
    for (const secret of [passphrase, recovery, recovery.replaceAll('-', '')]) expect(kept).not.toContain(secret);
  });

  test('a short or dull passphrase is refused in words', () => {
    expect(weakness('short')).toContain('at least 12');
    expect(weakness('aaaaaaaaaaaaaa')).toContain('different');
    expect(weakness(passphrase)).toBeUndefined();
  });

  test('a header from a file may not ask for endless or hardly any rounds', async () => {
    const { header } = await made;
    expect(readHeader(JSON.parse(JSON.stringify(header)))).toEqual(header);
    for (const iterations of [1, 1e12, Number.NaN, '600000']) expect(readHeader({ ...header, iterations })).toBeUndefined();
    for (const value of [null, 1, [], {}, { ...header, recovery: {} }]) expect(readHeader(value)).toBeUndefined();
  });
});
