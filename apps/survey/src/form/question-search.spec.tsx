/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { useLocation } from 'react-router';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { givenScreens } from './given-screens.arbitrary.js';
import { QuestionSearch } from './question-search.js';

beforeAll(() => givenTexts('en'));
afterEach(cleanup);

function Place(): string {
  return useLocation().hash;
}

/** Types, presses a key in the field, and says where one is then. */
function press(typed: string, event: { readonly key: string; readonly ctrlKey?: boolean }): string {
  givenScreens(
    {
      questions: [1, 2, 3].map((at) => ({
        ...{ id: `q-${String(at)}`, code: `S.${String(at)}`, kind: 'yesNo', required: true },
      })),
      texts: { 'q-1.title': 'Schools', 'q-2.title': 'Mediators', 'q-3.title': 'More mediators' },
    },
    () => (
      <>
        <QuestionSearch />
        <output>
          <Place />
        </output>
      </>
    ),
  );
  const field = screen.getByRole('searchbox');
  fireEvent.change(field, { target: { value: typed } });
  fireEvent.keyDown(field, event);
  return document.querySelector('output')?.textContent ?? '';
}

describe('the search over questions', () => {
  it('goes to the first that was found on Enter', () => {
    expect(press('mediators', { key: 'Enter' })).toBe('#S.2');
  });

  it('stays where one is if there is none, or another key is meant', () => {
    expect(press('no such words', { key: 'Enter' })).toBe('');
    cleanup();
    expect(press('mediators', { key: 'Enter', ctrlKey: true })).toBe('');
  });
});
