import { beforeEach, describe, expect, it } from '@jest/globals';
import { conditionWords, formulaWords } from '@kilim/indicators';
import type { Say } from '../language/say';
import { BOOK, givenSpeech } from '../testing/given';
import { conditionSpeech } from './condition-speech';

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
      conditionSpeech(BOOK, say),
    );
    expect(words).toBe('A.1 is “Yes” and (B.1 is at least 10 or not (A.2 is “Red”))');
  });

  it('keeps all places of a number, and adds none', () => {
    const atLeast = { op: 'atLeast', question: 'q-share', value: 12.125 } as const;
    expect(conditionWords(atLeast, conditionSpeech(BOOK, say))).toBe('B.1 is at least 12.125');
    const share = {
      ...{ op: 'multiply' as const },
      of: [
        { op: 'answer' as const, question: 'q-share' },
        { op: 'number' as const, value: 100 },
      ],
    };
    expect(formulaWords(share, conditionSpeech(BOOK, say))).toBe('B.1 × 100');
  });
});
