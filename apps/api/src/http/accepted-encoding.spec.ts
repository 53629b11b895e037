import { expect, it } from '@jest/globals';
import { acceptedEncoding } from './accepted-encoding.js';

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['BR; Q=0.000, identity', 'identity'],
  ['x-brotli, gzipped', 'identity'],
])('of %j it is %s', (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding);
});
