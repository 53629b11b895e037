import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { saveAnswers, type CurrentAnswer } from './answers.js';
import { readLeniently, readReply } from './lenient.js';

const answer: CurrentAnswer = {
  questionId: 'q-1',
  instanceId: '',
  revision: 1,
  eventId: '01890000-0000-7000-8000-000000000001',
  answer: { kind: 'value', value: 'words' },
  faults: [],
  savedAt: '2026-04-11T14:00:00.000Z',
  savedBy: { id: '01890000-0000-7000-8000-000000000002', name: 'Alicja' },
};

describe('what a newer server says', () => {
  it('is read without what is not known of it, however deep that stands', () => {
    const told = {
      answers: [{ ...answer, reviewed: false, savedBy: { ...answer.savedBy, role: 'lead' } }, answer],
      took: { milliseconds: 3 },
    };
    const before = JSON.stringify(told);
    expect(readReply(saveAnswers, told)).toMatchObject({
      success: true,
      data: { answers: [answer, answer] },
    });
    expect(JSON.stringify(told)).toBe(before);
  });

  it('has to fit in everything that is known', () => {
    const { revision: _revision, ...unnumbered } = answer;
    expect(readReply(saveAnswers, { answers: [{ ...unnumbered, reviewed: false }] })?.success).toBe(false);
    expect(readReply(saveAnswers, 'a page of a proxy')?.success).toBe(false);
  });

  it('is read as the one thing of several that fits but for what is not known', () => {
    const figure = z.strictObject({ at: z.strictObject({ share: z.number() }) });
    const either = z.strictObject({ of: z.union([z.strictObject({ words: z.string() }), figure]) });
    const told = { of: { at: { share: 0.5, unit: '%' }, since: 2026 } };
    expect(readLeniently(either, told)).toEqual({ success: true, data: { of: { at: { share: 0.5 } } } });
    expect(readLeniently(either, { of: { at: { share: 'half', unit: '%' } } }).success).toBe(false);
  });
});
