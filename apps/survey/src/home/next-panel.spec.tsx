/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { givenSection } from '../assessment/given.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { NextPanel } from './next-panel.js';

const DEADLINE = '2026-04-14T21:59:59.999Z';
const version = givenVersion(givenSection([{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }]), {});

beforeAll(() => givenTexts('en'));
afterEach(cleanup);

describe('how long there is still', () => {
  it.each([
    ['2026-04-12T10:00:00.000Z', '3 days left'],
    ['2026-04-13T10:00:00.000Z', '2 days left'],
    ['2026-04-14T21:00:00.000Z', 'Less than a day left'],
  ])('is said at %s: %s', (now, words) => {
    givenWork(
      version,
      [],
      () => (
        <MemoryRouter>
          <NextPanel />
        </MemoryRouter>
      ),
      ({ assessment }) => ({
        now: () => now,
        assessment: {
          ...assessment,
          ...{ state: 'inProgress', may: ['answer:write'] },
          deadline: { localTime: '2026-04-14T23:59', zone: 'Europe/Paris', instant: DEADLINE },
        },
      }),
    );
    expect(screen.getByText(words)).toBeDefined();
  });
});
