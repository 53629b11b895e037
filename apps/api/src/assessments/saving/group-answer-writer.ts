import { Injectable } from '@nestjs/common';
import { Clock } from '../../config/clock.js';
import { UnitOfWork } from '../../database/unit-of-work.js';
import { Problem } from '../../http/problem.js';
import { QuestionnairesService } from '../../questionnaires/questionnaires.service.js';
import { People } from '../../session/people.service.js';
import type { CurrentAnswerRow } from '../current-answer.entity.js';
import { currentAnswer } from '../current-answer.js';
import { AssessmentRecord } from '../record.service.js';
import { AnswerWriter, type SaveRequest } from './answer-writer.js';
import type { Decision, ReadyRequest } from './group-decision.js';
import { staleProblem, type LostSave } from './save-checks.js';
import { SaveGroups } from './save-groups.js';

/** Writes answers in groups: see {@link SaveGroups}. */
@Injectable()
export class GroupAnswerWriter extends AnswerWriter {
  constructor(
    private readonly groups: SaveGroups,
    private readonly unit: UnitOfWork,
    private readonly record: AssessmentRecord,
    private readonly questionnaires: QuestionnairesService,
    private readonly people: People,
    private readonly clock: Clock,
  ) {
    super();
  }

  override write(request: SaveRequest): Promise<readonly CurrentAnswerRow[]> {
    if (!this.unit.isOpen) return this.#write(request, (ready) => this.groups.decide(ready));
    return this.unit.join(() => this.#write(request, (ready) => this.groups.decideWithinUnit(ready)));
  }

  async #write(
    request: SaveRequest,
    decide: (ready: ReadyRequest) => Promise<Decision>,
  ): Promise<readonly CurrentAnswerRow[]> {
    const at = request.at ?? this.clock.now();
    for (;;) {
      const version = await this.#versionOf(request.assessmentId);
      const decision = await decide({ ...request, at, version });
      switch (decision.kind) {
        case 'saved':
          return decision.rows;
        case 'refused':
          throw decision.problem;
        case 'stale':
          throw await this.#stale(request, decision.lost);
        case 'otherVersion':
          this.record.forgetVersion(request.assessmentId);
      }
    }
  }

  async #versionOf(assessmentId: string): Promise<ReadyRequest['version']> {
    const versionId = await this.record.versionOf(assessmentId);
    if (versionId === undefined) throw new Problem('resource.missing');
    return this.questionnaires.version(versionId);
  }

  async #stale({ saves }: SaveRequest, lost: readonly LostSave[]): Promise<Problem> {
    const person = await this.people.named(lost.map(({ current }) => current?.savedBy ?? null));
    return staleProblem(saves, lost, (row) => currentAnswer(row, person));
  }
}
