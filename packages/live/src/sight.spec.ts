/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { VISIT_LASTS_MS } from '@kilim/contracts';
import { followSight } from './sight.js';

let told: boolean[];
let stop: () => void;

beforeEach(() => {
  told = [];
  jest.useFakeTimers();
});
afterEach(() => {
  stop();
  show('visible');
  jest.useRealTimers();
});

/** As if the window were put away, or shown again. */
function show(visibility: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

const begin = () => (stop = followSight((mayBeSeen) => told.push(mayBeSeen)));

describe('a window that is put away', () => {
  it('counts as seen for as long as its visit lasts, and again at once when it is shown', () => {
    begin();
    show('hidden');
    jest.advanceTimersByTime(VISIT_LASTS_MS - 1);
    expect(told).toEqual([true]);
    jest.advanceTimersByTime(1);
    expect(told).toEqual([true, false]);
    show('visible');
    expect(told).toEqual([true, false, true]);
  });

  it('counts on where somebody only looks elsewhere for a moment', () => {
    begin();
    show('hidden');
    jest.advanceTimersByTime(VISIT_LASTS_MS - 1);
    show('visible');
    jest.advanceTimersByTime(VISIT_LASTS_MS);
    expect(told).not.toContain(false);
  });

  it('from the beginning does not count, until it is shown', () => {
    show('hidden');
    begin();
    expect(told).toEqual([false]);
    show('visible');
    expect(told).toEqual([false, true]);
  });

  it('is asked about no more once nobody follows', () => {
    begin();
    show('hidden');
    stop();
    jest.advanceTimersByTime(VISIT_LASTS_MS);
    show('visible');
    expect(told).toEqual([true]);
  });
});
