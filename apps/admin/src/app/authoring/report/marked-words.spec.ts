import { describe, expect, it } from '@jest/globals';
import { markedWords } from './marked-words';

describe('two wordings side by side', () => {
  it('mark the words that went and those that came', () => {
    expect(markedWords('Does the city train teachers?', 'Does the town train all teachers?')).toEqual([
      { kind: 'same', text: 'Does the ' },
      { kind: 'gone', text: 'city' },
      { kind: 'new', text: 'town' },
      { kind: 'same', text: ' train ' },
      { kind: 'new', text: 'all ' },
      { kind: 'same', text: 'teachers?' },
    ]);
  });

  it('give both texts back, whatever they are', () => {
    const [before, after] = ['a  b\nc', 'c b  d a'];
    const pieces = markedWords(before, after);
    const without = (kind: string) =>
      pieces
        .filter((piece) => piece.kind !== kind)
        .map(({ text }) => text)
        .join('');
    expect(without('new')).toBe(before);
    expect(without('gone')).toBe(after);
  });

  it('show very long ones whole instead of taking for ever', () => {
    const long = 'word '.repeat(900);
    expect(markedWords(long, `${long}end`).map(({ kind }) => kind)).toEqual(['gone', 'new']);
  });
});
