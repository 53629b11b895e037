/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CurrentAnswer } from '@kilim/contracts';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router';
import { givenSection } from '../assessment/given.arbitrary.js';
import type { Work } from '../assessment/work.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered, givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { NextOpen } from './next-open.js';

const version = givenVersion(
  givenSection([
    { id: 'q-1', code: 'S.1', kind: 'share', required: true, decimals: 0 },
    { id: 'q-2', code: 'S.2', kind: 'yesNo', required: true },
    { id: 'q-3', code: 'S.3', kind: 'yesNo', required: true },
  ]),
  {},
);

function Where() {
  return <output>{useLocation().hash}</output>;
}

function given(answers: readonly CurrentAnswer[], changed?: (work: Work) => Partial<Work>): Work {
  const page = () => (
    <MemoryRouter>
      <NextOpen sectionId="s-1" />
      <Where />
    </MemoryRouter>
  );
  return givenWork(version, answers, page, changed);
}

function goOn(): string | null {
  fireEvent.click(screen.getByRole('button', { name: 'Next unanswered' }));
  return screen.getByRole('status').textContent;
}

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

describe('the next unanswered question', () => {
  it('may be one whose answer was cleared', () => {
    given([answered('q-1', 12), answered('q-2', undefined, { revision: 2 })]);
    expect(goOn()).toBe('#S.2');
  });

  it('is not offered any more once the deadline has passed', () => {
    const instant = '2026-04-14T21:59:59.999Z';
    given([], ({ assessment }) => ({
      assessment: { ...assessment, deadline: { ...assessment.deadline, instant } },
      now: () => '2026-04-14T22:00:00.000Z',
    }));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is none that was answered just now, before the screens follow', () => {
    const { saver } = given([answered('q-1', 12)]);
    act(() => {
      saver.change('q-2', { kind: 'set', value: true }, 'typing');
    });
    expect(goOn()).toBe('#S.3');
  });
});
