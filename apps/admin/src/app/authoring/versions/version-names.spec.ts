import { describe, expect, it } from '@jest/globals';
import { nextFreeName } from './version-names';

describe('the name proposed for a new version', () => {
  it('is the next number that no version has', () => {
    expect(nextFreeName('2026.1', new Set())).toBe('2026.2');
    expect(nextFreeName('2026.1', new Set(['2026.1', '2026.2', '2026.3']))).toBe('2026.4');
    expect(nextFreeName('spring', new Set(['spring.1']))).toBe('spring.2');
  });

  it('is found and fits also where names are as long as they may be', () => {
    const long = 'a'.repeat(24);
    expect(nextFreeName(long, new Set([`${'a'.repeat(22)}.1`]))).toBe(`${'a'.repeat(22)}.2`);
    expect(nextFreeName('9'.repeat(24), new Set())).toHaveLength(24);
  });
});
