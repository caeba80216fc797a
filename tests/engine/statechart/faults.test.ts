// What a person is told of an error that was thrown.
import { expect, test } from 'vitest';
import { CompileError, faultSentences } from '../../../engine/statechart/faults.ts';

test('a procedure that cannot be run is told in its sentences, without the pointers', () => {
  const error = new CompileError([{ code: 'unknown-stage', at: '/transitions/0', words: 'The way leads to no stage.' }, { code: 'ill-nested', at: '/stages/a', words: 'A stage lies in itself.' }]);
  expect(faultSentences(error)).toBe('The way leads to no stage. A stage lies in itself.');
});

test('the text of any other error reaches nobody', () => {
  expect(faultSentences(new TypeError("Cannot read properties of undefined (reading 'x')"))).toBe('');
});
