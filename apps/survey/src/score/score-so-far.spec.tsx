/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import type { MeanScore } from '@kilim/indicators';
import { cleanup, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { readFileSync } from 'node:fs';
import { initReactI18next } from 'react-i18next';
import { Possible } from './possible.js';
import { ScoreSoFar } from './score-so-far.js';

beforeAll(async () => {
  const words = readFileSync(new URL('../language/en.json', import.meta.url), 'utf8');
  const resources = { en: { translation: JSON.parse(words) as object } };
  await i18next.use(initReactI18next).init({ lng: 'en', resources });
});

afterEach(cleanup);

const interval = (exact: boolean) => ({ low: 0.2, high: 0.6, exact, reasons: [] });
const between = (exact: boolean): MeanScore => ({
  ...{ id: 'index', code: 'I', score: { kind: 'unanswered' }, interval: interval(exact) },
  ...{ coverage: 0, coverageToScore: 0, contributions: [] },
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
  render(<Possible interval={interval(true)} value={undefined} />);
  screen.getByText('20–60');
  cleanup();
  render(<Possible interval={interval(false)} value={undefined} />);
  screen.getByText('at most 20–\u206060');
});
