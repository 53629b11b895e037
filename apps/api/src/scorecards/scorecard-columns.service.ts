import { Injectable } from '@nestjs/common';
import { AssessmentRecord } from '../assessments/record.service.js';
import { Streams } from '../audit/streams.service.js';
import { Clock } from '../config/clock.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { FindingsRecord } from '../verification/findings-record.service.js';
import type { ScorecardRow } from './scorecard.entity.js';
import { storedScorecards, type Columns } from './stored-scorecard.js';

/** Gathers what the scores of an assessment are made from, and makes them. */
@Injectable()
export class ScorecardColumns {
  constructor(
    private readonly record: AssessmentRecord,
    private readonly findings: FindingsRecord,
    private readonly questionnaires: QuestionnairesService,
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  /** The columns as they stand. The caller knows that the assessment exists. */
  async of(assessmentId: string): Promise<Columns> {
    const { versionId } = await this.record.pin(assessmentId);
    // One after the other: inside a unit they share a connection.
    const version = await this.questionnaires.version(versionId);
    const claims = await this.record.claims(assessmentId);
    const findings = await this.findings.inputs(assessmentId);
    return { version, claims, findings };
  }

  /** The scorecards of an assessment as they are stored. */
  async rows(assessmentId: string): Promise<readonly ScorecardRow[]> {
    // Asked first: should something change meanwhile, the rows are taken for older than they are, never for newer.
    const sequence = (await this.streams.lengths([assessmentId])).get(assessmentId) ?? 0;
    const computedAt = this.clock.now();
    const scorecards = storedScorecards(await this.of(assessmentId));
    return scorecards.map((scorecard) => ({ assessmentId, sequence, ...scorecard, computedAt }));
  }
}
