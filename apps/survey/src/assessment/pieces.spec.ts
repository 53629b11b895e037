import { describe, expect, it } from '@jest/globals';
import type { Evidence } from '@kilim/contracts';
import { withPiece } from './pieces.js';
import { triedPiece } from './tried-evidence.js';

const piece = (title: string, addedAt: string): Evidence => ({
  ...triedPiece({ questionId: 'q-a', title, level: 'local' }),
  addedAt,
});

describe('pieces of evidence', () => {
  it('stand oldest first, and a changed one stays where it was', () => {
    const one = piece('Plan', '2026-04-10T10:01:00.000Z');
    const two = piece('Minutes', '2026-04-10T10:02:00.000Z');
    const three = piece('Page', '2026-04-10T10:02:00.000Z');
    expect([three, one, two].reduce(withPiece, [] as readonly Evidence[])).toEqual([one, two, three]);
    const renamed = { ...two, title: 'Minutes of May' };
    expect(withPiece([one, two, three], renamed)).toEqual([one, renamed, three]);
  });
});
