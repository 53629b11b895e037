import { describe, expect, it } from '@jest/globals';
import type { Assessment, AssessmentState } from '@kilim/contracts';
import { SERVER_NOW, VERSION } from '../testing/given';
import { givenPage } from '../testing/given-page';
import { ToVerifyPage } from './to-verify-page';

const { questionnaire: _, source: __, translations: ___, ...version } = VERSION;

function given(at: number, name: string, state: AssessmentState, stateSince: string): Assessment {
  const id = `01900000-0000-7000-8000-00000000000${String(at)}`;
  return {
    ...{ id, version, state, stateSince, now: SERVER_NOW, reader: 'first', may: ['finding:write'] },
    city: { id, name, country: 'Nowhere', fictional: true, facts: [] },
    round: { id, name: '2026', kind: 'real', programmeName: 'A programme' },
    deadline: { localTime: '2026-04-30T23:59', zone: 'Europe/Warsaw', instant: '2026-04-30T21:59:59.999Z' },
  };
}

describe('what there is to verify', () => {
  it('begins where it is the expert’s move, longest first; cities that are asked follow and say so', async () => {
    const { element, answer } = await givenPage(ToVerifyPage);
    await answer('/assessments', {
      assessments: [
        given(1, 'Asked', 'clarification', '2026-03-01T10:00:00.000Z'),
        given(2, 'Begun', 'underVerification', '2026-03-09T10:00:00.000Z'),
        given(3, 'Submitted', 'submitted', '2026-03-05T10:00:00.000Z'),
        given(4, 'Done', 'verified', '2026-03-05T10:00:00.000Z'),
      ],
    });
    const lines = [...element.querySelectorAll('[aria-labelledby=ready-heading] li')];
    expect(lines.map((line) => line.querySelector('b')?.textContent)).toEqual([
      'Submitted',
      'Begun',
      'Asked',
    ]);
    expect(lines.map(({ textContent }) => textContent.includes('has been asked'))).toEqual([
      false,
      false,
      true,
    ]);
  });
});
