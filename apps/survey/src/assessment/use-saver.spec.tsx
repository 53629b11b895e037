/** @jest-environment jsdom */
import { afterEach, expect, it } from '@jest/globals';
import { act, cleanup, renderHook } from '@testing-library/react';
import { MemoryOutbox } from '../outbox/outbox.js';
import { TabTalk } from '../outbox/tab-talk.js';
import type { Step } from '../outbox/unsent.js';
import { givenVersion } from '../preview/given-work.arbitrary.js';
import { TRIAL_SESSION, trialAssessment } from '../preview/trial-assessment.js';
import { givenSection } from './given.arbitrary.js';
import { useSaver } from './use-saver.js';

afterEach(cleanup);

/** Writes when it is told to. */
class SlowOutbox extends MemoryOutbox {
  private readonly waiting: (() => void)[] = [];
  override async step(address: string, step: Step) {
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    return super.step(address, step);
  }
  write(): void {
    for (const go of this.waiting) go();
  }
}

it('an assessment that is left goes on speaking with the other windows until what was typed is written', async () => {
  const given = givenVersion(givenSection([{ id: 'q-1', code: 'S.1', kind: 'yesNo', required: true }]), {});
  const english = { language: 'en', isSource: true, textRevision: '' };
  const version = { ...given, summary: { ...given.summary, languages: [english] } };
  const outbox = new SlowOutbox('kept');
  const talk = new TabTalk('me', 'a');
  const told: string[] = [];
  talk.close = () => told.push('closed');
  const loaded = {
    ...{ assessment: trialAssessment('Ada'), version, answers: [], sequence: 0, clockAheadMs: 0 },
    ...{ evidence: [], clarifications: [], fileRoom: { mostBytes: 0, roomBytes: 0, usedBytes: 0 } },
    ...{ outbox: { outbox, talk, unsent: [] }, firstScores: undefined },
  };
  const { result, unmount } = renderHook(() => useSaver(loaded, TRIAL_SESSION));
  act(() => {
    result.current.saver.change('q-1', { kind: 'set', value: true }, 'typing');
  });
  unmount();
  expect(told).toEqual([]);
  outbox.write();
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toEqual(['closed']);
});
