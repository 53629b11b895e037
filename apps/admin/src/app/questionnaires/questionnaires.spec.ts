import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Say } from '../language/say';
import { BOOK, givenSpeech, QUESTIONNAIRE } from '../testing/given';
import { sortFiles } from './chosen-files';
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

describe('the files of a version', () => {
  const file = (name: string, content: unknown) => ({ name, text: JSON.stringify(content) });
  it('are told apart by what stands in them', () => {
    const chosen = sortFiles([
      file('b.json', { language: 'pl', texts: {} }),
      file('a.json', QUESTIONNAIRE),
      file('c.json', { language: 'en', texts: {} }),
    ]);
    expect(chosen.questionnaire?.name).toBe('a.json');
    expect(chosen.source?.name).toBe('c.json');
    expect(chosen.translations.map(({ name }) => name)).toEqual(['b.json']);
    expect(chosen.unread).toEqual([]);
  });

  it('that are none of them, or no JSON, are named', () => {
    const chosen = sortFiles([{ name: 'x.json', text: '{' }, file('y.json', [1])]);
    expect(chosen).toEqual({ translations: [], unread: ['x.json', 'y.json'] });
  });
});
