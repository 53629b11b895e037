import type { AssessmentState, Finding, Instant, Reader, RecordFinding } from '@kilim/contracts';
import type { Question, Scorecard } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import { assertTakesFindings } from '../assessments/assessment-door.js';
import { AssessmentSteps } from '../assessments/assessment-steps.service.js';
import { notAskedAt } from '../assessments/not-asked.js';
import { Outsiders } from '../assessments/outsiders.service.js';
import { Chain } from '../audit/chain.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from '../http/problem.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { ScorecardsService } from '../scorecards/scorecards.service.js';
import { FindingPreparation } from './finding-preparation.service.js';
import { FindingsList } from './findings-list.service.js';
import { FindingsRepository } from './findings.repository.js';

/** What recording a finding leads to. */
export interface RecordedFinding {
  readonly finding: Finding;
  readonly state: AssessmentState;
  /** On the basis `found`. */
  readonly scorecard: Scorecard;
}

/** Records experts' findings beside the claims; nothing of the city's is touched. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly repository: FindingsRepository,
    private readonly preparation: FindingPreparation,
    private readonly list: FindingsList,
    private readonly steps: AssessmentSteps,
    private readonly outsiders: Outsiders,
    private readonly access: Access,
    private readonly questionnaires: QuestionnairesService,
    private readonly scorecards: ScorecardsService,
    private readonly unit: UnitOfWork,
    private readonly chain: Chain,
  ) {}

  /**
   * @throws Problem `access.forbidden` for somebody of that city, `answer.notAsked`, `assessment.locked`,
   *   `answer.stale` when the city has changed the answer meanwhile, `finding.invalid`
   */
  async record(actor: Actor, assessmentId: string, finding: RecordFinding): Promise<RecordedFinding> {
    await this.outsiders.assert(actor, assessmentId);
    const reader = (await this.access.readerOn(actor, assessmentId)) ?? 'first';
    const { id, state } = await this.append({ accountId: actor.accountId, reader }, assessmentId, finding);
    const recorded = (await this.list.all(assessmentId)).find((each) => each.id === id);
    if (!recorded) throw new Error('A finding that was recorded is not there.');
    const { scorecard } = await this.scorecards.compute(assessmentId, 'found');
    return { finding: recorded, state, scorecard };
  }

  /** As `record`, for an account that is known to be allowed; at a time that is not now where one is given. */
  async append(
    { accountId, reader }: { readonly accountId: string; readonly reader: Reader },
    assessmentId: string,
    finding: RecordFinding,
    at?: Instant,
  ): Promise<{ readonly id: string; readonly state: AssessmentState }> {
    return this.unit.write({ actor: accountId, ...(at !== undefined && { at }) }, async () => {
      const { row: assessment } = await this.steps.hold(assessmentId);
      const question = await this.#question(assessment.versionId, finding);
      assertTakesFindings({ row: assessment });
      const { row, body } = await this.preparation.prepare(assessmentId, reader, question, finding);
      const { state } = await this.steps.begin(assessment);
      await this.repository.add(row);
      await this.chain.append({
        id: row.id,
        stream: { kind: 'assessment', id: assessmentId },
        action: row.kind === 'value' ? 'finding.recorded' : 'finding.withdrawn',
        questionId: question.id,
        subjectId: row.id,
        body,
      });
      return { id: row.id, state };
    });
  }

  async #question(versionId: string, finding: RecordFinding): Promise<Question> {
    const { compiled } = await this.questionnaires.version(versionId);
    const place = notAskedAt(compiled, finding);
    const question = compiled.byId.get(finding.questionId)?.question;
    if (place || !question) throw new Problem('answer.notAsked', { places: place ? [place] : [] });
    return question;
  }
}
