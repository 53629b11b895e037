import { describe, expect, it } from '@jest/globals';
import { historyQuery } from './history-narrowing';

const ID = '01900000-0000-7000-8000-000000000001';

describe('what the audit is narrowed to', () => {
  it('is asked of the server as the contract wants it, days from midnight to midnight of the reader', () => {
    const query = historyQuery({
      ...{ by: ID, action: 'answer.set', assessment: ID, round: ID, question: 'q-com-1', find: '  plan ' },
      ...{ from: '2026-03-28', to: '2026-03-29' },
    });
    expect(query).toEqual({
      ...{ by: ID, action: 'answer.set', assessmentId: ID, roundId: ID, questionId: 'q-com-1', find: 'plan' },
      from: new Date(2026, 2, 28).toISOString(),
      to: new Date(2026, 2, 29, 23, 59, 59, 999).toISOString(),
    });
  });

  it('is nothing where the address says what cannot be', () => {
    expect(
      historyQuery({
        ...{ by: 'me', action: 'x', assessment: '1', round: '?', question: 'Q 1', find: ' ' },
        ...{ from: 'today', to: '2026-13-45' },
      }),
    ).toEqual({});
  });
});
