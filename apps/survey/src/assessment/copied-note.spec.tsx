/** @jest-environment jsdom */
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { CopiedNote } from './copied-note.js';
import { givenSection } from './given.arbitrary.js';
import type { Copied } from './work.js';

const version = givenVersion(givenSection([{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }]), {});

function given(copied: Copied | undefined): string | null | undefined {
  givenWork(
    version,
    [],
    () => <CopiedNote />,
    () => ({ copied }),
  );
  return screen.queryByRole('note')?.textContent;
}

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

const at = Date.parse('2026-04-11T14:00:00.000Z');

it('without a network one reads since when nothing newer is known', () => {
  expect(given({ at, because: 'network' })).toMatch(/^Without a network.* as of .*14:00/);
  expect(screen.queryByRole('button')).toBeNull();
});

it('in a page that is older than the server one reads so, and can load it anew', () => {
  expect(given({ at, because: 'newer' })).toMatch(/^This page is older than the server.* as of .*14:00/);
  screen.getByRole('button', { name: 'Load the page anew' });
});

it('in a page that knows everything one reads nothing of it', () => {
  expect(given(undefined)).toBeUndefined();
});
