/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { PROBLEMS, type ToldProblem } from '@kilim/contracts';
import { cleanup, screen } from '@testing-library/react';
import { givenSection } from '../assessment/given.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered, givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { TroubleNote } from './trouble-note.js';

const version = givenVersion(givenSection([{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }]), {});

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

/** The question after the server has refused its answer. */
function refusedWith(code: string, title: string): void {
  const problem: ToldProblem = {
    ...{ type: `/problems/${code}`, code, title, status: 409, places: [], requestId: 'r' },
    detail: 'Somebody has signed it.',
  };
  givenWork(
    version,
    [answered('q-1', true)],
    ({ reading }) => reading.asked.map((asked) => <TroubleNote key={asked.address} at={asked} />),
    ({ saved }) => ({ saved: { ...saved, troubles: new Map([['q-1', { kind: 'refused', problem }]]) } }),
  );
}

const note = () => screen.getByRole('alert').textContent;
const newer = () => screen.queryByRole('button', { name: 'Load the page anew' });

describe('an answer that the server refuses', () => {
  it('says why in the reader’s language where the form knows', () => {
    refusedWith('assessment.locked', PROBLEMS['assessment.locked'].title);
    expect([note()?.includes('Somebody has signed it.'), newer()]).toEqual([false, null]);
  });

  it('says why in the server’s words where it does not, keeps what was typed and offers a newer form', () => {
    refusedWith('answer.sealed', 'The answer is sealed');
    expect(note()).toMatch(/The answer is sealed\. Somebody has signed it\..* What you typed is kept\./);
    expect(newer()).not.toBeNull();
  });
});
