/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ToldProblem } from '@kilim/contracts';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import type { Trouble } from '../assessment/saver-view.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered } from '../preview/given-work.arbitrary.js';
import { givenScreens } from './given-screens.arbitrary.js';
import { RefusedElsewhere } from './refused-elsewhere.js';

const problem: ToldProblem = {
  ...{ type: '/problems/answer.notAsked', code: 'answer.notAsked', title: '', status: 422 },
  ...{ detail: '', places: [], requestId: 'r' },
};

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

/** A page beside a section of which the second question is hidden, after the server has refused some answers. */
function refused(...addresses: readonly string[]): { readonly discarded: readonly string[] } {
  const discarded: string[] = [];
  const troubles = new Map(
    addresses.map((address): [string, Trouble] => [address, { kind: 'refused', problem }]),
  );
  const asked = { kind: 'yesNo', required: true };
  givenScreens(
    {
      questions: [
        { ...asked, id: 'q-1', code: 'S.1' },
        { ...asked, id: 'q-2', code: 'S.2', askedIf: { op: 'equals', question: 'q-1', value: true } },
      ],
      answers: [answered('q-2', true)],
      but: ({ saved, saver }) => {
        saver.discard = (address) => discarded.push(address);
        return { saved: { ...saved, troubles } };
      },
    },
    () => (
      <>
        <RefusedElsewhere />
        <RefusedElsewhere sectionId="s-1" />
      </>
    ),
  );
  return { discarded };
}

describe('an answer that the server refuses', () => {
  it('is led to from the pages that its question is not on', () => {
    refused('q-1');
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      expect.stringMatching(/sections\/S#S\.1$/),
    ]);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it.each([
    ['hidden by now', 'q-2', /S\.2.*Yes/],
    ['not in the questionnaire any more', 'q-gone', /q-gone/],
  ])('can be taken back where its question is %s', (_why, address, words) => {
    const { discarded } = refused(address);
    const notes = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(notes).toEqual([expect.stringMatching(words), expect.stringMatching(words)]);
    for (const button of screen.getAllByRole('button', { name: 'Take my change back' }))
      fireEvent.click(button);
    expect(discarded).toEqual([address, address]);
  });
});
