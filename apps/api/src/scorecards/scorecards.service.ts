import type { Basis } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { AssessmentRecord } from '../assessments/record.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { contentHash } from '../questionnaires/content-hash.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { FindingsRecord } from '../verification/findings-record.service.js';
import type { ScorecardNumbers } from './numbers.js';
import { ScorecardsRepository } from './scorecards.repository.js';
import {
  computeScorecard,
  storedScorecards,
  type Columns,
  type ComputedScorecard,
} from './stored-scorecard.js';

/** The stored numbers of an assessment, by basis; `found` is absent as long as there are no findings. */
export type NumbersByBasis = Readonly<Partial<Record<Basis, ScorecardNumbers>>>;

/** Scores: recomputed with their trace when asked for, stored as numbers whenever answers or findings change. */
@Injectable()
export class ScorecardsService {
  constructor(
    private readonly record: AssessmentRecord,
    private readonly findings: FindingsRecord,
    private readonly questionnaires: QuestionnairesService,
    private readonly repository: ScorecardsRepository,
    private readonly unit: UnitOfWork,
  ) {}

  /** Recomputes every score of an assessment on the basis asked for, with what it was made of. */
  async compute(
    assessmentId: string,
    basis: Basis,
  ): Promise<ComputedScorecard & { readonly versionHash: string }> {
    const columns = await this.#columns(assessmentId);
    return { ...computeScorecard(columns, basis), versionHash: columns.version.hash };
  }

  /** Brings the stored numbers up to what now stands; inside the unit that changed an answer or finding. */
  async refresh(assessmentId: string): Promise<void> {
    for (const stored of storedScorecards(await this.#columns(assessmentId))) {
      await this.repository.put({ assessmentId, ...stored, computedAt: this.unit.now() });
    }
  }

  /** The bases whose stored scorecard is not what answers and findings give. */
  async differing(assessmentId: string): Promise<readonly string[]> {
    const given = new Map(
      storedScorecards(await this.#columns(assessmentId)).map((each) => [each.basis, contentHash(each)]),
    );
    const rows = await this.repository.findSome([assessmentId]);
    const stored = new Map(
      rows.map(({ basis, numbers, inputHash, engineVersion }) => {
        return [basis, contentHash({ basis, numbers, inputHash, engineVersion })];
      }),
    );
    const bases = [...new Set([...given.keys(), ...stored.keys()])].sort();
    return bases.filter((basis) => given.get(basis) !== stored.get(basis));
  }

  /** The stored numbers of assessments; of one that has none yet, what they would be. */
  async numbers(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, NumbersByBasis>> {
    const rows = await this.repository.findSome(assessmentIds);
    const byAssessment = new Map<string, NumbersByBasis>();
    for (const { assessmentId, basis, numbers } of rows) {
      // The column holds what `refresh` put there.
      const entry = { [basis]: numbers as ScorecardNumbers };
      byAssessment.set(assessmentId, { ...byAssessment.get(assessmentId), ...entry });
    }
    for (const id of assessmentIds) {
      if (byAssessment.has(id)) continue;
      const stored = storedScorecards(await this.#columns(id));
      byAssessment.set(id, Object.fromEntries(stored.map(({ basis, numbers }) => [basis, numbers])));
    }
    return byAssessment;
  }

  async #columns(assessmentId: string): Promise<Columns> {
    const { versionId } = await this.record.pin(assessmentId);
    // One after the other: inside a unit they share a connection.
    const version = await this.questionnaires.version(versionId);
    const claims = await this.record.claims(assessmentId);
    const findings = await this.findings.inputs(assessmentId);
    return { version, claims, findings };
  }
}
