import { TRANSITIONS, type AssessmentState, type TransitionName } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { Chain } from '../audit/chain.js';
import { Problem } from '../http/problem.js';
import { RoundDirectory } from '../rounds/round-directory.service.js';
import { deadlineOf, type DatedAssessment } from './assessment-door.js';
import type { AssessmentRow } from './assessment.entity.js';
import { AssessmentsRepository } from './assessments.repository.js';
import { movedEntry } from './moved-entry.js';

/** Holds an assessment while something of it is changed, and moves it from state to state; inside a unit of work. */
@Injectable()
export class AssessmentSteps {
  constructor(
    private readonly repository: AssessmentsRepository,
    private readonly rounds: RoundDirectory,
    private readonly chain: Chain,
  ) {}

  /** Keeps everybody else from changing anything of the assessment until the unit is over. */
  async hold(assessmentId: string): Promise<DatedAssessment> {
    const row = await this.repository.lock(assessmentId);
    if (!row) throw new Problem('resource.missing');
    const round = (await this.rounds.describe([row.roundId])).get(row.roundId);
    if (!round) throw new Error(`There is no round ${row.roundId}, though an assessment is part of it.`);
    return { row, deadline: deadlineOf(row, round.deadline) };
  }

  /** Takes a step and records it; whether it may be taken is checked before. Answers the new state. */
  async take(row: AssessmentRow, transition: TransitionName, reason?: string): Promise<AssessmentState> {
    return (await this.#move(row, transition, null, reason)).state;
  }

  /** The verification begins with whatever an expert says first. */
  async begin(row: AssessmentRow): Promise<AssessmentRow> {
    return row.state === 'submitted' ? this.#move(row, 'beginVerification', null) : row;
  }

  /** Hands an assessment that takes findings to the city, which is asked about those questions now. Answers the state. */
  async ask(row: AssessmentRow, openQuestions: readonly string[]): Promise<AssessmentState> {
    const begun = await this.begin(row);
    if (begun.state === 'clarification') return this.#putOpen(begun, openQuestions);
    return (await this.#move(begun, 'askClarification', openQuestions)).state;
  }

  /**
   * Follows the end of a clarification: that of the last one hands the assessment back. Answers the state. Nothing happens
   * where the assessment was not with the city for that, since it has left the verification meanwhile.
   *
   * @param openQuestions what the city is still asked about
   */
  async settle(row: AssessmentRow, openQuestions: readonly string[]): Promise<AssessmentState> {
    if (row.state !== 'clarification') return row.state;
    if (openQuestions.length > 0) return this.#putOpen(row, openQuestions);
    return (await this.#move(row, 'settleClarification', null)).state;
  }

  async #putOpen(row: AssessmentRow, openQuestions: readonly string[]): Promise<AssessmentState> {
    if (await this.repository.putOpenQuestions(row, openQuestions)) return row.state;
    throw new Problem('assessment.stateChanged');
  }

  async #move(
    row: AssessmentRow,
    transition: TransitionName,
    openQuestions: readonly string[] | null,
    reason?: string,
  ): Promise<AssessmentRow> {
    const { to } = TRANSITIONS[transition];
    if (!(await this.repository.move(row, to, openQuestions))) throw new Problem('assessment.stateChanged');
    await this.chain.append({
      stream: { kind: 'assessment', id: row.id },
      ...movedEntry(row, transition, reason),
    });
    return { ...row, state: to, openQuestions, revision: row.revision + 1 };
  }
}
