/** @jest-environment jsdom */
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Answers } from '@kilim/indicators';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { givenSection } from '../assessment/given.arbitrary.js';
import { useOnItsWay } from '../shell/at-rest.js';
import { CLAIMED, type AreaScore, type Lacking, type Scores } from './area-score.js';
import { assign, type Assignment, type Changes, type WorkedOut, type WorkOut } from './engine.js';
import { useScores } from './use-scores.js';

const compiled = givenSection(
  [1, 2].map((at) => ({
    ...{ id: `q-${String(at)}`, code: `S.${String(at)}`, kind: 'yesNo', required: true, indicator: 'n-1' },
    points: { yes: 1, no: 0 },
  })),
  { unanswered: 'leaveOut', coverageToPublish: 0 },
);
const said = (value: boolean) => ({ kind: 'value', value }) as const;

/** A browser's worker, on this thread; it answers when it is let. */
class SlowWorker {
  static made: SlowWorker[] = [];
  onmessage: ((event: { data: unknown }) => void) | undefined;
  onerror: ((event: Event) => void) | undefined;
  readonly asked: Changes[] = [];
  isGone = false;
  private workOut: WorkOut<keyof WorkedOut> | undefined;

  constructor() {
    SlowWorker.made.push(this);
  }

  postMessage(data: Assignment | Changes): void {
    if (data instanceof Map) this.asked.push(data);
    else this.workOut = assign(data as Assignment);
  }

  /** Lets it answer what it was asked last. */
  async answer(): Promise<void> {
    await act(async () => {
      this.onmessage?.({ data: this.workOut?.(this.asked.at(-1) ?? new Map()) });
      await Promise.resolve();
    });
  }

  async fail(): Promise<void> {
    await act(async () => {
      this.onerror?.(new Event('error'));
      await Promise.resolve();
    });
  }

  terminate(): void {
    this.isGone = true;
  }
}

function withWorkers(): void {
  Object.assign(globalThis, { Worker: SlowWorker });
}

/** The scores of a page whose answers change as one says. */
function givenPage(first?: Scores) {
  const { result, unmount } = renderHook(() => {
    const [answers, setAnswers] = useState<Answers>({});
    return { scores: useScores(compiled, answers, CLAIMED, first), setAnswers };
  });
  return {
    unmount,
    index: (): AreaScore | Lacking | undefined => {
      const { scores } = result.current;
      return typeof scores === 'string' ? scores : scores.find(({ id }) => id === 'x-1');
    },
    answer: (answers: Answers): void => {
      act(() => {
        result.current.setAnswers(answers);
      });
    },
  };
}

async function theWorker(): Promise<SlowWorker> {
  await waitFor(() => {
    expect(SlowWorker.made[0]?.asked.length).toBeGreaterThan(0);
  });
  const [worker] = SlowWorker.made;
  if (!worker) throw new Error('A worker was waited for.');
  return worker;
}

const between = (low: number, high: number) => ({ interval: { low, high } });

afterEach(() => {
  cleanup();
  SlowWorker.made = [];
  Reflect.deleteProperty(globalThis, 'Worker');
});

describe('the scores of a page', () => {
  it('are said to be coming until they have been worked out beside it', async () => {
    withWorkers();
    const page = givenPage();
    expect(page.index()).toBe('coming');
    await (await theWorker()).answer();
    expect(page.index()).toMatchObject(between(0, 1));
  });

  it('stay as they were last known while newer ones are worked out', async () => {
    withWorkers();
    const page = givenPage([{ id: 'x-1', ...between(0.25, 0.75) } as AreaScore]);
    expect(page.index()).toMatchObject(between(0.25, 0.75));
    const worker = await theWorker();
    expect(page.index()).toMatchObject(between(0.25, 0.75));
    await worker.answer();
    expect(page.index()).toMatchObject(between(0, 1));
  });

  it('are worked out of the newest answers, and of none between', async () => {
    withWorkers();
    const page = givenPage();
    const worker = await theWorker();
    const given: readonly Answers[] = [
      { 'q-1': said(false) },
      { 'q-1': said(false), 'q-2': said(true) },
      { 'q-1': said(true) },
    ];
    for (const answers of given) {
      page.answer(answers);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await worker.answer();
    // What was asked first is no longer what one wants to know.
    expect(page.index()).toBe('coming');
    expect(worker.asked.map((changes) => [...changes])).toEqual([[], [['q-1', said(true)]]]);
    await worker.answer();
    expect(page.index()).toMatchObject(between(0.5, 1));
  });

  it('are not begun before what people came for is there', async () => {
    withWorkers();
    const onItsWay = renderHook(useOnItsWay);
    givenPage();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(SlowWorker.made).toEqual([]);
    onItsWay.unmount();
    await theWorker();
  });

  it('are worked out on the page where a browser makes no worker', async () => {
    const page = givenPage();
    await waitFor(() => {
      expect(page.index()).toMatchObject(between(0, 1));
    });
    page.answer({ 'q-1': said(true) });
    await waitFor(() => {
      expect(page.index()).toMatchObject(between(0.5, 1));
    });
  });

  it('so are they once the worker has failed, of all the answers', async () => {
    withWorkers();
    const page = givenPage();
    const worker = await theWorker();
    await worker.answer();
    page.answer({ 'q-1': said(true) });
    await waitFor(() => {
      expect(worker.asked.length).toBe(2);
    });
    await worker.fail();
    expect(worker.isGone).toBe(true);
    await waitFor(() => {
      expect(page.index()).toMatchObject(between(0.5, 1));
    });
  });

  it('leave no worker behind', async () => {
    withWorkers();
    const page = givenPage();
    const worker = await theWorker();
    page.unmount();
    expect(worker.isGone).toBe(true);
  });
});
