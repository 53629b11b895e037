/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import type { AreaScore } from './area-score.js';
import { Possible } from './possible.js';
import { ScoreSoFar } from './score-so-far.js';

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

const between = (exact: boolean): AreaScore => ({
  id: 'index',
  interval: { low: 0.2, high: 0.6, exact, reasons: [] },
});

it('says of what is still possible whether it is just that, or at most that', () => {
  render(<ScoreSoFar score={between(true)} open={3} />);
  screen.getByText('still possible');
  screen.getByRole('img', { name: 'Possible score 20 to 60 of 100' });
  cleanup();
  render(<ScoreSoFar score={between(false)} open={3} />);
  screen.getByText('still possible at most');
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Possible score at most 20 to 60 of 100');
});

it('says so of the score of each indicator too', () => {
  render(<Possible score={between(true)} />);
  screen.getByText('20–60');
  cleanup();
  render(<Possible score={between(false)} />);
  screen.getByText('at most 20–\u206060');
});

it('keeps the place of a score that is being worked out, with everything else that stands there', () => {
  const shape = ({ container }: { readonly container: Element }): readonly string[] =>
    [...container.querySelectorAll('*:not(.scale > *, .sr)')].map(
      ({ tagName, className }) => tagName + className.replace(' score--coming', ''),
    );
  const known = shape(render(<ScoreSoFar score={between(true)} open={3} />));
  cleanup();
  expect(shape(render(<ScoreSoFar score="coming" open={3} />))).toEqual(known);
  screen.getByRole('img', { name: 'The score is being worked out' });
  screen.getByText('3 open answers decide where it ends.');
  cleanup();
  const line = shape(render(<Possible score={between(true)} />));
  cleanup();
  expect(shape(render(<Possible score="coming" />))).toEqual(line);
});

it('says in words that a score can’t be worked out', () => {
  render(<ScoreSoFar score="failed" open={3} />);
  screen.getByText(/can’t be worked out on this device now/);
});
