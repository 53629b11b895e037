/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import { useState } from 'react';
import { ServerClock, useWatchedClock } from './server-clock.js';

const HOUR_MS = 3_600_000;
/** By the server's clock; this device's is an hour behind. */
const BEGIN = Date.parse('2026-04-14T20:00:00.000Z');

beforeEach(() => {
  jest.useFakeTimers({ now: BEGIN - HOUR_MS });
});
afterEach(() => {
  cleanup();
  jest.useRealTimers();
});

/** A page on that device; how often it asks the server for its time, and what the server answers then. */
function given() {
  const asked: number[] = [];
  const ask = (): void => {
    asked.push(Date.now());
  };
  const { result } = renderHook(() => {
    const [clock, setClock] = useState(() => new ServerClock(HOUR_MS));
    useWatchedClock(clock, ask);
    return { clock, setClock };
  });
  const answer = (serverNow: number): void => {
    act(() => {
      result.current.setClock((before) => before.readAs(new Date(serverNow).toISOString()));
    });
  };
  return {
    asked,
    answer,
    clock: () => result.current.clock,
    now: () => Date.parse(result.current.clock.now()),
  };
}

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('the server’s clock in a page', () => {
  it('goes on as it went while the device’s is set, and is read anew within half a minute', async () => {
    const { asked, answer, now } = given();
    await pass(1000);
    jest.setSystemTime(BEGIN + 1000);
    expect(now() - BEGIN).toBe(1000);
    await pass(30_000);
    expect(asked).toHaveLength(1);
    answer(BEGIN + 31_000);
    await pass(120_000);
    expect([asked.length, now() - BEGIN]).toEqual([1, 151_000]);
  });

  it('follows the device’s within a minute where the server can’t be asked: the device has slept', async () => {
    const { asked, now } = given();
    await pass(1000);
    jest.setSystemTime(BEGIN);
    await pass(60_000);
    expect([asked.length, now() - BEGIN]).toEqual([1, HOUR_MS + 60_000]);
  });

  it('is the same one as long as it is right', async () => {
    const { asked, answer, clock } = given();
    const before = clock();
    await pass(60_000);
    answer(BEGIN + 60_200);
    expect([asked.length, clock() === before]).toEqual([0, true]);
  });
});
