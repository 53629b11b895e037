import { describe, expect, it } from '@jest/globals';
import { givenSpeech } from '../testing/given';
import { cellWords } from './data-table';

describe('a cell of a table beside a chart', () => {
  it('is written as its column says, else as any number is', async () => {
    const say = await givenSpeech();
    const moves = { words: 'Moves', isNumber: true, show: (figure: number) => `+${say.number(figure, 1)}` };
    expect(cellWords(59, moves, say)).toBe('+59.0');
    expect(cellWords(59, { words: 'Score', isNumber: true }, say)).toBe('59');
    expect(cellWords('Port Selda', moves, say)).toBe('Port Selda');
    expect(cellWords(undefined, moves, say)).toBe('–');
  });
});
