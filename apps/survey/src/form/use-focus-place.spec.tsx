/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, waitFor } from '@testing-library/react';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered } from '../preview/given-work.arbitrary.js';
import { givenScreens } from './given-screens.arbitrary.js';

const given = {
  questions: [
    { id: 'q-1', code: 'S.1', kind: 'yesNo', required: true },
    { id: 'q-2', code: 'S.2', kind: 'yesNo', required: true },
  ],
  answers: [answered('q-2', false)],
};

beforeAll(async () => {
  // Nothing is laid out here that could be scrolled to.
  Element.prototype.scrollIntoView = () => undefined;
  await givenTexts('en');
});

afterEach(cleanup);

/** What the page could not do, as the browser would tell it. */
async function errorsAt(address: string): Promise<readonly string[]> {
  const errors: string[] = [];
  const note = (event: ErrorEvent): void => {
    event.preventDefault();
    errors.push(event.message);
  };
  window.addEventListener('error', note);
  givenScreens({ ...given, address });
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        resolve();
      });
    });
  });
  window.removeEventListener('error', note);
  return errors;
}

describe('an address with a place in it', () => {
  it('leads to the answer there, to what is chosen of it', async () => {
    givenScreens({ ...given, address: '/#S%2E2' });
    await waitFor(() => {
      expect(document.activeElement).toBe(document.querySelector('[id="S.2"] input:checked'));
    });
  });

  it.each(['/#S.9', '/#%E0%A4%A', '/#%'])('leads nowhere where there is none: %s', async (address) => {
    expect(await errorsAt(address)).toEqual([]);
    expect(document.activeElement).toBe(document.body);
  });
});
