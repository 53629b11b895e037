import type { RoundOverview, RoundRow, RoundSummary } from '@kilim/contracts';
import { Injectable } from '@nestjs/common';
import { Access } from '../access/access.service.js';
import type { Actor } from '../access/actor.js';
import { AssessmentsService, type AssessmentFacts } from '../assessments/assessments.service.js';
import { Clock } from '../config/clock.js';
import { EvidenceRecord } from '../evidence/evidence-record.service.js';
import { Problem } from '../http/problem.js';
import { QuestionnairesService } from '../questionnaires/questionnaires.service.js';
import { ScorecardsService } from '../scorecards/scorecards.service.js';
import { RoundDirectory } from './round-directory.service.js';
import { roundGlance, type GlanceCity } from './round-glance.js';
import { rowScores } from './round-row.js';
import { RoundWaits } from './round-waits.service.js';

/** Rounds as those see them who watch over cities. Everything comes from what is stored; nothing is scored here. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly directory: RoundDirectory,
    private readonly assessments: AssessmentsService,
    private readonly questionnaires: QuestionnairesService,
    private readonly scorecards: ScorecardsService,
    private readonly evidence: EvidenceRecord,
    private readonly waits: RoundWaits,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** The rounds in which one has a part, the newest first. */
  async list(actor: Actor): Promise<readonly RoundSummary[]> {
    const visible = await this.assessments.visible(actor);
    const cities = await this.#glanceCities(visible);
    return this.#summaries(await this.access.visibleRoundIds(actor), visible, cities);
  }

  /** One round with the cities that one may see, by name. */
  async read(actor: Actor, roundId: string): Promise<RoundOverview> {
    const visible = await this.#visibleIn(actor, roundId);
    const rows = await this.#rows(visible);
    const cities = rows.map((row) => ({ ...row, roundId }));
    const [summary] = await this.#summaries([roundId], visible, cities);
    if (!summary) throw new Problem('resource.missing');
    return { ...summary, now: this.clock.now(), rows };
  }

  async #visibleIn(actor: Actor, roundId: string): Promise<readonly AssessmentFacts[]> {
    const ids = new Set(await this.access.visibleAssessmentIds(actor));
    return (await this.assessments.ofRound(roundId)).filter(({ id }) => ids.has(id));
  }

  async #summaries(
    roundIds: readonly string[],
    visible: readonly AssessmentFacts[],
    cities: readonly PlacedCity[],
  ): Promise<readonly RoundSummary[]> {
    const rounds = [...(await this.directory.describe(roundIds)).values()];
    const versions = await this.questionnaires.summaries(rounds.map(({ versionId }) => versionId));
    return rounds.flatMap(({ versionId, ...round }) => {
      const version = versions.get(versionId);
      const states: Partial<Record<AssessmentFacts['state'], number>> = {};
      for (const { roundId, state } of visible)
        if (roundId === round.id) states[state] = (states[state] ?? 0) + 1;
      const own = cities.filter((city) => city.roundId === round.id);
      const glance = roundGlance(own, this.clock.now());
      return version ? [{ ...round, version, states, glance }] : [];
    });
  }

  async #glanceCities(visible: readonly AssessmentFacts[]): Promise<readonly PlacedCity[]> {
    const ids = visible.map(({ id }) => id);
    const [totals, waits] = await Promise.all([this.scorecards.totals(ids), this.waits.of(visible)]);
    return visible.flatMap(({ id, roundId }) => {
      const facts = waits.get(id);
      return facts ? [{ ...facts, roundId, total: totals.get(id) }] : [];
    });
  }

  async #rows(visible: readonly AssessmentFacts[]): Promise<readonly RoundRow[]> {
    const ids = visible.map(({ id }) => id);
    const [numbers, supported, waits] = await Promise.all([
      this.scorecards.numbers(ids),
      this.evidence.supported(ids),
      this.waits.of(visible),
    ]);
    const rows = visible.flatMap(({ id, city: { id: cityId, name, country } }): readonly RoundRow[] => {
      const scores = rowScores(numbers.get(id) ?? {}, supported.get(id) ?? new Set());
      const facts = waits.get(id);
      if (!scores || !facts) return [];
      return [{ assessmentId: id, city: { id: cityId, name, country }, ...facts, ...scores }];
    });
    return rows.sort((a, b) => (a.city.name < b.city.name ? -1 : 1));
  }
}

/** A city and the round it is in. */
interface PlacedCity extends GlanceCity {
  readonly roundId: string;
}
