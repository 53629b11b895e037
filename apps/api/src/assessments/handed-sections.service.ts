import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import { Problem } from '../http/problem.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { AssessmentRecord } from './record.service.js';

/** Keeps contributors to the sections that were handed to them. */
@Injectable()
export class HandedSections {
  constructor(
    private readonly record: AssessmentRecord,
    private readonly questionnaires: QuestionnairesService,
    private readonly access: Access,
  ) {}

  /**
   * Lets through questions of the sections that were handed to a contributor. Unknown questions pass: what follows says
   * that they are not asked.
   *
   * @throws Problem `access.forbidden`
   */
  async assertHandedOut(
    actor: Actor,
    assessmentId: string,
    questionIds: readonly string[],
    pointerOf: (index: number) => string,
  ): Promise<void> {
    const sections = await this.access.sectionsOn(actor, assessmentId);
    if (sections === undefined) return;
    const versionId = await this.record.versionOf(assessmentId);
    if (versionId === undefined) throw new Problem('resource.missing');
    const { compiled } = await this.questionnaires.version(versionId);
    const places = questionIds.flatMap((questionId, index) => {
      const section = compiled.byId.get(questionId)?.section;
      if (!section || sections.includes(section.id)) return [];
      const message = `Section ${section.code} was not handed to you.`;
      return [{ in: 'body' as const, pointer: pointerOf(index), message }];
    });
    if (places.length === 0) return;
    const detail = 'You may answer only the sections that were handed to you. Nothing was saved.';
    throw new Problem('access.forbidden', { detail, places });
  }
}
