import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Say } from '../language/say';
import { BOOK, givenSpeech, VERSION } from '../testing/given';
import { answerParts, answerWords } from './answer-words';
import { VersionBook } from './version-book';

const question = (id: string) => BOOK.question(id)?.question;
let say: Say;
beforeEach(async () => {
  say = await givenSpeech();
});

describe('an answer in words', () => {
  it('is said with the texts of the version', () => {
    expect(answerWords(question('q-yes'), { kind: 'value', value: true }, BOOK, say)).toBe('Yes');
    expect(answerWords(question('q-some'), { kind: 'value', value: ['o-blue', 'o-red'] }, BOOK, say)).toBe(
      'Blue; Red',
    );
    expect(answerWords(question('q-grid'), { kind: 'value', value: { 'r-old': 'o-much' } }, BOOK, say)).toBe(
      'Old: Much',
    );
  });

  it('writes numbers as the language does, with every place that was typed', async () => {
    expect(answerWords(question('q-share'), { kind: 'value', value: 31.2 }, BOOK, say)).toBe('31.2\u202f%');
    await say.choose('pl');
    expect(answerWords(question('q-share'), { kind: 'value', value: 31.2 }, BOOK, say)).toBe('31,2\u202f%');
  });

  it('tells no answer from one that does not apply', () => {
    expect(answerWords(question('q-yes'), null, BOOK, say)).toBe('No answer');
    expect(answerWords(question('q-yes'), { kind: 'notApplicable' }, BOOK, say)).toBe('Does not apply');
  });

  it('shows a value that does not fit its question as it stands', () => {
    expect(answerWords(question('q-yes'), { kind: 'value', value: 'perhaps' }, BOOK, say)).toBe('“perhaps”');
    expect(answerWords(question('q-some'), { kind: 'value', value: ['o-gone'] }, BOOK, say)).toBe('“o-gone”');
    expect(answerWords(undefined, { kind: 'value', value: 3 }, BOOK, say)).toBe('“3”');
  });

  it('comes apart choice by choice', () => {
    expect(answerParts(question('q-some'), { kind: 'value', value: ['o-blue', 'o-red'] }, BOOK, say)).toEqual(
      ['Blue', 'Red'],
    );
  });
});

describe('a version in a language', () => {
  it('says which texts come from the source language', () => {
    const polish = new VersionBook(VERSION, 'pl');
    expect(polish.find('q-yes', 'title')).toMatchObject({ text: 'Czy jest plan?', isFallback: false });
    expect(polish.find('q-some', 'title')).toMatchObject({
      text: 'Which colours?',
      language: 'en',
      isFallback: true,
    });
  });

  it('says so too when it has no translation at all', () => {
    const none = new VersionBook({ ...VERSION, translations: [] }, 'pl');
    expect(none.find('q-yes', 'title')).toMatchObject({ text: 'Is there a plan?', isFallback: true });
  });
});
