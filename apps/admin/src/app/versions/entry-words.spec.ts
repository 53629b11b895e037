import { beforeEach, describe, expect, it } from '@jest/globals';
import type { HistoryEntry } from '@kilim/contracts';
import type { Say } from '../language/say';
import { BOOK, givenSpeech } from '../testing/given';
import { entryNotes, entryWords } from './entry-words';

const SHARE: HistoryEntry = {
  ...{ id: '01900000-0000-7000-8000-0000000000e1', at: '2026-04-30T22:05:00.000Z', action: 'answer.set' },
  ...{ stream: { kind: 'assessment' }, sequence: 1, hash: 'a'.repeat(64), questionId: 'q-share' },
  ...{ from: { kind: 'value', value: 31.2 }, to: { kind: 'value', value: 40 } },
};
let say: Say;
beforeEach(async () => {
  say = await givenSpeech();
});

describe('an entry of the history', () => {
  it('tells how good a figure is and where it is from', () => {
    expect(entryNotes({ ...SHARE, quality: 'B', source: 'Register, 2024' }, say)).toEqual([
      'Quality B: official count, older than a year',
      'Source: Register, 2024',
    ]);
    expect(entryNotes(SHARE, say)).toEqual([]);
  });

  it('tells when an answer had been typed that arrived after the deadline', () => {
    expect(entryNotes({ ...SHARE, typedAt: '2026-04-30T21:59:00.000Z' }, say)[0]).toContain(
      'Typed 30 Apr 2026, 21:59',
    );
  });

  it('tells a value once where only what is known of it has changed', () => {
    expect(entryWords(SHARE, BOOK, say)).toContain('31.2\u202f% → 40\u202f%');
    const same = entryWords({ ...SHARE, to: SHARE.from, quality: 'A' }, BOOK, say);
    expect(same).toContain('31.2\u202f%');
    expect(same).not.toContain('→');
  });
});
