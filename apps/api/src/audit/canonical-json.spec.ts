import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalize } from 'json-canonicalize';
import { canonicalJson } from './canonical-json.js';

test('is what the reference implementation of RFC 8785 makes of any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
    { numRuns: 2000 },
  );
});

test('sorts members by their UTF-16 units, leaves out undefined ones and writes numbers as JSON does', () => {
  const value = { b: [1e21, -0, 0.1, 5e-7], é: '\u2028"\\', a: undefined, B: null, '\u{1F422}': {}, ﬀ: [] };
  expect(canonicalJson(value)).toBe(canonicalize(JSON.parse(JSON.stringify(value))));
});
