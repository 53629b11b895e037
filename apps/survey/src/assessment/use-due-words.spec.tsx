/** @jest-environment jsdom */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AssessmentState } from '@kilim/contracts';
import { renderHook } from '@testing-library/react';
import { givenTexts } from '../language/given-texts.arbitrary.js';
import { useDueWords } from './use-due-words.js';

const deadline = { localTime: '2026-04-14T23:59', zone: 'Europe/Paris', instant: '2026-04-14T21:59:59.999Z' };

beforeAll(() => givenTexts('en'));

const due = (state: AssessmentState, now: string): string | undefined =>
  renderHook(() => useDueWords()).result.current({ state, deadline }, now);

describe('until when a city answers', () => {
  it('is said as long as it does', () => {
    expect(due('inProgress', '2026-04-14T10:00:00.000Z')).toBe('due 14 April 2026, 23:59 CEST');
  });

  it('is said to be over after that', () => {
    expect(due('invited', '2026-04-15T10:00:00.000Z')).toBe('until 14 April 2026, 23:59 CEST: over');
  });

  it('is of no concern once the answers are handed over', () => {
    for (const state of ['submitted', 'clarification', 'published', 'withdrawn'] as const)
      expect([state, due(state, '2026-04-14T10:00:00.000Z')]).toEqual([state, undefined]);
  });
});
