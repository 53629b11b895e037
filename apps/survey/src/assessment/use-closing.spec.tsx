/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import { trialAssessment } from '../preview/trial-assessment.js';
import { givenSaver } from './given-saver.arbitrary.js';
import { set } from './played-saving.js';
import { useClosing } from './use-closing.js';

/** By the server's clock; this device's is a minute behind. */
const DEADLINE = '2026-04-14T21:59:00.000Z';
const BEHIND_MS = 60_000;
const LONG_BEFORE = '2026-04-14T20:00:00.000Z';

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse(LONG_BEFORE) - BEHIND_MS });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

const now = (): string => new Date(Date.now() + BEHIND_MS).toISOString();
const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const untilDeadline = (): number => Date.parse(DEADLINE) - Date.parse(now());

/** A page of an assessment with a deadline; what is sent is noted, and waits for its reply. */
function given() {
  const { saver, sent } = givenSaver();
  saver.start();
  const until = (instant: string) => ({
    saver,
    now,
    assessment: {
      ...trialAssessment(''),
      deadline: { localTime: '2026-04-14T23:59', zone: 'Europe/Warsaw', instant },
    },
  });
  const { result, rerender } = renderHook(useClosing, { initialProps: until(DEADLINE) });
  const extend = (instant: string): void => {
    rerender(until(instant));
  };
  return { saver, sent, hasClosed: () => result.current, extend };
}

describe('at the deadline', () => {
  it('what was typed until then goes off, and the page is closed', async () => {
    const { saver, sent, hasClosed } = given();
    await pass(untilDeadline() - 300);
    saver.change('q', set('typed in time'), 'typing');
    await pass(300);
    expect([hasClosed(), sent.length]).toEqual([false, 0]);
    await pass(1);
    expect([hasClosed(), sent.length]).toEqual([true, 1]);
  });

  it('a letter that comes too late does not take along what was typed in time', async () => {
    const { saver, sent } = given();
    await pass(untilDeadline() - 300);
    saver.change('q', set('Everything that matters'), 'typing');
    // The page was too busy to look at the clock.
    jest.setSystemTime(Date.parse(DEADLINE) - BEHIND_MS + 100);
    saver.change('q', set('Everything that matters.'), 'typing');
    await pass(60_000);
    expect(sent).toMatchObject([set('Everything that matters')]);
  });

  it('a device that slept over it notices within a minute', async () => {
    const { hasClosed } = given();
    await pass(1000);
    jest.setSystemTime(Date.parse(DEADLINE) + 3_600_000);
    await pass(60_000);
    expect(hasClosed()).toBe(true);
  });

  it('nothing closes where it was put off, and what had closed is open again', async () => {
    const { saver, sent, hasClosed, extend } = given();
    await pass(untilDeadline() + 1);
    expect(hasClosed()).toBe(true);
    extend('2026-04-20T21:59:00.000Z');
    expect(hasClosed()).toBe(false);
    saver.change('q', set('half'), 'typing');
    saver.change('q', set('whole'), 'typing');
    await pass(1000);
    expect(sent).toMatchObject([set('whole')]);
  });
});
