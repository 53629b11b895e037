/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { givenSection } from '../assessment/given.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { ClaimedScore } from './claimed-score.js';

const version = givenVersion(
  givenSection([
    { id: 'q-1', code: 'S.1', kind: 'yesNo', required: true, indicator: 'n-1', points: { yes: 1, no: 0 } },
    { id: 'q-2', code: 'S.2', kind: 'text', required: true, maxLength: 100 },
  ]),
  {},
);

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

it('says of how many open answers it depends, not how many are open in all', () => {
  givenWork(version, [], () => <ClaimedScore of="x-1" />);
  screen.getByText('1 open answer decides where it ends.');
  expect(screen.queryByText(/2 open answers/)).toBeNull();
});
