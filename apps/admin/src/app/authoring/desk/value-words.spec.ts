import { describe, expect, it } from '@jest/globals';
import { openDraft } from '@kilim/indicators';
import { givenSpeech } from '../../testing/given';
import { givenDraft } from '../../testing/given-desk';
import { DraftBook } from './draft-book';
import { placeWords } from './value-words';

describe('a place in a draft', () => {
  it('goes by codes, and the questionnaire, which has none of its own, by words', async () => {
    const [say, book] = [await givenSpeech(), new DraftBook(openDraft(givenDraft().content), 'en')];
    expect(placeWords('q-yes', 'text/title', book, say)).toBe('A.1, Title');
    expect(placeWords('questionnaire', 'text/intro', book, say)).toBe(
      'The whole questionnaire, Introduction',
    );
  });
});
