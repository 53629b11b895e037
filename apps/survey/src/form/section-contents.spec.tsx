/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Assessment } from '@kilim/contracts';
import { cleanup, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { givenSection } from '../assessment/given.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { SectionContents } from './section-contents.js';

const version = givenVersion(givenSection([{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }]), {
  's-1.title': 'Schools',
});

beforeAll(() => givenTexts('en'));
afterEach(cleanup);

/** The list of sections of somebody who was handed some. */
function given(handed: Partial<Assessment>): string {
  givenWork(
    version,
    [],
    () => (
      <MemoryRouter>
        <SectionContents />
      </MemoryRouter>
    ),
    ({ assessment }) => ({ assessment: { ...assessment, ...handed } }),
  );
  return screen.getByRole('link', { name: /Schools/ }).textContent;
}

describe('the list of sections', () => {
  it('says which are for others to answer', () => {
    expect(given({ sections: ['s-2'] })).toContain('others answer it');
    cleanup();
    expect(given({ sections: ['s-1'] })).not.toContain('others answer it');
  });

  it('says nothing of it where all are one’s own, or none can be answered any more', () => {
    expect(given({})).not.toContain('others answer it');
    cleanup();
    expect(given({ sections: ['s-2'], state: 'submitted' })).not.toContain('others answer it');
  });
});
