import * as z from 'zod';
import type { Permission } from './access.js';

/** Where an assessment stands (decision 10). */
export const AssessmentState = z
  .enum([
    'invited',
    'inProgress',
    'submitted',
    'underVerification',
    'clarification',
    'verified',
    'agreed',
    'published',
    'declined',
    'withdrawn',
  ])
  .meta({ id: 'AssessmentState' });
export type AssessmentState = z.infer<typeof AssessmentState>;

/** A step from one state to another. */
export const TransitionName = z
  .enum(['start', 'submit', 'reopen', 'beginVerification', 'completeVerification', 'resumeVerification'])
  .meta({ id: 'TransitionName' });
export type TransitionName = z.infer<typeof TransitionName>;

export interface Transition {
  readonly from: readonly AssessmentState[];
  readonly to: AssessmentState;
  readonly permission: Permission;
  /** A reason in words must be given, and stands in the history. */
  readonly needsReason: boolean;
  /** Only before the deadline. */
  readonly needsOpenRound: boolean;
  /** Every required answer is there and without faults. */
  readonly needsCompleteness: boolean;
}

/**
 * The state machine: each step, who may take it and what it requires. Server and screens ask the same table.
 * `start` is taken by the first saved answer.
 */
export const TRANSITIONS: Readonly<Record<TransitionName, Transition>> = {
  start: step(['invited'], 'inProgress', 'answer:write', { needsOpenRound: true }),
  submit: step(['inProgress'], 'submitted', 'assessment:submit', {
    needsOpenRound: true,
    needsCompleteness: true,
  }),
  reopen: step(['submitted', 'underVerification'], 'inProgress', 'assessment:reopen', { needsReason: true }),
  beginVerification: step(['submitted'], 'underVerification', 'assessment:verify', {}),
  completeVerification: step(['underVerification'], 'verified', 'assessment:verify', {}),
  resumeVerification: step(['verified'], 'underVerification', 'assessment:verify', { needsReason: true }),
};

/** The steps that lead out of a state. */
export function transitionsFrom(state: AssessmentState): readonly TransitionName[] {
  return TransitionName.options.filter((name) => TRANSITIONS[name].from.includes(state));
}

/** Whether the city may change answers and evidence in this state. */
export function takesAnswers(state: AssessmentState): boolean {
  return state === 'invited' || state === 'inProgress';
}

/** Whether an expert may record findings in this state; the first one begins the verification. */
export function takesFindings(state: AssessmentState): boolean {
  return state === 'submitted' || state === 'underVerification';
}

/** Whose move it is, for “who waits for whom”. */
export function waitsFor(state: AssessmentState): 'city' | 'expert' | 'coordinator' | 'nobody' {
  switch (state) {
    case 'invited':
    case 'inProgress':
    case 'clarification':
      return 'city';
    case 'submitted':
    case 'underVerification':
      return 'expert';
    case 'verified':
    case 'agreed':
      return 'coordinator';
    case 'published':
    case 'declined':
    case 'withdrawn':
      return 'nobody';
  }
}

function step(
  from: readonly AssessmentState[],
  to: AssessmentState,
  permission: Permission,
  needs: Partial<Pick<Transition, 'needsReason' | 'needsOpenRound' | 'needsCompleteness'>>,
): Transition {
  return {
    from,
    to,
    permission,
    needsReason: false,
    needsOpenRound: false,
    needsCompleteness: false,
    ...needs,
  };
}
