import { describe, expect, it } from '@jest/globals';
import type { Condition } from '@kilim/indicators';
import { joined, partOf, replaced } from './condition-path';

const about = (question: string): Condition => ({ op: 'equals', question, value: true });
const [A, B, C, D] = ['q-a', 'q-b', 'q-c', 'q-d'].map(about) as [Condition, Condition, Condition, Condition];
const BOTH: Condition = { op: 'all', of: [A, B] };

describe('joining conditions', () => {
  it('adds to the group that is joined in the same way, and makes a pair of a single one', () => {
    expect(joined(undefined, A)).toBe(A);
    expect(joined(A, B)).toEqual(BOTH);
    expect(joined({ op: 'any', of: [A, B] }, C)).toEqual({ op: 'any', of: [A, B, C] });
  });

  it('turns one comparison within a group into a group of its own', () => {
    const path = [1];
    const inner = joined(partOf(BOTH, path), C, 'any');
    expect(replaced(BOTH, path, inner)).toEqual({ op: 'all', of: [A, { op: 'any', of: [B, C] }] });
  });

  it('finds the way through “not” and adds to a group that stands inside', () => {
    const whole: Condition = { op: 'all', of: [A, { op: 'not', of: { op: 'any', of: [B, C] } }] };
    const path = [1, 0];
    expect(partOf(whole, path)).toEqual({ op: 'any', of: [B, C] });
    expect(replaced(whole, path, joined(partOf(whole, path), D, 'any'))).toEqual({
      op: 'all',
      of: [A, { op: 'not', of: { op: 'any', of: [B, C, D] } }],
    });
    expect(partOf(whole, [1, 0, 5])).toBeUndefined();
  });

  it('takes a group away with its last comparison', () => {
    const whole: Condition = { op: 'all', of: [A, { op: 'any', of: [B, C] }] };
    expect(replaced(whole, [1, 0], undefined)).toEqual({ op: 'all', of: [A, C] });
  });
});
