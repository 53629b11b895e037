/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CurrentAnswer } from '@kilim/contracts';
import { cleanup, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { givenSection } from '../assessment/given.arbitrary.js';
import { textsIn } from '../assessment/reading.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered, givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import PrintPage from './print-page.js';

const made = givenVersion(
  givenSection([
    { id: 'q-1', code: 'S.1', kind: 'share', required: true, decimals: 0, quality: 'required' },
    { id: 'q-2', code: 'S.2', kind: 'text', required: false, mayNotApply: true, maxLength: 500 },
  ]),
  { 'questionnaire.title': 'Index of cities', 'q-1.title': 'What share?' },
);
const polish = {
  language: 'pl',
  texts: { 'questionnaire.title': { text: 'Indeks miast', of: '0'.repeat(64) } },
};
const version = {
  ...made,
  summary: { ...made.summary, title: 'Index of cities' },
  translations: [polish],
};

function printed(answers: readonly CurrentAnswer[], language = 'en', query = ''): string | null {
  givenWork(
    version,
    answers,
    () => (
      <MemoryRouter initialEntries={[`/print${query}`]}>
        <PrintPage />
      </MemoryRouter>
    ),
    () => ({ language, texts: textsIn(version, language) }),
  );
  return screen.getByRole('main').textContent;
}

beforeAll(async () => {
  await givenTexts('en');
  // jsdom has no sheets of a page's own.
  CSSStyleSheet.prototype.replaceSync = () => undefined;
  document.adoptedStyleSheets = [];
});

afterEach(cleanup);

describe('what is printed', () => {
  it('says below an answer what is wrong with it', () => {
    expect(printed([answered('q-1', 645)])).toMatch(/645.*A share lies/);
    cleanup();
    expect(printed([answered('q-1', 64)])).not.toMatch(/A share lies/);
    cleanup();
    expect(printed([answered('q-1', 645)], 'en', '?answers=none')).not.toMatch(/A share lies/);
  });

  it('has on blank paper the classes of data to choose from, and room for the source', () => {
    const blank = printed([answered('q-1', 64, { quality: 'B' })], 'en', '?answers=none');
    expect(blank).toMatch(/A: official count of the last year.*D: estimate without a source.*Source of the/);
    cleanup();
    const filled = printed([answered('q-1', 64, { quality: 'B' })]);
    expect(filled).toMatch(/B: official count/);
    expect(filled).not.toMatch(/D: estimate/);
  });

  it('has lines to write on that are drawn, where a ground would not be printed', () => {
    printed([], 'en', '?answers=none');
    expect(document.querySelectorAll('.paper__lines > span')).toHaveLength(4);
  });

  it('has room on blank paper to say why a question does not apply', () => {
    expect(printed([], 'en', '?answers=none')).toMatch(/Does not apply to us, because:/);
    cleanup();
    expect(printed([])).not.toMatch(/because:/);
  });

  it('is called what it is called in the reader’s language', () => {
    expect(printed([], 'pl')).toMatch(/Indeks miast/);
    expect(screen.getByRole('main').textContent).not.toMatch(/Index of cities/);
  });
});
