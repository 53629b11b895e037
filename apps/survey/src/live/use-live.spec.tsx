/** @jest-environment jsdom */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { STREAM_HERE_EVERY_MS, VISIT_LASTS_MS } from '@kilim/contracts';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { LoadedAssessment } from '../assessment/load-assessment.js';
import { TabTalk } from '../outbox/tab-talk.js';
import { trialAssessment } from '../preview/trial-assessment.js';
import type { Hearing } from './hearing.js';
import { useLive } from './use-live.js';

/** A stream, as far as a browser opens and closes it. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  readyState = 1;

  constructor(readonly address: string) {
    super();
    streams.push(this);
  }

  close(): void {
    this.readyState = Stream.CLOSED;
  }

  /** The server says that it is still there. */
  tellHere(): void {
    this.dispatchEvent(new MessageEvent('here', { data: '{"kind":"here"}' }));
  }

  /** The server does not let it be opened. */
  refuse(): void {
    this.close();
    this.dispatchEvent(new Event('error'));
  }
}

let streams: Stream[];
const { EventSource } = globalThis;

beforeEach(() => {
  streams = [];
  globalThis.EventSource = Stream as unknown as typeof EventSource;
  jest.useFakeTimers();
});
afterEach(() => {
  cleanup();
  show('visible');
  globalThis.EventSource = EventSource;
  jest.useRealTimers();
});

/** As if the window were put away, or shown again. */
function show(visibility: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

/** The window that leads, up to an entry of the record. */
function given() {
  const hearing = { sequence: 7, take: jest.fn(), stop: jest.fn(), readAssessmentAnew: jest.fn() };
  const talk = new TabTalk('me', 'a');
  const loaded = { assessment: trialAssessment(''), outbox: { talk } } as unknown as LoadedAssessment;
  const listens = { visitId: 'visit', leads: true, isSignedOut: false, isCopy: false };
  renderHook(() => {
    useLive(loaded, hearing as unknown as Hearing, listens);
  });
  return hearing;
}

const pass = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const open = () => streams.filter(({ readyState }) => readyState !== Stream.CLOSED);

describe('a window that is put away', () => {
  it('lets go of its stream once it counts as gone, and goes on from where it was when it is shown', async () => {
    const hearing = given();
    show('hidden');
    await pass(VISIT_LASTS_MS - 1);
    expect(open()).toHaveLength(1);
    await pass(1);
    expect(open()).toEqual([]);
    hearing.sequence = 9;
    show('visible');
    expect(open().map(({ address }) => address)).toEqual([expect.stringContaining('after=9')]);
  });

  it('keeps it while somebody only looks elsewhere for a moment', async () => {
    given();
    show('hidden');
    await pass(VISIT_LASTS_MS - 1);
    streams[0]?.tellHere();
    show('visible');
    await pass(STREAM_HERE_EVERY_MS);
    expect(streams).toHaveLength(1);
  });

  it('from the beginning takes none', () => {
    show('hidden');
    given();
    expect(streams).toEqual([]);
  });
});

it('where the server refuses a stream it is asked why, and for it again', async () => {
  const hearing = given();
  streams[0]?.refuse();
  expect(hearing.readAssessmentAnew).toHaveBeenCalledTimes(1);
  await pass(2000);
  expect(open()).toHaveLength(1);
});
