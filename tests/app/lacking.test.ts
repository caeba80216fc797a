// A file of the app that does not come: told, asked for anew, and no longer told once it has come.
import { afterEach, expect, test, vi } from 'vitest';
import { fetchJson, useLacking } from '../../app/world/fetchJson.ts';

afterEach(() => { vi.unstubAllGlobals(); });
const answering = (...answers: readonly (() => Promise<Response>)[]): void => {
  const left = [...answers];
  vi.stubGlobal('fetch', () => (left.shift() ?? answers.at(-1))?.());
};
const gone = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
const absent = (): Promise<Response> => Promise.resolve(new Response('', { status: 404 }));
const there = (): Promise<Response> => Promise.resolve(Response.json({ title: 'There' }));

test.each([['the server is away', gone], ['the file is missing', absent]])('%s: it is told, and asked for anew the next time', async (_, failing) => {
  const address = `/assets/${failing.name}.json`;
  answering(failing, there);
  await expect(fetchJson(address)).rejects.toThrow();
  expect(useLacking.getState().lacking).toEqual([address]);
  expect(await fetchJson(address)).toEqual({ title: 'There' });
  expect(useLacking.getState().lacking).toEqual([]);
});

test('a file that came is not asked for again', async () => {
  answering(there, gone);
  expect(await fetchJson('/assets/once.json')).toEqual({ title: 'There' });
  expect(await fetchJson('/assets/once.json')).toEqual({ title: 'There' });
});
