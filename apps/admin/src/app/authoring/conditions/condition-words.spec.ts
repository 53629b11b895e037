import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Say } from '../../language/say';
import { BOOK, givenSpeech } from '../../testing/given';
import { conditionWords } from './condition-words';

let say: Say;
beforeEach(async () => {
  say = await givenSpeech();
});

describe('a condition in words', () => {
  it('names questions by code and values by their texts', () => {
    const words = conditionWords(
      {
        op: 'all',
        of: [
          { op: 'equals', question: 'q-yes', value: true },
          {
            op: 'any',
            of: [
              { op: 'atLeast', question: 'q-share', value: 10 },
              { op: 'not', of: { op: 'oneOf', question: 'q-some', options: ['o-red'] } },
            ],
          },
        ],
      },
      BOOK,
      say,
    );
    expect(words).toBe('A.1 is “Yes” and (B.1 is at least 10 or not (A.2 is “Red”))');
  });
});
