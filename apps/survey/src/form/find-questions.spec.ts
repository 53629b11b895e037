import { describe, expect, it } from '@jest/globals';
import type { Question } from '@kilim/indicators';
import type { Asked } from '../assessment/asked.js';
import { findQuestions } from './find-questions.js';

const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'q-1': { title: 'Czy szkoły uczą języka łotewskiego?', help: 'W roku szkolnym' },
  'q-2': { title: 'How many schools?', help: 'Łódź counts its own' },
  'q-3': { title: 'Budget', help: '' },
};
const texts = {
  find: (id: string, part: string) => {
    const text = TEXTS[id]?.[part];
    return text === undefined ? undefined : { text, language: 'en' };
  },
} as Parameters<typeof findQuestions>[1];
const asked = Object.keys(TEXTS).map((id, at): Asked => {
  const anchor = `EDU.${String(at + 1)}`;
  return { question: { id, code: anchor } as Question, address: id, anchor };
});
const found = (typed: string) => findQuestions(asked, texts, typed).map(({ anchor }) => anchor);

describe('finding a question', () => {
  it.each([
    ['its code', 'edu.3', ['EDU.3']],
    ['the beginning of a code, in the order of the form', 'EDU', ['EDU.1', 'EDU.2', 'EDU.3']],
    ['words without their accents', 'szkoly lotewskiego', ['EDU.1']],
    ['words of title and help together', 'schools lodz', ['EDU.2']],
    ['part of a word', 'budg', ['EDU.3']],
    ['nothing', '   ', []],
    ['words that are nowhere', 'schools nowhere', []],
  ])('by %s', (_by, typed, anchors) => {
    expect(found(typed)).toEqual(anchors);
  });
});
