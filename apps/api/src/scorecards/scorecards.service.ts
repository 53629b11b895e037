import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  countingAnswers,
  ENGINE_VERSION,
  gather,
  type Answers,
  type Basis,
  type Progress,
} from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { Streams } from '../audit/streams.service.js';
import { contentHash } from '../questionnaires/content-hash.js';
import type { ScorecardNumbers } from './numbers.js';
import { ScorecardColumns } from './scorecard-columns.service.js';
import { ScorecardKeeper } from './scorecard-keeper.js';
import type { ScorecardRow } from './scorecard.entity.js';
import { ScorecardsRepository } from './scorecards.repository.js';
import { computeScorecard, type ComputedScorecard } from './stored-scorecard.js';

/** The numbers of an assessment, by basis; `found` is absent as long as there are no findings. */
export type NumbersByBasis = Readonly<Partial<Record<Basis, ScorecardNumbers>>>;

/**
 * Scores: recomputed with their trace when asked for; stored as numbers, which follow the record a moment behind. What
 * is stored is shown only where it is up to date.
 */
@Injectable()
export class ScorecardsService {
  constructor(
    private readonly columns: ScorecardColumns,
    private readonly repository: ScorecardsRepository,
    private readonly keeper: ScorecardKeeper,
    private readonly streams: Streams,
  ) {}

  /** Recomputes every score of an assessment on the basis asked for, with what it was made of. */
  async compute(
    assessmentId: string,
    basis: Basis,
  ): Promise<ComputedScorecard & { readonly versionHash: string }> {
    const columns = await this.columns.of(assessmentId);
    return { ...computeScorecard(columns, basis), versionHash: columns.version.hash };
  }

  /** The answers of an assessment that count by claims and findings, and the claims alone. */
  async answers(assessmentId: string): Promise<{ readonly claims: Answers; readonly counting: Answers }> {
    const { claims, findings } = await this.columns.of(assessmentId);
    return { claims, counting: countingAnswers({ claims, options: { basis: 'found', findings } }) };
  }

  /** Stores what now stands; inside a unit of work. */
  async refresh(assessmentId: string): Promise<void> {
    await this.repository.put(await this.columns.rows(assessmentId));
  }

  /**
   * The bases whose stored scorecard claims to be up to date and is not what answers and findings give, each with what
   * is stored. Where something is saved at this moment all may be among them: see {@link Rebuild.compare}.
   */
  async differing(assessmentId: string): Promise<ReadonlyMap<string, unknown>> {
    const stored = (await this.#upToDate([assessmentId])).get(assessmentId);
    if (!stored) return new Map();
    const given = await this.columns.rows(assessmentId);
    const bases = [...new Set([...given, ...stored].map(({ basis }) => basis))].sort();
    const differing = bases.filter((basis) => factsOf(given, basis) !== factsOf(stored, basis));
    return new Map(differing.map((basis) => [basis, factsOf(stored, basis)]));
  }

  /** The numbers of assessments as they stand. */
  async numbers(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, NumbersByBasis>> {
    const stored = await this.#upToDate(assessmentIds);
    const numbers = new Map<string, NumbersByBasis>();
    for (const id of assessmentIds) {
      numbers.set(id, numbersIn(stored.get(id) ?? (await this.#compute(id))));
    }
    return numbers;
  }

  /** How far the city has come in each assessment: of its answers, whatever experts have found. */
  async totals(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, Progress>> {
    const stored = await this.#current(assessmentIds, await this.repository.findTotals(assessmentIds));
    const totals = new Map<string, Progress>();
    for (const id of assessmentIds) {
      const [known] = stored.get(id) ?? [];
      const total = known?.total ?? numbersIn(await this.#compute(id)).claimed?.total;
      if (total) totals.set(id, total);
    }
    return totals;
  }

  async #compute(assessmentId: string): Promise<readonly ScorecardRow[]> {
    this.keeper.note(assessmentId);
    // After an upgrade all of them are behind: others are to be answered in between.
    await nextTurn();
    return this.columns.rows(assessmentId);
  }

  async #upToDate(assessmentIds: readonly string[]): Promise<ReadonlyMap<string, readonly ScorecardRow[]>> {
    return this.#current(assessmentIds, await this.repository.findSome(assessmentIds));
  }

  /**
   * Of what is stored, by assessment, that of which nothing is behind the record.
   *
   * @param rows read before: should something be saved meanwhile, they are behind what is then found
   */
  async #current<Row extends Pick<ScorecardRow, 'assessmentId' | 'sequence' | 'engineVersion'>>(
    assessmentIds: readonly string[],
    rows: readonly Row[],
  ): Promise<ReadonlyMap<string, readonly Row[]>> {
    const lengths = await this.streams.lengths(assessmentIds);
    return new Map(
      [...gather(rows, ({ assessmentId }) => assessmentId)].filter(([id, own]) =>
        own.every((row) => row.sequence === lengths.get(id) && row.engineVersion === ENGINE_VERSION),
      ),
    );
  }
}

function numbersIn(rows: readonly ScorecardRow[]): NumbersByBasis {
  // The column holds what the keeper put there.
  return Object.fromEntries(rows.map((row) => [row.basis, row.numbers as ScorecardNumbers]));
}

/** What of a stored scorecard follows from answers and findings, as text; undefined when there is none. */
function factsOf(rows: readonly ScorecardRow[], basis: Basis): string | undefined {
  const row = rows.find((each) => each.basis === basis);
  if (!row) return undefined;
  const { sequence, numbers, inputHash, engineVersion } = row;
  return contentHash({ sequence, numbers, inputHash, engineVersion });
}
