/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { givenScreens } from './given-screens.arbitrary.js';

beforeAll(() => givenTexts('en'));
afterEach(cleanup);

describe('what is wrong with an answer', () => {
  it('is spoken as it appears, and stands where its field is described', async () => {
    givenScreens({ questions: [{ id: 'q-1', code: 'S.1', kind: 'share', required: true, decimals: 1 }] });
    const field = screen.getByRole('textbox');
    const spoken = document.querySelector('[aria-live="polite"]');
    expect(spoken?.textContent).toBe('');
    fireEvent.change(field, { target: { value: '312' } });
    await waitFor(() => {
      expect(spoken?.textContent).toMatch(/^A share lies between 0 and 100/);
    });
    expect(field.getAttribute('aria-describedby')?.split(' ')).toContain(spoken?.id);
  });
});
