import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from './access.js';
import {
  AssessmentState,
  TRANSITIONS,
  TransitionName,
  takesAnswers,
  takesFindings,
  transitionsFrom,
  waitsFor,
} from './assessment-state.js';

describe('the states of an assessment', () => {
  it('leads from invitation to verification step by step', () => {
    const path: TransitionName[] = ['start', 'submit', 'beginVerification', 'completeVerification'];
    let state: AssessmentState = 'invited';
    for (const name of path) {
      expect(transitionsFrom(state)).toContain(name);
      state = TRANSITIONS[name].to;
    }
    expect(state).toBe('verified');
  });

  it('takes answers from the city or findings from the expert, never both at once', () => {
    for (const state of AssessmentState.options)
      expect(takesAnswers(state) && takesFindings(state)).toBe(false);
  });

  it('takes neither once an assessment is verified, agreed, published, declined or withdrawn', () => {
    for (const state of ['verified', 'agreed', 'published', 'declined', 'withdrawn'] as const) {
      expect(takesAnswers(state)).toBe(false);
      expect(takesFindings(state)).toBe(false);
    }
  });

  it('asks for a reason whenever something is taken back', () => {
    expect(TRANSITIONS.reopen.needsReason).toBe(true);
    expect(TRANSITIONS.resumeVerification.needsReason).toBe(true);
  });

  it('lets only a complete assessment be submitted, and only before the deadline', () => {
    expect(TRANSITIONS.submit).toMatchObject({ needsCompleteness: true, needsOpenRound: true });
  });

  it('names somebody who may take each step', () => {
    for (const name of TransitionName.options) {
      expect(PERMISSIONS[TRANSITIONS[name].permission].length).toBeGreaterThan(0);
    }
  });

  it('waits for the city exactly while the city can answer or is asked', () => {
    const waiting = AssessmentState.options.filter((state) => waitsFor(state) === 'city');
    expect(waiting).toEqual(['invited', 'inProgress', 'clarification']);
  });
});
