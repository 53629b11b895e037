/** @jest-environment jsdom */
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered } from '../preview/given-work.arbitrary.js';
import { givenScreens } from './given-screens.arbitrary.js';

const MOST = 100;

beforeAll(() => givenTexts('en'));
beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const type = (letters: number): void => {
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'x'.repeat(letters) } });
};
const rest = (): void => {
  act(() => {
    jest.advanceTimersByTime(1000);
  });
};
/** What is said of letters, by what can be seen and by what is spoken. */
const seen = () => document.querySelector('.hint[aria-hidden]')?.textContent;
const spoken = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .find((words) => words.includes('character'));

describe('a text answer', () => {
  beforeEach(() => {
    givenScreens({ questions: [{ id: 'q-1', code: 'S.1', kind: 'text', required: true, maxLength: MOST }] });
  });

  it('tells how many letters are left once there are few, and how many are too many', () => {
    type(MOST - 21);
    expect(seen()).toBeUndefined();
    type(MOST - 20);
    expect(seen()).toBe('20 characters left');
    type(MOST - 1);
    expect(seen()).toBe('1 character left');
    type(MOST + 2);
    expect(seen()).toBe('2 characters too many');
    type(10);
    expect(seen()).toBeUndefined();
  });

  it('has it spoken when whoever types rests, not at every letter', () => {
    type(MOST - 3);
    type(MOST - 2);
    expect(spoken()).toBeUndefined();
    rest();
    expect(spoken()).toBe('2 characters left');
    type(MOST - 1);
    expect(spoken()).toBe('2 characters left');
    type(5);
    rest();
    expect(spoken()).toBeUndefined();
  });
});

it('so does the source of a figure, which ends at its last letter', () => {
  givenScreens({
    questions: [{ id: 'q-1', code: 'S.1', kind: 'share', required: true, decimals: 0, quality: 'required' }],
    answers: [answered('q-1', 12, { source: 'x'.repeat(495) })],
  });
  expect(seen()).toBe('5 characters left');
});
