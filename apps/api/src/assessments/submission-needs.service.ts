import type { Instant } from '@kilim/contracts';
import { outstanding, placeOf } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { EvidenceRecord } from '../evidence/evidence-record.service.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import type { AssessmentRow } from './assessment.entity.js';
import { wordsFor, type SubmissionNeed } from './submission-need.js';
import { AssessmentRecord } from './record.service.js';

/** Says what stands between an assessment and submitting. */
@Injectable()
export class SubmissionNeeds {
  constructor(
    private readonly record: AssessmentRecord,
    private readonly evidence: EvidenceRecord,
    private readonly questionnaires: QuestionnairesService,
  ) {}

  /** What is missing or does not fit, in the order of the form; empty when the assessment can be submitted. */
  async of(row: Pick<AssessmentRow, 'id' | 'versionId'>, now: Instant): Promise<readonly SubmissionNeed[]> {
    const { compiled, source } = await this.questionnaires.version(row.versionId);
    const claims = await this.record.claims(row.id);
    const withQuality = await this.record.withQuality(row.id);
    const pieces = await this.evidence.pieces(row.id);
    const needs = outstanding(compiled, claims, {
      hasQuality: (address) => withQuality.has(address),
      evidenceFor: (address) => pieces.get(placeOf(address).question) ?? [],
      today: now.slice(0, 10),
    });
    return needs.map((need) => wordsFor(need, compiled, source));
  }
}
