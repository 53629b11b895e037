/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { givenSection } from '../assessment/given.arbitrary.js';
import { asksAbout } from '../form/given-screens.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered, givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { QueriesPanel } from './queries-panel.js';

const instance = (last: number) => `01890000-0000-7000-8000-00000000000${String(last)}`;
const [NORTH, SOUTH, GONE] = [instance(1), instance(2), instance(3)];
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

describe('what an expert asks about a repeated set', () => {
  it('is listed for each instance, with the way to its very answer', () => {
    givenWork(
      version,
      [answered('q-set', [NORTH, SOUTH])],
      () => (
        <MemoryRouter>
          <QueriesPanel />
        </MemoryRouter>
      ),
      ({ assessment }) => ({
        assessment: { ...assessment, state: 'clarification', may: ['clarification:answer'] },
        clarifications: [NORTH, SOUTH, GONE].map((instanceId, at) => ({
          ...asksAbout('q-1'),
          ...{ id: String(at), instanceId },
        })),
      }),
    );
    expect(screen.getByRole('heading').textContent).toBe('An expert asks about 3 answers');
    const ways = screen
      .getAllByRole('link')
      .map((link) => [link.textContent, link.getAttribute('href')?.split('#')[1]]);
    expect(ways).toEqual([
      ['S.1.1, Centre 1: see and reply', 'S.1.1-1'],
      ['S.1.1, Centre 2: see and reply', 'S.1.1-2'],
      ['S.1.1: see and reply', 'S.1.1'],
    ]);
  });
});
