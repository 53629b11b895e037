import { describe, expect, it } from '@jest/globals';
import type { QuestionOf } from '@kilim/indicators';
import { settleExclusive } from './exclusive.js';

const question: QuestionOf<'multiple'> = {
  id: 'q-1',
  code: 'A.1',
  kind: 'multiple',
  required: true,
  options: [
    { id: 'a', code: 'a' },
    { id: 'b', code: 'b' },
    { id: 'none', code: 'none', exclusive: true },
  ],
};

describe('a choice that excludes all others', () => {
  it('takes the others back when it is chosen', () => {
    expect(settleExclusive(question, ['a', 'b'], ['a', 'b', 'none'])).toEqual(['none']);
  });

  it('is taken back when another is chosen', () => {
    expect(settleExclusive(question, ['none'], ['none', 'b'])).toEqual(['b']);
  });

  it('leaves other choices alone', () => {
    expect(settleExclusive(question, ['a'], ['a', 'b'])).toEqual(['a', 'b']);
    expect(settleExclusive(question, ['a', 'b'], ['b'])).toEqual(['b']);
  });

  it('stays beside others where it stood there before: what was saved is not mended in silence', () => {
    expect(settleExclusive(question, ['a', 'b', 'none'], ['a', 'none'])).toEqual(['a', 'none']);
  });
});
