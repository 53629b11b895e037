/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { CurrentAnswer } from '@kilim/contracts';
import { act, cleanup, renderHook } from '@testing-library/react';
import { TYPING_PAUSE_MS } from './answer-saver.js';
import { givenSaver } from './given-saver.arbitrary.js';
import type { Pace } from './saver-surroundings.js';
import { useFollowed } from './use-followed.js';
import { useSaverView } from './use-saver-view.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

/** Screens beside a saver, which has been open for a while; what is sent is noted, and waits for its reply. */
function given(answers: readonly CurrentAnswer[] = []) {
  const { saver, sent } = givenSaver(answers);
  let draws = 0;
  const { result, unmount } = renderHook(() => {
    draws += 1;
    return useSaverView(saver);
  });
  const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
  const change = (value: string, pace: Pace) => {
    act(() => {
      saver.change('q-1', { kind: 'set', value }, pace);
    });
  };
  const shown = (): unknown => {
    const answer = result.current.answers['q-1'];
    return answer?.kind === 'value' ? answer.value : undefined;
  };
  return { saver, sent, pass, change, shown, unmount, draws: () => draws };
}

function answer(revision: number, value: string): CurrentAnswer {
  return {
    ...{ questionId: 'q-1', instanceId: '', revision, eventId: '', faults: [] },
    answer: { kind: 'value', value },
    savedAt: '2026-04-11T14:00:00.000Z',
    savedBy: { id: 'other', name: 'Marta' },
  };
}

test('a choice is shown at once', async () => {
  const { pass, change, shown } = given();
  await pass(2000);
  change('a', 'atOnce');
  expect(shown()).toBe('a');
});

test('letters are shown once typing rests, all in one go', async () => {
  const { pass, change, shown, draws } = given();
  await pass(2000);
  const before = draws();
  for (const word of ['a', 'ab', 'abc']) {
    change(word, 'typing');
    await pass(100);
  }
  expect(shown()).toBeUndefined();
  await pass(300);
  expect(shown()).toBe('abc');
  expect(draws()).toBe(before + 1);
});

test('whoever types without a rest sees what follows from it all the same', async () => {
  const { pass, change, shown } = given();
  await pass(2000);
  for (let letters = 1; letters <= 12; letters += 1) {
    change('x'.repeat(letters), 'typing');
    await pass(100);
  }
  expect(String(shown()).length).toBeGreaterThanOrEqual(10);
});

test('a choice made while typing rests brings the typing with it, and nothing is shown of a page that is left', async () => {
  const { pass, change, shown, unmount } = given();
  await pass(2000);
  change('a', 'typing');
  change('b', 'atOnce');
  expect(shown()).toBe('b');
  change('c', 'typing');
  unmount();
  await pass(2000);
  expect(shown()).toBe('b');
});

test('that a letter is not saved yet is said at once, before what it says is shown', async () => {
  const { saver, pass, change, shown } = given();
  await pass(2000);
  const { result } = renderHook(() => [
    useFollowed(saver, saver.state, saver.state()).kind,
    useFollowed(saver, () => saver.isUnsaved('q-1'), false),
  ]);
  expect(result.current).toEqual(['quiet', false]);
  change('a', 'typing');
  expect(result.current).toEqual(['saving', true]);
  expect(shown()).toBeUndefined();
});

describe('a change', () => {
  test('is made upon the answer on the screen, not upon one that has come and is not shown yet', async () => {
    const { saver, sent, pass, change, shown } = given([answer(1, 'known to both')]);
    saver.start();
    await pass(2000);
    saver.hear(answer(2, 'from the schools office'), 'theirs');
    await pass(40);
    expect(shown()).toBe('known to both');
    change('known to both,', 'typing');
    await pass(TYPING_PAUSE_MS);
    expect(sent.map(({ baseRevision }) => baseRevision)).toEqual([1]);
  });

  test('is made upon what somebody else answered, once that is shown', async () => {
    const { saver, sent, pass, change, shown } = given([answer(1, 'known to both')]);
    saver.start();
    saver.hear(answer(2, 'from the schools office'), 'theirs');
    await pass(2000);
    expect(shown()).toBe('from the schools office');
    change('from the schools office,', 'typing');
    await pass(TYPING_PAUSE_MS);
    expect(sent.map(({ baseRevision }) => baseRevision)).toEqual([2]);
  });
});
