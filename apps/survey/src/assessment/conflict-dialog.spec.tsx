/** @jest-environment jsdom */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered, givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { givenDialogs } from '../shell/given-dialogs.arbitrary.js';
import { ConflictDialog } from './conflict-dialog.js';
import { givenSection } from './given.arbitrary.js';

const FIGURE = 'q-1';
const version = givenVersion(
  givenSection([
    { id: FIGURE, code: 'S.1', kind: 'share', required: true, decimals: 1, quality: 'required' },
  ]),
  {},
);

beforeAll(() => givenTexts('en'));

describe('the choice between two answers', () => {
  beforeEach(() => {
    givenDialogs();
    const theirs = answered(FIGURE, 31.2, { revision: 2, quality: 'A', source: 'Register' });
    const mine = { answer: theirs.answer, quality: 'C' as const, source: 'Survey' };
    givenWork(
      version,
      [theirs],
      () => <ConflictDialog />,
      ({ saved }) => ({
        saved: { ...saved, troubles: new Map([[FIGURE, { kind: 'stale', mine, current: theirs }]]) },
      }),
    );
  });
  afterEach(cleanup);

  it('shows two who differ only in where a figure is from in what they do', () => {
    const told = (name: string | RegExp): string | null | undefined =>
      screen.getByRole('heading', { name, level: 3 }).closest('section')?.textContent;
    expect(told('What you typed')).toMatch(/31.2.*C: survey.*Source of the figure: Survey/);
    expect(told(/^Marta/)).toMatch(
      /31.2.*A: official count of the last year.*Source of the figure: Register/,
    );
  });

  it('is not made by the next key of whoever types as it comes: the focus is on its title', () => {
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
  });
});
