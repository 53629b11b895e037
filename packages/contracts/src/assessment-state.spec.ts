import { describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from './access.js';
import {
  AssessmentState,
  StepName,
  TRANSITIONS,
  TransitionName,
  takesAnswers,
  takesFindings,
  transitionsFrom,
  waitsFor,
} from './assessment-state.js';

describe('the states of an assessment', () => {
  it('leads from invitation to publication step by step', () => {
    const path: TransitionName[] = [
      ...(['start', 'submit', 'beginVerification', 'completeVerification'] as const),
      ...(['agree', 'publish'] as const),
    ];
    let state: AssessmentState = 'invited';
    for (const name of path) {
      expect(transitionsFrom(state)).toContain(name);
      state = TRANSITIONS[name].to;
    }
    expect(state).toBe('published');
  });

  it('can be left at every moment until it is published, and come back to', () => {
    for (const state of AssessmentState.options) {
      const isOver = ['declined', 'withdrawn', 'published'].includes(state);
      const leaves = transitionsFrom(state).filter((name) => name === 'decline' || name === 'withdraw');
      expect([state, leaves.length]).toEqual([state, isOver ? 0 : 1]);
    }
    expect(TRANSITIONS.inviteAgain.to).toBe('invited');
    expect(TRANSITIONS.takeBack.to).toBe('inProgress');
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

  it('asks for a reason whenever something is refused or taken back', () => {
    const forward = ['submit', 'beginVerification', 'completeVerification', 'agree', 'publish'];
    for (const name of StepName.options)
      expect([name, TRANSITIONS[name].needsReason]).toEqual([name, !forward.includes(name)]);
  });

  it('lets only a complete assessment be submitted, and only before the deadline', () => {
    expect(TRANSITIONS.submit).toMatchObject({ needsCompleteness: true, needsOpenRound: true });
  });

  it('hands submitted answers back only as long as they can be submitted again', () => {
    const back = transitionsFrom('submitted').filter((name) => takesAnswers(TRANSITIONS[name].to));
    expect(back).toEqual(['reopen']);
    expect(TRANSITIONS.reopen.needsOpenRound).toBe(true);
  });

  it('names somebody who may take each step', () => {
    for (const name of TransitionName.options) {
      expect(PERMISSIONS[TRANSITIONS[name].permission].length).toBeGreaterThan(0);
    }
  });

  it('waits for the city exactly while the city can answer, is asked, or is to agree', () => {
    const waiting = AssessmentState.options.filter((state) => waitsFor(state) === 'city');
    expect(waiting).toEqual(['invited', 'inProgress', 'clarification', 'verified']);
  });
});
