/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssessmentState } from '@kilim/contracts';
import { cleanup, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { givenSection } from '../assessment/given.arbitrary.js';
import { asksAbout } from '../form/given-screens.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { ReviewPage } from './review-page.js';

const version = givenVersion(givenSection([{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }]), {});

const review = (state: AssessmentState): void => {
  givenWork(
    version,
    [],
    () => (
      <MemoryRouter>
        <ReviewPage />
      </MemoryRouter>
    ),
    ({ assessment }) => ({
      assessment: { ...assessment, state, may: ['answer:write', 'clarification:answer'] },
      clarifications: [asksAbout('q-1')],
    }),
  );
};

beforeAll(() => givenTexts('en'));
afterEach(cleanup);

describe('the review', () => {
  it('leads to what an expert asks, and does not tell of it as something done', () => {
    review('clarification');
    expect(screen.getByRole('link', { name: 'S.1: see and reply' }).getAttribute('href')).toMatch(/#S\.1$/);
    expect(document.getElementById('submitted')?.className).toMatch(/msg--warn/);
  });

  it('tells of a step further as something done, and of a city that has left as it is', () => {
    for (const [state, tone] of [
      ['submitted', 'msg--ok'],
      ['withdrawn', 'msg--note'],
    ] as const) {
      review(state);
      expect([state, document.getElementById('submitted')?.classList[1]]).toEqual([state, tone]);
      cleanup();
    }
  });
});
