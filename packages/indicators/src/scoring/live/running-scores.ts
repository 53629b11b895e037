import type { Address } from '../../answers/address.js';
import type { QuestionState } from '../../answers/standing.js';
import type {
  CompiledIndicator,
  CompiledMean,
  CompiledQuestion,
  CompiledQuestionnaire,
} from '../../definition/compiled.js';
import type { Id } from '../../definition/identity.js';
import { scoreMean } from '../score-mean.js';
import { scoreQuestion } from '../score-question.js';
import type { Score } from '../score.js';
import type { IndicatorScore } from '../scorecard.js';

/** What an indicator has come to with the answers there are. */
export type IndicatorResult = Pick<IndicatorScore, 'score' | 'numerator'>;

/** What one question adds to its indicator, in one place. */
interface Part {
  readonly kind: Score['kind'];
  readonly numerator: number;
  readonly denominator: number;
}

interface Running {
  readonly indicator: CompiledIndicator;
  readonly parts: Map<Address, Part>;
  readonly counts: Record<Score['kind'], number>;
  numerator: number;
  denominator: number;
}

/** The scores of all areas, kept up to date with each question that is scored anew. */
export class RunningScores {
  private readonly scores = new Map<Id, Score>();
  private readonly running: ReadonlyMap<Id, Running>;
  private readonly changed = new Set<Id>();
  private readonly means: readonly CompiledMean[];
  /** By area, the means it is a member of, as places in `means`. */
  private readonly memberOf = new Map<Id, number[]>();

  constructor(compiled: CompiledQuestionnaire) {
    this.running = new Map(
      compiled.indicators.map((indicator) => [
        indicator.id,
        {
          indicator,
          parts: new Map<Address, Part>(),
          counts: { scored: 0, notAsked: 0, notApplicable: 0, unanswered: 0 },
          ...{ numerator: 0, denominator: 0 },
        },
      ]),
    );
    this.means = [...compiled.composites, ...compiled.indices];
    for (const [at, { members }] of this.means.entries())
      for (const { of } of members) this.memberOf.set(of, [...(this.memberOf.get(of) ?? []), at]);
    for (const { id } of compiled.indicators) this.changed.add(id);
  }

  scoreOf(area: Id): Score | undefined {
    return this.scores.get(area);
  }

  /** What an indicator has come to, or undefined when the version has none of that id. */
  resultOf(indicator: Id): IndicatorResult | undefined {
    const [running, score] = [this.running.get(indicator), this.scores.get(indicator)];
    return running && score && { score, numerator: numeratorOf(running) };
  }

  /** Lets a question count as it stands now, or no more. */
  replace({ scoring }: CompiledQuestion, address: Address, now: QuestionState | undefined): void {
    const running = scoring && this.running.get(scoring.indicator);
    if (running === undefined) return;
    const before = running.parts.get(address);
    if (before) {
      running.counts[before.kind] -= 1;
      running.numerator -= before.numerator;
      running.denominator -= before.denominator;
    }
    if (now) {
      const scored = scoreQuestion(now, undefined, running.indicator.rules, {});
      const { numerator, denominator } = scored;
      running.parts.set(address, { kind: scored.score.kind, numerator, denominator });
      running.counts[scored.score.kind] += 1;
      running.numerator += numerator;
      running.denominator += denominator;
    } else running.parts.delete(address);
    this.changed.add(running.indicator.id);
  }

  /** Scores the areas anew that something was changed in; which of them have another score now. */
  settle(): readonly Id[] {
    const rescored: Id[] = [];
    const put = (id: Id, score: Score): void => {
      const before = this.scores.get(id);
      this.scores.set(id, score);
      if (!isSame(before, score)) rescored.push(id);
    };
    const waiting = new Set<number>();
    for (const id of this.changed) {
      const running = this.running.get(id);
      if (running === undefined) continue;
      put(id, scoreOf(running));
      for (const at of this.memberOf.get(id) ?? []) waiting.add(at);
    }
    this.changed.clear();
    // Composites come before all they are members of: the earliest that waits depends on no other that does.
    while (waiting.size > 0) {
      const at = Math.min(...waiting);
      waiting.delete(at);
      const mean = this.means[at];
      if (mean === undefined) continue;
      put(mean.id, scoreMean(mean, this.scores).score);
      for (const next of this.memberOf.get(mean.id) ?? []) waiting.add(next);
    }
    return rescored;
  }
}

function scoreOf(running: Running): Score {
  const { indicator, counts, denominator } = running;
  const applicable = counts.scored + counts.unanswered;
  // Of none at all it is no number, and never enough.
  const isEnough = counts.scored / applicable >= indicator.rules.coverageToScore;
  if (isEnough && denominator > 0) return { kind: 'scored', value: numeratorOf(running) / denominator };
  if (applicable > 0) return { kind: 'unanswered' };
  return counts.notApplicable > 0 ? { kind: 'notApplicable' } : { kind: 'notAsked' };
}

/** Doubles are added up anew, by address: taking one away again would leave noise behind. */
function numeratorOf({ indicator, parts, numerator }: Running): number {
  if (!indicator.isInterpolated) return numerator;
  return [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).reduce((sum, [, part]) => sum + part.numerator, 0);
}

function isSame(a: Score | undefined, b: Score): boolean {
  return a?.kind === b.kind && valueOf(a) === valueOf(b);
}

function valueOf(score: Score): number | undefined {
  return score.kind === 'scored' ? score.value : undefined;
}
