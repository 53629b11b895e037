/** @jest-environment jsdom */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { HistoryEntry, HistoryPage } from '@kilim/contracts';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { givenSection } from '../assessment/given.arbitrary.js';
import type { Work } from '../assessment/work.js';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { answered, givenVersion, givenWork } from '../preview/given-work.arbitrary.js';
import { TRIAL_ID } from '../preview/trial-assessment.js';
import { AnswerHistory } from './answer-history.js';

const FIGURE = 'q-1';
const version = givenVersion(
  givenSection([
    { id: FIGURE, code: 'S.1', kind: 'share', required: true, decimals: 1, quality: 'required' },
  ]),
  {},
);

function entry(about: Partial<HistoryEntry>): HistoryEntry {
  return {
    ...{ id: TRIAL_ID, stream: { kind: 'assessment', assessmentId: TRIAL_ID }, sequence: 1 },
    ...{ at: '2026-04-11T14:00:00.000Z', action: 'answer.set', questionId: FIGURE, hash: '0'.repeat(64) },
    ...{ from: null, to: { kind: 'value', value: 31.2 } },
    ...about,
  };
}

/** The server's history, as it answers whoever asks. */
function givenHistory(...entries: readonly HistoryEntry[]): void {
  const page: HistoryPage = { entries };
  const reply = { ok: true, status: 200, text: () => Promise.resolve(JSON.stringify(page)) };
  globalThis.fetch = () => Promise.resolve(reply as Response);
}

function given(about: Parameters<typeof answered>[2], value: number | undefined = 31.2): Work {
  return givenWork(version, [answered(FIGURE, value, about)], ({ reading }) => {
    const [asked] = reading.asked;
    return asked && <AnswerHistory asked={asked} isLocked={false} />;
  });
}

beforeAll(() => givenTexts('en'));

afterEach(cleanup);

describe('the history of an answer', () => {
  it('tells how good a figure was and where it was from, and brings that back with it', async () => {
    givenHistory(entry({ quality: 'A', source: 'Register, 2025' }));
    const { saver } = given({ revision: 2 }, undefined);
    await screen.findByText('Source of the figure: Register, 2025');
    screen.getByText(/A: official count of the last year/);
    fireEvent.click(screen.getByRole('button', { name: /^Bring this back/ }));
    expect(saver.held(FIGURE)).toEqual({
      answer: { kind: 'value', value: 31.2 },
      quality: 'A',
      source: 'Register, 2025',
    });
  });

  it('offers to bring back what only told something else of the same figure, and not what stands', async () => {
    givenHistory(
      entry({ quality: 'A', source: 'Register, 2025' }),
      entry({ id: TRIAL_ID.replace(/0$/, '1'), quality: 'D' }),
    );
    given({ revision: 2, quality: 'A', source: 'Register, 2025' });
    const [back, ...others] = await screen.findAllByRole('button', { name: /^Bring this back/ });
    expect(others).toEqual([]);
    expect(back?.getAttribute('aria-label')).toMatch(/D: estimate without a source/);
  });

  it('is read once the network is back, where it was not there', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    given({});
    await screen.findByRole('alert');
    givenHistory(entry({ quality: 'A' }));
    fireEvent(window, new Event('online'));
    await screen.findByText(/A: official count of the last year/);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('leaves what is told of a figure where an expert’s value is taken, which tells nothing of it', async () => {
    givenHistory(entry({ action: 'finding.recorded', to: { kind: 'value', value: 30 } }));
    const { saver } = given({ quality: 'A', source: 'Register, 2025' });
    fireEvent.click(await screen.findByRole('button', { name: /^Bring this back/ }));
    expect(saver.held(FIGURE)).toMatchObject({
      answer: { value: 30 },
      quality: 'A',
      source: 'Register, 2025',
    });
  });
});
