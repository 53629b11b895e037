import { describe, expect, it } from '@jest/globals';
import { addressOf } from './endpoint.js';

describe('the address of a call', () => {
  it('fills params in and escapes them', () => {
    expect(addressOf('/rounds/:roundId', { roundId: 'a/b' })).toBe('/api/rounds/a%2Fb');
  });

  it('appends the query and leaves out what is undefined', () => {
    expect(addressOf('/history', {}, { before: undefined, limit: 20 })).toBe('/api/history?limit=20');
  });

  it('refuses to make an address with a hole in it', () => {
    expect(() => addressOf('/rounds/:roundId')).toThrow('No value for :roundId');
  });
});
