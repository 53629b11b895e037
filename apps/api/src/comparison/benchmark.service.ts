import {
  BENCHMARK_MINIMUM,
  hasLeft,
  readBenchmark,
  takesAnswers,
  type BenchmarkArea,
  type ResponseOf,
} from '@kilim/contracts';
import { spreadOf } from '@kilim/indicators';
import { Injectable } from '@nestjs/common';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { Clock } from '../config/clock.js';
import { Problem } from '../http/problem.js';
import type { ScorecardNumbers } from '../scorecards/numbers.js';
import { ScorecardsService } from '../scorecards/scorecards.service.js';
import { areasOf, indicesOf, reachedOf } from './reached.js';

/** How a city's round scores at this moment. */
@Injectable()
export class BenchmarkService {
  constructor(
    private readonly assessments: AssessmentsService,
    private readonly scorecards: ScorecardsService,
    private readonly clock: Clock,
  ) {}

  /** The sample of an assessment's round, area by area; what is too small is withheld here, not on the screen. */
  async read(assessmentId: string): Promise<ResponseOf<typeof readBenchmark>> {
    const [own] = await this.assessments.facts([assessmentId]);
    if (!own) throw new Problem('resource.missing');
    const others = await this.assessments.ofRound(own.roundId);
    // Cities that take no part any more say nothing about the others.
    const compared = others.filter(({ state }) => !hasLeft(state));
    const numbers = await this.scorecards.numbers(compared.map(({ id }) => id));
    const scored = compared.flatMap(({ id, state }) => {
      const reached = reachedOf(numbers.get(id));
      return reached && hasScore(reached.numbers) ? [{ state, numbers: reached.numbers }] : [];
    });
    return {
      sample: {
        ...{ kind: 'round', name: own.round.name, asOf: this.clock.now(), minimum: BENCHMARK_MINIMUM },
        cities: scored.length,
        submitted: scored.filter(({ state }) => !takesAnswers(state)).length,
      },
      areas: benchmarkAreas(scored.map(({ numbers: each }) => each)),
    };
  }
}

/** Whether the first index, by which a city is known, has a score. */
function hasScore({ indices }: ScorecardNumbers): boolean {
  return indices[0]?.score.kind === 'scored';
}

function benchmarkAreas(cities: readonly ScorecardNumbers[]): readonly BenchmarkArea[] {
  const values = new Map<string, { code: string; values: number[] }>();
  for (const city of cities) {
    for (const { id, code, score } of [...areasOf(city), ...indicesOf(city)]) {
      const area = values.get(id) ?? { code, values: [] };
      if (score.kind === 'scored') area.values.push(score.value);
      values.set(id, area);
    }
  }
  return [...values].map(([id, area]) => {
    const spread = spreadOf(area.values, BENCHMARK_MINIMUM);
    return { id, code: area.code, cities: area.values.length, ...(spread && { spread }) };
  });
}
