import {
  TRANSITIONS,
  type Assessment,
  type AssessmentState,
  type Instant,
  type StepName,
} from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { assertOpen, locked } from './assessment-door.js';
import { AssessmentSteps } from './assessment-steps.service.js';
import type { AssessmentRow } from './assessment.entity.js';
import { AssessmentsService } from './assessments.service.js';
import { Outsiders } from './outsiders.service.js';
import { sentenceFor } from './submission-need.js';
import { SubmissionNeeds } from './submission-needs.service.js';

/** A step that somebody wants to take. */
export interface StepRequest {
  readonly transition: StepName;
  /** The state on the screen when the person decided. */
  readonly from: AssessmentState;
  readonly reason?: string | undefined;
}

/** Takes assessments from state to state, as the contract's table allows it. */
@Injectable()
export class TransitionsService {
  constructor(
    private readonly steps: AssessmentSteps,
    private readonly needs: SubmissionNeeds,
    private readonly assessments: AssessmentsService,
    private readonly access: Access,
    private readonly outsiders: Outsiders,
    private readonly unit: UnitOfWork,
  ) {}

  /**
   * @throws Problem `access.forbidden`, `assessment.stateChanged`, `assessment.locked`, `round.closed`,
   *   `assessment.incomplete`, `request.invalid` for a step whose reason is missing
   */
  async take(actor: Actor, assessmentId: string, request: StepRequest): Promise<Assessment> {
    const rule = TRANSITIONS[request.transition];
    await this.access.require(actor, { kind: 'assessment', id: assessmentId }, rule.permission);
    if (rule.permission === 'assessment:verify') await this.outsiders.assert(actor, assessmentId);
    await this.move(actor.accountId, assessmentId, request);
    return this.assessments.read(actor, assessmentId);
  }

  /** As `take`, for an account that is known to be allowed; at a time that is not now where one is given. */
  async move(accountId: string, assessmentId: string, request: StepRequest, at?: Instant): Promise<void> {
    const rule = TRANSITIONS[request.transition];
    if (rule.needsReason && request.reason === undefined) throw reasonMissing();
    await this.unit.write({ actor: accountId, ...(at !== undefined && { at }) }, async () => {
      const { row, deadline } = await this.steps.hold(assessmentId);
      if (row.state !== request.from) throw stateChanged(row);
      if (!rule.from.includes(row.state))
        throw locked(row, `This step leads out of ${rule.from.join(' and ')} only.`);
      if (rule.needsOpenRound) assertOpen(deadline, this.unit.now(), LATE_STEP[request.transition]);
      if (rule.needsCompleteness) await this.#assertComplete(row);
      await this.steps.take(row, request.transition, request.reason);
    });
  }

  async #assertComplete(row: AssessmentRow): Promise<void> {
    const needs = await this.needs.of(row, this.unit.now());
    if (needs.length === 0) return;
    throw new Problem('assessment.incomplete', {
      detail: `${String(needs.length)} thing(s) are missing or need mending before the answers can be submitted.`,
      places: needs.map((need) => ({ in: 'body', pointer: '', message: sentenceFor(need) })),
      details: { needs },
    });
  }
}

/** What is to be done instead, once the deadline has passed. */
const LATE_STEP: Readonly<Partial<Record<StepName, string>>> = {
  reopen:
    'The city could not submit its answers again. Ask about those in question: what it is asked about it may change, however late it is.',
};

function stateChanged({ state }: AssessmentRow): Problem {
  return new Problem('assessment.stateChanged', {
    detail: `The assessment is ${state} now. Look at it again before you decide.`,
    details: { state },
  });
}

function reasonMissing(): Problem {
  const message = 'This step needs a reason in words.';
  return new Problem('request.invalid', {
    detail: message,
    places: [{ in: 'body', pointer: '/reason', message }],
  });
}
