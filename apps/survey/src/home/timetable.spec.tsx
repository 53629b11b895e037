/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssessmentState } from '@kilim/contracts';
import { cleanup } from '@testing-library/react';
import { givenSection } from '../assessment/given.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { Timetable } from './timetable.js';

const version = givenVersion(givenSection([{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }]), {});

beforeAll(() => givenTexts('en'));
afterEach(cleanup);

describe('what happens when', () => {
  it.each<[AssessmentState, RegExp]>([
    ['inProgress', /^You answer.*now.*until/],
    ['submitted', /^An expert checks.*now.*You may be asked/],
    ['verified', /^You agree on every value.*now.*Look at the findings first/],
    ['agreed', /^Results are published.*now.*by the coordinator/],
  ])(
    'tells in the state %s of the step that is on what there is to do, not what comes before it',
    (state, step) => {
      givenWork(
        version,
        [],
        () => <Timetable />,
        ({ assessment }) => ({ assessment: { ...assessment, state } }),
      );
      expect(document.querySelector('[aria-current="step"]')?.textContent).toMatch(step);
    },
  );
});
