import { describe, expect, it } from '@jest/globals';
import { TextBook, type Question } from '@kilim/indicators';
import { valueWords } from './answer-words.js';

const options = [
  { id: 'o-1', code: 'a' },
  { id: 'o-2', code: 'b' },
];
const texts = new TextBook({
  language: 'en',
  texts: { 'o-1.title': 'Sport, music and theatre', 'o-2.title': 'Courses, also online' },
});
const words = {
  ...{ yes: 'Yes', no: 'No', pieces: String, instances: String, number: String },
  date: (written: string) => written,
};

describe('several choices in words', () => {
  const said = (question: Question): string => valueWords(question, ['o-2', 'o-1'], texts, words);

  it('show where each ends, though there are commas in them', () => {
    expect(said({ id: 'q-1', code: 'S.1', kind: 'multiple', required: true, options })).toBe(
      'Courses, also online; Sport, music and theatre',
    );
    expect(said({ id: 'q-1', code: 'S.1', kind: 'ranking', required: true, options })).toBe(
      '1. Courses, also online; 2. Sport, music and theatre',
    );
  });
});
