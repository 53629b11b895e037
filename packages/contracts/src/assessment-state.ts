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
  .enum([
    'start',
    'decline',
    'inviteAgain',
    'submit',
    'reopen',
    'beginVerification',
    'askClarification',
    'settleClarification',
    'completeVerification',
    'resumeVerification',
    'agree',
    'contest',
    'publish',
    'retract',
    'withdraw',
    'takeBack',
  ])
  .meta({ id: 'TransitionName' });
export type TransitionName = z.infer<typeof TransitionName>;

export interface Transition {
  readonly from: readonly AssessmentState[];
  readonly to: AssessmentState;
  readonly permission: Permission;
  /** A reason in words must be given, and stands in the history. */
  readonly needsReason: boolean;
  /** Only before the deadline: afterwards the city could neither answer nor submit. */
  readonly needsOpenRound: boolean;
  /** Every required answer is there and without faults. */
  readonly needsCompleteness: boolean;
}

/**
 * The state machine: each step, who may take it and what it requires. Server and screens ask the same table.
 * `start` is taken by the first saved answer. Whatever undoes or refuses needs a reason.
 *
 * | step | |
 * |---|---|
 * | `decline`, `inviteAgain` | the city does not take part, and is asked once more |
 * | `askClarification`, `settleClarification` | the expert asks about the first answer, and nothing is open any more |
 * | `agree`, `contest` | the city accepts what was found, or has it looked at again |
 * | `publish`, `retract` | the results are shown to everybody, or no longer |
 * | `withdraw`, `takeBack` | the city leaves the round, and comes back to its answers |
 */
export const TRANSITIONS: Readonly<Record<TransitionName, Transition>> = {
  start: step(['invited'], 'inProgress', 'answer:write', { needsOpenRound: true }),
  decline: step(['invited'], 'declined', 'assessment:leave', { needsReason: true }),
  inviteAgain: step(['declined'], 'invited', 'assessment:reopen', { needsReason: true }),
  submit: step(['inProgress'], 'submitted', 'assessment:submit', {
    needsOpenRound: true,
    needsCompleteness: true,
  }),
  reopen: step(['submitted', 'underVerification'], 'inProgress', 'assessment:reopen', {
    needsReason: true,
    needsOpenRound: true,
  }),
  beginVerification: step(['submitted'], 'underVerification', 'assessment:verify', {}),
  askClarification: step(['underVerification'], 'clarification', 'clarification:ask', {}),
  settleClarification: step(['clarification'], 'underVerification', 'clarification:answer', {}),
  completeVerification: step(['underVerification'], 'verified', 'assessment:verify', {}),
  resumeVerification: step(['verified'], 'underVerification', 'assessment:verify', { needsReason: true }),
  agree: step(['verified'], 'agreed', 'assessment:agree', {}),
  contest: step(['verified'], 'underVerification', 'assessment:agree', { needsReason: true }),
  publish: step(['agreed'], 'published', 'assessment:publish', {}),
  retract: step(['published'], 'agreed', 'assessment:publish', { needsReason: true }),
  withdraw: step(
    ['inProgress', 'submitted', 'underVerification', 'clarification', 'verified', 'agreed'],
    'withdrawn',
    'assessment:leave',
    { needsReason: true },
  ),
  takeBack: step(['withdrawn'], 'inProgress', 'assessment:reopen', { needsReason: true }),
};

/** Steps that follow from something else: the first answer, a clarification that is asked or settled. */
export const IMPLIED_TRANSITIONS = ['start', 'askClarification', 'settleClarification'] as const;

/** A step that somebody takes by saying so. */
export const StepName = TransitionName.exclude(IMPLIED_TRANSITIONS).meta({ id: 'StepName' });
export type StepName = z.infer<typeof StepName>;

/** The steps that lead out of a state. */
export function transitionsFrom(state: AssessmentState): readonly TransitionName[] {
  return TransitionName.options.filter((name) => TRANSITIONS[name].from.includes(state));
}

/**
 * Whether the city may change all its answers and evidence in this state. In `clarification` it may change those that
 * it is asked about, see `Clarification`.
 */
export function takesAnswers(state: AssessmentState): boolean {
  return state === 'invited' || state === 'inProgress';
}

/** Whether an expert may record findings and ask the city in this state; whichever comes first begins the verification. */
export function takesFindings(state: AssessmentState): boolean {
  return state === 'submitted' || state === 'underVerification' || state === 'clarification';
}

/** Whether the findings are complete, so that the city can agree with them, has agreed, or they are published. */
export function isChecked(state: AssessmentState): boolean {
  return state === 'verified' || state === 'agreed' || state === 'published';
}

/** Whether the city takes no part in the round any more, or never did. */
export function hasLeft(state: AssessmentState): boolean {
  return state === 'declined' || state === 'withdrawn';
}

/** Whose move it is, for “who waits for whom”. */
export function waitsFor(state: AssessmentState): 'city' | 'expert' | 'coordinator' | 'nobody' {
  switch (state) {
    case 'invited':
    case 'inProgress':
    case 'clarification':
    case 'verified':
      return 'city';
    case 'submitted':
    case 'underVerification':
      return 'expert';
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
