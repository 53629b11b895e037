import { describe, expect, it } from '@jest/globals';
import type { VersionChange } from '@kilim/indicators';
import { changedValue } from './change-words';

const change = (field: string): VersionChange => ({
  ...{ key: 'a', kind: 'weights', change: 'field', part: 'q-one', field, to: 2 },
});

describe('the value before a change', () => {
  it('of a weight that was not written is the 1 that it counted as', () => {
    expect(changedValue(change('weight'), 'from')).toBe(1);
    expect(changedValue(change('weight'), 'to')).toBe(2);
    expect(changedValue(change('points'), 'from')).toBeUndefined();
  });
});
