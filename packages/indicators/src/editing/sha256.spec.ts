import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { rememberingDigest, sha256 } from './sha256.js';

const reference = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test('the digest is the one that everybody else computes, of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(reference(text));
    }),
  );
  for (const length of [0, 55, 56, 63, 64, 65, 119, 120, 10_000]) {
    const text = 'ż'.repeat(length);
    expect(sha256(text)).toBe(reference(text));
  }
  expect(sha256('\ud800')).toBe(reference('\ud800'));
});

test('what is remembered is computed once', () => {
  const asked: string[] = [];
  const digest = rememberingDigest((text) => {
    asked.push(text);
    return text.toUpperCase();
  });
  expect(['a', 'b', 'a'].map(digest)).toEqual(['A', 'B', 'A']);
  expect(asked).toEqual(['a', 'b']);
});
