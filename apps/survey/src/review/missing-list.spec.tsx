/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Violation } from '@kilim/indicators';
import { addressOf } from '@kilim/indicators';
import { cleanup, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { givenSection } from '../assessment/given.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered, givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { MissingList } from './missing-list.js';

const NORTH = '01890000-0000-7000-8000-000000000001';
const SOUTH = '01890000-0000-7000-8000-000000000002';
const version = givenVersion(
  givenSection([
    {
      ...{ id: 'q-set', code: 'S.1', kind: 'set', required: true, minimum: 1, maximum: 3 },
      questions: [{ id: 'q-1', code: 'S.1.1', kind: 'yesNo', required: true }],
    },
  ]),
  { 'q-set.instance': 'Centre' },
);

beforeAll(() => givenTexts('en'));
afterEach(cleanup);

it('answers in a set that do not fit together are called by their instance, too', () => {
  const marks = [NORTH, SOUTH].map((instance) => addressOf('q-1', instance));
  const violation: Violation = { validation: 'v-1', instance: '', severity: 'warning', marks };
  givenWork(
    version,
    [answered('q-set', [NORTH, SOUTH])],
    () => (
      <MemoryRouter>
        <MissingList />
      </MemoryRouter>
    ),
    ({ reading }) => ({ reading: { ...reading, violations: [violation] } }),
  );
  for (const place of [1, 2])
    expect(screen.getByRole('link', { name: `S.1.1, Centre ${String(place)}` }).getAttribute('href')).toMatch(
      `#S.1.1-${String(place)}`,
    );
});
