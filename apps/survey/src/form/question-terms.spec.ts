import { describe, expect, it } from '@jest/globals';
import { termsIn } from './question-terms.js';

const glossary = ['migrant', 'background', 'ground'].map((code) => ({ id: `t-${code}`, code }));
const texts: Readonly<Record<string, string>> = {
  't-migrant.title': 'migrant',
  't-background.title': 'migration background',
  't-ground.title': 'background',
  'q-1.title': 'How many Migrants have a migration background?',
  'q-2.title': 'How many immigrants are there?',
  'q-3.title': 'Anything else?',
  'q-3.help': 'Think of the background.',
};
const codes = (question: string) => termsIn(question, glossary, { texts }).map(({ code }) => code);

describe('the words explained at a question', () => {
  it('are those of its title, one or many, the longer for the shorter', () => {
    expect(codes('q-1')).toEqual(['migrant', 'background']);
  });

  it('are not parts of other words', () => {
    expect(codes('q-2')).toEqual([]);
  });

  it('are those of its help', () => {
    expect(codes('q-3')).toEqual(['ground']);
  });
});
