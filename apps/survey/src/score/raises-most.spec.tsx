/** @jest-environment jsdom */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { givenSection } from '../assessment/given.arbitrary.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { assign, type Assignment, type Changes, type WorkedOut, type WorkOut } from './engine.js';
import { RaisesMost } from './raises-most.js';

const version = givenVersion(
  givenSection(
    [
      {
        ...{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true, indicator: 'n-1' },
        points: { yes: 1, no: 0 },
      },
    ],
    { unanswered: 'leaveOut', coverageToPublish: 0 },
  ),
  {},
);

/** A browser's worker, on this thread. */
class PromptWorker {
  static answered = 0;
  onmessage: ((event: { data: unknown }) => void) | undefined;
  private workOut: WorkOut<keyof WorkedOut> | undefined;

  postMessage(data: Assignment | Changes): void {
    if (!(data instanceof Map)) {
      this.workOut = assign(data as Assignment);
      return;
    }
    this.onmessage?.({ data: this.workOut?.(data) });
    PromptWorker.answered += 1;
  }

  terminate(): void {
    this.workOut = undefined;
  }
}

beforeAll(async () => {
  await givenTexts('en');
  Object.assign(globalThis, { Worker: PromptWorker });
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'Worker');
});
afterEach(cleanup);

/** What it names once it is worked out, for somebody to whom sections were handed. */
async function named(sections?: readonly string[]): Promise<readonly (string | null)[]> {
  givenWork(
    version,
    [],
    () => (
      <MemoryRouter>
        <RaisesMost most={3} level="h2" />
      </MemoryRouter>
    ),
    ({ assessment }) => ({ assessment: { ...assessment, ...(sections && { sections }) } }),
  );
  const before = PromptWorker.answered;
  await waitFor(
    () => {
      expect(PromptWorker.answered).toBeGreaterThan(before);
    },
    { timeout: 5000 },
  );
  // What was worked out is drawn with no haste.
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  return screen.queryAllByRole('link').map(({ textContent }) => textContent);
}

describe('what raises the score most', () => {
  it('is named to whoever answers it, not to colleagues who can only read it', async () => {
    expect(await named()).toEqual([expect.stringContaining('S.1')]);
    cleanup();
    expect(await named(['s-1'])).toHaveLength(1);
    cleanup();
    expect(await named(['s-other'])).toEqual([]);
  });
});
