import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

test('is the same text for the same content, in whatever order its members were written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), (value) => {
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('sorts members by their UTF-16 units, leaves out undefined ones and writes numbers as JSON does', () => {
  const value = { b: [1e21, -0, 0.1, 5e-7], é: '\u2028"\\', a: undefined, B: null, '\u{1F422}': {}, ﬀ: [] };
  expect(canonicalJson(value)).toBe(
    '{"B":null,"b":[1e+21,0,0.1,5e-7],"é":"\u2028\\"\\\\","\u{1F422}":{},"ﬀ":[]}',
  );
});

/** The same value with the members of all its objects the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, reversed(member)])
      .reverse(),
  );
}
