/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered, givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
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

afterEach(cleanup);

it('two who differ only in where a figure is from see in what', () => {
  // jsdom opens and closes no dialog.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
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
  const told = (name: string | RegExp): string | null | undefined =>
    screen.getByRole('heading', { name, level: 3 }).closest('section')?.textContent;
  expect(told('What you typed')).toMatch(/31.2.*C: survey.*Source of the figure: Survey/);
  expect(told(/^Marta/)).toMatch(/31.2.*A: official count of the last year.*Source of the figure: Register/);
});
