import { takesFindings, type AssessmentState, type Clarification, type Instant } from '@kilim/contracts';
import { NO_INSTANCE } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Actor } from '../access/actor.js';
import { locked, type DatedAssessment } from '../assessments/assessment-door.js';
import { AssessmentSteps } from '../assessments/assessment-steps.service.js';
import { HandedSections } from '../assessments/handed-sections.service.js';
import { notAskedAt } from '../assessments/not-asked.js';
import { Outsiders } from '../assessments/outsiders.service.js';
import { Chain } from '../audit/chain.js';
import { Clock, later } from '../config/clock.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import type { ClarificationBody } from './clarification-body.js';
import type { ClarificationEventRow } from './clarification-event.entity.js';
import { ClarificationsList } from './clarifications-list.service.js';
import { ClarificationsRepository } from './clarifications.repository.js';
import { openIn } from './open-in.js';

/** The last zone in which a day ends is twelve hours behind UTC. */
const EARLIEST_ZONE_MS = 12 * 3_600_000;

/** What an expert asks. */
export interface NewClarification {
  readonly questionId: string;
  readonly instanceId: string;
  readonly question: string;
  readonly settledBy: string;
  readonly dueOn: string;
}

/** How a clarification ends. */
export interface NewEnd {
  readonly kind: 'answered' | 'withdrawn';
  readonly words: string;
}

/** A clarification that was asked or ended, and where the assessment stands now. */
export interface MovedClarification {
  readonly clarification: Clarification;
  readonly state: AssessmentState;
}

/** Asking a city about its answers, and what comes of it. */
@Injectable()
export class ClarificationsService {
  constructor(
    private readonly repository: ClarificationsRepository,
    private readonly shown: ClarificationsList,
    private readonly steps: AssessmentSteps,
    private readonly sections: HandedSections,
    private readonly outsiders: Outsiders,
    private readonly questionnaires: QuestionnairesService,
    private readonly clock: Clock,
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
  ) {}

  /**
   * @throws Problem `access.forbidden` for somebody of that city, `request.invalid` for a day that is over,
   *   `answer.notAsked`, `assessment.locked`, `clarification.open`
   */
  async ask(actor: Actor, assessmentId: string, asked: NewClarification): Promise<MovedClarification> {
    await this.outsiders.assert(actor, assessmentId);
    assertAhead(asked.dueOn, this.clock.now());
    const { id, state } = await this.open(actor.accountId, assessmentId, asked);
    return { clarification: await this.#one(assessmentId, id), state };
  }

  /** As `ask`, for an account that is known to be allowed; at a time that is not now where one is given. */
  async open(
    accountId: string,
    assessmentId: string,
    asked: NewClarification,
    at?: Instant,
  ): Promise<{ readonly id: string; readonly state: AssessmentState }> {
    return this.unit.write({ actor: accountId, ...(at !== undefined && { at }) }, async () => {
      const held = await this.#enter(assessmentId, asked);
      const events = await this.repository.findAll(assessmentId);
      if (openIn(events).some((each) => sameAnswer(each, asked))) throw new Problem('clarification.open');
      const id = uuidv7();
      const { questionId, instanceId, dueOn, settledBy } = asked;
      const row = { id, clarificationId: id, questionId, instanceId, kind: 'asked' as const, dueOn };
      await this.#append({ ...row, assessmentId }, events, { reason: asked.question, settledBy });
      return { id, state: await this.steps.ask(held.row, await this.#openQuestions(assessmentId)) };
    });
  }

  /** @throws Problem `access.forbidden` outside the sections that were handed out; and as `end` */
  async answer(actor: Actor, assessmentId: string, id: string, words: string): Promise<MovedClarification> {
    const { questionId } = await this.#one(assessmentId, id);
    await this.sections.assertHandedOut(actor, assessmentId, [questionId], () => '');
    const state = await this.end(actor.accountId, assessmentId, id, { kind: 'answered', words });
    return { clarification: await this.#one(assessmentId, id), state };
  }

  /** @throws Problem as `end` */
  async withdraw(actor: Actor, assessmentId: string, id: string, words: string): Promise<MovedClarification> {
    await this.outsiders.assert(actor, assessmentId);
    const state = await this.end(actor.accountId, assessmentId, id, { kind: 'withdrawn', words });
    return { clarification: await this.#one(assessmentId, id), state };
  }

  /**
   * Ends a clarification, whatever state the assessment has moved to meanwhile.
   *
   * @throws Problem `resource.missing`, `clarification.ended`
   */
  async end(
    accountId: string,
    assessmentId: string,
    id: string,
    { kind, words }: NewEnd,
    at?: Instant,
  ): Promise<AssessmentState> {
    return this.unit.write({ actor: accountId, ...(at !== undefined && { at }) }, async () => {
      const held = await this.steps.hold(assessmentId);
      const events = await this.repository.findAll(assessmentId);
      const asked = events.find((event) => event.id === id && event.kind === 'asked');
      if (!asked) throw new Problem('resource.missing');
      if (!openIn(events).includes(asked)) throw new Problem('clarification.ended');
      const { questionId, instanceId } = asked;
      const row = { id: uuidv7(), clarificationId: id, questionId, instanceId, kind, dueOn: null };
      await this.#append({ ...row, assessmentId }, events, { reason: words });
      return this.steps.settle(held.row, await this.#openQuestions(assessmentId));
    });
  }

  async #enter(assessmentId: string, asked: NewClarification): Promise<DatedAssessment> {
    const held = await this.steps.hold(assessmentId);
    const { compiled } = await this.questionnaires.version(held.row.versionId);
    const place = notAskedAt(compiled, asked);
    if (place) throw new Problem('answer.notAsked', { places: [place] });
    if (takesFindings(held.row.state)) return held;
    throw locked(held.row, 'The city is asked between submitting and the end of the verification.');
  }

  async #append(
    row: Omit<ClarificationEventRow, 'sequence' | 'at'>,
    earlier: readonly ClarificationEventRow[],
    body: ClarificationBody,
  ): Promise<void> {
    const sequence = (earlier.at(-1)?.sequence ?? 0) + 1;
    await this.repository.add({ ...row, sequence, at: this.unit.now() });
    await this.chain.append({
      id: row.id,
      stream: { kind: 'assessment', id: row.assessmentId },
      action: `clarification.${row.kind}`,
      questionId: row.questionId,
      subjectId: row.clarificationId,
      body: { ...body, ...(row.instanceId !== NO_INSTANCE && { instance: row.instanceId }) },
    });
  }

  /** What the city is asked about now. */
  async #openQuestions(assessmentId: string): Promise<readonly string[]> {
    const open = openIn(await this.repository.findAll(assessmentId));
    return [...new Set(open.map(({ questionId }) => questionId))];
  }

  async #one(assessmentId: string, id: string): Promise<Clarification> {
    const found = (await this.shown.all(assessmentId)).find((each) => each.id === id);
    if (!found) throw new Problem('resource.missing');
    return found;
  }
}

/** Somewhere on earth the day is not over yet. */
function assertAhead(dueOn: string, now: Instant): void {
  if (dueOn >= later(now, -EARLIEST_ZONE_MS).slice(0, 10)) return;
  const message = 'This day is over.';
  throw new Problem('request.invalid', { places: [{ in: 'body', pointer: '/dueOn', message }] });
}

function sameAnswer(
  one: Pick<ClarificationEventRow, 'questionId' | 'instanceId'>,
  other: Pick<ClarificationEventRow, 'questionId' | 'instanceId'>,
): boolean {
  return one.questionId === other.questionId && one.instanceId === other.instanceId;
}
